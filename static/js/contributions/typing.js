/** What hands do in a note's field: Enter, Backspace, arrows, kinds, tokens, bullets, paste. */

import { isBullet, lengthOf, withoutBullet } from "./words.js";

const BREAKS = new Set(["insertLineBreak", "insertParagraph"]);
const KIND_SIGN = /^\/([1-9])$/;

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
  // Before the field's own listeners: an input method begins on a field that is bound already.
  on("compositionstart", (_event, line) => lines.make(line), { capture: true });
  on("compositionend", (_event, line) => tokens.look(line.field));
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
    if (event.isComposing) return;
    event.preventDefault();
    if (!tokens.enter()) nextNote(line, lines);
    return;
  }
  if (!event.inputType.startsWith("insert") || !event.cancelable) return;
  const { field } = line;
  const inserted = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  if (inserted === " " && isBullet(field.value.slice(0, field.selectionStart))) {
    event.preventDefault();
    typeOver(field, 0, field.selectionStart, "");
    return;
  }
  const kept = lengthOf(field.value) - lengthOf(chosenIn(field));
  if (kept + lengthOf(inserted) <= sheet.limit) return;
  event.preventDefault();
  sheet.full(line);
}

function typed(event, line, lines, tokens, sheet) {
  if (event.isComposing) return line.draw();
  const { field } = line;
  const kind = KIND_SIGN.exec(field.value);
  if (kind) {
    typeOver(field, 0, field.value.length, "");
    sheet.setKind(line, sheet.codes[Number(kind[1]) - 1]);
    return undefined;
  }
  if (/[\n\r]/.test(field.value)) oneLine(field);
  tokens.look(field);
  if (!line.note.made && !isHeld(field.value, tokens)) lines.make(line);
  line.grow();
  return line.draw();
}

/** What may still become a kind, a bullet or a chip: no note is made of it yet. */
function isHeld(words, tokens) {
  return !words.trim() || words === "/" || isBullet(words) || (tokens.open && /^[#@]/.test(words));
}

/** Breaks come by drag and drop and by other programs; a note has none. */
function oneLine(field) {
  const caret = field.selectionStart;
  field.value = withoutBullet(field.value.replace(/\s*[\n\r]+\s*/g, " "));
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function nextNote(line, lines) {
  if (!line.field.value.trim()) return;
  line.note.submit();
  lines.after(line).focus();
}

function pressed(event, line, lines, tokens, sheet) {
  if (event.isComposing || tokens.key(event)) return;
  if (event.altKey && !event.ctrlKey && !event.metaKey) return withAlt(event, line, lines, sheet);
  if (event.key === "Backspace") return backspace(event, line, lines, sheet);
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

function backspace(event, line, lines, sheet) {
  if (line.field.value !== "" || event.repeat) return;
  const previous = lines.previous(line) ?? lines.next(line);
  if (!previous) return;
  event.preventDefault();
  previous.focus();
  if (line.note.made) sheet.withdraw(line);
  else lines.forget(line);
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

function chosenIn(field) {
  return field.value.slice(field.selectionStart, field.selectionEnd);
}
