/** The notes a table took back: their words stay in reach below the sheet. */

import { button, counted, make, setWords } from "./elements.js";

/** @param {HTMLDetailsElement} box @param {object} sheet */
export function drawWithdrawn(box, lines, sheet) {
  const notes = lines.notes.filter((note) => !note.standing && note.words.trim());
  box.hidden = notes.length === 0;
  setWords(box.querySelector("summary"), `${counted(notes.length, "withdrawn note")}, words kept`);
  const list = box.querySelector("ul");
  const key = notes.map((note) => `${note.id} ${note.words}`).join("\n");
  if (list.dataset.of === key) return;
  list.dataset.of = key;
  list.replaceChildren(...notes.map((note) => row(note, sheet)));
}

function row(note, sheet) {
  return make("li", {},
    make("span", { dir: "auto" }, note.words), " ",
    sheet.table && button("Restore", () => note.restore(), { "data-size": "small" }));
}
