/**
 * The queue: groups of notes, drawn only where they can be seen; it takes no decision.
 *
 * Every row is as high as every other, and so is every head of a group, so that twelve thousand
 * notes cost what thirty do.
 */

import { say, show } from "../frame/say.js";
import { CHOSEN_AT_MOST } from "./model.js";
import { arrange, setAttribute, setWords } from "./parts.js";
import { fillHead, fillRow, newHead, newRow } from "./row.js";

const MARGIN = 6; // rows drawn above and below what can be seen

export class Queue {
  /**
   * @param {import("./model.js").Board} board
   * @param {object} page what the page knows: kinds, states, decides, now()
   * @param {object} on `open(id)`, `tick(id, {range})`, `unfold(id)`
   */
  constructor(board, page, on) {
    this.board = board;
    this.page = page;
    this.on = { ...on, all: (key) => this.chooseAll(key) };
    this.rows = new Map(); // by note id
    this.heads = new Map(); // by the key of their group
    this.list = document.getElementById("rows");
    this.scroll = document.getElementById("rows-scroll");
    this.empty = document.getElementById("queue-empty");
    this.now = document.getElementById("group-now");
    this.heights = null; // [row, head], once measured
    this.places = []; // of groups: where each begins, and with which note
    this.shown = null;
    addEventListener("scroll", () => this.look(), { capture: true, passive: true });
    addEventListener("resize", () => this.measure());
    const tab = document.getElementById("queue-tab");
    tab.addEventListener("click", () => requestAnimationFrame(() => this.comeBack()));
  }

  /** Draws what changed. */
  draw() {
    const stood = this.topOfFocus();
    this.shown = this.board.shown;
    this.list.hidden = !this.shown.ids.length;
    this.drawCount();
    this.drawEmpty();
    if (this.heights) this.place();
    if (this.heights || !this.shown.ids.length) this.window();
    else this.measure();
    this.stay(stood);
  }

  /** What is read stays where it is seen, whatever comes or goes above it. */
  stay(stood) {
    const stands = this.topOfFocus();
    if (stood === null || stands === null || stood === stands || !this.scroll.scrollTop) return;
    this.scroll.scrollTop += stands - stood;
    this.window();
  }

  topOfFocus() {
    const at = this.heights && this.shown ? this.shown.ids.indexOf(this.board.focus) : -1;
    return at < 0 ? null : this.topOf(at);
  }

  /** Brings the note in focus into sight, by no more than needed. */
  reveal() {
    const at = this.shown.ids.indexOf(this.board.focus);
    const { scroll } = this;
    if (at < 0 || !this.heights) return;
    const top = this.topOf(at);
    if (scroll.scrollHeight <= scroll.clientHeight) return;
    const over = this.places[0].group.title ? top - this.heights[1] : top; // below the group's name
    if (over < scroll.scrollTop) scroll.scrollTop = over;
    const under = top + this.heights[0] - scroll.clientHeight;
    if (under > scroll.scrollTop) scroll.scrollTop = under;
  }

  /** On a phone the window scrolls, and where it stood is lost while another pane is shown. */
  comeBack() {
    const at = this.shown.ids.indexOf(this.board.focus);
    if (at < 0 || !this.heights) return;
    const top = this.list.getBoundingClientRect().top + this.topOf(at);
    if (top < 0 || top + this.heights[0] > innerHeight) scrollBy(0, top - innerHeight / 3);
  }

  /** From the top again: something else is shown. */
  rewind() {
    this.scroll.scrollTop = 0;
  }

  chooseAll(key) {
    const group = this.shown.groups.find((each) => each.key === key);
    const ids = this.idsOf(group);
    const off = ids.every((id) => this.board.chosen.has(id));
    const chosen = this.board.choose(ids, { off });
    if (!off && chosen === CHOSEN_AT_MOST) show(`${chosen} notes are chosen, as many as may be.`);
    else say(`${chosen} chosen.`);
  }

  /** A group's notes, those folded as well. */
  idsOf(group) {
    if (!this.shown.folded.size) return group.ids;
    return [...new Set(group.ids.flatMap((id) => [id, ...this.board.foldedUnder(id)]))];
  }

  look() {
    this.looking ||= requestAnimationFrame(() => {
      this.looking = 0;
      this.window();
    });
  }

  /** One row and one head are measured; the others are alike. */
  measure() {
    if (!this.shown?.ids.length) return;
    const [group] = this.shown.groups;
    const sample = [this.head({ ...group, title: group.title || " " }), this.row(group.ids[0], 0)];
    arrange(this.list, sample);
    const [head, row] = sample.map((each) => each.getBoundingClientRect().height);
    this.heights = [row, head];
    this.place();
    this.window();
  }

