/** The watch: brings the tables, the topics and the line to the authority together. */

import { setClock } from "../frame/clock.js";
import { say } from "../frame/say.js";
import { openLive } from "../live/live.js";
import { Cell } from "./cell.js";
import { followWatch } from "./feed.js";
import { Freshness } from "./freshness.js";
import { Watch } from "./model.js";
import { Order } from "./order.js";
import { Topics } from "./topics.js";

const AGES = 1_000; // milliseconds between two looks at how long things last

const facts = JSON.parse(document.getElementById("page-data").textContent);
const page = {
  ...facts,
  nudgeWords: Object.fromEntries(facts.nudges),
};
const live = openLive();
const watch = new Watch(facts);
const topics = new Topics(watch, page);
const cells = new Map();
const order = new Order(document.getElementById("tables"), document.getElementById("held"));
const freshness = new Freshness(live, facts.now);
let opened = false;

start();

function start() {
  followWatch(live, facts.topic ?? facts.workshop, take, (moment) => freshness.heard(moment));
  live.follow(`workshop:${facts.workshop}`, {
    fresh: ({ discussions }) => putDiscussions(discussions),
    entry: ({ discussion }) => discussion && putDiscussions([discussion]),
  });
  document.getElementById("show").addEventListener("click", choose);
  document.addEventListener("click", closeOthers);
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeOthers(event));
  setInterval(draw, AGES);
}

function take(told) {
  opened = true;
  watch.take(told);
  draw();
}

function putDiscussions(discussions) {
  watch.putDiscussions(discussions);
  const shown = facts.topic && watch.discussionOf(facts.topic);
  if (shown) setClock(shown, new Date(freshness.now()).toISOString());
  draw();
}

function choose({ target }) {
  const wanted = target.closest("[data-show]")?.dataset.show;
  if (!wanted) return;
  watch.show = wanted;
  order.release();
  draw();
}

function draw() {
  freshness.draw();
  if (!opened) return;
  const now = freshness.now();
  const shown = watch.shown;
  document.getElementById("waiting").hidden = true;
  document.getElementById("no-tables").hidden = watch.tables.size > 0;
  drawChoice();
  topics.draw(now);
  const wanted = shown.map((cell) => {
    const drawn = cells.get(cell.sheet) ?? new Cell(page, cell.topic, watch, nudge);
    cells.set(cell.sheet, drawn);
    drawn.draw(cell, now);
    return drawn.element;
  });
  order.arrange(wanted);
}

/** One list of nudges is open at a time, and none once somebody turns to something else. */
function closeOthers({ type, target }) {
  for (const open of document.querySelectorAll(".watch-more[open]")) {
    if (type === "keydown") open.firstElementChild.focus();
    if (type === "keydown" || !open.contains(target)) open.open = false;
  }
}

function drawChoice() {
  const group = document.getElementById("show");
  group.hidden = facts.topics.length < 2;
  for (const chip of group.children) {
    chip.setAttribute("aria-pressed", String(chip.dataset.show === watch.show));
  }
}

/** Sends a nudge; what becomes of it stands in the table's own cell. */
async function nudge(sheet, code) {
  const cell = cells.get(sheet);
  cell.refuse("");
  const answer = await live.ask("nudge", { sheet, words: code });
  if (!answer) return cell.refuse("Not sent: this page is not connected.");
  if (answer.refused) return cell.refuse(`Not sent: ${answer.refused.what}`);
  say(`Sent to ${watch.nameOf(watch.cells.get(sheet))}: ${page.nudgeWords[code]}`);
}
