/** What a board knows: notes, points, tables, what is asked for, what is read; it draws nothing. */

import { afterFolding, keepFocus, nextToRead, refocus } from "./focus.js";
import { Folds, unfoldFor } from "./folds.js";
import { Search } from "./search.js";
import { derive } from "./shown.js";
import { DECIDED, NOTHING_ASKED, whole } from "./sift.js";

/** Notes decided on together at most: as many commands go out at once. */
export const CHOSEN_AT_MOST = 200;

export class Board {
  /** @param {string|null} [me] the person this page is for @param {object[]} [subtopics] */
  constructor(me = null, subtopics = []) {
    this.me = me;
    this.subtopics = subtopics;
    this.notes = new Map();
    this.points = new Map();
    this.tables = new Map();
    this.order = []; // ids of notes, newest first
    this.pending = new Map(); // note id -> the state a decision of ours leads to, until answered
    this.filter = { ...NOTHING_ASKED };
    this.arrangement = "newest";
    this.search = new Search();
    this.folds = new Folds();
    this.focus = null; // note id
    this.given = true; // whether the focus was given by the board, and chosen by nobody
    this.chosen = new Set(); // note ids ticked to be decided on together
    this.ticked = null; // the note ticked last, from which a range begins
    this.dropped = 0; // of the chosen, how many changed and are chosen no more
    this.answers = []; // notes that have come back to whoever asked, and nobody was told of
    this.readers = new Map(); // note id -> names of the other moderators who have it in focus
    this.current = null; // point id that notes are grouped into
    this.seen = null; // what the note in focus said when it came into focus or was last decided
    this.ready = false; // whether notes have arrived at all
    this.complete = false; // whether all of them have
    this.made = null; // what follows from all this, until something changes
    this.listeners = new Set();
    this.frame = 0;
  }

  /** Calls back once a frame after anything changed. */
  onChange(listener) {
    this.listeners.add(listener);
  }

  /** Something about notes, points, tables or what is asked for has changed. */
  changed() {
    this.made = null;
    this.redraw();
  }

