/** Marks on the board: rounds opened and closed, how many phones took part, the sums on points. */

import { button, counted, make, setAttribute, setWords } from "../synthesis/parts.js";
import { asking, state as drawState } from "./round.js";

const COUNT_EVERY = 3_000; // milliseconds while a round is open and its dialog is

export class Marks {
  /** @param {import("../synthesis/model.js").Board} board @param {object} page of the board */
  constructor(board, live, page) {
    Object.assign(this, { board, live, page });
    this.round = null; // as the board is told of the newest one
    this.tookPart = null; // phones so far, while it is open
    Object.assign(board, { marks: null, marksMoved: new Set(), byMarks: false });
    this.opener = button("Marks", { size: "small", look: "quiet", "aria-haspopup": "dialog" });
    this.opener.addEventListener("click", () => this.open());
    this.sorter = button("Most marks first", { size: "small", look: "quiet", hidden: true });
    this.sorter.addEventListener("click", () => this.sort());
    document.querySelector("#points > .pane-head > h2").after(this.opener, this.sorter);
  }

  /** @param {object|null|undefined} round undefined when a frame does not speak of it */
  take(round) {
    if (round === undefined) return;
    const changed = JSON.stringify(round) !== JSON.stringify(this.round);
    this.round = round;
    if (!changed) return;
    this.board.marks = round?.given ?? null;
    this.board.marksMoved = new Set(round?.moved);
    if (!this.board.marks) this.board.byMarks = false;
    this.draw();
    this.board.changed();
  }

  draw() {
    const open = this.round?.state === "open";
    setWords(this.opener.firstElementChild, open ? "Marks: open" : "Marks");
    setAttribute(this.sorter, "hidden", !this.board.marks);
    setAttribute(this.sorter, "aria-pressed", String(this.board.byMarks));
    this.redraw();
  }

  sort() {
    this.board.byMarks = !this.board.byMarks;
    this.draw();
    this.board.changed();
  }

  open() {
    this.body = make("div", { class: "marks-round" });
    this.told = make("p", { class: "field-error", role: "alert", hidden: true });
    const title = make("h2", { id: "marks-title" }, "Marks by people in the room");
    this.close = button("Back to the board", { key: "Esc", look: "quiet" });
    this.dialog = make("dialog", { class: "dialog", "aria-labelledby": title.id });
    this.dialog.append(title, this.body, this.told, make("div", { class: "buttons" }, this.close));
    this.close.addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.closed());
    document.body.append(this.dialog);
    this.drawn = null;
    this.redraw();
    this.dialog.showModal();
    this.count();
    this.timer = setInterval(() => this.count(), COUNT_EVERY);
  }

  closed() {
    clearInterval(this.timer);
    this.dialog.remove();
    this.dialog = null;
  }

  /** What stands in the dialog is made anew only when the round is in another state. */
  redraw() {
    if (!this.dialog) return;
    const key = JSON.stringify(this.round);
    if (this.drawn !== key) {
      this.drawn = key;
      this.tookPart = null;
      const acts = this.page.decides ? this.acts() : null;
      const held = this.body.contains(document.activeElement);
      this.body.replaceChildren(...drawState(this.round, this.page), ...(acts ?? []));
      if (held) this.close.focus();
    }
    const line = this.body.querySelector("[data-count]");
    if (line && this.tookPart !== null) {
      const many = counted(this.tookPart, "phone") || "No phone";
      setWords(line, `${many} so far, of ${this.round.phones} at most.`);
    }
  }

  acts() {
    const { round } = this;
    const one = (words, command, look) => {
      const made = button(words, { look });
      // Where this button stood the next one stands: a double click must not meet both.
      made.addEventListener("click", ({ detail }) => {
        if (detail < 2) this.send(command, { round: round.id });
      });
      return make("div", { class: "buttons" }, made);
    };
    switch (round?.state) {
      case "open":
        return [this.closing(), this.wider()];
      case "closed":
        return [one("Show the sums to the room", "show_marks", "primary"), this.another()];
      case "shown":
        return [one("Take the sums off the room screen", "hide_marks"), this.another()];
      default:
        return [this.another()];
    }
  }

  /** Closing cannot be taken back, so it is asked twice, with how many have sent. */
  closing() {
    const { round } = this;
    const place = make("div", { class: "marks-closing" });
    const ask = button("Close the round", { look: "primary" });
    const sure = button("Close it now", { look: "primary" });
    const keep = button("Keep it open", { look: "quiet" });
    const buttons = (...some) => make("div", { class: "buttons" }, ...some);
    ask.addEventListener("click", () => {
      const has = this.tookPart === 1 ? "has" : "have";
      const sent = `${this.tookPart ?? "…"} of ${round.phones} phones ${has} sent`;
      const words = make("p", { role: "alert" }, `${sent}; a closed round is not opened again.`);
      place.replaceChildren(words, buttons(keep, sure));
      keep.focus();
    });
    keep.addEventListener("click", () => {
      place.replaceChildren(buttons(ask));
      ask.focus();
    });
    sure.addEventListener("click", ({ detail }) => {
      if (detail < 2) this.send("close_marks", { round: round.id });
    });
    place.append(buttons(ask));
    return place;
  }

  wider() {
    const { id } = this.round;
    return asking.phones(this.round, this.page.marksBounds, (phones) => this.send("widen_marks", { round: id, phones }));
  }

  another() {
    const { board, page } = this;
    return asking.round(this.round, board.tables.size, page.marksBounds, (chosen) =>
      this.send("open_marks", { round: this.live.newId(), topic: this.page.topic.id, ...chosen }),
    );
  }

  async send(kind, facts) {
    this.tell(null);
    try {
      await this.live.send(kind, facts);
    } catch (refusal) {
      this.tell(refusal);
    }
  }

  tell(refusal) {
    this.told.hidden = !refusal;
    setWords(this.told, refusal ? `${refusal.title}. ${refusal.what} ${refusal.do}` : "");
  }

  async count() {
    if (this.round?.state !== "open" || document.hidden) return;
    try {
      const answer = await fetch(`/topics/${this.page.topic.number}/marks`);
      const told = answer.ok ? await answer.json() : null;
      if (told?.round === this.round?.id) this.tookPart = told.took_part;
    } catch {
      return; // the next look may get an answer
    }
    this.redraw();
  }
}

/** "12 marks" on a point's card, or nothing before a round over it was closed. */
export function drawMarks(element, point, board) {
  const given = board.marks?.[point.id];
  const words = given === undefined ? "" : counted(given, "mark") || "no mark";
  const moved = words && board.marksMoved?.has(point.id) ? ", words changed since" : "";
  setWords(element, words + moved);
  setAttribute(element, "hidden", !words);
}

/** Compares two points by marks, the most marked first; 0 unless that order was asked for. */
export function mostMarked({ marks, byMarks }) {
  if (!byMarks) return () => 0;
  return (one, other) => (marks?.[other.id] ?? -1) - (marks?.[one.id] ?? -1);
}
