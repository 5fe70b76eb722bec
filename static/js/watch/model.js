/** What the watch knows of the tables, and in which order it shows them; it must not draw. */

const UNSAVED = 15_000; // milliseconds after which words not saved are worth a line

export class Watch {
  /** @param {{topics: object[]}} facts */
  constructor(facts) {
    this.facts = facts;
    this.tables = new Map();
    this.cells = new Map(); // by sheet
    this.subtopics = {};
    this.discussions = new Map();
    this.show = facts.topic ?? "now";
  }

  /** Takes in what the server tells: all of it, or what has changed. */
  take({ tables, cells, subtopics }) {
    if (tables) {
      this.tables = new Map(tables.map((table) => [table.id, table]));
      this.cells.clear();
    }
    for (const cell of cells) this.cells.set(cell.sheet, cell);
    if (subtopics) this.subtopics = subtopics;
  }

  putDiscussions(discussions) {
    for (const one of discussions) this.discussions.set(one.id, one);
  }

  /** The discussion of a topic whose clock counts: the running one, else the next or last. */
  discussionOf(topic) {
    const order = { running: 0, planned: 1, closed: 2 };
    const held = [...this.discussions.values()].filter((one) => one.topic === topic);
    return held.sort((one, other) => order[one.state] - order[other.state])[0];
  }

  isRunning(topic) {
    return this.discussionOf(topic)?.state === "running";
  }

  /** The topics on this page, narrowed to those chosen. */
  get topics() {
    const { topics } = this.facts;
    if (this.show === "all") return topics;
    if (this.show !== "now") return topics.filter(({ id }) => id === this.show);
    const running = topics.filter(({ id }) => this.isRunning(id));
    return running.length ? running : topics;
  }

  /** The cells to show, those that need somebody first, then by table. */
  get shown() {
    const topics = new Set(this.topics.map(({ id }) => id));
    const cells = [...this.cells.values()].filter((cell) => topics.has(cell.topic));
    return cells.sort((one, other) => one.rank - other.rank || this.before(one, other));
  }

  before(one, other) {
    const number = (cell) => this.tables.get(cell.table)?.number ?? 0;
    return number(one) - number(other) || this.topicNumber(one) - this.topicNumber(other);
  }

  topicNumber(cell) {
    return this.facts.topics.find(({ id }) => id === cell.topic)?.number ?? 0;
  }

  nameOf(cell) {
    const table = this.tables.get(cell.table);
    return table?.name?.trim() || `Table ${table?.number ?? ""}`;
  }

  /** How a topic is going, in figures. */
  progress(topic) {
    const cells = [...this.cells.values()].filter((cell) => cell.topic === topic.id);
    const said = this.subtopics[topic.id] ?? {};
    return {
      tables: cells.length,
      writing: cells.filter((cell) => cell.notes).length,
      silent: cells.filter((cell) => !cell.notes),
      notes: sum(cells, "notes"),
      lately: sum(cells, "lately"),
      empty: topic.subtopics.filter(({ id }) => !said[id]),
    };
  }
}

/** How long words have waited at a table, in milliseconds, once that is worth a line. */
export function unsavedFor(cell, now) {
  const waited = cell.waiting_since ? now - Date.parse(cell.waiting_since) : 0;
  return waited >= UNSAVED ? waited : 0;
}

function sum(cells, name) {
  return cells.reduce((total, cell) => total + (cell[name] ?? 0), 0);
}
