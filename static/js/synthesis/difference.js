/** What changed between two texts, word by word; it must not know whose words they are. */

import { make } from "./parts.js";

const LONGEST = 1_200; // words and spaces compared one by one; beyond, the middle counts as new

/**
 * @param {string} before @param {string} after
 * @returns {["same"|"ins"|"del", string][]} pieces that, joined, are both texts
 */
export function difference(before, after) {
  const [old, now] = [pieces(before), pieces(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const rest = Math.min(old.length, now.length) - start;
  while (end < rest && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = changed(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const tail = end ? now.slice(-end) : [];
  return joined([
    ...now.slice(0, start).map((word) => ["same", word]),
    ...middle,
    ...tail.map((word) => ["same", word]),
  ]);
}

/** A paragraph in which what is new is underlined and what is gone is struck. */
export function differenceParagraph(before, after) {
  const paragraph = make("p", { class: "board-difference", dir: "auto" });
  for (const [how, words] of difference(before, after)) {
    paragraph.append(how === "same" ? words : make(how, {}, words));
  }
  return paragraph;
}

function pieces(text) {
  return text.split(/(\s+)/u).filter((piece) => piece !== "");
}

function changed(old, now) {
  if (old.length > LONGEST || now.length > LONGEST) {
    return [...old.map((word) => ["del", word]), ...now.map((word) => ["ins", word])];
  }
  const lengths = commonLengths(old, now);
  const found = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      found.push(["same", now[j]]);
      i += 1;
      j += 1;
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
      found.push(["del", old[i++]]);
    } else {
      found.push(["ins", now[j++]]);
    }
  }
  while (i < old.length) found.push(["del", old[i++]]);
  while (j < now.length) found.push(["ins", now[j++]]);
  return found;
}

/** Length of the longest common rest from each pair of places. */
function commonLengths(old, now) {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const longer = Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      lengths[i][j] = old[i] === now[j] ? lengths[i + 1][j + 1] + 1 : longer;
    }
  }
  return lengths;
}

/** Neighbours of one sort become one piece, so that a changed phrase reads as a phrase. */
function joined(found) {
  const whole = [];
  for (const [how, words] of found) {
    if (whole.at(-1)?.[0] === how) whole.at(-1)[1] += words;
    else whole.push([how, words]);
  }
  return whole;
}
