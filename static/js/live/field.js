/** Ties a native text field to a live text; while an input method composes, what arrives waits. */

import { apply, codePoints, compose, diff, moveCaret, transform, utf16 } from "./changes.js";

/**
 * @param {HTMLTextAreaElement|HTMLInputElement} field @param {import("./text.js").Text} text
 * @returns {() => void} unbinds them
 */
export function bindField(field, text) {
  let known = text.words; // what the field said when text and field last agreed
  let held = null; // what arrived while an input method was composing, over `known`
  let composing = false;
  show(known);

  function show(words) {
    if (field.value !== words) field.value = words;
  }

  function typed() {
    if (composing) return;
    const caret = codePoints(field.value, field.selectionEnd ?? field.value.length);
    const mine = diff(known, field.value, caret);
    known = field.value;
    if (held) {
      const theirs = transform(held, mine, true);
      text.type(transform(mine, held, false));
      held = null;
      place(theirs);
    } else {
      text.type(mine);
    }
  }

  function arrived(change) {
    if (composing) {
      held = held ? compose(held, change) : change;
    } else {
      place(change);
    }
  }

  function place(change) {
    const before = known;
    known = apply(known, change);
    const focused = field.ownerDocument.activeElement === field;
    const [start, end] = focused ? [field.selectionStart, field.selectionEnd] : [0, 0];
    const scroll = field.scrollTop;
    show(known);
    if (focused) {
      const moved = (offset) => utf16(known, moveCaret(codePoints(before, offset), change));
      field.setSelectionRange(moved(start), moved(end));
    }
    field.scrollTop = scroll;
    field.dispatchEvent(new CustomEvent("arrived", { bubbles: true }));
  }

  const began = () => {
    composing = true;
  };
  const ended = () => {
    composing = false;
    typed();
  };
  field.addEventListener("input", typed);
  field.addEventListener("compositionstart", began);
  field.addEventListener("compositionend", ended);
  const forget = text.onChange(arrived);
  return () => {
    forget();
    field.removeEventListener("input", typed);
    field.removeEventListener("compositionstart", began);
    field.removeEventListener("compositionend", ended);
  };
}
