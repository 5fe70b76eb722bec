/** What a moderator asks the queue for: chosen in fields, kept in the address; it shows no note. */

import { say } from "../frame/say.js";
import { firstRow } from "./focus.js";
import { make, setAttribute, setWords } from "./parts.js";
import { ARRANGEMENTS, MARKS, NOTHING_ASKED, SHOWS } from "./sift.js";

const TONGUES = { ar: "Arabic", en: "English", fr: "French" };
const PAUSE = 250; // milliseconds after a key in the search field before it is searched for
const TOLD_AFTER = 700; // milliseconds after a change before its outcome is spoken
const ADDRESS_AFTER = 400; // browsers take a hundred addresses in thirty seconds
const MORE = ["table", "subtopic", "kind", "country", "language", "mark"];
const LABELS = {
  table: "All tables",
  subtopic: "All subtopics",
  kind: "All kinds",
  country: "All countries",
  language: "All languages",
  mark: "Marked or not",
};

export class Filters {
  /**
   * @param {import("./model.js").Board} board @param {object} page
   * @param {{asked: () => void, decide: () => void}} on something else is asked for; whoever chose
   *   notes wants to decide on them
   */
  constructor(board, page, on) {
    this.board = board;
    this.page = page;
    this.on = on;
    this.more = document.getElementById("filter-more");
    this.block = document.getElementById("filters");
    this.words = document.getElementById("filter-words");
    this.line = document.getElementById("filter-line");
    this.timers = {};
    this.drawn = null; // what the counts were last drawn of
    this.readAddress();
    this.start();
  }

  /** Asks for one thing. @param {string} name @param {string} value */
  choose(name, value) {
    if (this.board.filter[name] === value) return;
    this.board.filter[name] = value;
    this.asked();
  }

  focusSearch() {
    this.words.focus();
    this.words.select();
  }

  draw() {
    this.drawLine();
    if (this.drawn === this.board.shown) return;
    this.drawn = this.board.shown;
    const { counts } = this.drawn;
    const { arrangement, filter } = this.board;
    fill(selectOf("show"), labelled(Object.entries(SHOWS), counts.show), filter.show);
    fill(selectOf("arrangement"), Object.entries(ARRANGEMENTS), arrangement);
    for (const name of this.block.hidden ? [] : MORE) {
      const choices = labelled(this.choices(name, counts[name]), counts[name]);
      fill(selectOf(name), [["", LABELS[name]], ...choices], filter[name]);
    }
    for (const each of document.querySelectorAll("[data-filter]")) {
      setAttribute(each, "data-set", this.isSet(each.dataset.filter));
    }
    const set = MORE.filter((name) => this.isSet(name)).length;
    setWords(this.more.firstElementChild, set ? `Filters, ${set} set` : "Filters");
  }

