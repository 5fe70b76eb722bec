/** What hands do in a note's field: Enter, Backspace, arrows, kinds, tokens, bullets, paste. */

import { join, movable, split } from "./outline.js";
import { answerPaste, overflow } from "./pasting.js";
import { isBullet, lengthOf, onOneLine, withoutBullet } from "./words.js";

const BREAKS = new Set(["insertLineBreak", "insertParagraph"]);
const BACK = /^delete(Content|Word|SoftLine|HardLine)Backward$/;
const FORWARD = /^delete(Content|Word|SoftLine|HardLine)Forward$/;
const KIND_SIGN = /^\/([1-9])$/;
const AT_ONCE = 12; // characters; more than that in one go was said or dropped, not pressed

/**
 * Listens on the whole list, so that a line needs no listeners of its own.
 * @param {import("./lines.js").Lines} lines @param {import("./tokens.js").TokenList} tokens
 * @param {object} sheet
 */
export function startTyping(lines, tokens, sheet) {
  const on = (name, act, options) => {
    lines.list.addEventListener(name, (event) => {
      const line = lines.of(event.target);
      if (line && event.target === line.field) act(event, line);
    }, options);
  };
  on("beforeinput", (event, line) => beforeTyped(event, line, lines, tokens, sheet));
  on("input", (event, line) => typed(event, line, lines, tokens, sheet));
  on("arrived", (_event, line) => line.grow());
  on("compositionend", (event, line) => typed(event, line, lines, tokens, sheet));
  on("keydown", (event, line) => pressed(event, line, lines, tokens, sheet));
  on("click", (_event, line) => tokens.look(line.field));
  on("paste", (event, line) => sheet.pasted(event, line));
}

