/** What the room screen shows, chosen from the board; it must not know how the screen draws it. */

import { show } from "../frame/say.js";
import { timeAt } from "../frame/zone.js";
import { inOrder } from "./model.js";
import { make, setAttribute, setWords } from "./parts.js";

const PUBLIC = new Set(["confirmed", "drafted"]); // states of points that everybody may see
const ALONE = new Set(["subtopic", "point"]); // views of one thing
const SHORT = {
  points: "all points",
  silent: "tables not yet heard",
  topic: "topic and clock",
  marks: "marks",
  title: "title only",
};

export class Steering {
  /** @param {import("./model.js").Board} board @param {object} page words of views and points */
  constructor(board, live, page) {
    Object.assign(this, { board, live, page });
    this.room = null; // what is shown, by whom, since when, and which views are offered
    this.place = document.getElementById("steer");
    this.dialog = document.getElementById("steering");
    this.rows = document.getElementById("steering-rows");
    this.place.addEventListener("click", () => this.open());
    this.naming = document.getElementById("steering-names");
    this.naming?.addEventListener("change", () => this.name());
    this.dialog?.addEventListener("click", (event) => this.press(event.target.closest("button")));
    this.dialog?.addEventListener("keydown", (event) => this.turnByKey(event));
  }

  /** @param {object} room as the board is told */
  take(room) {
    if (!room || (this.room && room.number < this.room.number)) return;
    this.room = room;
    this.draw();
  }

  open() {
    if (!this.dialog || !this.room) return;
    this.draw();
    this.dialog.showModal();
    this.draw();
    (this.rows.querySelector('[aria-pressed="true"]') ?? this.rows.querySelector("button"))?.focus();
  }

  draw() {
    if (!this.room) return;
    setWords(this.place.querySelector("b"), this.said());
    setAttribute(this.place, "title", this.since());
    if (!this.dialog?.open) return;
    setWords(document.getElementById("steering-now"), this.since());
    this.drawRows();
    const { page, names, may_name: mayName } = this.room;
    this.naming.checked = names;
    setAttribute(this.naming.closest("label"), "hidden", !mayName);
    setWords(
      document.getElementById("steering-page"),
      page === null ? "Pages turn by themselves" : `Page ${page} is held`,
    );
    setAttribute(this.dialog.querySelector('[data-turn="auto"]'), "aria-pressed", String(page === null));
  }

  /** What is shown, in a few words. */
  said() {
    const { view, subject } = this.room;
    if (view === "point") return "one point";
    if (view !== "subtopic") return SHORT[view];
    const found = this.page.topic.subtopics.find(({ id }) => id === subject);
    return `subtopic ${found?.number ?? ""}`;
  }

  since() {
    const { by, at } = this.room;
    if (!at) return "Nobody has chosen anything yet.";
    return `Chosen by ${by ?? "somebody"} at ${timeAt(at)}.`;
  }

  drawRows() {
    const { offered } = this.room;
    const views = offered.filter((view) => !ALONE.has(view));
    const { subtopics } = this.page.topic;
    const sections = [
      ["Together", views.map((view) => [view, null, this.page.roomViews[view]])],
      ["One subtopic", subtopics.map(({ id, number, title }) => ["subtopic", id, `${number}. ${title}`])],
      ["One point, large", this.points().map((one) => ["point", one.id, this.page.pointWords(one)])],
    ].filter(([, rows]) => rows.length);
    const key = JSON.stringify([sections, this.room.view, this.room.subject]);
    if (this.drawn === key) return;
    this.drawn = key;
    const held = document.activeElement?.dataset.subject;
    this.rows.replaceChildren(...sections.map(([title, rows]) => this.section(title, rows)));
    if (held !== undefined) this.rows.querySelector(`[data-subject="${held}"]`)?.focus();
  }

  section(title, rows) {
    const buttons = rows.map(([view, subject, words]) => {
      const pressed = this.room.view === view && this.room.subject === subject;
      const attributes = { type: "button", class: "board-steer-row", "aria-pressed": String(pressed) };
      const data = { "data-view": view, "data-subject": subject ?? view };
      return make("button", { ...attributes, ...data, dir: "auto" }, words);
    });
    return make("section", {}, make("h3", {}, title), ...buttons);
  }

  /** Confirmed points; the one at hand comes first. */
  points() {
    const { current, points } = this.board;
    const open = [...points.values()].filter((one) => PUBLIC.has(one.status)).sort(inOrder);
    return open.sort((one, other) => (other.id === current) - (one.id === current));
  }

  press(button) {
    if (!button) return;
    const { view, subject, turn } = button.dataset;
    if (view) this.show({ view, subject: ALONE.has(view) ? subject : null, page: null });
    else if (turn) this.turn(turn);
  }

  turnByKey(event) {
    const turns = { PageDown: "next", PageUp: "previous" };
    if (!turns[event.key]) return;
    event.preventDefault();
    this.turn(turns[event.key]);
  }

  /** @param {"next"|"previous"|"auto"} how */
  turn(how) {
    const { view, subject, page } = this.room;
    const step = how === "next" ? 1 : -1;
    const next = how === "auto" ? null : Math.max(1, (page ?? 1) + step);
    this.show({ view, subject, page: next });
  }

  /** Whether tables that have said nothing on a point are called by their names. */
  name() {
    const { view, subject, page } = this.room;
    this.show({ view, subject, page, names: this.naming.checked });
  }

  /** Has the room screen show it. @param {{view: string, subject: string|null, page: number|null}} */
  async show(chosen) {
    const wanted = { names: this.room.names, ...chosen };
    try {
      const { number } = await this.live.send("show_on_room_screen", {
        topic: this.page.topic.id,
        ...wanted,
      });
      const at = new Date(this.page.now()).toISOString();
      this.take({ ...this.room, ...wanted, number, at, by: this.live.who.name });
    } catch (refusal) {
      show(`${refusal.title}. ${refusal.what} ${refusal.do}`);
    }
  }
}
