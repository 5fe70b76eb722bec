/** The page of one language: every text in its order, each beside a live text in that language. */

import { openLive } from "../live/live.js";
import { soonAfterNews } from "../live/soon.js";
import { arrange, make, setAttribute, setWords } from "../synthesis/parts.js";
import { Row } from "./row.js";

const MADE = "made";
const WRITTEN = "written"; // by hand, in any standing: all but what is made by itself
const ORDER = [WRITTEN, "none", "draft", "stale", "current", MADE];

const data = JSON.parse(document.getElementById("page-data").textContent);
const live = openLive({ keeps: true });
const list = document.getElementById("rows");
const sieve = document.getElementById("sieve");
const rows = new Map(); // id of the text -> Row
const sections = new Map(); // heading -> its element
let told = [];
let shown = WRITTEN;
const staying = new Set(); // ids shown since that was chosen: nothing goes from under a hand
let landed = false;

const soon = soonAfterNews(read); // how a translation stands is told of what is saved
const ways = { live, language: data, soon };
const news = { fresh: soon, entry: soon };
live.follow(`translations:${data.workshop}`, news);
live.follow(`drafting:${data.workshop}`, news);
for (const topic of data.topics) live.follow(`points:${topic}`, news);
soon();

async function read() {
  const answer = await fetch(data.rows).catch(() => null);
  if (!answer?.ok) return; // what is shown stays; the next news asks again
  const { rows: all, counts } = await answer.json();
  told = all;
  const wanted = landed ? null : told.find(({ of }) => location.hash === `#t-${of}`);
  landed = true;
  if (wanted?.made) shown = MADE;
  drawSieve(counts);
  draw();
  if (wanted) rows.get(wanted.of).element.scrollIntoView();
}

function draw() {
  const wanted = told.filter((one) => staying.has(one.of) || asked(one));
  for (const { of } of wanted) staying.add(of);
  const groups = [...grouped(wanted)].map(([title, own]) => section(title, own));
  arrange(list, groups.length ? groups : [empty()]);
}

function asked(one) {
  return shown === WRITTEN ? !one.made : standing(one) === shown;
}

function section(title, own) {
  let element = sections.get(title);
  if (!element) {
    element = make("section", { class: "row-group" }, make("h2", { dir: "auto" }, title));
    element.append(make("div", { class: "row-list" }));
    sections.set(title, element);
  }
  arrange(element.lastElementChild, own.map((one) => rowOf(one).element));
  return element;
}

function rowOf(one) {
  if (!rows.has(one.of)) rows.set(one.of, new Row(one, ways));
  const row = rows.get(one.of);
  row.draw(one);
  return row;
}

function grouped(wanted) {
  const groups = new Map();
  for (const one of wanted) groups.set(one.section, [...(groups.get(one.section) ?? []), one]);
  return groups;
}

function empty() {
  const none = "Nothing to translate yet: no point or paragraph has words in another language.";
  return make("p", { class: "quiet" }, told.length ? "None of these now." : none);
}

function standing({ standing: own, made }) {
  return made ? MADE : own;
}

function drawSieve(counts) {
  const words = { ...data.standings, [WRITTEN]: "All to translate", [MADE]: "Made by themselves" };
  const many = { ...counts, [WRITTEN]: counts.all - counts[MADE] };
  if (!many[shown] && !staying.size) shown = WRITTEN;
  const wanted = ORDER.filter((key) => key === WRITTEN || key === shown || many[key]);
  if (sieve.children.length !== wanted.length) {
    const how = { class: "button", type: "button", "data-size": "small" };
    sieve.replaceChildren(...wanted.map(() => make("button", how)));
  }
  wanted.forEach((key, at) => {
    const box = sieve.children[at];
    setWords(box, `${words[key]}: ${many[key] ?? 0}`);
    setAttribute(box, "aria-pressed", shown === key ? "true" : "false");
    box.onclick = () => {
      shown = key;
      staying.clear();
      drawSieve(counts);
      draw();
    };
  });
  const done = `${counts.current} of ${many[WRITTEN]} are up to date`;
  setWords(document.getElementById("counted"), done);
}
