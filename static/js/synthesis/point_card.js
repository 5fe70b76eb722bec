/** One point: its words, how strong it stands, what it rests on, and what may be done with it. */

import { bindField } from "../live/field.js";
import { SAVES } from "../live/status.js";
import { drawMarks } from "../priorities/board.js";
import { button, make, setAttribute, setStrength, setWords, stateMark, strength } from "./parts.js";
import { PointSources } from "./point_sources.js";
import { reopenWords, StandingWords } from "./standing_words.js";
import { silentTables, strengthOf, wordings } from "./strength.js";

const ACTS = {
  confirm: ["Confirm", ["proposed", "noted_only", "parked"]],
  note_only: ["Note only", ["proposed", "confirmed"]],
  park: ["Park", ["proposed", "confirmed", "noted_only"]],
  propose: ["Reopen", ["confirmed", "noted_only", "parked"]],
};
const REMOVABLE = new Set(["proposed", "noted_only", "parked"]);
const STATE_LATEST = 3_000; // milliseconds after which a taken move no longer waits for its state
const CANDIDATES = 5; // notes whose words are offered
const NAMED = 12; // silent tables called by their names

export class PointCard {
  /**
   * @param {object} point @param {import("../live/text.js").Text} text
   * @param {import("./point_acts.js").PointActs} on what happens when a control is used
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

  /**
   * Shows the point as it is now; the words show themselves.
   * @param {{discussing: number, merged: object[], subtopic: string}} about
   */
  draw(point, { discussing, merged, subtopic }) {
    const { tables, countries, objections } = strengthOf(point, this.board);
    const current = this.board.current === point.id;
    drawMarks(this.marks, point, this.board);
    const counted = [tables.size, countries.size, objections, discussing, subtopic, merged.length];
    const key = JSON.stringify([current, ...counted]);
    const rests = !current && !this.sources.element.open && !merged.length;
    if (rests && this.point === point && this.drawn === key) return;
    this.point = point;
    this.drawn = key;
    setAttribute(this.element, "aria-current", current ? "true" : null);
    setAttribute(this.element, "data-status", point.status);
    const counts = { tables: tables.size, countries: countries.size, objections };
    setStrength(this.strength, { ...counts, discussing });
    setWords(this.under, subtopic);
    this.drawState();
    this.drawSilent(current && tables.size > 1);
    this.drawMerged(merged);
    this.sources.draw();
    if (!this.page.decides) return;
    if (this.kind.value !== point.kind) this.kind.value = point.kind;
    if (this.subtopic.value !== (point.subtopic ?? "")) this.subtopic.value = point.subtopic ?? "";
    for (const [name, [, from]] of Object.entries(ACTS)) {
      setAttribute(this.acts[name], "data-away", !from.includes(point.status));
    }
    setAttribute(this.remove, "hidden", point.sources.length > 0 || !REMOVABLE.has(point.status));
    this.drawWords();
  }

  /** Puts the caret into the statement, behind what was typed for it. @param {string} [typed] */
  write(typed = "") {
    this.field?.focus();
    if (!typed || this.text.words) return;
    this.text.write(typed);
    this.field.setSelectionRange(typed.length, typed.length);
  }

  parts() {
    this.strength = strength();
    this.marks = make("span", { class: "board-marks", hidden: true });
    this.state = make("span", { class: "board-point-state" });
    this.save = make("span", { class: "save mark-only" }, make("span"));
    this.under = make("p", { class: "board-point-under small quiet", dir: "auto" });
    this.silent = make("p", { class: "board-silent small", hidden: true });
    this.merged = make("ul", { class: "board-merged small", hidden: true });
    this.sources = this.sourcesOf();
    this.told = make("p", { class: "board-point-trouble", role: "alert", hidden: true });
    const head = make("div", { class: "line board-point-head" }, this.state, this.strength, this.marks);
    const rest = [this.silent, this.sources.element, this.merged];
    if (!this.page.decides) return [head, this.under, this.readOnly(), ...rest];
    head.prepend(this.handle());
    head.append(this.save);
    const writing = [this.statement(), this.wording(), this.told, this.standing.leave];
    // What shows only on the point at hand stands last, so that nothing slips from under a click.
    return [head, this.under, ...writing, ...rest, this.controls()];
  }

  sourcesOf() {
    return new PointSources(() => this.point, this.board, this.page, {
      open: (note) => this.on.open(note),
      take: (note) => this.on.take(this.point, note),
      split: (notes) => this.on.split(this.point, notes),
      move: (notes) => this.on.moveSources(this.point, notes),
    });
  }

  handle() {
    const title = "Drag this point, or move it with Alt and the arrow keys";
    const handle = make("span", { class: "board-handle", title, "aria-hidden": "true" }, "⠿");
    handle.addEventListener("pointerdown", (event) => this.on.drag(event, this));
    return handle;
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
    this.standing = new StandingWords(this.field, this);
    this.text.onState(() => this.drawWords());
    this.text.onChange(() => this.drawWords());
    return this.field;
  }

