/** One point: its words, how strong it stands, what it rests on, and what may be done with it. */

import { bindField } from "../live/field.js";
import { button, make, setAttribute, setStrength, setWords, stateMark, strength } from "./parts.js";

const SAVES = {
  saved: "Saved",
  sending: "Sending",
  on_device: "On this device",
  in_page: "Only on this page",
  needs_you: "Needs you",
};
const ACTS = {
  confirm: ["Confirm", ["proposed", "noted_only", "parked"]],
  note_only: ["Note only", ["proposed", "confirmed"]],
  park: ["Park", ["proposed", "confirmed", "noted_only"]],
  propose: ["Reopen", ["confirmed", "noted_only", "parked"]],
};
const STATE_LATEST = 3_000; // milliseconds after which a taken move no longer waits for its state

export class PointCard {
  /**
   * @param {object} point @param {import("../live/text.js").Text} text
   * @param {{move, step, set, take, choose, open}} on what happens when a control is used
   */
  constructor(point, text, board, page, on) {
    this.point = point;
    this.text = text;
    this.board = board;
    this.page = page;
    this.on = on;
    this.moving = false;
    this.element = make("article", { class: "card board-point", "data-point": point.id });
    this.element.append(...this.parts());
    this.element.addEventListener("focusin", () => on.choose(this.point.id));
    this.element.addEventListener("pointerdown", () => on.choose(this.point.id));
    this.element.addEventListener("keydown", (event) => this.stepByKey(event));
  }

  /** Shows the point as it is now; the words show themselves. */
  draw(point, discussing) {
    this.point = point;
    const raising = this.board.raising(point);
    setAttribute(this.element, "aria-current", this.board.current === point.id ? "true" : null);
    setAttribute(this.element, "data-status", point.status);
    setStrength(this.strength, raising, discussing);
    this.drawState();
    this.drawSources();
    if (!this.page.decides) return;
    if (this.kind.value !== point.kind) this.kind.value = point.kind;
    if (this.subtopic.value !== (point.subtopic ?? "")) this.subtopic.value = point.subtopic ?? "";
    for (const [name, [, from]] of Object.entries(ACTS)) {
      setAttribute(this.acts[name], "data-away", !from.includes(point.status));
    }
    this.drawWords();
  }

  /** Puts the caret into the statement. */
  write() {
    this.field?.focus();
  }

  parts() {
    this.strength = strength(0, 0);
    this.state = make("span", { class: "board-point-state" });
    this.save = make("span", { class: "save mark-only" }, make("span"));
    this.sources = make("details", { class: "board-sources" }, make("summary"), make("ul"));
    this.sources.addEventListener("toggle", () => this.drawSources());
    this.told = make("p", { class: "board-point-trouble", role: "alert", hidden: true });
    const head = make("div", { class: "line board-point-head" }, this.state, this.strength);
    if (!this.page.decides) return [head, this.readOnly(), this.sources];
    head.append(this.save);
    // What shows only on the point at hand stands last, so that nothing slips from under a click.
    return [head, this.statement(), this.borrow(), this.told, this.sources, this.controls()];
  }

  readOnly() {
    const words = make("p", { class: "board-statement", dir: "auto" }, this.text.words);
    this.text.onChange(() => setWords(words, this.text.words));
    return words;
  }

  statement() {
    const label = "What the point says, in one sentence";
    this.field = make("textarea", {
      class: "board-statement",
      rows: 1,
      dir: "auto",
      maxlength: 2000,
      "aria-label": label,
      placeholder: "Say in one sentence what these notes have in common",
    });
    bindField(this.field, this.text);
    this.text.onState(() => this.drawWords());
    this.text.onChange(() => this.drawWords());
    return this.field;
  }

  borrow() {
    this.borrowed = button("Use the note’s words", { size: "small" });
    this.borrowed.addEventListener("click", () => {
      const first = this.board.notes.get(this.point.sources[0]);
      if (first && !this.text.words.trim()) this.text.write(first.text.trim());
      this.write();
    });
    return this.borrowed;
  }

