/** One note as a row of the queue, and the head of a group of rows; they take no decision. */

import { MARKS } from "./sift.js";
import { ago, kindMark, make, mark, readable, setAttribute, setWords, stateMark } from "./parts.js";

const SHAPES = { late: "late", read_back: "read_back", answered: "returned", changed: "needs_you" };
const WORDS = { ...MARKS, read_back: "Top point", answered: "Answered", changed: "Changed" };

const NAMED = 6; // tables called by their names
const SPOKEN = 140; // characters of a note that a screen reader is told while walking

/** @param {object} on `open(id)`, `tick(id, {range})`, `unfold(id)` @param {boolean} decides */
export function newRow(id, on, decides) {
  const head = make("span", { class: "board-row-head" });
  const words = make("span", { class: "board-row-words", dir: "auto" });
  const open = make("button", { type: "button", class: "board-row-open" }, head, words);
  open.addEventListener("click", () => on.open(id));
  const fold = make("button", { type: "button", class: "board-fold board-link", hidden: true });
  fold.addEventListener("click", () => on.unfold(id));
  const row = make("li", { class: "row board-row", "data-note": id }, open, fold);
  if (decides) row.prepend(tick(id, on));
  return row;
}

function tick(id, on) {
  const input = make("input", { type: "checkbox" });
  input.addEventListener("click", (event) => on.tick(id, { range: event.shiftKey }));
  return make("label", { class: "board-tick" }, input, make("span", { class: "visually-hidden" }));
}

/** Says in a row what its note says now. */
export function fillRow(row, note, board, page) {
  const status = board.status(note);
  setAttribute(row, "aria-current", note.id === board.focus ? "true" : null);
  setAttribute(row, "data-quiet", status === "writing" || status === "withdrawn");
  fillTick(row, note, board);
  fillFold(row, note, board);
  const when = ago((page.now() - Date.parse(note.created_at)) / 1000);
  const table = board.tableName(note.table);
  const shown = status !== "submitted" || board.filter.show === "all" ? status : null;
  const readers = board.readers.get(note.id) ?? [];
  const key = [shown, note.kind, table, when, note.marks, readers].join("|");
  if (row.dataset.key !== key) {
    row.dataset.key = key;
    const told = [
      kindMark(note.kind, page.kinds[note.kind], { hide: true }),
      make("b", { dir: "auto" }, table),
      ...readers.map((name) => make("span", { class: "board-reader", dir: "auto" }, `${name} reads`)),
      ...note.marks.map((name) => mark(SHAPES[name], WORDS[name])),
      shown ? stateMark(shown, page.states[shown]) : null,
      make("span", { class: "quiet end" }, when),
    ];
    row.querySelector(".board-row-head").replaceChildren(...told.filter(Boolean));
  }
  const words = row.querySelector(".board-row-words");
  setWords(words, readable(note.text));
  setAttribute(words, "lang", note.language);
}

/** Which others say the same and stand under this row; each is counted and decided by itself. */
function fillFold(row, note, board) {
  const fold = row.querySelector(".board-fold");
  const under = board.foldedUnder(note.id);
  const open = under.length > 0 && board.visible().includes(under[0]);
  setAttribute(row, "data-folds", under.length > 0);
  setAttribute(row, "data-under", board.shown.under.has(note.id));
  setAttribute(fold, "hidden", !under.length);
  if (!under.length) return;
  setAttribute(fold, "aria-expanded", String(open));
  setWords(fold, `+ ${under.length} nearly the same: ${tableNames(under, board)}`);
}

/** What a screen reader is told of a note that came into focus. */
export function spoken(note, board, page) {
  const kind = page.kinds[note.kind];
  const chosen = board.chosen.has(note.id) ? "Chosen. " : "";
  const state = page.states[board.status(note)];
  const words = note.text.trim().slice(0, SPOKEN);
  const same = board.foldedUnder(note.id).length;
  const more = same ? ` And ${same} nearly the same.` : "";
  return `${chosen}${board.tableName(note.table)}, ${kind}, ${state}: ${words}${more}`;
}

/** The tables of some notes, each once, the first of them by name. */
export function tableNames(ids, board) {
  const tables = [...new Set(ids.map((id) => board.notes.get(id)?.table))];
  const more = tables.length - NAMED;
  const names = tables.slice(0, NAMED).map((id) => board.tableName(id));
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}

function fillTick(row, note, board) {
  const input = row.querySelector("input");
  if (!input) return;
  input.checked = board.chosen.has(note.id);
  input.disabled = !board.isDecidable(note);
  setWords(input.nextSibling, `Choose this note of ${board.tableName(note.table)}`);
}

/** @param {object} on `all(key)` chooses the whole group @param {boolean} decides */
export function newHead(key, on, decides) {
  const head = make("li", { class: "board-group" }, make("h3", { dir: "auto" }), make("span"));
  if (!decides) return head;
  const all = make("button", { type: "button", class: "board-link small" });
  all.addEventListener("click", () => on.all(key));
  head.append(all);
  return head;
}

/** Says in a head which group it is of, and how many notes of it wait. @param {string[]} ids */
export function fillHead(head, group, ids, board) {
  const [title, count, all] = head.children;
  setWords(title, group);
  setWords(count, ids.length === 1 ? "1 note" : `${ids.length} notes`);
  if (!all) return;
  const chosen = ids.every((id) => board.chosen.has(id));
  setWords(all, chosen ? "Choose none" : "Choose all");
  setAttribute(all, "aria-label", `${chosen ? "Choose none" : "Choose all"} of ${group}`);
}
