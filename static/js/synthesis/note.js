/** The note in focus, large, and the notes chosen beside it; it decides nothing. */

import { differenceParagraph } from "./difference.js";
import { ago, button, kindMark, make, mark, readable, setAttribute, stateMark } from "./parts.js";
import { DECIDED } from "./sift.js";

const TONGUES = { ar: "Arabic", fr: "French" };

export class NotePane {
  /** @param {{history: () => void, open: (id: string) => void, point: (id: string) => void}} on */
  constructor(board, page, on) {
    this.board = board;
    this.page = page;
    this.on = on;
    this.article = document.getElementById("note");
    this.empty = document.getElementById("note-empty");
    this.chosen = document.getElementById("chosen");
    this.drawn = "";
  }

  draw() {
    this.drawChosen();
    const { leavesFocus, notes } = this.board;
    const note = leavesFocus ? undefined : notes.get(this.board.focus);
    this.article.hidden = !note;
    this.empty.hidden = Boolean(note) || leavesFocus;
    if (!note) return this.drawEmpty();
    const points = this.board.pointsOn(note.id).map((id) => this.board.points.get(id));
    const readers = this.board.readers.get(note.id) ?? [];
    const parts = [note, this.board.status(note), this.board.seen, points, this.when(note), readers];
    const key = JSON.stringify([...parts, this.board.tableName(note.table)]);
    if (key === this.drawn) return undefined;
    this.drawn = key;
    // A selection of words, or the focus on a link, survives what changes elsewhere on the board.
    return this.article.replaceChildren(
      this.head(note),
      make("p", { class: "board-words", dir: "auto", lang: note.language }, readable(note.text)),
      ...(readers.length ? [make("p", { class: "board-company" }, alsoReads(readers))] : []),
      ...this.changes(note),
      ...this.conversation(note),
      this.facts(note),
      ...(points.length ? [this.points(points)] : []),
    );
  }

  /**
   * Several notes are decided on together: all their words stand above the one in focus, and a
   * note in focus that is not among them is no more than named, for no key acts on it.
   */
  drawChosen() {
    const { board } = this;
    const notes = [...board.chosen].map((id) => board.notes.get(id));
    const left = notes.flatMap(({ id }) => board.foldedUnder(id)).filter((id) => !board.chosen.has(id));
    const other = board.leavesFocus ? board.notes.get(board.focus) : undefined;
    const stand = [...notes, other].map((note) => note && `${note.id} ${note.version}`);
    const key = stand.join() + left.length;
    if (this.chosen.dataset.key === key) return;
    this.chosen.dataset.key = key;
    this.chosen.hidden = !notes.length;
    const rows = notes.map((note) => make("li", {}, this.chosenRow(note)));
    const told = `${notes.length} chosen: the keys act on ${notes.length > 1 ? "all of them" : "it"}`;
    const same = `Not chosen: ${left.length} folded under ${notes.length > 1 ? "them" : "it"}.`;
    const rest = left.length ? make("p", { class: "small" }, same) : "";
    const list = make("ul", {}, ...rows);
    this.chosen.replaceChildren(make("h3", {}, told), rest, list, other ? this.notChosen(other) : "");
  }

  chosenRow(note) {
    const words = make("span", { dir: "auto", lang: note.language }, note.text.trim());
    const table = make("b", { dir: "auto" }, this.board.tableName(note.table));
    const open = make("button", { type: "button", class: "board-link" }, table, words);
    open.addEventListener("click", () => this.on.open(note.id));
    return open;
  }

  notChosen(note) {
    const words = make("span", { dir: "auto", lang: note.language }, readable(note.text));
    const table = make("b", { dir: "auto" }, this.board.tableName(note.table));
    const add = make("kbd", {}, "X");
    return make(
      "p",
      { class: "board-not-chosen small" },
      ...["Not chosen (", add, " adds it): ", table, ", ", words],
    );
  }

  head(note) {
    const { tables } = this.board;
    const sheet = note.sheet ?? tables.get(note.table)?.sheet;
    const name = make(
      "a",
      { href: `/sheets/${sheet}`, dir: "auto" },
      this.board.tableName(note.table),
    );
    const status = this.board.status(note);
    return make(
      "header",
      { class: "board-note-head line" },
      make("h3", {}, this.page.opensSheets ? name : name.textContent),
      kindMark(note.kind, this.page.kinds[note.kind]),
      stateMark(status, this.page.states[status]),
      note.late ? mark("late", "late") : null,
      note.read_back ? mark("read_back", "top point of its table") : null,
    );
  }

  changes(note) {
    const { seen } = this.board;
    const told = [];
    if (seen?.by)
      told.push(this.told("Another moderator has just decided: ", this.page.states[seen.by]));
    const was = seen?.was !== undefined && seen.was !== note.text ? seen.was : null;
    const decided = this.changedSince(note);
    const before = decided ?? was;
    if (before === null) return told;
    const since = [
      decided === null ? "" : ` since it was ${this.page.states[note.decided_status]}`,
      was === null ? "" : " while you read them",
    ];
    const words = `The words have changed${since.filter(Boolean).join(", also")}`;
    told.push(this.told(words), differenceParagraph(before, note.text));
    return told;
  }

