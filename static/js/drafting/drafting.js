/** The drafting page: the declaration's paragraphs in their order, each a live text. */

import { show } from "../frame/say.js";
import { openLive } from "../live/live.js";
import { between } from "../live/positions.js";
import { soonAfterNews } from "../live/soon.js";
import { arrange, button, make, setWords } from "../synthesis/parts.js";
import { leftAlone } from "./left_alone.js";
import { Paragraph } from "./paragraph.js";

const data = JSON.parse(document.getElementById("page-data").textContent);
const live = openLive({ keeps: true });
const paragraphs = new Map(); // id -> its newest state
const cards = new Map(); // id -> Paragraph
const sections = data.sections.map((told) => new Section(told));
let remarks = new Map();
let out = new Map(); // why some of those taken out are asked about
let awaited = null; // the paragraph begun here, until its field is there to be typed in
const soon = soonAfterNews(read); // remarks are of what is saved

start();

function start() {
  document.getElementById("sections").append(...sections.map(({ element }) => element));
  live.follow(`drafting:${data.workshop}`, {
    fresh: ({ paragraphs: all }) => {
      paragraphs.clear();
      for (const one of all) paragraphs.set(one.id, one);
      draw();
    },
    entry: ({ paragraph }) => {
      if (!paragraph) return;
      paragraphs.set(paragraph.id, paragraph);
      draw();
    },
  });
}

/** A section with its heading, its paragraphs, and a way to begin another. */
function Section({ section, topic, title, number, writes }) {
  this.section = section;
  this.topic = topic;
  this.writes = writes;
  this.list = make("div", { class: "draft-list" });
  const heading = make("h2", { dir: "auto" }, title);
  const slot = number ? ((number - 1) % 6) + 1 : null;
  this.element = make("section", { class: "draft-section", "data-topic": slot }, heading, this.list);
  this.empty = make("p", { class: "quiet small" }, "No paragraph yet.");
  this.element.append(this.empty);
  if (!writes) return;
  const add = button("Add a paragraph", { look: "quiet", size: "small" });
  add.addEventListener("click", () => addBehind(this, standing(this).at(-1) ?? null, 0));
  this.element.append(make("p", {}, add));
}

function standing({ section, topic }) {
  return [...paragraphs.values()]
    .filter((one) => one.status !== "removed" && one.section === section && one.topic === topic)
    .sort(inOrder);
}

