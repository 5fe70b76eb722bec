/**
 * Under the note in focus: the points and notes that say nearly the same, what differs first.
 *
 * It decides nothing; every entry is a proposal to look, to group or to choose.
 */

import { arrange, button, kindMark, make, mark, stateMark } from "./parts.js";
import { setAttribute, setWords } from "./parts.js";
import { tableNames } from "./row.js";

const SHOWN = 8; // notes
const TONGUES = { ar: "Arabic", en: "English", fr: "French" };
const MILD = new Set(["moved", "word"]); // differences that only a reader can judge
const TAGS = { insert: "ins", delete: "del" };
const FAILED = "Similar notes cannot be looked for just now. Nothing else is affected.";
const ACROSS = "only numbers, names and key terms were compared.";

export class TwinsList {
  /**
   * @param {import("./model.js").Board} board @param {import("./twins.js").Twins} twins
   * @param {import("./twins_acts.js").TwinsActs} on what happens when a control is used
   */
  constructor(board, twins, page, on) {
    Object.assign(this, { board, twins, page, on });
    on.list = this;
    this.entries = new Map(); // by id of note or point
    this.order = []; // ids, as they are numbered
    this.place = document.getElementById("twins");
    this.told = make("p", { class: "quiet small", role: "status" });
    this.same = make("div", { class: "twins-same", hidden: true });
    this.list = make("ol", { class: "twins-list" });
    const head = make("h3", { id: "twins-head" }, "Nearly the same");
    this.place.append(head, this.told, this.same, this.list);
  }

  draw() {
    const { leavesFocus, notes } = this.board;
    const note = leavesFocus ? undefined : notes.get(this.board.focus);
    this.place.hidden = !note;
    if (!note) return;
    this.drawSame(note);
    const told = this.toldOf(note);
    this.order = told.map(({ id }) => id);
    arrange(this.list, told.map((twin, at) => this.entry(twin, at + 1, note)));
    for (const id of this.entries.keys()) if (!this.order.includes(id)) this.entries.delete(id);
    setWords(this.told, this.words(told));
    this.told.hidden = !this.told.textContent;
  }

  /** The entry with that number. @returns {{id: string, point: string|null}|null} */
  at(number) {
    const id = this.order[number - 1];
    if (!id) return null;
    return { id, point: this.board.points.has(id) ? id : this.pointOf(id) };
  }

  /** Points, then notes of other tables, then of the note's own; the same words before others. */
  toldOf(note) {
    const { found } = this.twins;
    if (!found?.known) return [];
    const { notes, points } = this.board;
    const under = this.board.foldedUnder(note.id);
    const here = found.notes.filter(({ id }) => notes.has(id) && !under.includes(id));
    const order = ({ id, alters }) =>
      2 * Number(notes.get(id).table === note.table) + Number(alters.length > 0);
    const standing = found.points.filter(({ id }) => points.has(id));
    return [...standing, ...here.sort((a, b) => order(a) - order(b)).slice(0, SHOWN)];
  }

  words(told) {
    const { found } = this.twins;
    if (!found) return "Looking for similar notes …";
    if (found.failed) return FAILED;
    if (!found.known) return "Looked for once its table has finished this note.";
    if (!told.length) return this.same.hidden ? "Nothing else here says nearly the same." : "";
    const points = told.filter(({ id }) => this.board.points.has(id)).length;
    const count = (many, one) => (many ? `${many} ${one}${many > 1 ? "s" : ""}` : "");
    const counts = [count(points, "point"), count(told.length - points, "note")];
    return `${counts.filter(Boolean).join(" and ")}. Suggestions: look at what differs.`;
  }

  /** What a decision does to notes that stand under this one: nothing, unless they are chosen. */
  drawSame(note) {
    const under = this.board.foldedUnder(note.id);
    this.same.hidden = !under.length || !this.page.decides;
    const key = under.map((id) => this.board.tableName(this.board.notes.get(id).table)).join();
    if (this.same.hidden || this.same.dataset.key === key) return;
    this.same.dataset.key = key;
    const all = button(`Choose all ${under.length + 1}`, { key: "T", size: "small" });
    setAttribute(all, "aria-keyshortcuts", "T");
    all.addEventListener("click", () => this.on.all());
    const one = under.length === 1;
    const words = `${one ? "One more note says" : `${under.length} more notes say`} the same`;
    const rest = ". A decision is on this note only.";
    const from = make("span", { dir: "auto" }, tableNames(under, this.board));
    this.same.replaceChildren(make("p", {}, make("strong", {}, words), ": ", from, rest), all);
  }

  entry(twin, number, note) {
    const made = this.entries.get(twin.id) ?? make("li", { class: "twin", "data-twin": twin.id });
    this.entries.set(twin.id, made);
    const isPoint = this.board.points.has(twin.id);
    const about = isPoint ? this.aboutPoint(twin.id) : this.aboutNote(twin.id);
    const acts = this.actsKey(about, note);
    const key = JSON.stringify([twin, number, about, note.id, note.language, acts]);
    if (made.dataset.key === key) return made;
    made.dataset.key = key;
    const held = made.contains(document.activeElement) && document.activeElement.dataset.act;
    made.replaceChildren(
      ...this.differs(twin, about, note),
      this.head(twin, number, about, note),
      this.saying(twin, about, note),
      ...this.under(about),
      this.acts(number, about, note),
    );
    if (held) made.querySelector(`[data-act="${held}"]`)?.focus({ preventScroll: true });
    return made;
  }