  /** The words a decision was taken on, when they are others now. */
  changedSince(note) {
    if (note.decided_text === null || !DECIDED.has(note.decided_status)) return null;
    const same = (text) => text.split(/\s+/u).filter(Boolean).join(" ");
    return same(note.decided_text) === same(note.text) ? null : note.decided_text;
  }

  told(...words) {
    return make(
      "p",
      { class: "board-told" },
      mark("needs_you", ""),
      make("strong", {}, words.join(""), "."),
    );
  }

  conversation(note) {
    const said = [];
    if (note.question) {
      said.push(make("dt", {}, "Question asked"), make("dd", { dir: "auto" }, note.question));
      if (note.answer)
        said.push(make("dt", {}, "The table answered"), make("dd", { dir: "auto" }, note.answer));
      else
        said.push(
          make("dt", {}, "The table"),
          make("dd", { class: "quiet" }, "has not answered yet"),
        );
    }
    if (note.reason) {
      said.push(
        make("dt", {}, "Reason"),
        make("dd", {}, this.page.reasons[note.reason] ?? note.reason),
      );
    }
    if (note.remark) said.push(make("dt", {}, "Remark"), make("dd", { dir: "auto" }, note.remark));
    return said.length ? [make("dl", { class: "facts board-talk" }, ...said)] : [];
  }

  facts(note) {
    const subtopic = this.page.topic.subtopics.find(({ id }) => id === note.subtopic);
    const chip = (words) => make("li", { class: "chip", dir: "auto" }, words);
    return make(
      "div",
      { class: "board-facts" },
      make(
        "ul",
        { class: "chips", "aria-label": "What this note is about" },
        chip(subtopic ? subtopic.title : "No subtopic"),
        ...note.countries.map((code) => chip(this.page.countries[code] ?? code)),
        note.said_by ? chip(note.said_by) : null,
        note.agreed ? chip("Agrees to be named") : null,
        TONGUES[note.language] ? chip(TONGUES[note.language]) : null,
      ),
      make("p", { class: "quiet small" }, this.when(note), " · ", this.history()),
    );
  }

  history() {
    const open = make("button", { type: "button", class: "board-link", "aria-keyshortcuts": "H" });
    open.append("History");
    open.addEventListener("click", () => this.on.history());
    return open;
  }

  when(note) {
    const age = (moment) => ago((this.page.now() - Date.parse(moment)) / 1000);
    const [begun, typed] = [age(note.created_at), age(note.typed_at ?? note.created_at)];
    return begun === typed ? `Written ${begun}` : `Begun ${begun}, last typed in ${typed}`;
  }

  points(points) {
    const rows = points.map((point) => {
      const words = this.page.pointWords(point) || "a point without words yet";
      const open = make("button", { type: "button", class: "board-link", dir: "auto" }, words);
      open.addEventListener("click", () => this.on.point(point.id));
      return make("li", {}, open);
    });
    return make(
      "div",
      { class: "board-in" },
      make("p", { class: "small quiet" }, "Grouped into"),
      make("ul", {}, ...rows),
    );
  }

  hint() {
    if (!this.board.visible().length) return "No note in the queue fits what you asked for.";
    return "Choose a note in the queue, or press J for the next one.";
  }

  drawEmpty() {
    this.drawn = "";
    const { ready, toRead } = this.board;
    const words = !ready
      ? ["One moment", "The notes of all tables are on their way."]
      : toRead
        ? ["No note in focus", this.hint()]
        : [
            "Nothing to read now",
            "When a table writes, its newest note stands here, large, to be decided.",
          ];
    this.empty.querySelector("h2").textContent = words[0];
    this.empty.querySelector("p").textContent = words[1];
  }
}

function alsoReads(names) {
  return `${names.join(", ")} ${names.length > 1 ? "read" : "reads"} this note, too.`;
}

/** Decisions that were not applied, each with what happened and the way back to its note. */
export class Troubles {
  constructor(decisions, board, open) {
    this.decisions = decisions;
    this.board = board;
    this.open = open;
    this.place = document.getElementById("troubles");
    this.boxes = new Map();
  }

  draw() {
    for (const [trouble, box] of this.boxes) {
      if (this.decisions.troubles.includes(trouble)) continue;
      box.remove();
      this.boxes.delete(trouble);
    }
    for (const trouble of this.decisions.troubles) {
      if (this.boxes.has(trouble)) continue;
      const box = this.box(trouble);
      this.boxes.set(trouble, box);
      this.place.append(box);
    }
  }

  box(trouble) {
    const { note, tried, refusal, before, now } = trouble;
    const table = this.board.tableName(this.board.notes.get(note)?.table);
    const look = button("Look at this note", { size: "small" });
    look.addEventListener("click", () => (this.decisions.settle(trouble), this.open(note)));
    const close = button("Close", { size: "small", look: "quiet" });
    close.addEventListener("click", () => this.decisions.settle(trouble));
    const box = make("section", { class: "notice", "data-look": "care" });
    setAttribute(box, "data-trouble", refusal.code);
    box.append(
      make("span", { class: "mark", "data-mark": "needs_you" }),
      make("strong", {}, `${refusal.title}: not applied`),
      make("p", {}, `You wanted to ${tried} a note of ${table}. ${refusal.what} ${refusal.safe}`),
      ...(now === null ? [] : [differenceParagraph(before, now)]),
      make("div", { class: "buttons" }, look, close),
    );
    return box;
  }
}