  controls() {
    this.acts = {};
    for (const [name, [words]] of Object.entries(ACTS)) {
      this.acts[name] = button(words, { size: "small", "data-move": name });
      this.acts[name].addEventListener("click", () => this.act(name));
    }
    this.kind = this.select("Kind", Object.entries(this.page.kinds), "set_point_kind");
    this.subtopic = this.select(
      "Subtopic",
      [
        ["", "No subtopic"],
        ...this.page.topic.subtopics.map(({ id, number, title }) => [id, `${number}. ${title}`]),
      ],
      "set_point_subtopic",
    );
    const up = this.mover("Up", -1);
    const down = this.mover("Down", 1);
    const sorting = make(
      "div",
      { class: "board-point-sort" },
      this.kind.parentNode,
      this.subtopic.parentNode,
      up,
      down,
    );
    return make(
      "div",
      {},
      make("div", { class: "buttons board-point-acts" }, ...Object.values(this.acts)),
      sorting,
    );
  }

  mover(words, step) {
    const made = button(words, {
      size: "small",
      look: "quiet",
      title: `Alt and arrow ${words.toLowerCase()}`,
    });
    made.addEventListener("click", () => this.on.step(this.point, step));
    return made;
  }

  select(label, options, command) {
    const select = make(
      "select",
      { class: "input" },
      ...options.map(([value, words]) => make("option", { value }, words)),
    );
    select.addEventListener("change", () => this.on.set(command, this.point, select.value || null));
    make("label", {}, make("span", { class: "visually-hidden" }, label), select);
    return select;
  }

  stepByKey(event) {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    if (this.page.decides) this.on.step(this.point, event.key === "ArrowUp" ? -1 : 1);
  }

  async act(name) {
    if (name === "confirm" && !this.text.words.trim()) {
      this.tell({
        title: "The point has no words yet",
        do: "Write one sentence, then confirm it.",
      });
      return this.write();
    }
    // The second half of a double click may come before the new state does, though not before
    // the answer: a move that was taken ends when its state is here.
    if (this.moving || !ACTS[name][1].includes(this.point.status)) return undefined;
    this.moving = true;
    this.tell(null);
    const was = this.point.status;
    const refusal = await this.on.move(name, this.point, this.text);
    this.tell(refusal);
    if (refusal || this.point.status !== was) this.moving = false;
    else setTimeout(() => (this.moving = false), STATE_LATEST);
    return undefined;
  }

  tell(refusal) {
    this.told.hidden = !refusal;
    setWords(this.told, refusal ? `${refusal.title}. ${refusal.do}` : "");
  }

  drawState() {
    const { status } = this.point;
    if (this.state.dataset.status === status) return;
    this.state.dataset.status = status;
    this.moving = false;
    this.state.replaceChildren(stateMark(status, this.page.pointStates[status]));
  }

  drawWords() {
    const bare = !this.text.words.trim();
    this.borrowed.hidden = !bare || !this.point.sources.length;
    setAttribute(this.save, "data-state", this.text.state);
    setAttribute(this.save, "title", SAVES[this.text.state]);
    setWords(this.save.firstElementChild, SAVES[this.text.state]);
    if (this.text.refusal) this.tell(this.text.refusal);
  }

  drawSources() {
    const [summary, list] = this.sources.children;
    const count = this.point.sources.length;
    setWords(summary, count === 1 ? "Based on 1 note" : `Based on ${count} notes`);
    if (!this.sources.open) return;
    const notes = this.point.sources.map((id) => this.board.notes.get(id)).filter(Boolean);
    const key = JSON.stringify(notes.map((note) => [note.id, note.text, note.status]));
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...notes.map((note) => this.source(note)));
  }

  source(note) {
    const table = this.board.tableName(note.table);
    const open = make(
      "button",
      { type: "button", class: "board-link" },
      make("b", { dir: "auto" }, table),
      " ",
      make("span", { dir: "auto" }, note.text),
    );
    open.addEventListener("click", () => this.on.open(note.id));
    const counted =
      note.status === "accepted"
        ? null
        : make("span", { class: "small quiet" }, `${this.page.states[note.status]}, not counted`);
    const out = button("Take out", {
      size: "small",
      look: "quiet",
      "aria-label": `Take out this note of ${table}`,
    });
    out.addEventListener("click", () => this.on.take(this.point, note.id));
    return make("li", {}, open, counted, this.page.decides ? out : null);
  }
}
