/**
 * The queue: notes newest first, drawn only where they can be seen; it takes no decision.
 *
 * Every row is as high as every other, so that twelve thousand notes cost what thirty do.
 */

import { SHOWS } from "./model.js";
import { ago, arrange, kindMark, make, mark, setAttribute, setWords, stateMark } from "./parts.js";

const MARGIN = 6; // rows drawn above and below what can be seen

export class Queue {
  /**
   * @param {import("./model.js").Board} board
   * @param {object} page what the page knows: kinds, states, topic, decides, now()
   * @param {{open: (id: string) => void, tick: (id: string) => void}} on
   */
  constructor(board, page, on) {
    this.board = board;
    this.page = page;
    this.on = on;
    this.rows = new Map();
    this.list = document.getElementById("rows");
    this.scroll = document.getElementById("rows-scroll");
    this.empty = document.getElementById("queue-empty");
    this.height = 0;
    this.visible = [];
    this.startFilters();
    addEventListener("scroll", () => this.look(), { capture: true, passive: true });
    addEventListener("resize", () => this.measure());
  }

  /** Draws what changed. */
  draw() {
    this.visible = this.board.visible();
    this.list.hidden = !this.visible.length;
    this.drawCount();
    this.drawFilters();
    this.drawEmpty();
    if (!this.height && this.visible.length) this.measure();
    else this.window();
  }

  /** Brings the note in focus into sight, by no more than needed. */
  reveal() {
    const at = this.visible.indexOf(this.board.focus);
    if (at < 0 || !this.height) return;
    const top = this.list.offsetTop + at * this.height;
    const scroller = this.scroll;
    if (scroller.scrollHeight <= scroller.clientHeight) return;
    const over = top - this.list.offsetTop;
    if (over < scroller.scrollTop) scroller.scrollTop = over;
    const under = over + this.height - scroller.clientHeight;
    if (under > scroller.scrollTop) scroller.scrollTop = under;
  }

  look() {
    if (this.looking) return;
    this.looking = requestAnimationFrame(() => {
      this.looking = 0;
      this.window();
    });
  }

  /** One row is measured; the others are alike. */
  measure() {
    this.height = 0;
    this.window();
    const first = this.list.firstElementChild;
    if (!first) return;
    this.height = first.getBoundingClientRect().height;
    this.window();
  }

  window() {
    const [start, end] = this.range();
    setAttribute(this.list, "data-rows", this.visible.length);
    this.list.style.blockSize = this.height ? `${this.visible.length * this.height}px` : "";
    const wanted = [];
    for (let at = start; at < end; at += 1) wanted.push(this.row(this.visible[at], at));
    arrange(this.list, wanted);
    for (const [id, row] of this.rows) if (!row.isConnected) this.rows.delete(id);
  }

  /** The first and the last row (not included) to draw. */
  range() {
    const count = this.visible.length;
    if (!this.height) return [0, Math.min(count, 1)];
    const pane = this.scroll.getBoundingClientRect();
    const top = Math.max(0, pane.top);
    const seen = Math.max(0, Math.min(innerHeight, pane.bottom) - top);
    const above = top - this.list.getBoundingClientRect().top;
    const start = Math.max(0, Math.floor(above / this.height) - MARGIN);
    return [start, Math.min(count, start + Math.ceil(seen / this.height) + 2 * MARGIN)];
  }

  row(id, at) {
    const note = this.board.notes.get(id);
    const row = this.rows.get(id) ?? this.newRow(id);
    row.style.insetBlockStart = `${at * this.height}px`;
    setAttribute(row, "aria-setsize", this.visible.length);
    setAttribute(row, "aria-posinset", at + 1);
    this.fill(row, note);
    return row;
  }

  newRow(id) {
    const row = make("li", { class: "row board-row", "data-note": id });
    const head = make("span", { class: "board-row-head" });
    const words = make("span", { class: "board-row-words", dir: "auto" });
    const open = make("button", { type: "button", class: "board-row-open" }, head, words);
    open.addEventListener("click", () => this.on.open(id));
    row.append(open);
    if (this.page.decides) row.prepend(this.tick(id));
    this.rows.set(id, row);
    return row;
  }

  tick(id) {
    const input = make("input", { type: "checkbox" });
    input.addEventListener("change", () => this.on.tick(id));
    return make(
      "label",
      { class: "board-tick" },
      input,
      make("span", { class: "visually-hidden" }),
    );
  }

  fill(row, note) {
    const status = this.board.status(note);
    setAttribute(row, "aria-current", note.id === this.board.focus ? "true" : null);
    setAttribute(row, "data-quiet", status === "writing" || status === "withdrawn");
    this.fillTick(row, note);
    const table = this.board.tableName(note.table);
    const when = ago((this.page.now() - Date.parse(note.created_at)) / 1000);
    const key = [status, note.kind, table, when, note.late, note.read_back].join("|");
    if (row.dataset.key !== key) {
      row.dataset.key = key;
      row.querySelector(".board-row-head").replaceChildren(...this.head(note, status, table, when));
    }
    const words = row.querySelector(".board-row-words");
    setWords(words, note.text);
    setAttribute(words, "lang", note.language);
  }