  aboutPoint(id) {
    const point = this.board.points.get(id);
    const { kind, status, language } = point;
    const text = this.page.pointWords(point);
    return { id, point: id, isPoint: true, kind, status, language, text };
  }

  aboutNote(id) {
    const note = this.board.notes.get(id);
    const { kind, language, text, table } = note;
    const point = this.pointOf(id);
    const said = point && this.page.pointWords(this.board.points.get(point));
    const into = point && (said || "a point without words");
    const state = { status: this.board.status(note), table: this.board.tableName(table) };
    return { id, point, into, isPoint: false, kind, language, text: text.trim(), ...state };
  }

  pointOf(note) {
    return this.board.pointsOn(note)[0] ?? null;
  }

  /** What turns the meaning stands before anything else. */
  differs(twin, about, note) {
    const turning = twin.alters.filter(([kind]) => kind !== "language" && !MILD.has(kind));
    const across = about.language !== note.language;
    const plain = across ? `In ${TONGUES[about.language]}: ${ACROSS}` : mildly(twin);
    const rows = [];
    if (turning.length) {
      const told = turning.flatMap((each, at) => [at ? "; " : "", ...this.difference(each)]);
      const words = make("span", {}, make("strong", {}, "Differs in "), ...told, ".");
      rows.push(make("p", { class: "twin-differs" }, mark("needs_you", ""), words));
    }
    if (across || !turning.length) rows.push(make("p", { class: "small" }, plain));
    return rows;
  }

  difference([kind, here, there]) {
    const what = make("strong", {}, this.page.alters[kind]);
    return [what, ": here ", quoted(here), ", there ", quoted(there)];
  }

  head(twin, number, about, note) {
    const states = about.isPoint ? this.page.pointStates : this.page.states;
    const name = about.isPoint ? make("b", {}, "Point") : make("b", { dir: "auto" }, about.table);
    const across = about.language !== note.language;
    const alike = Math.floor(twin.score * 100);
    return make(
      "div",
      { class: "line small" },
      make("kbd", { "aria-hidden": "true" }, String(number)),
      name,
      kindMark(about.kind, this.page.kinds[about.kind]),
      stateMark(about.status, states[about.status]),
      across ? make("span", { class: "chip" }, `in ${TONGUES[about.language]}`) : null,
      make("span", { class: "quiet end" }, `${across ? "terms " : ""}${alike} % alike`),
    );
  }

  /** The way from the note in focus to its twin; of another language only what it says. */
  saying(twin, about, note) {
    const words = make("p", { class: "twin-words", dir: "auto", lang: about.language });
    if (about.language !== note.language) words.append(about.text);
    else {
      twin.words.forEach(([sort, said], at) => {
        words.append(at ? " " : "", sort === "keep" ? said : make(TAGS[sort], {}, said));
      });
    }
    return words;
  }

  under(about) {
    if (!about.into) return [];
    const into = make("q", { dir: "auto" }, about.into);
    return [make("p", { class: "small quiet" }, "In the point ", into)];
  }

  actsKey(about, note) {
    const both = this.board.chosen.has(about.id) && this.board.chosen.has(note.id);
    return [both, this.isIn(about, note)];
  }

  isIn(about, note) {
    return Boolean(about.point && this.board.points.get(about.point)?.sources.includes(note.id));
  }

  acts(number, about, note) {
    const row = make("div", { class: "buttons twin-acts" });
    if (this.page.decides) row.append(this.taking(number, about, note));
    const look = about.isPoint ? () => this.on.show(about.id) : () => this.on.open(about.id);
    row.append(this.act("look", about.isPoint ? "Show" : "Open", `Shift+${number}`, about, look));
    return row;
  }

  /** A note that stands in a point leads into that point; any other is chosen with this one. */
  taking(number, about, note) {
    const inside = "This note is in that point.";
    if (this.isIn(about, note)) return make("span", { class: "small" }, inside);
    if (about.point) {
      const words = about.isPoint ? "Group into it" : "Group into its point";
      return this.act("into", words, null, about, () => this.on.into(about.point));
    }
    const [both] = this.actsKey(about, note);
    const words = both ? "Both chosen" : "Choose both";
    const made = this.act("both", words, String(number), about, () => this.on.both(about.id));
    setAttribute(made, "aria-pressed", String(both));
    return made;
  }

  act(name, words, key, about, does) {
    const label = `${words}: ${about.isPoint ? "point" : about.table}, ${about.text}`;
    const attributes = { "data-act": name, "aria-label": label, "aria-keyshortcuts": key };
    const made = button(words, { size: "small", ...attributes });
    made.addEventListener("click", does);
    return made;
  }
}

function quoted(words) {
  return words.length ? make("q", { dir: "auto" }, words.join(" ")) : make("em", {}, "nothing");
}

function mildly(twin) {
  if (twin.alters.length) return "Differs in other words.";
  const equal = twin.words.every(([sort]) => sort === "keep");
  return equal ? "Says the same, word for word." : "Says the same in other forms of its words.";
}
