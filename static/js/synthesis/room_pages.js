/** Points set into pages that fit the screen; it must not know when a page is turned. */

import { make, mark } from "./parts.js";

const LONG = 260; // characters beyond which a point is set smaller

/**
 * @param {object[]} points in their order @param {{id, number, title}[]} subtopics
 * @param {HTMLElement} main whose height a page may fill
 * @returns {object[][]} pages of headings and points; a heading comes again on the next page
 */
export function pagesOf(points, subtopics, main) {
  const groups = [...subtopics, { id: null, title: "" }]
    .map((subtopic) => ({ subtopic, points: points.filter((one) => one.subtopic === subtopic.id) }))
    .filter((group) => group.points.length);
  const heights = measured(groups);
  const style = getComputedStyle(main);
  const room = main.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  return filled(groups, heights, room);
}

/** The elements of one page. @param {(id: string) => boolean} isNew */
export function onePage(items, isNew) {
  return items.map((item) =>
    item.point ? pointOf(item.point, isNew(item.point.id)) : headingOf(item),
  );
}

function filled(groups, heights, room) {
  const pages = [[]];
  let used = 0;
  for (const { subtopic, points } of groups) {
    let again = false;
    for (const point of points) {
      const opens = pages.at(-1).length === 0 || point === points[0];
      const needed = heights.get(point) + (opens ? heights.get(subtopic) : 0);
      if (used + needed > room && pages.at(-1).length) {
        pages.push([]);
        used = 0;
      }
      if (pages.at(-1).length === 0 || point === points[0]) {
        pages.at(-1).push({ subtopic, again });
        used += heights.get(subtopic);
      }
      pages.at(-1).push({ point });
      used += heights.get(point);
      again = true;
    }
  }
  return pages.filter((page) => page.length);
}

/** Heights with margins, by subtopic and by point, as the screen would set them. */
function measured(groups) {
  const place = document.getElementById("room-measure");
  const heights = new Map();
  const elements = groups.flatMap(({ subtopic, points }) => [
    [subtopic, headingOf({ subtopic })],
    ...points.map((point) => [point, pointOf(point, false)]),
  ]);
  place.replaceChildren(...elements.map(([, element]) => element));
  for (const [key, element] of elements) {
    const { marginBlockStart, marginBlockEnd } = getComputedStyle(element);
    heights.set(
      key,
      element.offsetHeight + parseFloat(marginBlockStart) + parseFloat(marginBlockEnd),
    );
  }
  place.replaceChildren();
  return heights;
}

function headingOf({ subtopic, again }) {
  const title = subtopic.title
    ? `${subtopic.number}. ${subtopic.title}`
    : "On the topic as a whole";
  const more = again ? make("small", { class: "quiet" }, " continued") : null;
  return make("h2", { class: "room-subtopic", dir: "auto" }, title, more);
}

function pointOf(point, isNew) {
  const tables = `table${point.discussing === 1 ? "" : "s"}`;
  const strength = make(
    "p",
    { class: "room-strength" },
    make("b", {}, point.word),
    make("span", {}, `${point.raising} of ${point.discussing} ${tables}`),
    mark("add", "new"), // always there and seldom seen: what is new takes no other room
  );
  const words = make("p", { class: "room-words", dir: "auto", lang: point.language }, point.text);
  const attributes = { class: "room-point", "data-point": point.id, "data-new": isNew };
  return make("article", { ...attributes, "data-long": point.text.length > LONG }, words, strength);
}