/** By position, then by id, compared as the authority compares them. */
function inOrder(one, other) {
  if (one.position !== other.position) return one.position < other.position ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function draw() {
  for (const section of sections) {
    const own = standing(section);
    section.empty.hidden = own.length > 0;
    arrange(section.list, own.map((one) => cardOf(section, one).element));
  }
  drawTakenOut();
  writeAwaited();
  soon();
}

/** What is typed next belongs there; on the button a space would begin yet another. */
function writeAwaited() {
  const card = cards.get(awaited);
  if (!card) return;
  awaited = null;
  card.write();
}

function cardOf(section, paragraph) {
  const text = live.openText(paragraph.id, paragraph.version, paragraph.text);
  let card = cards.get(paragraph.id);
  if (!card) {
    const { settle, languages } = data;
    card = new Paragraph(paragraph, text, { writes: section.writes, settle, acts, languages });
    text.onChange(soon);
    text.onState(() => text.state === "saved" && soon());
    cards.set(paragraph.id, card);
  }
  card.draw(paragraph, remarks.get(paragraph.id));
  return card;
}

async function read() {
  const answer = await fetch(data.remarks).catch(() => null);
  if (!answer?.ok) return; // what is shown stays; the next change asks again
  const told = await answer.json();
  remarks = new Map(told.paragraphs.map((one) => [one.id, one]));
  for (const [id, card] of cards) card.remark(remarks.get(id));
  out = new Map(told.taken_out.map((one) => [one.id, one]));
  drawTakenOut();
  drawOpen(told.open);
  drawWouldDo(told.rebuild);
}

function drawOpen({ paragraphs: many, brackets, alternatives, objections, words, most_words }) {
  const long = words > most_words ? ` (more than ${most_words})` : "";
  const counts = [
    `Paragraphs: ${many}`,
    `brackets: ${brackets}`,
    `alternatives: ${alternatives}`,
    `objections: ${objections}`,
    `words: ${words}${long}`,
  ];
  setWords(document.getElementById("open"), counts.join(" · "));
}

function drawWouldDo({ added, changed, left }) {
  const said = document.getElementById("would-do");
  if (!said) return;
  const what = [added && `${added} new`, changed && `${changed} to change or take out`];
  const due = what.filter(Boolean).join(", ") || "nothing to do";
  const alone = left ? ` ${left} edited by hand and left alone: each says why.` : "";
  setWords(said, `Now: ${due}.${alone} Words that somebody has edited are never overwritten.`);
}

function drawTakenOut() {
  const box = document.getElementById("taken-out");
  const gone = [...paragraphs.values()].filter(({ status }) => status === "removed");
  box.hidden = gone.length === 0;
  setWords(box.firstElementChild, `Taken out: ${gone.length}`);
  box.lastElementChild.replaceChildren(...gone.map(takenOut));
}

function takenOut(paragraph) {
  const mine = sectionOf(paragraph);
  const words = live.text(paragraph.id)?.words ?? paragraph.text;
  const row = make("li", {}, make("span", { dir: "auto" }, words || "(no words)"), " ");
  row.append(...leftAlone(out.get(paragraph.id), paragraph.id, mine?.writes && data.settle));
  if (!mine?.writes) return row;
  const back = button("Bring back", { size: "small", look: "quiet" });
  back.addEventListener("click", () => send("restore_paragraph", { paragraph: paragraph.id }));
  row.append(back);
  return row;
}

const acts = {
  /** Two paragraphs of one, at the caret: what stands behind it becomes the next. */
  async split(paragraph, text, caret) {
    const tail = text.words.slice(caret);
    if (!tail.trim()) return;
    const section = sectionOf(paragraph);
    const made = await addBehind(section, paragraph, paragraph.level, tail.trim(), paragraph);
    if (made && text.words.endsWith(tail)) {
      text.write(text.words.slice(0, text.words.length - tail.length).trimEnd());
    }
  },
  add: (paragraph) => addBehind(sectionOf(paragraph), paragraph, paragraph.level),
  deeper: (paragraph, by) => place(paragraph, paragraph.position, paragraph.level + by),
  up(paragraph) {
    const own = standing(sectionOf(paragraph));
    const at = own.findIndex(({ id }) => id === paragraph.id);
    if (at > 0) move(paragraph, own[at - 2] ?? null, own[at - 1]);
  },
  down(paragraph) {
    const own = standing(sectionOf(paragraph));
    const at = own.findIndex(({ id }) => id === paragraph.id);
    if (at < own.length - 1) move(paragraph, own[at + 1], own[at + 2] ?? null);
  },
  remove: (paragraph, text) =>
    send("remove_paragraph", { paragraph: paragraph.id, version: text.version }),
};

function sectionOf(paragraph) {
  return sections.find(
    ({ section, topic }) => section === paragraph.section && topic === paragraph.topic,
  );
}

async function addBehind(section, before, level, words = "", like = null) {
  const own = standing(section);
  const next = before ? own[own.findIndex(({ id }) => id === before.id) + 1] : own[0];
  const id = live.newId();
  awaited = id;
  const taken = await send("add_paragraph", {
    paragraph: id,
    section: section.section,
    topic: section.topic,
    level,
    position: room(before, next),
    words,
    points: like?.points ?? [],
    origin: like?.origin ?? "secretariat text",
    slot: null,
    basis: null,
    made: null,
  });
  if (!taken) awaited = null;
  return taken;
}

function move(paragraph, before, after) {
  return place(paragraph, room(before, after), paragraph.level);
}

function place({ id, section, topic }, position, level) {
  return send("place_paragraph", { paragraph: id, section, topic, level, position });
}

function room(before, after) {
  const next = after && (!before || before.position < after.position) ? after.position : null;
  return between(before?.position ?? null, next);
}

/** Whether it was taken; a refusal is told where messages stand. */
async function send(kind, facts) {
  try {
    await live.send(kind, facts);
    return true;
  } catch (refusal) {
    show(`${refusal.what ?? "This was not done."} ${refusal.do ?? ""}`);
    return false;
  }
}
