/** The page of a document's texts: generated until somebody edits them, each then a live text. */

import { show } from "../frame/say.js";
import { openLive } from "../live/live.js";
import { arrange, make } from "../synthesis/parts.js";
import { Passage } from "./passage.js";

const RARELY = 60_000; // milliseconds after which sources are looked at again, while it is shown

const data = JSON.parse(document.getElementById("page-data").textContent);
const live = openLive({ keeps: true });
const begun = new Map(); // slot -> the passage somebody began there, in its newest state
const cards = new Map(); // slot -> Passage
const list = document.getElementById("passages");
let told = { slots: [], sequence: -1 };
let wanted = location.hash.slice(3); // the passage the address leads to

start();

async function start() {
  await read();
  live.follow(`drafting:${data.workshop}`, {
    fresh: ({ passages }) => {
      for (const one of passages) take(one);
      draw();
    },
    entry: ({ passage }) => {
      if (!passage) return;
      take(passage);
      draw();
    },
  });
  setInterval(again, RARELY);
  document.addEventListener("visibilitychange", again);
}

function take(passage) {
  if (passage.document === data.document) begun.set(passage.slot, passage);
}

function again() {
  if (!document.hidden) read();
}

/** What is generated at every slot, unless nothing has happened since. */
async function read() {
  const answer = await fetch(`${data.slots}?since=${told.sequence}`).catch(() => null);
  if (!answer?.ok || answer.status === 204) return; // what is shown stays until it is asked again
  told = await answer.json();
  draw();
}

function draw() {
  if (told.sequence < 0) return;
  list.removeAttribute("aria-busy");
  const wholes = told.slots.map((slot) => {
    const card = cards.get(slot.slot) ?? new Passage(data, ways);
    cards.set(slot.slot, card);
    const passage = begun.get(slot.slot) ?? null;
    card.draw(slot, passage, textOf(passage));
    return card;
  });
  arrange(list, wholes.map(({ element }) => element));
  drawGone();
  count();
  lead(wholes);
}

function textOf(passage) {
  return passage ? live.openText(passage.id, passage.version, passage.text) : null;
}

/** How many are whose, and the ways to those left behind, and to the first to be completed. */
function count() {
  const all = told.slots.map(({ slot }) => cards.get(slot));
  const left = all.filter(({ standing }) => standing === "left_behind");
  const edited = left.length + all.filter(({ standing }) => standing === "edited").length;
  const behind = left.length ? " · their sources have changed since: " : "";
  const counts = `Texts: ${all.length} · edited by hand: ${edited}${behind}`;
  const ways = left.flatMap(({ element, title }, at) => {
    const link = make("a", { href: `#${element.id}` }, make("bdi", {}, title));
    return at ? [", ", link] : [link];
  });
  const waiting = all.filter(({ waits }) => waits);
  if (waiting.length) {
    const many = `still to be completed: ${waiting.length}`;
    ways.push(" · ", make("a", { href: `#${waiting[0].element.id}` }, many));
  }
  const said = document.getElementById("count");
  const whole = make("p", {}, counts, ...ways);
  if (said.innerHTML !== whole.innerHTML) said.replaceChildren(...whole.childNodes);
}

/** What was written at slots that are no more. */
function drawGone() {
  const called = new Set(told.slots.map(({ slot }) => slot));
  const gone = [...begun.values()].filter((one) => !called.has(one.slot) && one.text !== one.made);
  const box = document.getElementById("gone");
  box.hidden = gone.length === 0;
  box.lastElementChild.replaceChildren(
    ...gone.map((one) => {
      const words = make("p", { class: "passage-words", dir: "auto" }, one.text || "(no words)");
      const versions = make("a", { href: `/history/${one.id}` }, "All versions of this text");
      return make("article", { class: "passage", id: `p-${one.id}` }, words, versions);
    }),
  );
}

/** The address may name a passage, whose slot is only known here. */
function lead(wholes) {
  const card = wanted && wholes.find(({ passage }) => passage?.id === wanted);
  if (!card) return;
  wanted = "";
  card.element.scrollIntoView();
}

const ways = {
  changed: count,

  /** Begins to write at a slot; who comes second writes in what the first began. */
  async begin({ slot, basis, words }) {
    const facts = { passage: live.newId(), document: data.document, slot, basis, made: words };
    try {
      await live.send("begin_passage", facts);
    } catch (refusal) {
      if (refusal.code !== "passage_begun") return tell(refusal);
    }
    return true;
  },

  /** What is remembered to be generated there is what is generated now. */
  async settle(passage, { basis, words }) {
    const facts = { passage: passage.id, basis, made: words };
    return live.send("settle_passage", facts).then(() => true, tell);
  },

  /** A text as it is saved, as it will read. */
  async shown({ id }) {
    const answer = await fetch(`${data.slots}/${id}`).catch(() => null);
    return answer?.ok ? (await answer.json()).shown : null;
  },
};

function tell(refusal) {
  show(`${refusal.what ?? "This was not done."} ${refusal.do ?? ""}`);
  return false;
}
