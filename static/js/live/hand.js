/**
 * One person's hand in one live text: what it types, and takes back without touching what others
 * wrote. It must not know of elements; the fields that show the text listen to it.
 *
 * @typedef {import("./changes.js").Change} Change
 */

import { History } from "./history.js";

const hands = new WeakMap();

/** The hand of this page in a text, one and the same as long as the text lives. */
export function handOf(/** @type {import("./text.js").Text} */ text) {
  if (!hands.has(text)) hands.set(text, new Hand(text));
  return hands.get(text);
}

class Hand {
  constructor(text) {
    this.text = text;
    this.history = new History();
    this.shown = new Set(); // told of changes that were not typed into a field
    text.onChange((change) => this.history.arrived(change));
  }

  /** A field was typed into. @param {Change} change over the text's words */
  typed(change, { more = false } = {}) {
    if (!change.length) return;
    this.history.typed(change, this.text.words, { more });
    this.text.type(change);
  }

  /** Changes the text as part of a step, and shows it. @param {Change} change */
  write(change, step) {
    this.history.typed(change, this.text.words, { step });
    this.carry(change);
  }

  /**
   * Takes back the last thing, or does it again; a step as a whole.
   * @param {"undo" | "redo"} direction @returns {Change | null} what became of the text
   */
  turn(direction) {
    const { history, text } = this;
    const step = history[direction === "undo" ? "done" : "undone"].at(-1)?.step;
    if (step && !step.whole(direction)) {
      history.undone = []; // its other part was written over: half of it is not done again
      return null;
    }
    const entry = history[direction](text.words);
    if (!entry) return null;
    this.carry(entry.change);
    step?.turned(direction, this);
    return entry.change;
  }

  /** One part of a step that is taken back or done again elsewhere. */
  follow(direction, step) {
    const entry = this.history[direction](this.text.words, step);
    if (entry) this.carry(entry.change);
  }

  carry(change) {
    if (!change.length) return;
    this.text.type(change);
    for (const show of [...this.shown]) show(change);
  }
}

/** Something done to several texts at once and taken back at once, such as cutting a note in two. */
export class Step {
  /** @param {(direction: "undo" | "redo") => void} after */
  constructor(after = () => {}) {
    this.after = after;
    this.hands = new Set();
  }

  /** @param {import("./text.js").Text} text @param {Change} change */
  write(text, change) {
    const hand = handOf(text);
    this.hands.add(hand);
    hand.write(change, this);
  }

  /** What was done can always be taken back; it is done again only where all of it can be. */
  whole(direction) {
    if (direction === "undo") return true;
    return [...this.hands].every((hand) => hand.history.has(direction, this));
  }

  turned(direction, from) {
    for (const hand of this.hands) if (hand !== from) hand.follow(direction, this);
    this.after(direction);
  }
}
