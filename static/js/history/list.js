/** The versions down the page, newest first, each with what it changed. */

import { button, make } from "../synthesis/parts.js";
import { changes } from "./marked.js";
import { moment, span } from "./versions.js";

/**
 * @param {HTMLOListElement} list @param {import("./versions.js").Version[]} versions oldest first
 * @param {{zone: string, compare: (version: object) => void,
 *   restore: ((version: object) => void)|null}} how
 */
export function drawVersions(list, versions, how) {
  const newest = versions.at(-1);
  const held = list.contains(document.activeElement) ? document.activeElement : null;
  const rows = new Map([...list.children].map((row) => [row.dataset.key, row]));
  const wanted = versions.slice(1).reverse();
  if (versions[0].words || !wanted.length) wanted.push(versions[0]);
  list.replaceChildren(
    ...wanted.map((version) => {
      const key = [version.version, version.ended, version === newest, Boolean(how.restore)].join(" ");
      const row = rows.get(key) ?? rowOf(version, version === newest, how);
      row.dataset.key = key;
      return row;
    }),
  );
  if (held?.isConnected) held.focus({ preventScroll: true });
}

function rowOf(version, isNewest, how) {
  const made = version.version === 0;
  const when = make("time", { datetime: version.ended, dir: "ltr" }, span(version, how.zone));
  const who = make("b", { dir: "auto" }, made ? "As it was made" : version.who);
  const head = make("p", { class: "history-who" }, who, " · ", version.ended ? when : "");
  const row = make("li", { class: "history-version" }, head, wordsOf(version, made));
  if (version.words === null) return row;
  const about = version.ended ? `, ${moment(version.ended, how.zone)}` : "";
  const compare = button("Compare with now", { size: "small", "aria-label": `Compare with now${about}` });
  compare.addEventListener("click", () => how.compare(version));
  const restore = button("Bring back", { size: "small", "aria-label": `Bring back${about}` });
  restore.addEventListener("click", () => how.restore(version));
  if (!isNewest) row.append(make("p", { class: "buttons" }, compare, how.restore ? restore : null));
  return row;
}

function wordsOf({ words, before }, made) {
  if (words === null) return make("p", { class: "quiet" }, "These words are not kept any more.");
  if (made || before === null) return make("p", { class: "history-words", dir: "auto" }, words);
  if (words === before) return make("p", { class: "quiet" }, "Written and taken out again: nothing changed.");
  return make("p", { class: "history-words", dir: "auto" }, ...changes(before, words));
}
