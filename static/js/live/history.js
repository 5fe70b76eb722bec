/**
 * What one person did to one text, so that it can be taken back; it must not know of screens.
 *
 * Two stacks of changes. The top of each fits the text as it stands, the next fits the text after
 * the top was carried out, and so on down; what others do is rebased through both. So taking back
 * removes one's own words alone, wherever others have written since.
 *
 * @typedef {import("./changes.js").Change} Change
 * @typedef {{ change: Change, step: object | null }} Entry `step`: what it is one part of
 */

import { apply, compose, invert, moveCaret, size, transform } from "./changes.js";

const PAUSE = 1_500; // milliseconds after which what is typed counts as a new beginning
const KEPT = 200; // things that can be taken back; older ones stay as they are

export class History {
  constructor() {
    /** @type {Entry[]} */
    this.done = [];
    /** @type {Entry[]} */
    this.undone = [];
    this.run = null; // the typing that what follows may still belong to
  }

  /**
   * The person changed the text.
   * @param {Change} change @param {string} words the text before
   * @param {{ at?: number, step?: object | null, more?: boolean }} [how] when, in milliseconds;
   *   `more`: it goes on with the change before, whatever it looks like
   */
  typed(change, words, { at = Date.now(), step = null, more = false } = {}) {
    const back = invert(change, words);
    const run = runOf(change, at);
    const top = this.done.at(-1);
    const joins = top && !top.step && !step && this.run && (more || goesOn(this.run, run));
    if (joins) top.change = compose(back, top.change);
    else this.done.push({ change: back, step });
    if (this.done.length > KEPT) this.done.shift();
    this.undone = [];
    this.run = step ? null : run;
  }

  /** Somebody else changed it. @param {Change} change */
  arrived(change) {
    this.done = rebased(this.done, change);
    this.undone = rebased(this.undone, change);
    if (this.run) this.run.end = moveCaret(this.run.end, change);
  }

  /** What is typed next begins anew, as after the caret went elsewhere. */
  rest() {
    this.run = null;
  }

  /** Whether the last thing to take back, or the one of that step, is there. */
  has(direction, step) {
    return this[direction === "undo" ? "done" : "undone"].some((entry) => entry.step === step);
  }

  /**
   * The change that takes back the last thing, or that step, with what came after it left alone.
   * @param {string} words the text as it stands @param {object | null} [step]
   * @returns {Entry | null}
   */
  undo(words, step = null) {
    return this.shift(this.done, this.undone, words, step);
  }

  /** The change that does again what was taken back. @returns {Entry | null} */
  redo(words, step = null) {
    return this.shift(this.undone, this.done, words, step);
  }

  shift(from, to, words, step) {
    const at = step ? from.findIndex((entry) => entry.step === step) : from.length - 1;
    if (at < 0) return null;
    raise(from, at, words);
    const entry = from.pop();
    to.push({ change: invert(entry.change, words), step: entry.step });
    this.run = null;
    return entry;
  }
}

/** @param {Entry[]} stack @param {Change} change @returns {Entry[]} */
function rebased(stack, change) {
  const kept = [];
  for (const entry of [...stack].reverse()) {
    const moved = transform(entry.change, change, true);
    change = transform(change, entry.change, false);
    if (moved.length || entry.step) kept.push({ change: moved, step: entry.step });
  }
  return kept.reverse();
}

/** Brings an entry to the top, past those above it. */
function raise(stack, at, words) {
  const texts = [words]; // what each entry fits, from the top down
  for (let i = stack.length - 1; i > at; i -= 1) texts.push(apply(texts.at(-1), stack[i].change));
  for (let i = at; i < stack.length - 1; i += 1) {
    texts.pop();
    const [lower, upper] = [stack[i], stack[i + 1]];
    const change = transform(lower.change, invert(upper.change, texts.at(-1)), true);
    stack[i] = { change: transform(upper.change, change, false), step: upper.step };
    stack[i + 1] = { change, step: lower.step };
  }
}

/** A change as a stretch of typing: where it began and ended, and what kind it is. */
function runOf(change, at) {
  const begin = typeof change[0] === "number" && change[0] > 0 ? change[0] : 0;
  const rest = begin ? change.slice(1) : change;
  if (rest.length !== 1) return { kind: "other", begin, end: begin, at };
  const [part] = rest;
  if (typeof part === "number") return { kind: "delete", begin, end: begin, far: begin - part, at };
  const [starts, ends] = [/^\s/.test(part), /\s$/.test(part)];
  return { kind: "insert", begin, end: begin + size(part), starts, ends, at };
}

/** Typing goes on from word to word only after a breath shorter than a pause. */
function goesOn(before, now) {
  if (before.kind !== now.kind || now.at - before.at > PAUSE) return false;
  if (now.kind === "delete") return now.far === before.end || now.begin === before.end;
  return now.kind === "insert" && now.begin === before.end && (!before.ends || now.starts);
}
