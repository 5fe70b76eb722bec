/** Builds without leaving the page and shows how far a build is; it knows no document's content. */

import { say, show } from "../frame/say.js";
import "./written.js";
import { clearTrouble, showTrouble } from "./trouble.js";

const EVERY_MS = 400;
const page = () => document.getElementById("publications");
let watching = false;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form instanceof HTMLFormElement && form.matches(".build")) {
    event.preventDefault();
    build(form);
  }
});
if (page()?.hasAttribute("data-building")) watchAnother();

/** @param {HTMLFormElement} form */
async function build(form) {
  const wanted = form.dataset.document ?? form.dataset.final ?? "";
  const body = new FormData(form);
  const place = placeOf(wanted);
  clearTrouble();
  hold(true);
  const stop = showProgress(place, "Building");
  say("Building.");
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
    });
    const told = await answer.json();
    if (!answer.ok) throw told.error;
    stop();
    await refresh(wanted);
    show(inWords(told.editions));
  } catch (failure) {
    stop();
    hold(false);
    showTrouble(failure, "The build may still be going on. Load this page again in a moment.");
  }
}

/** Somebody else's build, or one begun before this page was loaded. */
async function watchAnother() {
  const rows = [...document.querySelectorAll(".document[data-building] .progress-place")];
  const place = rows.length === 1 ? rows[0] : placeOf("all");
  rows.forEach((row) => row !== place && row.replaceChildren());
  const stop = showProgress(place ?? rows[0], "Being built now");
  while (watching) await pause();
  stop();
  await refresh("");
}

/**
 * Shows a bar and keeps it true until it is stopped.
 * @param {Element | null | undefined} place
 * @param {string} words
 */
function showProgress(place, words) {
  const label = Object.assign(document.createElement("label"), { className: "progress" });
  const said = document.createElement("span");
  const bar = document.createElement("progress");
  said.textContent = words;
  label.append(said, bar);
  place?.replaceChildren(label);
  watching = true;
  keepTrue(said, bar, words);
  return () => {
    watching = false;
    label.remove();
  };
}

async function keepTrue(said, bar, words) {
  while (watching) {
    await pause();
    const state = await ask(page()?.dataset.progress ?? "");
    if (!watching || !state) continue;
    if (!state.building) {
      watching = false; // the answer to our own request, if it is ours, is on its way
      return;
    }
    bar.max = state.files;
    bar.value = state.written;
    said.textContent = `${words}: file ${state.written} of ${state.files}`;
  }
}

/** Draws the page's middle anew from the server's own words, and keeps focus where it was. */
async function refresh(wanted) {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const middle = fresh.getElementById("publications");
  if (!answer.ok || !middle) return location.reload();
  const opened = [...document.querySelectorAll(".document:has(> .older[open])")].map((d) => d.id);
  page()?.replaceWith(document.adoptNode(middle));
  opened.forEach((id) => document.querySelector(`#${CSS.escape(id)} > .older`)?.setAttribute("open", ""));
  const form = document.querySelector(`.build[data-document="${CSS.escape(wanted)}"] button`);
  if (wanted && form instanceof HTMLElement) form.focus({ preventScroll: true });
}

/** While one build goes on no other can begin. */
function hold(held) {
  for (const button of document.querySelectorAll(".build button")) button.disabled = held;
}

function placeOf(wanted) {
  if (wanted === "all") return document.getElementById("progress-all");
  return document.querySelector(`#${CSS.escape(wanted)} .progress-place`);
}

function inWords(editions) {
  if (editions.length > 1) return `${editions.length} documents are built, all of one moment.`;
  return `${editions[0].symbol} is built.`;
}

async function ask(address) {
  try {
    const answer = await fetch(address, { headers: { accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function pause() {
  return new Promise((done) => setTimeout(done, EVERY_MS));
}
