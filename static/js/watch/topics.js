/** How each topic is going: clock, tables, pace, and the subtopics nobody has spoken about. */

import { face } from "../frame/clock.js";
import { arrange, make, setWords } from "../synthesis/parts.js";
import { counted } from "./words.js";

const NAMED = 8; // tables named one by one before they are only counted

export class Topics {
  constructor(watch, page) {
    Object.assign(this, { watch, page });
    this.list = document.getElementById("topics");
    this.made = new Map();
  }

  draw(now) {
    const parts = this.watch.topics.map((topic) => this.topic(topic, now));
    arrange(this.list, parts);
  }

  topic(topic, now) {
    const part = this.made.get(topic.id) ?? this.make(topic);
    const [head, pace, silent, empty] = part.children;
    const progress = this.watch.progress(topic);
    const held = this.watch.discussionOf(topic.id);
    setWords(head.lastElementChild, held ? clockWords(face(held, now)) : "");
    setWords(pace, this.pace(progress, held, now));
    setWords(silent, this.silent(progress));
    silent.hidden = !silent.textContent;
    setWords(empty, emptyWords(topic, progress));
    empty.hidden = !empty.textContent;
    return part;
  }

  make(topic) {
    const title = make("b", { dir: "auto" }, `${topic.number}. ${topic.title}`);
    const head = make("p", {}, title, " ", make("span", { class: "watch-clock" }));
    const lines = ["pace", "silent", "empty"].map((line) => make("p", { "data-line": line }));
    head.hidden = Boolean(this.page.topic); // it stands in the top line, with its clock
    const part = make("section", { class: "watch-going", "data-topic": ((topic.number - 1) % 6) + 1 }, head, ...lines);
    this.made.set(topic.id, part);
    return part;
  }

  /** "9 of 10 tables have written 38 notes, 12 in the last 10 minutes: 1.2 a table; 2 to 3 are usual." */
  pace({ tables, writing, notes, lately }, held) {
    if (!notes) return `No notes yet from ${counted(tables, "table")}.`;
    const said = `${writing} of ${counted(tables, "table")} ${writing === 1 ? "has" : "have"} written ${counted(notes, "note")}`;
    if (held?.state !== "running" || !tables) return `${said}.`;
    const each = (lately / tables).toFixed(1).replace(/\.0$/, "");
    const [least, most] = this.page.usual;
    return `${said}; ${lately} in the last 10 minutes, ${each} a table (${least} to ${most} are usual).`;
  }

  silent({ silent, writing }) {
    if (!silent.length || !writing) return "";
    const names = silent.sort((one, other) => this.watch.before(one, other)).map((cell) => this.watch.nameOf(cell));
    if (names.length > NAMED) return `${names.length} tables have no notes yet.`;
    return `No notes yet from ${names.join(", ")}.`;
  }
}

function emptyWords(topic, { empty, notes }) {
  if (!notes || !empty.length || empty.length === topic.subtopics.length) return "";
  return `No notes yet on ${empty.map(({ number, title }) => `${topic.number}.${number} ${title}`).join("; ")}.`;
}

function clockWords({ state, time }) {
  const words = { planned: "planned", running: "left", last_five: "left", over: "over time", closed: "closed" };
  return state === "planned" || state === "closed" ? words[state] : `${time} ${words[state]}`;
}
