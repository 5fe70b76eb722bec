/**
 * The table's own copy: a file with every note as it stands on this page, saved or not, readable
 * as it is, and with what the authority does not have yet, under the ids it will be sent under.
 */

import { show } from "../frame/say.js";

const FORMAT = 1;
const HOW = "A copy of what a table wrote. The secretariat takes it in under Set-up, Saved copies; "
  + "nothing is doubled if the table's own page sends the same words after all.";

/** Saves the copy as a file. @param {object} live @param {object} sheet */
export async function saveCopy(live, sheet, lines) {
  for (const text of live.allTexts()) text.seal(live.newId());
  const url = URL.createObjectURL(new Blob([JSON.stringify(contents(live, sheet, lines), null, 1)],
    { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${fileName(sheet)}.discussion.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  show("A copy of this sheet was saved as a file on this device.");
}

function contents(live, sheet, lines) {
  const notes = lines.notes.filter((note) => note.words.trim());
  const texts = [...live.allTexts()].filter((text) => text.unsaved);
  const commands = [...live.outbox.waiting.values()].filter(({ message }) => message.do !== "edit_text");
  return {
    read_me: [HOW, sheet.place, "", ...notes.map((note, at) => readable(note, at + 1, sheet))],
    discussion_copy: FORMAT,
    workshop: live.who.workshop,
    sheet: sheet.id,
    saved_at: new Date().toISOString(),
    notes: notes.map((note) => ({ ...note.asShown(), text: note.words })),
    commands: commands.map(({ message, person }) => ({ ...message, typed_by: person })),
    texts: texts.map(({ id, replica, person }) => ({ text: id, replica, person })),
  };
}

function readable(note, number, sheet) {
  const kind = sheet.kinds[note.get("kind")];
  const withdrawn = note.standing ? "" : " (withdrawn)";
  const unsaved = note.text.unsaved ? " (not saved yet)" : "";
  return `${number}. ${kind}: ${note.words}${withdrawn}${unsaved}`;
}

function fileName(sheet) {
  const now = new Date().toISOString().slice(0, 16).replace("T", "-").replace(":", "");
  const place = sheet.place.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return `${place}-${now}`;
}
