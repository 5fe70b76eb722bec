/** The sheet's page: brings the table's notes, its hands and its discussion together. */

import { say, show } from "../frame/say.js";
import { steadily } from "../frame/steady.js";
import { openLive } from "../live/live.js";
import { Company } from "./company.js";
import { counted } from "./elements.js";
import { Keeping } from "./keeping.js";
import { fillBar, kindsOf, openKinds } from "./kinds.js";
import { Lines } from "./lines.js";
import { openMenu } from "./menus.js";
import { findNames, findSubtopics } from "./names.js";
import { agree, WhoSaidIt } from "./naming.js";
import { pasted, spread } from "./pasting.js";
import { ReadBack } from "./read_back.js";
import { marksOf } from "./status.js";
import { stayWhileWordsArrive } from "./steady.js";
import { callOf, drawStrip } from "./strip.js";
import { Timing } from "./timing.js";
import { TokenList } from "./tokens.js";
import { startTyping, typeOver } from "./typing.js";
import { drawWithdrawn } from "./withdrawn.js";

const COUNTRIES_AT_MOST = 12; // as the server takes them
const AGAIN_AFTER = 6_000; // milliseconds before "this note is full" is said again

const facts = JSON.parse(document.getElementById("page-data").textContent);
const list = document.getElementById("notes");
const live = openLive({ keeps: true });
const names = new Map(facts.countries.map(({ code, names: [english] }) => [code, english]));
const sheet = {
  ...kindsOf(facts.kinds),
  id: facts.sheet,
  place: facts.place,
  topic: facts.topic?.id ?? null,
  item: facts.item,
  topics: facts.topics,
  sheets: facts.sheets,
  state: "open",
  table: facts.role === "rapporteur",
  asks: facts.role !== "moderator", // delegates, whether they agree to be named
  subtopics: facts.topic?.subtopics ?? [],
  reasons: facts.reasons,
  limit: facts.typing_limit,
  choices: facts.read_back_choices,
  firstKind: facts.kinds[0][0],
  connected: true,
  nameOf: (code) => names.get(code) ?? code,
  marksOf,
  setKind,
  withdraw,
  full,
  pasted: (event, line) => pasted(event, line, lines, facts.typing_limit),
  copyToNew,
};
const lines = new Lines(list, live, sheet);
const tokens = new TokenList(find, choose);
const readBack = new ReadBack(document.getElementById("read-back"), live, sheet, lines);
const whoSaidIt = new WhoSaidIt(document.getElementById("who-said-it"));
const keeping = new Keeping(live, sheet, lines);
const timing = new Timing(sheet, drawAround);
const company = new Company(live, sheet, lines, drawAround);
const showKind = fillBar(document.getElementById("kinds"), sheet, pickKind);
let lastLine = null; // where the bar of kinds acts when the focus is elsewhere
let fullSaid = 0;

start();

function start() {
  startTyping(lines, tokens, sheet);
  stayWhileWordsArrive(lines);
  list.addEventListener("click", pressed);
  list.addEventListener("change", changed);
  list.addEventListener("focusin", entered);
  list.addEventListener("focusout", left);
  lines.refused = refused;
  lines.changed = drawAround;
  live.follow(`sheet:${sheet.id}`, {
    fresh: (state) => steadily(() => fresh(state), lines.inFocus?.field ?? null),
    entry: (news) => steadily(() => entry(news), lines.inFocus?.field ?? null),
  });
  live.follow(`workshop:${facts.workshop}`, {
    now: (moment) => timing.now(moment),
    fresh: (state) => timing.fresh(state),
    entry: (news) => timing.entry(news),
  });
  watchClock();
}

function fresh(state) {
  const first = list.hasAttribute("aria-busy");
  sheet.state = state.sheet.state;
  lines.fresh(state.notes);
  if (!first) return;
  list.removeAttribute("aria-busy");
  document.getElementById("waiting").remove();
  if (sheet.table && document.activeElement === document.body) lines.firstEmpty()?.focus();
}

function entry(news) {
  if (news.note) told(news.note);
  if (news.sheet) sheetTold(news.sheet);
  if (readBack.dialog.open) readBack.draw();
}

function told(note) {
  const before = lines.lines.get(note.id)?.note.get("status");
  lines.told(note);
  if (before && before !== "returned" && note.status === "returned" && sheet.table) {
    keeping.asked();
    say(`A moderator asks about a note: ${note.question}`);
  }
}

function sheetTold({ state, read_back: confirmed }) {
  if (sheet.state !== "locked" && state === "locked") {
    show("The sheet is closed. You can still write: it is kept and marked late.");
  }
  sheet.state = state;
  for (const note of lines.notes) {
    note.facts.read_back = confirmed.includes(note.id);
    note.onChange();
  }
  drawAround();
}

/** Draws what stands around the notes; called after every change of them. */
function drawAround() {
  const { notes } = lines;
  document.getElementById("first-note").hidden = notes.length > 0 || list.hasAttribute("aria-busy");
  drawWithdrawn(document.getElementById("withdrawn"), lines, sheet);
  const actions = { readBack: () => readBack.open(), goTo, hint };
  drawStrip(document.getElementById("strip"), callOf({ timing, sheet, lines, company, actions }));
}

