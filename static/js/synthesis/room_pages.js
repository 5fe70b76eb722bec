/** Blocks set into pages that fit the screen; it must not know what they show or when one turns. */

/**
 * @typedef {object} Block something that stands on one page
 * @property {string} key by which it is known again
 * @property {(words?: string) => HTMLElement} make all of it, or with some of its words
 * @property {string} [words] that may be parted over several pages, when one is too small
 */
/** @typedef {{title: ((again: boolean) => HTMLElement)|null, blocks: Block[]}} Group */
/** @typedef {{key: string|null, make: () => HTMLElement}} Item of a page; titles have no key */

const GOES_ON = "…";
const FILLED = 0.8; // of the height; what stands empty below is not looked at twice
const NARROW = matchMedia("(max-width: 52rem)"); // a phone, in a hand: it scrolls as room.css lets it

/**
 * @param {Group[]} groups a title stands above its blocks, and again on every further page
 * @param {HTMLElement} main whose height a page may fill
 * @returns {Item[][]}
 */
export function pagesOf(groups, main) {
  const room = roomIn(main);
  const heights = measured(groups);
  const pages = [[]];
  let used = 0;
  for (const { title, blocks } of groups) {
    const head = title ? heights.get(title) : 0;
    let again = false;
    for (const block of blocks.flatMap((one) => parted(one, heights, room - head))) {
      const opens = !again || !pages.at(-1).length;
      if (used + heights.get(block) + (opens ? head : 0) > room && pages.at(-1).length) {
        pages.push([]);
        used = 0;
      }
      if (title && (!again || !pages.at(-1).length)) {
        const repeated = again;
        pages.at(-1).push({ key: null, make: () => title(repeated) });
        used += head;
      }
      pages.at(-1).push(block);
      used += heights.get(block);
      pages.at(-1).used = used;
      again = true;
    }
  }
  return pages.filter((page) => page.length);
}

/** Whether no page but the last leaves much of the screen empty. */
export function areFilled(pages, main) {
  return pages.slice(0, -1).every(({ used }) => used > FILLED * roomIn(main));
}

/** Whether all of it stands on one page as it is. */
export function fitsOne(groups, main) {
  const sum = [...measured(groups).values()].reduce((all, one) => all + one, 0);
  return sum <= roomIn(main);
}

function roomIn(main) {
  if (NARROW.matches) return Infinity;
  const style = getComputedStyle(main);
  return main.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
}

/** Heights with margins, by title and by block, as the screen would set them. */
function measured(groups) {
  const elements = groups.flatMap(({ title, blocks }) => [
    ...(title ? [[title, title(false)]] : []),
    ...blocks.map((block) => [block, block.make()]),
  ]);
  return new Map(heightsOf(elements));
}

function heightsOf(elements) {
  const place = document.getElementById("room-measure");
  place.replaceChildren(...elements.map(([, element]) => element));
  const heights = elements.map(([key, element]) => {
    const { marginBlockStart, marginBlockEnd } = getComputedStyle(element);
    const margins = parseFloat(marginBlockStart) + parseFloat(marginBlockEnd);
    return [key, element.offsetHeight + margins];
  });
  place.replaceChildren();
  return heights;
}

/** Nothing is ever scrolled or cut: words longer than a page go on on the next. */
function parted(block, heights, room) {
  if (!block.words || heights.get(block) <= room) return [block];
  const words = block.words.split(/(?<=\s)/u);
  const parts = [];
  for (let start = 0; start < words.length; ) {
    const end = furthest(block, words, start, room);
    const text = wordsFrom(words, start, end);
    const part = { key: block.key, make: () => block.make(text) };
    heights.set(part, heightsOf([[part, part.make()]])[0][1]);
    parts.push(part);
    start = end;
  }
  return parts;
}

/** Up to which word a page holds them; one at the least. */
function furthest(block, words, start, room) {
  let [low, high] = [start + 1, words.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const tried = block.make(wordsFrom(words, start, middle));
    if (heightsOf([[tried, tried]])[0][1] <= room) low = middle;
    else high = middle - 1;
  }
  return low;
}

function wordsFrom(words, start, end) {
  const [before, after] = [start > 0 ? GOES_ON : "", end < words.length ? GOES_ON : ""];
  return before + words.slice(start, end).join("").trim() + after;
}