  fillTick(row, note) {
    const input = row.querySelector("input");
    if (!input) return;
    input.checked = this.board.chosen.has(note.id);
    input.disabled = !this.board.isDecidable(note);
    setWords(input.nextSibling, `Choose this note of ${this.board.tableName(note.table)}`);
  }

  head(note, status, table, when) {
    const shows = status !== "submitted" || this.board.filter.show === "all";
    return [
      kindMark(note.kind, this.page.kinds[note.kind], { hide: true }),
      make("b", { dir: "auto" }, table),
      note.read_back ? mark("read_back", "top point") : null,
      note.late ? mark("late", "late") : null,
      shows ? stateMark(status, this.page.states[status]) : null,
      make("span", { class: "quiet end" }, when),
    ].filter(Boolean);
  }

  drawCount() {
    const [figure, words] = document.getElementById("to-read").children;
    const { toRead, filter } = this.board;
    setWords(figure, this.board.ready ? String(toRead) : "…");
    const here = this.visible.filter(
      (id) => this.board.status(this.board.notes.get(id)) === "submitted",
    );
    const part = filter.show === "to_read" && here.length !== toRead;
    setWords(words, part ? `to read, ${here.length} of them here` : "to read");
    const tab = document.getElementById("queue-tab");
    setWords(tab, toRead ? `Queue, ${toRead} to read` : "Queue");
  }

  startFilters() {
    const { subtopics } = this.page.topic;
    fillSelect("show", Object.entries(SHOWS));
    fillSelect("subtopic", [
      ["", "All subtopics"],
      ...subtopics.map(({ id, number, title }) => [id, `${number}. ${title}`]),
      ["none", "No subtopic"],
    ]);
    fillSelect("kind", [["", "All kinds"], ...Object.entries(this.page.kinds)]);
    fillSelect("table", [["", "All tables"]]);
    for (const select of document.querySelectorAll("[data-filter]")) {
      select.addEventListener("change", () => this.choose(select.dataset.filter, select.value));
    }
  }

  /** Shows only some notes. @param {"show"|"table"|"subtopic"|"kind"} name */
  choose(name, value) {
    this.board.filter[name] = value;
    this.scroll.scrollTop = 0;
    this.board.changed();
  }

  drawFilters() {
    const select = document.getElementById("filter-table");
    if (select.options.length !== this.board.tables.size + 1) {
      const tables = [...this.board.tables.values()].sort((a, b) => a.number - b.number);
      fillSelect("table", [
        ["", "All tables"],
        ...tables.map(({ id }) => [id, this.board.tableName(id)]),
      ]);
    }
    for (const each of document.querySelectorAll("[data-filter]")) {
      const value = this.board.filter[each.dataset.filter];
      if (each.value !== value) each.value = value;
      setAttribute(each, "data-set", value !== "" && value !== "to_read");
    }
    this.drawFilterLine();
  }

  drawFilterLine() {
    const { chosen, filter, tables } = this.board;
    const line = document.getElementById("filter-line");
    const table = tables.get(filter.table);
    const key = [chosen.size, filter.table, filter.subtopic, filter.kind].join("|");
    if (line.dataset.key === key) return;
    line.dataset.key = key;
    line.hidden = !(chosen.size || filter.table || filter.subtopic || filter.kind);
    const clear = make(
      "button",
      { type: "button", class: "board-link" },
      "Show all tables and kinds",
    );
    clear.addEventListener("click", () => this.clear());
    const drop = make("button", { type: "button", class: "board-link" }, "Choose none");
    drop.addEventListener("click", () => (chosen.clear(), this.board.changed()));
    line.replaceChildren(
      ...(chosen.size ? [make("b", {}, `${chosen.size} chosen`), drop] : []),
      ...(table?.sheet
        ? [
            make(
              "a",
              { href: `/sheets/${table.sheet}` },
              `Open the sheet of ${this.board.tableName(table.id)}`,
            ),
          ]
        : []),
      ...(filter.table || filter.subtopic || filter.kind ? [clear] : []),
    );
  }

  clear() {
    Object.assign(this.board.filter, { table: "", subtopic: "", kind: "" });
    this.board.changed();
  }

  drawEmpty() {
    this.empty.hidden = this.visible.length > 0;
    if (this.empty.hidden || !this.board.ready) return;
    const [title, words] = this.emptyWords();
    setWords(this.empty.querySelector("h2"), title);
    setWords(this.empty.querySelector("p"), words);
  }

  emptyWords() {
    const { filter, notes, toRead } = this.board;
    if (![...notes.values()].some((note) => note.text.trim())) {
      const first = this.page.decides
        ? " Start the discussion, so that every table sees the clock."
        : "";
      return ["No notes yet", `As soon as a table writes, its notes appear here.${first}`];
    }
    if (filter.show === "to_read" && !toRead) {
      return [
        "All read",
        "New notes appear here by themselves. " +
          "“Accepted, in no point yet” shows what still wants grouping.",
      ];
    }
    return [
      "Nothing here",
      "No note fits what you chose above. Choose something else, or show all tables and kinds.",
    ];
  }
}

function fillSelect(name, options) {
  const select = document.getElementById(`filter-${name}`);
  const kept = select.value;
  select.replaceChildren(...options.map(([value, words]) => make("option", { value }, words)));
  select.value = kept;
}