function hint() {
  const count = lines.notes.filter((note) => note.standing && note.words.trim()).length;
  return count ? counted(count, "note") : "Nothing written yet";
}

function goTo(note) {
  const line = lines.lines.get(note.id);
  line.element.scrollIntoView({ block: "center" });
  line.element.querySelector(".answer textarea")?.focus();
}

function pressed(event) {
  const line = lines.of(event.target);
  const control = event.target.closest("button");
  if (!line || !control) return;
  if (control === line.kind) openKinds(control, sheet, line.note.get("kind"), (code) => {
    setKind(line, code);
    line.focus();
  });
  else if (control === line.country) typeSign(line, "@");
  else if (control === line.more) openMore(line);
  else if (control === line.agreed) agree(line.note, !line.note.get("agreed"));
  else if (control.dataset.code) takeOut(line, control.dataset.code);
}

function changed(event) {
  const line = lines.of(event.target);
  if (event.target !== line?.subtopic) return;
  line.note.wish("set_note_subtopic", "subtopic", event.target.value || null);
}

function entered(event) {
  lastLine = lines.of(event.target);
  if (lastLine) showKind(lastLine.note.get("kind"));
}

/** A note that is left is done for now; an empty line that is left goes away. */
function left(event) {
  const line = lines.of(event.target);
  if (!line || line.element.contains(event.relatedTarget)) return;
  tokens.close();
  line.note.submit();
  setTimeout(() => {
    if (line.focused) return;
    lines.forget(line);
    if (!line.note.standing) lines.arrange();
  });
}

function pickKind(code) {
  const line = lines.inFocus ?? (lastLine?.element.isConnected ? lastLine : lines.firstEmpty());
  if (!line) return;
  setKind(line, code);
  if (!line.focused) line.focus();
}

function setKind(line, code) {
  line.note.wish("set_note_kind", "kind", code);
  showKind(code);
  say(`${sheet.kinds[code]}.`);
}

function find(sign, typed) {
  if (sign === "#") return findSubtopics(sheet.subtopics, typed);
  return findNames(facts.countries, facts.organisations, typed);
}

/** A chosen token leaves the text, with the space it leaves behind. */
function choose(field, { sign, start, end }, choice) {
  const line = lines.of(field);
  const spare = field.value[end] === " " && (start === 0 || field.value[start - 1] === " ");
  typeOver(field, start, end + Number(spare), "");
  if (sign === "#") line.note.wish("set_note_subtopic", "subtopic", choice.value);
  else putIn(line, choice.value);
  say(`${choice.words} chosen.`);
}

function putIn(line, code) {
  const chosen = line.note.get("countries");
  if (chosen.includes(code)) return;
  if (chosen.length >= COUNTRIES_AT_MOST) {
    show(`At most ${COUNTRIES_AT_MOST} countries and organisations fit on one note.`);
    return;
  }
  line.note.putCountries([...chosen, code]);
}

function takeOut(line, code) {
  const kept = line.note.get("countries").filter((each) => each !== code);
  line.note.putCountries(kept);
  line.focus();
}

function typeSign(line, sign) {
  const { field } = line;
  const space = field.value && !field.value.endsWith(" ") ? " " : "";
  typeOver(field, field.value.length, field.value.length, space + sign);
}

function openMore(line) {
  const { note } = line;
  const agreed = Boolean(note.get("agreed"));
  const words = agreed ? "No longer agrees to be named" : "Agrees to be named";
  const naming = [
    { words, pick: () => agree(note, !agreed) },
    ...(facts.names_persons ? [{ words: "Who said it…", pick: () => whoSaidIt.open(note) }] : []),
  ];
  openMenu(line.more, "This note", [
    ...(sheet.asks ? naming : []),
    { words: "Move up", key: "Alt ↑", pick: () => (lines.move(line, -1), line.focus()) },
    { words: "Move down", key: "Alt ↓", pick: () => (lines.move(line, 1), line.focus()) },
    ...(line.note.text?.version ? [{ words: "All versions", pick: () => openVersions(line) }] : []),
    ...(sheet.table ? [{ words: "Withdraw", pick: () => withdrawn(line) }] : []),
  ]);
}

/** Beside the sheet, not instead of it: somebody may be in the middle of a word. */
function openVersions(line) {
  open(`/history/${line.id}`, "_blank", "noopener");
}

async function withdrawn(line) {
  (lines.next(line) ?? lines.previous(line))?.focus();
  if (await withdraw(line)) show("Withdrawn. Its words are kept below the notes.");
}

function withdraw(line) {
  return line.note.withdraw();
}

function refused(refusal) {
  show(`${refusal.title}. ${refusal.what} ${refusal.do}`);
}

function full() {
  if (Date.now() - fullSaid < AGAIN_AFTER) return;
  fullSaid = Date.now();
  const limit = sheet.limit.toLocaleString("en");
  show(`This note is full: ${limit} characters. Press Enter and go on in a new note.`);
}

/** Words the authority did not take go into a note of their own. */
function copyToNew(note) {
  spread(lines.after(lines.lines.get(note.id)), [note.words], lines);
}

/** The clock knows when the last minutes begin; the strip follows it. */
function watchClock() {
  const clock = document.getElementById("clock");
  if (!clock) return;
  new MutationObserver(drawAround).observe(clock, { attributeFilter: ["data-state"] });
}