  place() {
    const [row, head] = this.heights;
    let [top, first] = [0, 0];
    this.places = this.shown.groups.map((group) => {
      const rows = top + (group.title ? head : 0);
      const place = { group, top, rows, first, end: rows + group.ids.length * row };
      [top, first] = [place.end, first + group.ids.length];
      return place;
    });
  }

  topOf(at) {
    const place = this.places.findLast(({ first }) => first <= at);
    return place.rows + (at - place.first) * this.heights[0];
  }

  window() {
    const count = this.shown?.ids.length ?? 0;
    setAttribute(this.list, "data-rows", count);
    this.list.style.blockSize = this.heights ? `${this.places.at(-1)?.end ?? 0}px` : "";
    const wanted = this.heights && count ? this.wanted(...this.range()) : [];
    arrange(this.list, wanted);
    this.drawNow();
    for (const kept of [this.rows, this.heads]) {
      for (const [key, element] of kept) if (!element.isConnected) kept.delete(key);
    }
  }

  /** Which group one is in, once its head has gone out of sight; for the eye alone. */
  drawNow() {
    const { scrollTop } = this.scroll;
    const place = this.places.find(({ top, end }) => top < scrollTop && scrollTop < end);
    this.now.hidden = !place?.group.title;
    setWords(this.now.firstElementChild, place?.group.title ?? "");
  }

  /** The rows and heads between two heights. */
  wanted(from, to) {
    const [height] = this.heights;
    const found = [];
    for (const { group, top, rows, first, end } of this.places) {
      if (end <= from || top >= to) continue;
      if (group.title && rows > from) found.push(this.head(group, top));
      const begin = Math.max(0, Math.floor((from - rows) / height));
      const until = Math.min(group.ids.length, Math.ceil((to - rows) / height));
      for (let at = begin; at < until; at += 1) {
        found.push(this.row(group.ids[at], first + at, rows + at * height));
      }
    }
    return found;
  }

  /** The heights between which rows are drawn, from the top of the list. */
  range() {
    const margin = MARGIN * this.heights[0];
    const pane = this.scroll.getBoundingClientRect();
    const top = Math.max(0, pane.top);
    const seen = Math.max(0, Math.min(innerHeight, pane.bottom) - top);
    const above = top - this.list.getBoundingClientRect().top;
    const from = Math.max(0, above - margin);
    return [from, from + seen + 2 * margin];
  }

  row(id, at, top) {
    const made = this.rows.get(id) ?? newRow(id, this.on, this.page.decides);
    this.rows.set(id, made);
    made.style.insetBlockStart = `${top ?? 0}px`;
    setAttribute(made, "aria-setsize", this.shown.ids.length);
    setAttribute(made, "aria-posinset", at + 1);
    fillRow(made, this.board.notes.get(id), this.board, this.page);
    return made;
  }

  head(group, top) {
    const made = this.heads.get(group.key) ?? newHead(group.key, this.on, this.page.decides);
    this.heads.set(group.key, made);
    made.style.insetBlockStart = `${top ?? 0}px`;
    fillHead(made, group.title, this.idsOf(group), this.board);
    return made;
  }

  drawCount() {
    const [figure, words] = document.getElementById("to-read").children;
    const { board } = this;
    setWords(figure, board.ready ? String(board.toRead) : "…");
    const here = this.shown.counts.show.get("to_read") ?? 0;
    const part = board.filter.show === "to_read" && here !== board.toRead && board.complete;
    if (board.ready && !board.complete) setWords(words, `to read, ${board.order.length} here so far`);
    else setWords(words, part ? `to read, ${here} of them here` : "to read");
    const tab = document.getElementById("queue-tab");
    setWords(tab, board.toRead ? `Queue, ${board.toRead} to read` : "Queue");
  }

  drawEmpty() {
    this.empty.hidden = this.shown.ids.length > 0;
    if (this.empty.hidden || !this.board.ready) return;
    const [title, words] = this.emptyWords();
    setWords(this.empty.querySelector("h2"), title);
    setWords(this.empty.querySelector("p"), words);
  }

  emptyWords() {
    const { complete, filter, notes, toRead } = this.board;
    if (!complete) return ["One moment", "The notes of all tables are on their way."];
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
      "No note fits what you asked for. Search for less, or take a filter away.",
    ];
  }
}