  start() {
    for (const select of document.querySelectorAll("select[data-filter]")) {
      const name = select.dataset.filter;
      select.addEventListener("change", () => {
        if (name === "arrangement") this.arrange(select.value);
        else this.choose(name, select.value);
      });
    }
    this.words.value = this.board.filter.words;
    this.words.addEventListener("input", () => {
      this.later("words", PAUSE, () => this.choose("words", this.words.value.trim()));
    });
    this.words.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) this.toFirst(event);
    });
    this.more.addEventListener("click", () => this.open(this.block.hidden));
    this.open(MORE.some((name) => this.isSet(name)));
  }

  /** Enter ends the search: its first hit is read, and keys decide on it. */
  toFirst(event) {
    event.preventDefault();
    clearTimeout(this.timers.words);
    this.choose("words", this.words.value.trim());
    const first = firstRow(this.board);
    if (!first) return say("Nothing was found.");
    this.words.blur();
    return this.board.setFocus(first);
  }

  open(open) {
    this.block.hidden = !open;
    setAttribute(this.more, "aria-expanded", String(open));
    this.drawn = null;
    this.board.redraw();
  }

  arrange(arrangement) {
    this.board.arrangement = arrangement;
    this.asked();
  }

  asked() {
    this.on.asked();
    this.board.asked();
    this.later("address", ADDRESS_AFTER, () => this.writeAddress());
    this.later("told", TOLD_AFTER, () => {
      const { length } = this.board.visible();
      say(length === 1 ? "1 note here." : `${length} notes here.`);
    });
  }

  later(name, pause, act) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(act, pause);
  }

  isSet(name) {
    if (name === "arrangement") return this.board.arrangement !== "newest";
    return this.board.filter[name] !== NOTHING_ASKED[name];
  }

  /** What a choice is among, with words; countries and languages only as far as there are notes. */
  choices(name, counts) {
    const { board, page } = this;
    const said = [...new Set([...counts.keys(), board.filter[name]].filter(Boolean))];
    const byWords = (words) =>
      said.map((code) => [code, words[code] ?? code]).sort((a, b) => a[1].localeCompare(b[1]));
    if (name === "country") return byWords(page.countries);
    if (name === "language") return byWords(TONGUES);
    if (name === "kind") return Object.entries(page.kinds);
    if (name === "mark") return Object.entries(MARKS);
    if (name === "subtopic") {
      const rows = page.topic.subtopics.map(({ id, number, title }) => [id, `${number}. ${title}`]);
      return [...rows, ["none", "No subtopic"]];
    }
    const tables = [...board.tables.values()].sort((a, b) => a.number - b.number);
    return tables.map(({ id }) => [id, board.tableName(id)]);
  }

  /** What is set, each with a way back, and what may be done with the notes chosen. */
  drawLine() {
    const { board } = this;
    const set = ["words", ...MORE].filter((name) => this.isSet(name));
    const parts = set.map((name) => [name, this.wordsOf(name)]);
    const sheet = board.tables.get(board.filter.table)?.sheet;
    const key = JSON.stringify([parts, board.chosen.size, sheet]);
    if (this.line.dataset.key === key) return;
    this.line.dataset.key = key;
    this.line.hidden = !parts.length && !board.chosen.size;
    this.line.replaceChildren(
      ...this.chosenParts(),
      ...parts.map(([name, words]) => this.chip(name, words)),
      ...(sheet ? [toSheet(sheet, this.wordsOf("table"))] : []),
      ...(parts.length ? [link("Clear", () => this.clear())] : []),
    );
  }

  chosenParts() {
    const { board } = this;
    if (!board.chosen.size) return [];
    const decide = link("Decide", () => this.on.decide());
    decide.classList.add("board-to-decide");
    return [
      make("b", {}, `${board.chosen.size} chosen`),
      decide,
      link("Choose none", () => board.choose([...board.chosen], { off: true })),
    ];
  }

  chip(name, words) {
    const chip = make("button", { type: "button", class: "chip board-chip", dir: "auto" }, words);
    chip.append(make("span", { "aria-hidden": "true" }, "×"));
    setAttribute(chip, "aria-label", `Take away the filter: ${words}`);
    chip.addEventListener("click", () => {
      if (name === "words") this.words.value = "";
      this.choose(name, NOTHING_ASKED[name]);
    });
    return chip;
  }

  wordsOf(name) {
    const value = this.board.filter[name];
    if (name === "words") return `“${value}”`;
    const found = this.choices(name, new Map()).find(([code]) => code === value);
    return found?.[1] ?? value;
  }

  clear() {
    const { show } = this.board.filter;
    Object.assign(this.board.filter, NOTHING_ASKED, { show });
    this.words.value = "";
    this.asked();
  }

  readAddress() {
    const asked = new URLSearchParams(location.search);
    const { board } = this;
    for (const [name, nothing] of Object.entries(NOTHING_ASKED)) {
      board.filter[name] = asked.get(name) ?? nothing;
    }
    if (!(board.filter.show in SHOWS)) board.filter.show = NOTHING_ASKED.show;
    if (asked.get("order") in ARRANGEMENTS) board.arrangement = asked.get("order");
  }

  writeAddress() {
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(this.board.filter)) {
      if (value !== NOTHING_ASKED[name]) asked.set(name, value);
    }
    if (this.board.arrangement !== "newest") asked.set("order", this.board.arrangement);
    const query = String(asked) && `?${asked}`;
    history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
  }
}

function toSheet(sheet, table) {
  return make("a", { href: `/sheets/${sheet}` }, `Open the sheet of ${table}`);
}

function selectOf(name) {
  return document.getElementById(`filter-${name}`);
}

function labelled(choices, counts) {
  return choices.map(([value, words]) => [value, `${words} (${counts.get(value) ?? 0})`]);
}

/** Writes a list of choices; one that somebody has open keeps its choices and renews their words. */
function fill(select, choices, value) {
  const options = [...select.options];
  const same =
    choices.length === options.length && choices.every(([v], at) => options[at].value === v);
  if (same) choices.forEach(([, words], at) => setWords(options[at], words));
  else if (document.activeElement !== select || !options.length) {
    select.replaceChildren(...choices.map(([v, words]) => make("option", { value: v }, words)));
  }
  if (select.value !== value) select.value = value;
}

function link(words, act) {
  const made = make("button", { type: "button", class: "board-link" }, words);
  made.addEventListener("click", act);
  return made;
}