  /** Something else is to be drawn anew: the focus, the ticks, the time. */
  redraw() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      for (const listener of this.listeners) listener();
    });
  }

  /** The newest notes and all tables, also after a lost connection; the others follow, or not. */
  fresh({ notes, tables, rest = null }) {
    this.ready = true;
    this.takeTables(tables);
    this.add(notes, rest);
  }

  /** Notes that have not been told before, or that are told again. @param {string|null} rest */
  add(notes, rest) {
    const fresh = [];
    for (const note of notes) {
      if (!this.notes.has(note.id)) fresh.push(note.id);
      this.keep(note);
    }
    fresh.sort((a, b) => this.newestFirst(a, b));
    const last = this.order.at(-1);
    const follow = !last || !fresh.length || this.newestFirst(last, fresh[0]) < 0;
    this.order.push(...fresh);
    if (!follow) this.order.sort((a, b) => this.newestFirst(a, b));
    this.complete = rest === null;
    this.search.readAhead(fresh.map((id) => this.notes.get(id)));
    keepFocus(this);
    this.changed();
  }

  /** Some notes in their new state, and how the tables are doing. */
  renew({ notes = [], tables = [] }) {
    for (const note of notes) this.put(note);
    this.takeTables(tables);
    keepFocus(this);
    this.changed();
  }

  /** Something else is asked for: it is seen at once whether what is read is among it. */
  asked() {
    refocus(this);
    this.changed();
  }

  freshPoints(points) {
    this.points.clear();
    for (const point of points) this.points.set(point.id, point);
    this.changed();
  }

  putPoint(point) {
    this.points.set(point.id, point);
    this.changed();
  }

  put(note) {
    const isNew = !this.notes.has(note.id);
    this.keep(note);
    if (isNew) this.order.splice(this.placeFor(note.id), 0, note.id);
  }

  keep(told) {
    const known = this.notes.get(told.id);
    if (known && known.version > told.version) return; // an answer told us more already
    const note = whole(told);
    this.notes.set(note.id, note);
    if (note.id === this.focus) this.watch(note);
    if (!known) return;
    if (known.text !== note.text) this.folds.forget(note.id);
    this.unchoose(known, note);
    if (this.isMine(note) && !this.isMine(known)) this.answers.push(note);
  }

  /** Which notes say the same, told of words that had not changed `since`. */
  takeFolds(told, since) {
    const first = !this.folds.told;
    if (!this.folds.take(told, since)) return;
    afterFolding(this, { first });
    this.changed();
  }

  /** Notes that stand under a row, whether they are drawn or not; they are rows of their own. */
  foldedUnder(id) {
    return this.shown.folded.get(id) ?? [];
  }

  /** A chosen note that says something else now, or was decided by somebody else, was not read. */
  unchoose(known, note) {
    if (!this.chosen.has(note.id) || this.pending.has(note.id)) return;
    if (known.text === note.text && known.status === note.status) return;
    this.chosen.delete(note.id);
    this.dropped += 1;
  }

  /** Remembers when words, or a state, moved under the reader's eyes. */
  watch(note) {
    const { seen } = this;
    if (!seen || this.pending.has(note.id)) return;
    if (seen.text === note.text && seen.status === note.status) return;
    const decided = seen.status !== note.status && DECIDED.has(note.status);
    this.seen = {
      was: seen.status === "writing" ? undefined : (seen.was ?? seen.text),
      text: note.text,
      status: note.status,
      by: decided ? note.status : seen.by,
      movedAt: Date.now(),
    };
  }

  /** The state a note is in, or is about to be in by our own decision. */
  status(note) {
    return this.pending.get(note.id) ?? note.status;
  }

  isDecidable(note) {
    const status = this.status(note);
    return status === "submitted" || DECIDED.has(status);
  }

  /** Whether a note has come back from the table that this moderator asked. */
  isMine(note) {
    const back = this.status(note) === "submitted" && note.decided_status === "returned";
    return back && this.me !== null && note.decided_by === this.me;
  }

  /** What is asked for: groups of notes, their ids in order, and counts of every choice. */
  get shown() {
    return this.derived.shown;
  }

  /** Ids of the notes asked for, in the order they stand on the board. */
  visible() {
    return this.shown.ids;
  }

  /** How many notes of the whole topic wait to be read. */
  get toRead() {
    return this.derived.toRead;
  }

  /** How many tables have said anything on the topic. */
  get discussing() {
    return this.derived.discussing;
  }

  /** Ids of the points that rest on a note. */
  pointsOn(id) {
    return this.derived.pointsOn.get(id) ?? [];
  }

  /** The note that comes after (or before) the one in focus; null at the end. */
  beside(step) {
    const visible = this.visible();
    const at = visible.indexOf(this.focus);
    if (at < 0) return visible[0] ?? null;
    return visible[at + step] ?? null;
  }

  /** The note to read after what is decided on now; undefined where none waits. */
  nextToRead() {
    return nextToRead(this);
  }

  setFocus(id) {
    this.focus = id;
    this.given = false;
    unfoldFor(id, this);
    this.remember();
    this.redraw();
  }

  /** From now on, differences are shown against what the note in focus says now. */
  remember() {
    const note = this.notes.get(this.focus);
    this.seen = note ? { text: note.text, status: note.status } : null;
  }

  /** Whether the keys act on notes that are ticked, and not on the one in focus. */
  get leavesFocus() {
    return this.chosen.size > 0 && !this.chosen.has(this.focus);
  }

  /** Ticks notes, or with `off` takes their ticks away. @returns {number} how many are ticked */
  choose(ids, { off = false } = {}) {
    for (const id of ids) {
      if (off) this.chosen.delete(id);
      else if (this.chosen.size < CHOSEN_AT_MOST && this.isDecidable(this.notes.get(id))) {
        this.chosen.add(id);
      }
    }
    this.redraw();
    return this.chosen.size;
  }

  tableName(id) {
    const table = this.tables.get(id);
    if (!table) return "Plenary";
    return table.name?.trim() || `Table ${table.number}`;
  }

  takeTables(tables) {
    for (const table of tables) this.tables.set(table.id, table);
  }

  get derived() {
    this.made ??= derive(this);
    return this.made;
  }

  newestFirst(one, other) {
    const [a, b] = [this.notes.get(one), this.notes.get(other)];
    if (a.created_at !== b.created_at) return a.created_at < b.created_at ? 1 : -1;
    return one < other ? 1 : -1;
  }

  placeFor(id) {
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.newestFirst(this.order[middle], id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Compares points by position as bytes, then by id. */
export function inOrder(one, other) {
  if (one.position !== other.position) return one.position < other.position ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
