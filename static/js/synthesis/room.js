/** The room screen: confirmed points page by page, the clock, how many tables have written. */

import { say } from "../frame/say.js";
import { chooseTheme } from "../frame/theme.js";
import { openLive } from "../live/live.js";
import { Hour } from "./hour.js";
import { setWords } from "./parts.js";
import { onePage, pagesOf } from "./room_pages.js";

const READING = { page: 8, point: 4 }; // seconds a page stays, and more for each point on it
const NEW = 20_000; // milliseconds for which a point is marked as new

const data = JSON.parse(document.getElementById("page-data").textContent);
const stage = document.getElementById("room-stage");
const live = openLive();
const hour = new Hour(live, data.topic.id);
const room = { state: null, pages: [], at: 0, left: 0, held: false, fresh: new Map() };
const acts = { full, theme, hold, next: () => turn(1), previous: () => turn(-1) };

start();

function start() {
  document.addEventListener("keydown", byKey);
  document.addEventListener("click", (event) =>
    acts[event.target.closest("[data-act]")?.dataset.act]?.(),
  );
  document.addEventListener("pointermove", showKeys, { passive: true });
  addEventListener("resize", paginate);
  document.fonts.ready.then(paginate);
  setInterval(second, 1_000);
  let now = data.now;
  const keepTime = (moment) => (now = moment);
  live.follow(`room:${data.topic.id}`, {
    now: keepTime,
    fresh: (state) => take(state),
    entry: ({ room: state }) => state && take(state),
  });
  live.follow(`workshop:${data.workshop}`, {
    now: keepTime,
    fresh: ({ discussions }) => hour.put(discussions, now),
    entry: ({ discussion }) => discussion && hour.put([discussion]),
  });
}

/** A new state of the topic: the page being read stays, unless a point has just been confirmed. */
function take(state) {
  const known = room.state && new Set(room.state.points.map((point) => point.id));
  const come = known ? state.points.filter((point) => !known.has(point.id)) : [];
  for (const point of come) room.fresh.set(point.id, Date.now() + NEW);
  room.state = state;
  drawFoot(state);
  drawEmpty(state);
  paginate();
  if (!come.length) return;
  const page = room.pages.findIndex((one) => has(one, come.at(-1).id));
  if (page >= 0 && !room.held) show(page);
  say(come.length === 1 ? "A point was confirmed." : `${come.length} points were confirmed.`);
}

function paginate() {
  if (!room.state) return;
  const reading = room.pages[room.at]?.find((item) => item.point)?.point.id;
  room.pages = pagesOf(room.state.points, data.topic.subtopics, document.getElementById("main"));
  const same = room.pages.findIndex((page) => has(page, reading));
  const left = room.left;
  show(same >= 0 ? same : Math.min(room.at, room.pages.length - 1));
  if (same >= 0) room.left = left;
  drawPage();
}

function has(page, id) {
  return page.some((item) => item.point && item.point.id === id);
}

function show(at) {
  room.at = Math.max(0, at);
  const page = room.pages[room.at] ?? [];
  room.left = READING.page + READING.point * page.filter((item) => item.point).length;
  stage.hidden = !page.length;
  stage.replaceChildren(...onePage(page, isNew));
  drawPage();
}

function isNew(id) {
  return (room.fresh.get(id) ?? 0) > Date.now();
}

function turn(step) {
  if (room.pages.length < 2) return;
  show((room.at + step + room.pages.length) % room.pages.length);
}

function second() {
  for (const [id, until] of room.fresh) {
    if (until > Date.now()) continue;
    room.fresh.delete(id);
    stage.querySelector(`[data-point="${id}"]`)?.removeAttribute("data-new");
  }
  if (room.pages.length < 2 || room.held) return;
  room.left -= 1;
  if (room.left <= 0) turn(1);
  else drawPage();
}

function drawPage() {
  const count = room.pages.length;
  const when = room.held ? "held" : `next in ${room.left} s`;
  setWords(
    document.getElementById("room-page"),
    count > 1 ? `Page ${room.at + 1} of ${count}, ${when}` : "",
  );
}

function drawFoot({ tables, written, points, forming }) {
  const all = `${tables} table${tables === 1 ? "" : "s"}`;
  const have = written === 1 ? "has" : "have";
  setWords(document.getElementById("room-reporting"), `${written} of ${all} ${have} written`);
  const said = points.length === 1 ? "1 point confirmed" : `${points.length} points confirmed`;
  const more = forming ? `, ${forming} forming` : "";
  setWords(document.getElementById("room-points"), points.length || forming ? said + more : "");
}

function drawEmpty({ points, forming, written }) {
  const empty = document.getElementById("room-empty");
  empty.hidden = points.length > 0;
  if (empty.hidden) return;
  setWords(
    document.getElementById("room-empty-head"),
    written ? "The tables are writing" : "What do the tables say?",
  );
  const soon = forming
    ? "The first points are forming. Each appears here as soon as it is confirmed."
    : "What several tables say appears here, point by point, as soon as it is confirmed.";
  setWords(document.getElementById("room-empty-words"), soon);
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function theme() {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
  const auto =
    !document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches;
  chooseTheme(dark || auto ? "light" : "dark");
}

function hold() {
  room.held = !room.held;
  document.querySelector('[data-act="hold"]').setAttribute("aria-pressed", String(room.held));
  say(room.held ? "The page is held." : "Pages turn by themselves again.");
  drawPage();
}

function byKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = { f: full, d: theme, " ": hold, ArrowRight: acts.next, PageDown: acts.next };
  Object.assign(keys, { ArrowLeft: acts.previous, PageUp: acts.previous });
  const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || (event.key === " " && event.target.closest?.("button"))) return;
  event.preventDefault();
  act();
}

/** The buttons show while a hand is at the mouse; a presenter's remote needs none. */
function showKeys() {
  document.body.toggleAttribute("data-hand", true);
  clearTimeout(room.timer);
  room.timer = setTimeout(() => document.body.toggleAttribute("data-hand", false), 4_000);
}
