/** What changed between two texts as nodes: new words underlined, words taken out struck. */

import { difference } from "../synthesis/difference.js";
import { make } from "../synthesis/parts.js";

/** Both texts in one. @param {string} before @param {string} after @returns {(Node|string)[]} */
export function changes(before, after) {
  return difference(before, after).map(([how, words]) => (how === "same" ? words : make(how, {}, words)));
}

/** Each text by itself. @returns {{older: (Node|string)[], newer: (Node|string)[]}} */
export function sides(before, after) {
  const pieces = difference(before, after);
  const only = (kind) => pieces
    .filter(([how]) => how === "same" || how === kind)
    .map(([how, words]) => (how === "same" ? words : make(how, {}, words)));
  return { older: only("del"), newer: only("ins") };
}

/** "3 words new, 1 taken out". */
export function counted(before, after) {
  const count = { ins: 0, del: 0 };
  for (const [how, words] of difference(before, after)) {
    if (how !== "same") count[how] += words.split(/\s+/u).filter(Boolean).length;
  }
  if (before === after) return "The same words.";
  if (!count.ins && !count.del) return "The same words; only spaces differ.";
  const many = (number) => `${number} word${number === 1 ? "" : "s"}`;
  return `${many(count.ins)} new, ${many(count.del)} taken out.`;
}
