/** The notes a point rests on: to be read, taken out, moved or split off; it sends nothing. */

import { button, make, setAttribute, setWords } from "./parts.js";

export class PointSources {
  /**
   * @param {() => object} point as it is now
   * @param {{open, take, split, move}} on what happens when a control is used
   */
  constructor(point, board, page, on) {
    this.point = point;
    this.board = board;
    this.page = page;
    this.on = on;
    this.ticked = new Set();
    this.list = make("ul");
    this.element = make("details", { class: "board-sources" }, make("summary"), this.list);
    this.element.addEventListener("toggle", () => this.draw());
    if (page.decides) this.element.append(this.regroup());
  }

  draw() {
    const { sources } = this.point();
    const [summary] = this.element.children;
    const count = sources.length;
    const rests = count === 1 ? "Based on 1 note" : `Based on ${count} notes`;
    setWords(summary, this.page.decides && count ? `${rests}: take out, split, move` : rests);
    for (const id of this.ticked) if (!sources.includes(id)) this.ticked.delete(id);
    if (this.page.decides) this.drawRegroup();
    if (!this.element.open) return;
    const notes = sources.map((id) => this.board.notes.get(id)).filter(Boolean);
    const key = JSON.stringify(notes.map((note) => [note.id, note.text, note.status, note.kind]));
    if (this.list.dataset.key === key) return;
    this.list.dataset.key = key;
    this.list.replaceChildren(...notes.map((note) => this.source(note)));
  }

  /** What can be done with the notes that are ticked. */
  regroup() {
    this.split = button("Split off", { size: "small", "data-act": "split" });
    this.split.addEventListener("click", () => this.act(this.on.split));
    this.move = button("Move to …", { size: "small", "data-act": "move" });
    this.move.addEventListener("click", () => this.act(this.on.move));
    this.regrouping = make("div", { class: "buttons board-regroup" }, this.split, this.move);
    return this.regrouping;
  }

  drawRegroup() {
    const count = this.ticked.size;
    setAttribute(this.regrouping, "hidden", count === 0 || !this.element.open);
    const notes = count === 1 ? "1 note" : `${count} notes`;
    setWords(this.split.firstElementChild, `Split ${notes} into a new point`);
    setWords(this.move.firstElementChild, `Move ${notes} to …`);
  }

  async act(does) {
    if (await does([...this.ticked])) this.ticked.clear();
    this.list.dataset.key = "";
    this.draw();
  }

  source(note) {
    const table = this.board.tableName(note.table);
    const open = make(
      "button",
      { type: "button", class: "board-link" },
      make("b", { dir: "auto" }, table),
      " ",
      make("span", { dir: "auto", lang: note.language }, note.text),
    );
    open.addEventListener("click", () => this.on.open(note.id));
    const row = make("li", {}, open, this.remark(note));
    if (!this.page.decides) return row;
    row.prepend(this.tick(note, table));
    row.append(this.out(note, table));
    return row;
  }

  /** Why a note is not counted for the point. */
  remark(note) {
    if (note.status !== "accepted") {
      const why = `${this.page.states[note.status]}, not counted`;
      return make("span", { class: "small quiet" }, why);
    }
    const objects = note.kind === "dissent" && this.point().kind !== "dissent";
    return objects ? make("span", { class: "small" }, "objects") : null;
  }

  tick(note, table) {
    const input = make("input", { type: "checkbox", "aria-label": `Choose this note of ${table}` });
    input.checked = this.ticked.has(note.id);
    input.addEventListener("change", () => {
      this.ticked[input.checked ? "add" : "delete"](note.id);
      this.drawRegroup();
    });
    return make("label", { class: "board-tick" }, input);
  }

  out(note, table) {
    const label = `Take out this note of ${table}`;
    const out = button("Take out", { size: "small", look: "quiet", "aria-label": label });
    out.addEventListener("click", () => this.on.take(note.id));
    return out;
  }
}
