/**
 * Ties a native text field to a live text.
 *
 * While an input method composes, the field's value and caret are never touched: what arrives
 * waits, and what is composed is read when it ends, rests for a moment, or the page goes away.
 */

import { apply, codePoints, compose, diff, moveCaret, transform, utf16 } from "./changes.js";
import { handOf } from "./hand.js";

const RESTS = 1_000; // milliseconds without a change after which a composition is read meanwhile
let readUnfinished = () => {}; // what is being composed on this page, read as it stands

for (const event of ["pagehide", "freeze"]) addEventListener(event, () => readUnfinished());
document.addEventListener("visibilitychange", () => document.hidden && readUnfinished());

/**
 * @param {HTMLTextAreaElement|HTMLInputElement} field @param {import("./text.js").Text} text
 * @param {{ typed?: boolean, composing?: boolean }} [how] `typed`: what stands in the field is new
 *   and goes into the text; otherwise the field shows the text
 * @returns {() => void} unbinds them
 */
export function bindField(field, text, { typed = false, composing = false } = {}) {
  const bound = new BoundField(field, text, composing);
  if (typed) bound.read();
  else bound.show();
  return () => bound.unbind();
}

class BoundField {
  constructor(field, text, composing) {
    this.field = field;
    this.text = text;
    this.hand = handOf(text);
    this.known = text.words; // what the field said when text and field last agreed
    this.held = null; // what arrived while an input method was composing, over `known`
    this.composing = composing;
    this.goesOn = false; // part of what is being composed was read already
    this.timer = 0;
    this.listen();
  }

  listen() {
    this.stop = new AbortController();
    const on = (name, act) => {
      this.field.addEventListener(name, act, { signal: this.stop.signal });
    };
    on("input", (event) => this.typed(event));
    on("compositionstart", () => {
      this.composing = true;
    });
    on("compositionend", () => this.composed());
    on("blur", () => this.composed());
    on("beforeinput", (event) => this.wantsBack(event));
    on("keydown", (event) => this.pressed(event));
    this.forget = this.text.onChange((change) => this.arrived(change));
    this.shown = (change) => this.arrived(change, { own: true });
    this.hand.shown.add(this.shown);
  }

  unbind() {
    this.stop.abort();
    this.forget();
    this.hand.shown.delete(this.shown);
    clearTimeout(this.timer);
  }

  show() {
    if (this.field.value !== this.known) this.field.value = this.known;
  }

  typed(event) {
    if (!this.composing && !event.isComposing) return this.read();
    readUnfinished = () => this.read();
    clearTimeout(this.timer);
    this.timer = setTimeout(readUnfinished, RESTS);
    return undefined;
  }

  composed() {
    clearTimeout(this.timer);
    readUnfinished = () => {};
    this.composing = false;
    this.read();
    this.goesOn = false;
  }

  /** What stands in the field becomes the person's change of the text. */
  read() {
    const { field, held } = this;
    const caret = codePoints(field.value, field.selectionEnd ?? field.value.length);
    const mine = diff(this.known, field.value, caret);
    this.known = field.value;
    this.hand.typed(held ? transform(mine, held, false) : mine, { more: this.goesOn });
    if (this.composing) this.goesOn ||= mine.length > 0;
    if (!held) return;
    this.held = transform(held, mine, true);
    if (this.composing) return;
    const theirs = this.held;
    this.held = null;
    this.place(theirs);
  }

  arrived(change, { own = false } = {}) {
    if (this.composing) this.held = this.held ? compose(this.held, change) : change;
    else this.place(change, { own });
  }

  place(change, { own = false } = {}) {
    const { field, known: before } = this;
    const tell = (name) => field.dispatchEvent(new CustomEvent(name, { bubbles: true }));
    tell("arriving");
    this.known = apply(before, change);
    const focused = field.ownerDocument.activeElement === field;
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = field;
    const moved = (offset) => utf16(this.known, moveCaret(codePoints(before, offset), change));
    this.show();
    if (focused && own) {
      const end = utf16(this.known, endOf(change));
      field.setSelectionRange(end, end);
    } else if (focused) {
      field.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection);
    }
    field.scrollTop = scrollTop;
    tell("arrived");
  }

  /** Undo by a menu, a shake, a key of the keyboard on a screen. */
  wantsBack(event) {
    const direction = { historyUndo: "undo", historyRedo: "redo" }[event.inputType];
    if (direction && !event.isComposing) this.turn(direction, event);
  }

  pressed(event) {
    if (event.isComposing || this.composing || event.altKey) return;
    if (!event.ctrlKey && !event.metaKey) return;
    const z = isKey(event, "z");
    if (z || (isKey(event, "y") && !event.shiftKey)) {
      this.turn(z && !event.shiftKey ? "undo" : "redo", event);
    }
  }

  /** The field's own memory would take back what others wrote: it is not asked. */
  turn(direction, event) {
    event.preventDefault();
    this.hand.turn(direction);
  }
}

/** On keyboards of other scripts the letter is known by its place. */
function isKey({ key, code }, letter) {
  const latin = /^[a-z]$/i.test(key);
  return latin ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
}

/** Where the last part of a change ends in the text it led to. @param {(number|string)[]} change */
function endOf(change) {
  return change.reduce((place, part) => {
    if (typeof part === "string") return place + Array.from(part).length;
    return part > 0 ? place + part : place;
  }, 0);
}
