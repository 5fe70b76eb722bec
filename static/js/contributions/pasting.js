/** What becomes of pasted text: one note, or as many as it has lines when the person says so. */

import { show } from "../frame/say.js";
import { button, counted, make } from "./elements.js";
import { move } from "./outline.js";
import { typeOver } from "./typing.js";
import { joined, lengthOf, notesIn, onOneLine, pieces, withoutBullet } from "./words.js";

let offered = null; // the one paste that waits for an answer

/**
 * Takes a paste into a note. Nothing pasted is lost: what does not fit into one note becomes more.
 * @param {ClipboardEvent} event @param {import("./line.js").Line} line
 * @param {import("./lines.js").Lines} lines @param {number} limit
 */
export function pasted(event, line, lines, limit) {
  const words = event.clipboardData?.getData("text/plain") ?? "";
  const { field } = line;
  const [start, end] = [field.selectionStart, field.selectionEnd];
  const parts = notesIn(words, limit);
  const bare = onOneLine(start === 0 ? withoutBullet(words) : words);
  const one = parts.length > 1 || words.includes("\t") ? joined(parts.length ? parts : [""]) : bare;
  event.preventDefault();
  if (!parts.length) return;
  if (lengthOf(field.value) - lengthOf(field.value.slice(start, end)) + lengthOf(one) > limit) {
    spreadOver(line, start, end, parts, lines);
    show(`Pasted as ${counted(parts.length, "note")}: it did not fit into one.`);
    return;
  }
  typeOver(field, start, end, one);
  if (parts.length > 1) offer(line, start, one, parts, lines);
}

/** The answer to a paste that waits in this line. @returns {boolean} whether there was one */
export function answerPaste(line, { split }) {
  if (offered?.line !== line) return false;
  if (split) offered.split();
  else offered.done();
  return true;
}

/** Words that outgrew a note go on in the next ones. */
export function overflow(line, lines, limit) {
  if (lengthOf(line.field.value) <= limit) return;
  const [head, ...rest] = pieces(line.field.value, limit);
  move(line, head, rest, lines).focus();
  show("The note was full: your words go on in the next one.");
}

/** Writes each part into a note of its own, from an empty line or after a written one. */
export function spread(line, parts, lines) {
  const [first, ...rest] = line.field.value ? ["", ...parts] : parts;
  const head = line.field.value + first;
  if (!line.note.made) lines.make(line);
  move(line, head, rest, lines).focus();
}

/** What stood before the caret stays with the first part, what stood behind it with the last. */
function spreadOver(line, start, end, parts, lines) {
  const { value } = line.field;
  const [before, behind] = [value.slice(0, start), value.slice(end).trim()];
  const last = parts.at(-1);
  const all = behind ? [...parts.slice(0, -1), `${last} ${behind}`] : parts;
  const [first, ...rest] = before.trim() ? ["", ...all] : all;
  if (!line.note.made) lines.make(line);
  move(line, before.trim() ? before.trimEnd() : first, rest, lines).focus();
}

/** Offers to make the pasted lines notes of their own, until something else is typed. */
function offer(line, start, one, parts, lines) {
  offered?.done();
  const box = make("div", { class: "note-split", "data-part": "split", role: "group",
    "aria-label": "Pasted lines" },
    make("span", { role: "status" },
      `${parts.length} lines pasted as one note. Enter makes them ${parts.length} notes.`), " ",
    button(`Make ${parts.length} notes`, split, { "data-size": "small" }), " ",
    button("Keep one", keep, { "data-size": "small", "data-look": "quiet" }));
  const pasted = line.field.value;
  function split() {
    const { value } = line.field;
    const at = value === pasted ? start : value.indexOf(one);
    done();
    if (at < 0) return;
    const head = value.slice(0, at) + parts[0];
    const behind = value.slice(at + one.length).trim();
    const rest = parts.slice(1, -1).concat([parts.at(-1), behind].filter(Boolean).join(" "));
    move(line, head, rest, lines).focus();
  }
  function keep() {
    done();
    line.field.focus();
  }
  function done() {
    line.field.removeEventListener("input", done);
    box.remove();
    offered = null;
  }
  line.field.addEventListener("input", done);
  line.aside.append(box);
  offered = { line, split, done };
}
