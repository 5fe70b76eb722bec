/**
 * The lines of a sheet in their order: those of the table's notes and the empty ones to type in.
 * A line somebody types in is never moved, made anew or scrolled.
 */

import { between } from "../live/positions.js";
import { Line } from "./line.js";
import { Note } from "./note.js";

export class Lines {
  /** @param {HTMLOListElement} list @param {object} live @param {object} sheet */
  constructor(list, live, sheet) {
    this.list = list;
    this.live = live;
    this.sheet = sheet;
    this.lines = new Map();
    this.refused = () => {};
    this.changed = () => {};
  }

  /** The sheet's whole state; what was made here and is not acknowledged yet stays. */
  fresh(notes) {
    const ids = new Set(notes.map(({ id }) => id));
    for (const facts of notes) this.told(facts, { arrange: false });
    for (const line of [...this.lines.values()]) {
      const lost = line.note.made && !ids.has(line.id) && line.note.text?.state === "saved";
      if (lost && !line.focused) this.drop(line);
    }
    this.arrange();
  }

  /** One note's state. */
  told(facts, { arrange = true } = {}) {
    const line = this.lines.get(facts.id);
    if (line) line.note.told(facts);
    else this.add(new Note(this.live, facts, { made: true }));
    if (arrange) this.arrange();
  }

  /** The notes of the sheet, in their order. */
  get notes() {
    return this.ordered().map((line) => line.note).filter((note) => note.made);
  }

  /** Draws every line anew, as after a change that concerns them all. */
  draw() {
    for (const line of this.lines.values()) line.draw();
  }

  /** The line a node is in. @param {Node} node */
  of(node) {
    const element = node instanceof Element ? node.closest(".note") : null;
    return element ? this.lines.get(element.dataset.id) : undefined;
  }

  get inFocus() {
    return this.of(document.activeElement);
  }

  next(line) {
    return this.beside(line, 1);
  }

  previous(line) {
    return this.beside(line, -1);
  }

  /** The first line without words. */
  firstEmpty() {
    return this.shown().find((line) => line.field.value === "" && line.note.standing);
  }

  /** An empty line after another, of its kind and subtopic. @param {Line} line */
  after(line) {
    const next = this.next(line);
    const free = next && !next.note.made && next.field.value === "";
    if (free) {
      this.inherit(next.note, line.note);
      return next;
    }
    const made = this.draft(line.note, this.placeAfter(line));
    this.arrange();
    return made;
  }

  /** An empty line before another, of its kind and subtopic. @param {Line} line */
  before(line) {
    const made = this.draft(line.note, this.placeAfter(this.previous(line)));
    this.arrange();
    return made;
  }

  /** What is typed into a line becomes a note of the sheet. @param {Line} line */
  make(line, { composing = false } = {}) {
    if (line.note.made) return;
    line.note.make(this.sheet.id, line.note.facts.position ?? this.placeAfter(this.previous(line)));
    line.bind({ composing });
    line.draw();
    this.arrange();
  }

  /** Takes an empty line away again, if it is not the one at the end. @param {Line} line */
  forget(line) {
    if (line.note.made || line.note.facts.position === null || line.field.value) return;
    this.drop(line);
  }

  /** Moves a note one place up (-1) or down (1). */
  move(line, step) {
    const others = this.shown().filter((each) => each.note.made && each !== line);
    const at = this.shown().filter((each) => each.note.made).indexOf(line) + step;
    if (at < 0 || at > others.length) return;
    const place = this.room(others[at - 1]?.note, others.slice(at).map((each) => each.note));
    line.note.wish("move_note", "position", place);
    this.arrange();
  }

  /** Brings the lines into their order and keeps an empty one at the end. */
  arrange() {
    if (!this.ordered().some((line) => line.note.facts.position === null)) this.draft();
    const wanted = this.shown();
    for (const line of this.lines.values()) {
      if (!wanted.includes(line)) line.element.remove();
    }
    const pivot = Math.max(wanted.findIndex((line) => line.focused), 0);
    if (!wanted[pivot].element.isConnected) this.list.append(wanted[pivot].element);
    this.placeAround(wanted.map((line) => line.element), pivot);
    this.followLast(wanted);
    this.changed();
  }

  placeAround(elements, pivot) {
    for (let at = pivot - 1; at >= 0; at -= 1) {
      const after = elements[at + 1];
      if (after.previousElementSibling !== elements[at]) after.before(elements[at]);
    }
    for (let at = pivot + 1; at < elements.length; at += 1) {
      const before = elements[at - 1];
      if (before.nextElementSibling !== elements[at]) before.after(elements[at]);
    }
  }

  /** The empty line at the end takes after the note before it, until somebody chooses. */
  followLast(wanted) {
    const [last, end] = wanted.slice(-2);
    if (!end || end.note.made || end.focused || end.field.value) return;
    this.inherit(end.note, last.note);
  }

  inherit(note, from) {
    if (note.chosen) return;
    note.facts.kind = from.get("kind");
    note.facts.subtopic = from.get("subtopic");
    note.onChange();
  }

  draft(like = null, position = null) {
    const facts = { id: this.live.newId(), kind: like?.get("kind") ?? this.sheet.firstKind };
    facts.subtopic = like?.get("subtopic") ?? null;
    return this.add(new Note(this.live, { ...facts, position }, { made: false }));
  }

  add(note) {
    const line = new Line(note, this.sheet);
    this.lines.set(note.id, line);
    note.onRefusal = (refusal) => this.refused(refusal, line);
    const draw = note.onChange;
    let standing = note.standing;
    note.onChange = () => {
      draw();
      if (standing !== note.standing) {
        standing = note.standing;
        this.arrange();
      }
    };
    return line;
  }

  drop(line) {
    this.lines.delete(line.id);
    line.remove();
  }

  /** Withdrawn notes leave the lines, but not from under somebody's hands. */
  shown() {
    return this.ordered().filter((line) => line.note.standing || line.focused);
  }

  ordered() {
    return [...this.lines.values()].sort((one, two) => compare(one.note, two.note));
  }

  beside(line, step) {
    const shown = this.shown();
    return shown[shown.indexOf(line) + step];
  }

  placeAfter(line) {
    const ordered = this.ordered();
    const later = line ? ordered.slice(ordered.indexOf(line) + 1) : ordered;
    return this.room(line?.note, later.map((each) => each.note));
  }

  /** A position after a note and before the first of the later ones that leaves room. */
  room(note, later) {
    const before = note?.get("position") ?? null;
    const positions = later.map((each) => each.get("position")).filter((each) => each !== null);
    const after = positions.find((each) => before === null || each > before) ?? null;
    return between(before, after);
  }
}

function compare(one, two) {
  const [a, b] = [one.get("position"), two.get("position")];
  if (a === b) return one.id < two.id ? -1 : 1;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
