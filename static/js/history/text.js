/** The page of one text's versions: follows the text, lists who wrote when, compares, restores. */

import { say, show } from "../frame/say.js";
import { openLive } from "../live/live.js";
import { Compare } from "./compare.js";
import { startRestore } from "./restore.js";
import { drawVersions } from "./list.js";
import { versionsOf } from "./versions.js";

const SETTLED = 1_500; // milliseconds after the last change, until what it made is fetched

const data = JSON.parse(document.getElementById("page-data").textContent);
const live = openLive({ keeps: data.restores });
const now = document.getElementById("now");
const compare = new Compare(data.zone);
const restore = startRestore(() => text);
let text = live.openText(data.text, data.version, data.words);
let told = data;
let timer = 0;

start();

function start() {
  draw();
  text.onChange(changed);
  text.onState(changed);
  text.onState(refused);
  if (data.channel) live.follow(data.channel, { fresh, entry }); // else it is read as it was
}

/** The channel brings all that stands beside our text: a sheet, a topic's points, a draft. */
function fresh(state) {
  const groups = ["notes", "points", "paragraphs", "passages", "translations"];
  for (const item of groups.flatMap((group) => state[group] ?? [])) entry({ note: item });
}

function entry({ note, point, paragraph, passage, translation }) {
  const item = note ?? point ?? paragraph ?? passage ?? translation;
  if (item?.id !== data.text) return;
  text = live.openText(item.id, item.version, item.text);
  changed();
}

/** Words brought back a moment too late stand in the history still: nothing is lost with them. */
function refused() {
  const { refusal } = text;
  if (refusal?.code !== "point_confirmed") return;
  show(`${refusal.title}. ${refusal.what} Reopen it on the board, then bring the words back.`);
  text.giveUp();
}

/** The words at once; who typed them, when nobody has for a moment. */
function changed() {
  drawWords();
  if (text.version === told.version) return;
  clearTimeout(timer);
  timer = setTimeout(fetchSittings, SETTLED);
}

async function fetchSittings() {
  try {
    const response = await fetch(`/history/${data.text}/sittings`);
    if (response.ok) told = await response.json();
    else return;
  } catch {
    timer = setTimeout(fetchSittings, 4 * SETTLED);
    return;
  }
  draw();
  if (text.version > told.version) changed();
}

function draw() {
  const versions = versionsOf(told);
  drawWords();
  compare.take(versions);
  drawVersions(document.getElementById("versions"), versions, {
    zone: data.zone,
    compare: (version) => compare.from(version),
    restore: told.restores && restore ? bringBack : null,
  });
  document.getElementById("none").hidden = versions.length > 1;
}

function drawWords() {
  if (now.textContent !== text.words) now.textContent = text.words;
  now.toggleAttribute("data-empty", !text.words);
}

async function bringBack(version) {
  if (!(await restore(version.words))) return;
  show("Brought back as a new version. What was written since stays below.");
  say("Brought back as a new version.");
  now.scrollIntoView({ block: "center" });
}
