/** The clock of a discussion, in figures, shape and words; it must not know sockets or pages. */

import { say } from "./say.js";

/**
 * @typedef {object} Discussion
 * @property {"planned" | "running" | "closed"} state
 * @property {string | null} ends_at ISO time with zone; when the clock reaches zero
 * @property {number} planned_minutes
 */
/** @typedef {"planned" | "running" | "last_five" | "over" | "closed"} ClockState */
/** @typedef {{ state: ClockState, time: string }} Face */

const LAST_MINUTES = 5;
const SPOKEN = {
  last_five: "Five minutes left.",
  over: "The time is over. You can still write.",
  closed: "The discussion is closed. Late notes are still taken.",
};

/** @type {{ discussion: Discussion, offset: number, timer: number, shown: ClockState | null }} */
const clock = { discussion: null, offset: 0, timer: 0, shown: null };

/** Starts the clock in the top line from what the page says of it, if there is one. */
export function startClock() {
  const { dataset } = document.getElementById("clock") ?? {};
  if (!dataset || clock.discussion) return; // a page's script may have been first
  setClock(
    {
      state: /** @type {Discussion["state"]} */ (dataset.state),
      ends_at: dataset.endsAt ?? null,
      planned_minutes: Number(dataset.plannedMinutes),
    },
    document.documentElement.dataset.kept ? undefined : dataset.serverNow, // a copy: of yesterday
  );
}

/**
 * Shows a discussion from now on.
 *
 * Devices' clocks are wrong by minutes, so the end is counted from the server's time.
 * @param {Discussion} discussion
 * @param {string} [serverNow] ISO time at the server, just now; without it the last one holds
 */
export function setClock(discussion, serverNow) {
  if (serverNow) clock.offset = Date.parse(serverNow) - Date.now();
  clock.discussion = discussion;
  tick();
}

/**
 * What a clock shows at a moment.
 * @param {Discussion} discussion
 * @param {number} now milliseconds since 1970 at the server
 * @returns {Face}
 */
export function face(discussion, now) {
  if (discussion.state === "closed") return { state: "closed", time: "" };
  if (discussion.state === "planned" || !discussion.ends_at) {
    return { state: "planned", time: minutesAndSeconds(discussion.planned_minutes * 60) };
  }
  const left = Math.ceil((Date.parse(discussion.ends_at) - now) / 1000);
  if (left < 0) return { state: "over", time: `+${minutesAndSeconds(-left)}` };
  const state = left <= LAST_MINUTES * 60 ? "last_five" : "running";
  return { state, time: minutesAndSeconds(left) };
}

function tick() {
  clearTimeout(clock.timer);
  const element = document.getElementById("clock");
  if (!element) return;
  const now = Date.now() + clock.offset;
  show(element, face(clock.discussion, now));
  if (clock.discussion.state !== "running" || !clock.discussion.ends_at) return;
  // On the second itself, so that two screens side by side change together.
  const past = (Date.parse(clock.discussion.ends_at) - now) % 1000;
  clock.timer = setTimeout(tick, past > 0 ? past + 5 : 1005 + past);
}

/** @param {HTMLElement} element @param {Face} next */
function show(element, next) {
  element.querySelector(".clock-time").textContent = next.time;
  if (clock.shown === next.state) return;
  element.dataset.state = next.state;
  const word = element.getAttribute(`data-word-${next.state}`);
  element.querySelector(".clock-word").textContent = word;
  // Only a change is news; what the page opened with is not.
  if (clock.shown && SPOKEN[next.state]) say(SPOKEN[next.state]);
  clock.shown = next.state;
}

/** @param {number} seconds */
function minutesAndSeconds(seconds) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
