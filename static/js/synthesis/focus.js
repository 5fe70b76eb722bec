/** Which note is read: a row of the queue whenever the queue has one; it draws nothing. */

import { unfoldFor } from "./folds.js";

/** Something is read as soon as there is anything to be read. */
export function keepFocus(board) {
  if (board.focus && board.notes.has(board.focus)) return;
  board.made = null;
  give(board, firstToDecide(board) ?? null);
}

/** Something else is asked for: what is read stays while it is among it, else the first is read. */
export function refocus(board) {
  if (!board.ready) return;
  board.made = null;
  unfoldFor(board.focus, board);
  if (!board.visible().includes(board.focus)) give(board, firstRow(board));
}

/** Folds have come: a note that nobody chose makes room for the first row, any other unfolds. */
export function afterFolding(board, { first }) {
  board.made = null;
  if (!board.shown.under.has(board.focus) || board.visible().includes(board.focus)) return;
  if (first && board.given) give(board, firstRow(board));
  else unfoldFor(board.focus, board);
}

/** The first note of the queue that waits for a decision, else the first at all, else null. */
export function firstRow(board) {
  return firstToDecide(board) ?? board.visible()[0] ?? null;
}

/**
 * The note to read once the one in focus and those chosen are decided: one that says the same,
 * the next below, else the nearest above, and one that no other moderator is reading if there is
 * any.
 */
export function nextToRead(board) {
  const visible = board.visible();
  const at = visible.indexOf(board.focus);
  const going = board.chosen.size ? board.chosen : new Set([board.focus]);
  const waits = (id) => !going.has(id) && board.status(board.notes.get(id)) === "submitted";
  const free = (id) => waits(id) && !board.readers.has(id);
  const below = [...board.foldedUnder(board.focus), ...visible.slice(at + 1)];
  const above = visible.slice(0, Math.max(at, 0));
  for (const fits of [free, waits]) {
    const found = below.find(fits) ?? above.findLast(fits);
    if (found) return found;
  }
  return undefined;
}

function firstToDecide(board) {
  return board.visible().find((id) => board.isDecidable(board.notes.get(id)));
}

function give(board, id) {
  board.focus = id;
  board.given = true;
  board.remember();
}
