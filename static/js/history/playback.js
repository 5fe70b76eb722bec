/** The page that plays a sheet: fetches its film, and moves through it by hand or by itself. */

import { say } from "../frame/say.js";
import { Film } from "./film.js";
import { Stage } from "./stage.js";
import { clock, moment } from "./versions.js";

const BEAT = 250; // milliseconds at most that one turn of the clock may bring: a page comes back from sleep
const SPEEDS = { 1: 1, 2: 10, 3: 60 }; // by key

const data = JSON.parse(document.getElementById("page-data").textContent);
const part = (id) => document.getElementById(id);
const [place, play] = [part("place"), part("play")];
const stage = new Stage(data);
let film = new Film([]);
let time = 0; // of the film, in milliseconds
let count = -1; // frames that are shown
let speed = 10;
let playing = false;
let turned = 0; // when the clock last turned

start();

async function start() {
  const frames = await fetchFilm();
  part("waiting").hidden = frames !== null;
  if (frames === null) {
    part("waiting").textContent = "The sheet could not be fetched now. Load the page again.";
    return;
  }
  film = new Film(frames);
  part("empty").hidden = film.length > 0;
  part("deck").hidden = film.length === 0;
  if (!film.length) return;
  place.max = String(Math.ceil(film.duration / 1000));
  listen();
  moveTo(0, { count: 0 });
  part("what").textContent = `${film.length} change${film.length === 1 ? "" : "s"}: press Play`;
}

async function fetchFilm() {
  const frames = [];
  let after = 0;
  while (after !== null) {
    try {
      const response = await fetch(`/playback/${data.sheet}/film?after=${after}`);
      if (!response.ok) return null;
      const { frames: more, next } = await response.json();
      frames.push(...more);
      after = next;
    } catch {
      return null;
    }
  }
  return frames;
}

function listen() {
  place.addEventListener("input", () => moveTo(Math.min(Number(place.value) * 1000, film.duration)));
  play.addEventListener("click", toggle);
  part("before").addEventListener("click", () => step(-1));
  part("next").addEventListener("click", () => step(1));
  for (const button of document.querySelectorAll("[data-speed]")) {
    button.addEventListener("click", () => setSpeed(Number(button.dataset.speed)));
  }
  document.addEventListener("keydown", pressed);
}

/** Space plays, arrows step; on a control keys do what they always do there. */
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("summary, input:not(#place)")) return;
  const acts = { ArrowLeft: () => step(-1), ArrowRight: () => step(1), " ": toggle };
  const act = acts[event.key] ?? (SPEEDS[event.key] && (() => setSpeed(SPEEDS[event.key])));
  const own = event.key === " " ? "button, a" : "#place";
  if (!act || event.target.closest?.(own)) return;
  event.preventDefault();
  act();
}

function toggle() {
  if (!playing && time >= film.duration) moveTo(0);
  setPlaying(!playing);
}

function setPlaying(on) {
  playing = on;
  play.querySelector("span").textContent = on ? "Pause" : "Play";
  turned = performance.now();
  if (on) requestAnimationFrame(turn);
}

function setSpeed(chosen) {
  speed = chosen;
  for (const button of document.querySelectorAll("[data-speed]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === chosen));
  }
  say(`Speed ${chosen}.`);
}

function turn(now) {
  if (!playing) return;
  const passed = Math.min(Math.max(0, now - turned), BEAT) * speed;
  turned = now;
  moveTo(Math.min(time + passed, film.duration), { follow: true });
  if (time >= film.duration) setPlaying(false);
  else requestAnimationFrame(turn);
}

/** To the change before or after the one shown. */
function step(by) {
  setPlaying(false);
  const next = Math.min(Math.max(0, count + by), film.length);
  moveTo(next > 0 ? film.timeOf(next) : 0, { count: next, follow: true });
  say(told());
}

/** @param {number} moved to, in the film @param {{count?: number, follow?: boolean}} how */
function moveTo(moved, { count: wanted = film.countAt(moved), follow = false } = {}) {
  time = moved;
  drawClock();
  if (wanted === count) return;
  count = wanted;
  const note = film.frames[count - 1]?.note;
  stage.draw(film.stateAfter(count), note);
  if (follow && note) stage.reveal(note);
  part("what").textContent = told();
}

function drawClock() {
  const at = new Date(film.momentAt(time)).toISOString();
  const seconds = new Date(at).toLocaleTimeString("en-GB", { second: "2-digit", timeZone: data.zone });
  const words = `${moment(at, data.zone)}:${seconds.padStart(2, "0")}`;
  if (part("moment").textContent !== words) part("moment").textContent = words;
  place.value = String(Math.round(time / 1000));
  place.setAttribute("aria-valuetext", `${clock(at, data.zone)}, change ${Math.max(0, count)} of ${film.length}`);
}

function told() {
  if (!count) return "Before the first change";
  const { do: kind, note } = film.frames[count - 1];
  const words = note && film.stateAfter(count).notes.get(note).text.trim();
  const about = words ? `: ${words.length > 40 ? `${words.slice(0, 39)}…` : words}` : "";
  return `Change ${count} of ${film.length}: ${data.did[kind] ?? kind}${about}`;
}
