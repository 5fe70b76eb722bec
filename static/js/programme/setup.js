/** The secretariat's set-up, live: discussions and tables as they are, forms that stay in place. */

import { openLive } from "../live/live.js";
import { Clocks } from "./clocks.js";
import { Seats } from "./seats.js";
import { startForms } from "./forms.js";

const AGAIN = 15_000; // milliseconds between two looks at how far the set-up has come
const STEPS = ["tables", "seated", "moderators", "begun"];

const page = JSON.parse(document.getElementById("page-data").textContent);
const clocks = new Clocks(page.discussions, page.now);
const seats = new Seats(document.getElementById("seats"), page.tables);
const live = openLive();
let connected = false;

live.onStatus(({ state }) => {
  connected = state === "saved" || state === "sending";
});
live.follow(`workshop:${page.workshop}`, {
  now: (time) => clocks.setTime(time),
  fresh(state) {
    clocks.replace(state.discussions);
    seats.replace(state.tables);
    count();
  },
  entry(entry) {
    if (entry.discussion) clocks.put(entry.discussion);
    if (entry.table) seats.put(entry.table);
    count();
  },
});
// Cards are used and links are made on other pages: until every step is ticked, ask.
document.addEventListener("visibilitychange", ask);
setInterval(ask, AGAIN);
// What a form did comes over the line; without one, the page is asked for anew.
startForms(() => {
  if (!connected) location.reload();
});

async function ask() {
  if (document.hidden || STEPS.every((step) => isDone(step))) return;
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: "application/json" } });
    if (answer.ok) tick(await answer.json());
  } catch {
    // Without a connection the page says so by itself; the next look finds what was missed.
  }
}

/** @param {Record<string, number>} begun as services/programme/plan.py counts it */
function tick(begun) {
  for (const [name, number] of Object.entries(begun)) {
    setCount(name, number);
    const step = document.getElementById(`step-${name}`);
    if (step) step.toggleAttribute("data-done", number > 0);
  }
}

function isDone(step) {
  return document.getElementById(`step-${step}`).hasAttribute("data-done");
}

function setCount(name, number) {
  for (const place of document.querySelectorAll(`[data-count="${name}"]`)) {
    if (place.textContent !== String(number)) place.textContent = number;
  }
}

function count() {
  setCount("tables", seats.size);
  document.getElementById("no-tables").hidden = seats.size > 0;
  document.getElementById("seats").hidden = seats.size === 0;
  document.getElementById("step-tables").toggleAttribute("data-done", seats.size > 0);
  if (clocks.running.length) document.getElementById("step-begun").setAttribute("data-done", "");
}
