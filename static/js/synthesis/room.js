/** The room screen: shows what the moderator chose, page by page, and keeps it when the line breaks. */

import { say } from "../frame/say.js";
import { chooseTheme, chosenTheme } from "../frame/theme.js";
import { timeAt } from "../frame/zone.js";
import { openLive } from "../live/live.js";
import { Hour } from "./hour.js";
import { setWords } from "./parts.js";
import { areFilled, fitsOne, pagesOf } from "./room_pages.js";
import { viewOf } from "./room_views.js";

const READING = { page: 8, point: 4 }; // seconds a page stays, and more for each point on it
const NEW = 20_000; // milliseconds for which a point is marked as new
const SIZES = [11, 9, 7.5, 6.3, 5.3, 4.5, 4, 3.6]; // in hundredths of the height; capitals 1/13 to 1/40

const FITS = [1, 0.95, 0.9, 0.85]; // of the usual size of type

const data = JSON.parse(document.getElementById("page-data").textContent);
const [stage, main, empty] = ["room-stage", "main", "room-empty"].map((id) =>
  document.getElementById(id),
);
const live = openLive();
const hour = new Hour(live, data.topic.id);
const room = { state: null, pages: [], at: 0, left: 0, held: false, fresh: new Map(), timer: 0 };
const acts = { full, theme, hold, next: () => turn(1), previous: () => turn(-1) };

start();

function start() {
  document.addEventListener("keydown", byKey);
  document.addEventListener("click", (event) =>
    acts[event.target.closest("[data-act]")?.dataset.act]?.(),
  );
  document.addEventListener("pointermove", showKeys, { passive: true });
  // Whatever changes the height of a page: the window, a title or a foot that takes another line.
  new ResizeObserver(() => requestAnimationFrame(paginate)).observe(main);
  document.fonts.ready.then(paginate);
  setInterval(second, 1_000);
  live.onStatus(drawLine);
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

/** A new state of the topic: the page being read stays, unless somebody chose another one. */
function take(state) {
  const known = room.state && new Set(room.state.points.map((point) => point.id));
  const come = known ? state.points.filter((point) => !known.has(point.id)) : [];
  const chosen = room.state?.shown.number !== state.shown.number;
  for (const point of come) room.fresh.set(point.id, Date.now() + NEW);
  room.state = state;
  drawFoot(state);
  if (chosen) obey(state.shown);
  else paginate();
  if (!come.length || state.shown.view === "title") return;
  const page = room.pages.findIndex((one) => has(one, come.at(-1).id));
  if (page >= 0 && !room.held) show(page);
  say(come.length === 1 ? "A point was confirmed." : `${come.length} points were confirmed.`);
}

/** What a moderator chooses on the board holds, whatever was turned here before. */
function obey({ page }) {
  room.held = page !== null;
  room.at = page === null ? 0 : page - 1;
  room.pages = [];
  drawHeld();
  paginate();
}

function paginate() {
  if (!room.state) return;
  const { view } = room.state.shown;
  document.body.dataset.view = view;
  const reading = room.pages[room.at]?.find((item) => item.key)?.key;
  const { groups, empty: told } = viewOf(room.state, data.topic, isNew);
  drawEmpty(told);
  room.pages = view === "point" ? enlarged(groups) : fitted(groups);
  const same = reading ? room.pages.findIndex((page) => has(page, reading)) : -1;
  const left = room.left;
  const moved = same >= 0 && !has(room.pages[room.at] ?? [], reading);
  show(moved ? same : Math.min(room.at, room.pages.length - 1));
  if (same >= 0) room.left = left;
  drawPage();
}

/** The largest type in which one point stands on one page. */
function enlarged(groups) {
  for (const size of SIZES) {
    document.body.style.setProperty("--large", `${size}vh`);
    if (fitsOne(groups, main)) break;
  }
  return pagesOf(groups, main);
}

/** Type a little smaller, where else a page would turn while much of it stands empty. */
function fitted(groups) {
  let fewest = null;
  const set = (fit) => document.body.style.setProperty("--fit", String(fit));
  for (const fit of FITS) {
    set(fit);
    const pages = pagesOf(groups, main);
    if (areFilled(pages, main)) return pages;
    if (!fewest || pages.length < fewest.pages.length) fewest = { fit, pages };
  }
  set(fewest.fit);
  return fewest.pages;
}

function has(page, key) {
  return page.some((item) => item.key === key);
}

function show(at) {
  room.at = Math.max(0, at);
  const page = room.pages[room.at] ?? [];
  room.left = READING.page + READING.point * page.filter((item) => item.key).length;
  stage.hidden = !page.length;
  stage.replaceChildren(...page.map((item) => item.make()));
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

function drawFoot({ tables, written, reported, points, forming }) {
  const have = (count) => (count === 1 ? "has" : "have");
  const of = (count) => `${count} of ${tables} table${tables === 1 ? "" : "s"} ${have(count)}`;
  const wrote = `${of(written)} written`;
  const top = `confirmed ${reported === 1 ? "its" : "their"} top notes`;
  const some = `${wrote}, ${reported} ${have(reported)} ${top}`;
  const both = reported < written ? some : `${of(reported)} ${top}`;
  setWords(document.getElementById("room-reporting"), reported ? both : wrote);
  const said = points.length === 1 ? "1 point confirmed" : `${points.length} points confirmed`;
  const more = forming ? `, ${forming} forming` : "";
  setWords(document.getElementById("room-points"), points.length || forming ? said + more : "");
}

function drawEmpty(told) {
  empty.hidden = !told;
  if (!told) return;
  setWords(document.getElementById("room-empty-head"), told.head);
  setWords(document.getElementById("room-empty-words"), told.words);
  document.getElementById("room-subtopics").hidden = room.state.shown.view !== "points";
}

/** The last that was known stays; only that it may be old is said, and since when. */
function drawLine({ state, words }) {
  const line = document.getElementById("room-line");
  const lost = state === "reconnecting" || words === "Signed out";
  if (lost && line.hidden) {
    setWords(line, `No connection since ${timeAt(Date.now())}: what stands here is from then`);
  }
  line.hidden = !lost;
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function theme() {
  chooseTheme(chosenTheme() === "light" ? "dark" : "light");
}

function hold() {
  room.held = !room.held;
  say(room.held ? "The page is held." : "Pages turn by themselves again.");
  drawHeld();
  drawPage();
}

function drawHeld() {
  document.querySelector('[data-act="hold"]').setAttribute("aria-pressed", String(room.held));
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
