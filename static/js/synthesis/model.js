/** What a board knows: notes, points, tables, filters, the note in focus; it draws nothing. */

const DECIDED = new Set(["accepted", "returned", "parked", "out_of_scope"]);
const SILENT = new Set(["writing", "withdrawn"]);

/** The lists a moderator works from, in the order of the filter. */
export const SHOWS = {
  to_read: "To read",
  loose: "Accepted, in no point yet",
  accepted: "Accepted",
  returned: "Returned with a question",
  parked: "Parked",
  out_of_scope: "Out of scope",
  all: "All notes",
};

export class Board {
  constructor() {
    this.notes = new Map();
    this.points = new Map();
    this.tables = new Map();
    this.order = []; // ids of notes, newest first
    this.pending = new Map(); // note id -> the state a decision of ours leads to, until answered
    this.filter = { show: "to_read", table: "", subtopic: "", kind: "" };
    this.focus = null; // note id
    this.chosen = new Set(); // note ids ticked for grouping
    this.current = null; // point id that notes are grouped into
    this.seen = null; // what the note in focus said when it came into focus or was last decided
    this.ready = false; // whether notes have arrived at all
    this.groupedNow = null;
    this.listeners = new Set();
    this.frame = 0;
  }

  /** Calls back once a frame after anything changed. */
  onChange(listener) {
    this.listeners.add(listener);
  }

  changed() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      for (const listener of this.listeners) listener();
    });
  }

  /** The whole board anew, also after a lost connection. */
  fresh({ notes, tables }) {
    this.notes.clear();
    this.tables.clear();
    this.ready = true;
    for (const note of notes) this.notes.set(note.id, note);
    if (this.notes.has(this.focus)) this.watch(this.notes.get(this.focus));
    this.order = [...this.notes.keys()].sort((a, b) => this.newestFirst(a, b));
    this.takeTables(tables);
    this.keepFocus();
    this.changed();
  }

  /** Some notes in their new state, and how the tables are doing. */
  renew({ notes = [], tables = [] }) {
    for (const note of notes) this.put(note);
    this.takeTables(tables);
    this.keepFocus();
    this.changed();
  }

  freshPoints(points) {
    this.points.clear();
    for (const point of points) this.points.set(point.id, point);
    this.groupedNow = null;
    this.changed();
  }

  putPoint(point) {
    this.points.set(point.id, point);
    this.groupedNow = null;
    this.changed();
  }

  put(note) {
    const known = this.notes.get(note.id);
    if (known && known.version > note.version) return; // an answer told us more already
    this.notes.set(note.id, note);
    if (note.id === this.focus) this.watch(note);
    if (!known) this.order.splice(this.placeFor(note.id), 0, note.id);
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

  /** Ids of the notes that the filter shows, newest first. */
  visible() {
    return this.order.filter((id) => this.shows(this.notes.get(id)));
  }

  get toRead() {
    let count = 0;
    for (const note of this.notes.values()) if (this.status(note) === "submitted") count += 1;
    return count;
  }

  /** Ids of the points that rest on each note. */
  pointsByNote() {
    const found = new Map();
    for (const point of this.points.values()) {
      for (const id of point.sources) found.set(id, [...(found.get(id) ?? []), point.id]);
    }
    return found;
  }

  /** Points of a subtopic in their order; null for those without one. */
  pointsOf(subtopic) {
    return [...this.points.values()].filter((p) => p.subtopic === subtopic).sort(inOrder);
  }

  /** How many tables have said anything on the topic. */
  get discussing() {
    const tables = new Set();
    for (const note of this.notes.values()) {
      if (note.table && !SILENT.has(note.status)) tables.add(note.table);
    }
    return tables.size;
  }

  /** Tables whose accepted notes a point rests on. */
  raising(point) {
    const accepted = point.sources
      .map((id) => this.notes.get(id))
      .filter((note) => note?.status === "accepted" && note.table);
    return new Set(accepted.map((note) => note.table)).size;
  }

  /** The note that comes after (or before) the one in focus; null at the end. */
  beside(step) {
    const visible = this.visible();
    const at = visible.indexOf(this.focus);
    if (at < 0) return visible[0] ?? null;
    return visible[at + step] ?? null;
  }

  /** The note to read once the one in focus is decided: the next below, else the nearest above. */
  nextToRead() {
    const visible = this.visible();
    const at = visible.indexOf(this.focus);
    const waits = (id) => id !== this.focus && this.status(this.notes.get(id)) === "submitted";
    return visible.slice(at + 1).find(waits) ?? visible.slice(0, Math.max(at, 0)).findLast(waits);
  }

  setFocus(id) {
    this.focus = id;
    this.remember();
    this.changed();
  }

  /** From now on, differences are shown against what the note in focus says now. */
  remember() {
    const note = this.notes.get(this.focus);
    this.seen = note ? { text: note.text, status: note.status } : null;
  }

  tableName(id) {
    const table = this.tables.get(id);
    if (!table) return "Plenary";
    return table.name?.trim() || `Table ${table.number}`;
  }

  takeTables(tables) {
    for (const table of tables) this.tables.set(table.id, table);
  }

  keepFocus() {
    if (this.focus && this.notes.has(this.focus)) return;
    const waits = this.visible().find((id) => this.isDecidable(this.notes.get(id)));
    this.focus = waits ?? null;
    this.remember();
  }

  shows(note) {
    const { show, table, subtopic, kind } = this.filter;
    if (table && note.table !== table) return false;
    if (kind && note.kind !== kind) return false;
    if (subtopic && (note.subtopic ?? "none") !== subtopic) return false;
    const status = this.status(note);
    if (status === "writing") return show !== "loose" && isOpen(show) && note.text.trim() !== "";
    if (show === "all") return true;
    if (show === "to_read") return status === "submitted";
    if (show === "loose") return status === "accepted" && !this.grouped.has(note.id);
    return status === show;
  }

  /** Ids of all notes that some point rests on. */
  get grouped() {
    this.groupedNow ??= new Set([...this.points.values()].flatMap((point) => point.sources));
    return this.groupedNow;
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

function isOpen(show) {
  return show === "to_read" || show === "all";
}