  /** Words of the notes, to begin the statement with; nothing is written before one is chosen. */
  wording() {
    this.offered = make("ul");
    const summary = make("summary", {}, "Begin with a note’s words");
    const attributes = { class: "board-wording", hidden: true };
    this.wordings = make("details", attributes, summary, this.offered);
    this.wordings.addEventListener("toggle", () => this.drawWords());
    return this.wordings;
  }

  controls() {
    this.acts = {};
    for (const [name, [words]] of Object.entries(ACTS)) {
      this.acts[name] = button(words, { size: "small", "data-move": name });
      this.acts[name].addEventListener("click", () => this.act(name));
    }
    const { topic, kinds } = this.page;
    const subtopics = topic.subtopics.map(({ id, number, title }) => [id, `${number}. ${title}`]);
    this.kind = this.select("Kind", Object.entries(kinds), "set_point_kind");
    const none = ["", "No subtopic"];
    this.subtopic = this.select("Subtopic", [none, ...subtopics], "set_point_subtopic");
    this.remove = this.small("Remove", () => this.on.remove(this.point, this.text));
    const sorting = make(
      "div",
      { class: "board-point-sort" },
      this.kind.parentNode,
      this.subtopic.parentNode,
      this.small("Up", () => this.on.step(this.point, -1), "Alt and arrow up"),
      this.small("Down", () => this.on.step(this.point, 1), "Alt and arrow down"),
      this.small("Merge …", () => this.on.merge(this.point)),
      this.small("History", () => this.on.history(this.point)),
      this.remove,
    );
    const moves = Object.values(this.acts);
    return make("div", {}, make("div", { class: "buttons board-point-acts" }, ...moves), sorting);
  }

  small(words, does, title = null) {
    const made = button(words, { size: "small", look: "quiet", title });
    made.addEventListener("click", does);
    return made;
  }

  select(label, options, command) {
    const chosen = options.map(([value, words]) => make("option", { value }, words));
    const select = make("select", { class: "input" }, ...chosen);
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
      const missing = "The point has no words yet";
      this.tell({ title: missing, do: "Write one sentence, then confirm it." });
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
    setWords(this.told, refusal ? `${refusal.title}. ${refusal.what ?? ""} ${refusal.do}` : "");
  }

  drawState() {
    const { status } = this.point;
    if (this.state.dataset.status === status) return;
    this.state.dataset.status = status;
    this.moving = false;
    this.state.replaceChildren(stateMark(status, this.page.pointStates[status]));
    if (this.acts) setWords(this.acts.propose.firstElementChild, reopenWords(status));
  }

  /** Which tables have not said anything on a point that several share. */
  drawSilent(converging) {
    const silent = converging ? silentTables(this.point, this.board) : [];
    this.silent.hidden = !silent.length;
    const names = silent.slice(0, NAMED).map(({ id }) => this.board.tableName(id));
    const more = silent.length - names.length;
    if (more > 0) names.push(`and ${more} more`);
    setWords(this.silent, `Nothing on it yet: ${names.join(", ")}`);
  }

  /** The points that were merged into this one, in their own words. */
  drawMerged(merged) {
    const said = merged.map((point) => [point, this.page.pointWords(point)]);
    const key = JSON.stringify(said.map(([point, words]) => [point.id, words]));
    this.merged.hidden = !merged.length;
    if (this.merged.dataset.key === key) return;
    this.merged.dataset.key = key;
    this.merged.replaceChildren(...said.map(([point, words]) => this.mergedRow(point, words)));
  }

  mergedRow(point, words) {
    const quote = words || "a point without words";
    const row = make("li", {}, "With it: ", make("q", { dir: "auto" }, quote));
    if (!this.page.decides) return row;
    const label = `Separate “${quote}” again`;
    const apart = button("Separate", { size: "small", look: "quiet", "aria-label": label });
    apart.addEventListener("click", () => this.on.separate(point));
    row.append(" ", apart);
    return row;
  }

  drawWords() {
    this.standing.draw();
    const bare = !this.text.words.trim();
    const notes = bare ? wordings(this.point, this.board).slice(0, CANDIDATES) : [];
    this.wordings.hidden = !notes.length;
    if (this.wordings.open) this.drawWordings(notes);
    setAttribute(this.save, "data-state", this.text.state);
    setAttribute(this.save, "title", SAVES[this.text.state]);
    setWords(this.save.firstElementChild, SAVES[this.text.state]);
    if (this.text.refusal) this.tell(this.text.refusal);
  }

  drawWordings(notes) {
    const key = JSON.stringify(notes.map(({ id, text }) => [id, text]));
    if (this.offered.dataset.key === key) return;
    this.offered.dataset.key = key;
    this.offered.replaceChildren(
      ...notes.map(({ text, table, language }) => {
        const words = make("span", { dir: "auto", lang: language }, text.trim());
        const name = make("b", { dir: "auto" }, this.board.tableName(table));
        const begin = make("button", { type: "button", class: "board-link" }, name, " ", words);
        begin.addEventListener("click", () => this.begin(text));
        return make("li", {}, begin);
      }),
    );
  }

  begin(words) {
    if (!this.text.words.trim()) this.text.write(words.trim());
    this.wordings.open = false;
    this.write();
  }
}
