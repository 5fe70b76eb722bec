/** What becomes of pasted text: one note, or as many as it has lines when the person says so. */

import { show } from "../frame/say.js";
import { button, counted, make } from "./elements.js";
import { typeOver } from "./typing.js";
import { lengthOf, notesIn, withoutBullet } from "./words.js";

/**
 * Takes a paste into a note. Nothing pasted is lost: what does not fit into one note becomes more.
 * @param {ClipboardEvent} event @param {import("./line.js").Line} line
 * @param {import("./lines.js").Lines} lines @param {number} limit
 */
export function pasted(event, line, lines, limit) {
  const words = event.clipboardData?.getData("text/plain") ?? "";
  const { field } = line;
  const [start, end] = [field.selectionStart, field.selectionEnd];
  const bare = start === 0 ? withoutBullet(words) : words;
  const parts = notesIn(words, limit);
  const one = parts.length < 2 ? bare.replace(/\s*[\n\r]+\s*/g, " ") : parts.join(" ");
  event.preventDefault();
  if (!parts.length) return;
  if (lengthOf(field.value) - lengthOf(field.value.slice(start, end)) + lengthOf(one) > limit) {
    const made = spread(line, parts, lines);
    show(`Pasted as ${counted(made, "note")}: it did not fit into one.`);
    return;
  }
  typeOver(field, start, end, one);
  if (parts.length > 1) offer(line, one, parts, lines);
}

/** Offers to make the pasted lines notes of their own, as long as they stand there unchanged. */
function offer(line, one, parts, lines) {
  line.aside.querySelector('[data-part="split"]')?.remove();
  const box = make("div", { class: "note-split", "data-part": "split", role: "group",
    "aria-label": "Pasted lines" },
    make("span", { role: "status" }, `You pasted ${parts.length} lines as one note.`), " ",
    button(`Make ${parts.length} notes`, split, { "data-size": "small" }), " ",
    button("Keep one", done, { "data-size": "small", "data-look": "quiet" }));
  function split() {
    const at = line.field.value.indexOf(one);
    done();
    if (at < 0) return;
    typeOver(line.field, at, at + one.length, parts[0]);
    spread(line, parts.slice(1), lines);
  }
  function changed() {
    if (!line.field.value.includes(one)) done();
  }
  function done() {
    line.field.removeEventListener("input", changed);
    box.remove();
  }
  line.field.addEventListener("input", changed);
  line.aside.append(box);
}

/** Writes each part into a note of its own, from an empty line or after a written one. */
export function spread(line, parts, lines) {
  let at = line;
  for (const part of parts) {
    if (at.field.value) at = lines.after(at);
    at.field.value = part;
    at.field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    at.note.submit();
  }
  at.focus();
  return parts.length;
}
