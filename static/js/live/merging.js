/**
 * Merging a text three ways, word by word; it must not know who changed it or why.
 *
 * The same functions stand in discussion/live/replica/merging.py.
 *
 * @typedef {[number, number, string[]]} Hunk tokens from, to, and what stands there instead
 */

import { diff, normalise, size } from "./changes.js";

const TOKENS = /[ \t\n]+|[^ \t\n]+/g;
const SPACE = /^[ \t\n]/;
const WORD = /[^ \t\n]/;
const TABLE_LIMIT = 1_000_000; // cells; beyond, a stretch counts as rewritten as a whole

/**
 * Both sides' changes to `base`, and whether they went together cleanly.
 *
 * Where they do not, both readings are kept as alternatives, `[theirs | mine]`; where one side
 * deleted what the other rewrote, the words stay.
 * @param {string} base
 * @param {string} mine
 * @param {string} theirs
 * @returns {{ text: string, clean: boolean }}
 */
export function mergeTexts(base, mine, theirs) {
  const tokens = tokensOf(base);
  const queue = [theirs, mine]
    .flatMap((text, side) => hunks(tokens, tokensOf(text)).map((hunk) => ({ side, hunk })))
    .sort((a, b) => a.hunk[0] - b.hunk[0] || a.hunk[1] - b.hunk[1] || a.side - b.side);
  let [text, clean, place] = ["", true, 0];
  for (let next = 0; next < queue.length; ) {
    const [low, end] = queue[next].hunk;
    let high = end;
    /** @type {[Hunk[], Hunk[]]} */
    const group = [[], []];
    do {
      const { side, hunk } = queue[next++];
      group[side].push(hunk);
      high = Math.max(high, hunk[1]);
    } while (next < queue.length && meets(queue[next].hunk, low, high));
    const [reading, agreed] = readingOf(tokens, low, high, group);
    text += tokens.slice(place, low).join("") + reading;
    [clean, place] = [clean && agreed, high];
  }
  return { text: text + tokens.slice(place).join(""), clean };
}

/**
 * The change from one text to another, word by word, so that others' edits between fit in.
 * @param {string} before
 * @param {string} after
 */
export function changeByWords(before, after) {
  const tokens = tokensOf(before);
  /** @type {import("./changes.js").Change} */
  const change = [];
  let place = 0;
  for (const [start, end, instead] of hunks(tokens, tokensOf(after))) {
    const kept = tokens.slice(place, start).join("");
    const gone = tokens.slice(start, end).join("");
    const inner = diff(gone, instead.join(""));
    const spanned = inner.reduce((sum, p) => sum + (typeof p === "number" ? Math.abs(p) : 0), 0);
    change.push(size(kept), ...inner, size(gone) - Number(spanned));
    place = end;
  }
  return normalise(change);
}

function tokensOf(/** @type {string} */ text) {
  return text.match(TOKENS) ?? [];
}

function meets(/** @type {Hunk} */ hunk, /** @type {number} */ low, /** @type {number} */ high) {
  return hunk[0] < high || (hunk[0] === low && hunk[1] === high);
}

/**
 * @param {string[]} tokens
 * @param {number} low
 * @param {number} high
 * @param {[Hunk[], Hunk[]]} group
 * @returns {[string, boolean]}
 */
function readingOf(tokens, low, high, group) {
  const [theirs, mine] = group.map((each) => applied(tokens, low, high, each));
  if (!group[0].length) return [mine, true];
  if (!group[1].length || theirs === mine) return [theirs, true];
  if (low === high) {
    const apart = SPACE.test(theirs[theirs.length - 1]) || SPACE.test(mine) ? "" : " ";
    return [theirs + apart + mine, true];
  }
  if (!WORD.test(theirs) || !WORD.test(mine)) return [WORD.test(theirs) ? theirs : mine, false];
  return [`[${theirs} | ${mine}]`, false];
}

/**
 * @param {string[]} tokens
 * @param {number} low
 * @param {number} high
 * @param {Hunk[]} changes
 */
function applied(tokens, low, high, changes) {
  let words = "";
  for (const [start, end, instead] of changes) {
    words += tokens.slice(low, start).join("") + instead.join("");
    low = end;
  }
  return words + tokens.slice(low, high).join("");
}

/** Where `now` differs from `old`; a lone space between two differences joins them. */
function hunks(/** @type {string[]} */ old, /** @type {string[]} */ now) {
  const most = Math.min(old.length, now.length);
  let [start, end] = [0, 0];
  while (start < most && old[start] === now[start]) start++;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  /** @type {Hunk[]} */
  const result = [];
  const inner = differences(old.slice(start, old.length - end), now.slice(start, now.length - end));
  for (const [from, to, instead] of inner) {
    const last = result[result.length - 1];
    const [low, high] = [from + start, to + start];
    if (last && low - last[1] === 1 && SPACE.test(old[low - 1])) {
      last[2] = [...last[2], old[low - 1], ...instead];
      last[1] = high;
    } else result.push([low, high, instead]);
  }
  return result;
}

/** Hunks around a longest common subsequence. */
function differences(/** @type {string[]} */ old, /** @type {string[]} */ now) {
  /** @type {Hunk[]} */
  const result = [];
  const whole = !old.length || !now.length || old.length * now.length > TABLE_LIMIT;
  if (whole) return old.length || now.length ? [/** @type {Hunk} */ ([0, old.length, now])] : [];
  const common = table(old, now);
  let [i, j, beganI, beganJ] = [0, 0, 0, 0];
  const close = () => {
    if (i > beganI || j > beganJ) result.push([beganI, i, now.slice(beganJ, j)]);
  };
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      close();
      [beganI, beganJ] = [++i, ++j];
    } else if (j === now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) i++;
    else j++;
  }
  close();
  return result;
}

/** For each pair of places, how many tokens the rests have in common, in order. */
function table(/** @type {string[]} */ old, /** @type {string[]} */ now) {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const alike = old[i] === now[j];
      rows[i][j] = alike ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
    }
  }
  return rows;
}
