/** What stood on the sheet at a moment, as notes down the page; it must not know what comes next. */

import { arrange, kindMark, make, setAttribute, setWords, stateMark } from "../synthesis/parts.js";
import { inOrder } from "./film.js";

const SHEET = { read_back: "read back", locked: "locked", reopened: "opened again" };

export class Stage {
  /** @param {object} page the page's words for kinds, states and so on */
  constructor(page) {
    this.page = page;
    this.list = document.getElementById("notes");
    this.state = document.getElementById("state");
    this.rows = new Map();
  }

  /** @param {import("./film.js").State} state @param {string|undefined} at the note just changed */
  draw(state, at) {
    const chosen = new Set(state.sheet.read_back);
    const notes = inOrder(state);
    arrange(this.list, notes.map((note) => this.row(note, chosen.has(note.id))));
    for (const [id, { element }] of this.rows) {
      if (!state.notes.has(id)) this.rows.delete(id);
      setAttribute(element, "aria-current", id === at ? "true" : null);
    }
    const words = SHEET[state.sheet.state];
    this.state.hidden = !words;
    if (words && this.state.dataset.of !== words) {
      this.state.dataset.of = words;
      this.state.replaceChildren("The sheet is ", stateMark(state.sheet.state, words));
    }
  }

  /** Brings the note just changed into sight. */
  reveal(id) {
    this.rows.get(id)?.element.scrollIntoView({ block: "nearest" });
  }

  row(note, top) {
    const kept = this.rows.get(note.id) ?? this.begin(note.id);
    if (kept.note === note && kept.top === top) return kept.element;
    const { words, facts } = kept;
    const told = factsKey(note, top);
    setWords(words, note.text);
    words.toggleAttribute("data-empty", !note.text);
    if (kept.told !== told) facts.replaceChildren(...this.facts(note, top));
    setAttribute(kept.element, "data-gone", note.status === "withdrawn");
    Object.assign(kept, { note, top, told });
    return kept.element;
  }

  begin(id) {
    const words = make("p", { class: "history-words", dir: "auto" });
    const facts = make("div", { class: "history-facts small" });
    const element = make("li", { class: "history-note" }, words, facts);
    const kept = { element, words, facts };
    this.rows.set(id, kept);
    return kept;
  }

  facts(note, top) {
    const { kinds, states, subtopics, countries, reasons } = this.page;
    const chips = [subtopics[note.subtopic], ...(note.countries ?? []).map((c) => countries[c] ?? c)];
    const said = [
      note.question && ["Question", note.question],
      note.answer && ["Answer", note.answer],
      note.reason && ["Reason", reasons[note.reason] ?? note.reason],
      note.remark && ["Remark", note.remark],
    ].filter(Boolean);
    return [
      make(
        "p",
        { class: "line" },
        kindMark(note.kind, kinds[note.kind] ?? note.kind),
        stateMark(note.status, states[note.status] ?? note.status),
        ...chips.filter(Boolean).map((words) => make("span", { class: "chip", dir: "auto" }, words)),
        top ? stateMark("read_back", "top point") : null,
        note.late ? make("span", { class: "mark", "data-mark": "late" }, make("span", {}, "late")) : null,
      ),
      ...said.map(([what, words]) => make("p", {}, `${what}: `, make("q", { dir: "auto" }, words))),
    ];
  }
}

function factsKey({ text: _, ...facts }, top) {
  return JSON.stringify([facts, top]);
}