/** Puts words in place of others as if they were typed, so that undo takes them back. */
export function typeOver(field, start, end, words) {
  field.focus();
  field.setSelectionRange(start, end);
  const command = words ? "insertText" : "delete";
  if (start === end && !words) return;
  if (document.execCommand(command, false, words)) return;
  field.setRangeText(words, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function beforeTyped(event, line, lines, tokens, sheet) {
  if (BREAKS.has(event.inputType)) {
    event.preventDefault(); // while an input method composes, Enter only ends that
    if (!event.isComposing && !tokens.enter()) entered(line, lines, sheet);
    return;
  }
  if (event.isComposing) return;
  if (BACK.test(event.inputType) && isAt(line, 0)) backward(event, line, lines, sheet);
  if (FORWARD.test(event.inputType) && isAt(line, line.field.value.length)) {
    forward(event, line, lines, sheet);
  }
  if (event.inputType.startsWith("insert") && event.cancelable) inserting(event, line, sheet);
}

function inserting(event, line, sheet) {
  const { field } = line;
  const inserted = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  if (inserted === " " && isBullet(field.value.slice(0, field.selectionStart))) {
    event.preventDefault();
    typeOver(field, 0, field.selectionStart, "");
    return;
  }
  const chosen = field.value.slice(field.selectionStart, field.selectionEnd);
  const kept = lengthOf(field.value) - lengthOf(chosen);
  const size = lengthOf(inserted);
  if (!size || size > AT_ONCE || kept + size <= sheet.limit) return;
  event.preventDefault();
  sheet.full(line);
}

function typed(event, line, lines, tokens, sheet) {
  const { field, note } = line;
  const composing = event.isComposing ?? false;
  if (!composing) {
    const kind = KIND_SIGN.exec(field.value);
    if (kind) {
      typeOver(field, 0, field.value.length, "");
      sheet.setKind(line, sheet.codes[Number(kind[1]) - 1]);
      return;
    }
    if (/[\n\r\v\f\u2028\u2029]/.test(field.value)) oneLine(field);
    tokens.look(field);
  }
  if (!note.made && !isHeld(field.value, tokens)) lines.make(line, { composing });
  if (!composing && note.made) overflow(line, lines, sheet.limit);
  line.grow();
  line.draw();
}

/** What may still become a kind, a bullet or a chip: no note is made of it yet. */
function isHeld(words, tokens) {
  return !words.trim() || words === "/" || isBullet(words) || (tokens.open && /^[#@]/.test(words));
}

/** Breaks come by drag and drop, by voice and by other programs; a note has none. */
function oneLine(field) {
  const before = onOneLine(field.value.slice(0, field.selectionStart));
  const whole = onOneLine(field.value);
  const words = withoutBullet(whole);
  const caret = Math.max(0, before.length - (whole.length - words.length));
  field.value = words;
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Enter: at the end the next note, in the middle a note cut in two, at the start one before. */
function entered(line, lines, sheet) {
  if (answerPaste(line, { split: true }) || !line.field.value.trim()) return;
  const at = line.field.selectionEnd;
  const [head, tail] = [line.field.value.slice(0, at), line.field.value.slice(at)];
  const written = line.note.made && movable(line.note, sheet);
  if (!head.trim() && tail.trim()) lines.before(line).focus();
  else if (tail.trim() && written) split(line, at, lines);
  else {
    line.note.submit();
    lines.after(line).focus();
  }
}

function isAt({ field }, place) {
  return field.selectionStart === place && field.selectionEnd === place;
}

function pressed(event, line, lines, tokens, sheet) {
  if (event.isComposing || tokens.key(event)) return;
  if (event.altKey && !event.ctrlKey && !event.metaKey) return withAlt(event, line, lines, sheet);
  if (event.key === "Escape" && answerPaste(line, { split: false })) return event.preventDefault();
  // Phones whose keyboards have nothing to delete send this key and no beforeinput.
  if (event.key === "Backspace" && isAt(line, 0)) return backward(event, line, lines, sheet);
  if (event.shiftKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "ArrowUp" || event.key === "ArrowDown") arrow(event, line, lines);
  if (event.key.startsWith("Arrow") || event.key === "Home") tokens.close();
}

function withAlt(event, line, lines, sheet) {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (digit) sheet.setKind(line, sheet.codes[Number(digit[1]) - 1]);
  else if (step && line.note.made) lines.move(line, step);
  else return;
  event.preventDefault();
}

/** Back over a note's start: an empty note goes, others are joined where that may be. */
function backward(event, line, lines, sheet) {
  event.preventDefault();
  const previous = lines.previous(line);
  if (event.repeat) return; // a key held down deletes words, never where notes begin
  if (!line.field.value) return leaveEmpty(line, previous ?? lines.next(line), lines, sheet);
  if (!previous) return;
  if (!previous.field.value) removeEmpty(previous, lines, sheet);
  else if (!join(previous, line, sheet)) previous.focus();
}

/** Forward over a note's end: the next one is drawn up. */
function forward(event, line, lines, sheet) {
  event.preventDefault();
  const next = lines.next(line);
  if (!next || event.repeat) return;
  if (!next.field.value) removeEmpty(next, lines, sheet);
  else if (!line.field.value) leaveEmpty(line, next, lines, sheet, { atStart: true });
  else join(line, next, sheet);
}

function leaveEmpty(line, other, lines, sheet, place) {
  if (!other) return;
  other.focus(place);
  removeEmpty(line, lines, sheet);
}

function removeEmpty(line, lines, sheet) {
  if (!line.note.made) lines.forget(line);
  else if (sheet.table) sheet.withdraw(line);
}

/** At the field's first or last row the caret does not move: then it goes to the next note. */
function arrow(event, line, lines) {
  const { field } = line;
  const before = field.selectionStart;
  if (before !== field.selectionEnd) return;
  const up = event.key === "ArrowUp";
  setTimeout(() => {
    if (field.selectionStart !== before || document.activeElement !== field) return;
    const beside = up ? lines.previous(line) : lines.next(line);
    beside?.focus({ atStart: !up });
  });
}
