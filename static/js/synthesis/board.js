/** The moderators' board: brings queue, note and points together and to life. */

import { show } from "../frame/say.js";
import { showTab, startTabs } from "../frame/tabs.js";
import { openLive } from "../live/live.js";
import { between } from "../live/positions.js";
import { followWatch } from "../watch/feed.js";
import { Bar } from "./bar.js";
import { Decisions } from "./decisions.js";
import { agreed, askFor, startDialogs } from "./dialogs.js";
import { Hour } from "./hour.js";
import { startKeys } from "./keys.js";
import { Board } from "./model.js";
import { NotePane, Troubles } from "./note.js";
import { Points, stepBetween } from "./points.js";
import { Queue } from "./queue.js";
import { Strip } from "./strip.js";

const AGES = 10_000; // milliseconds after which "2 min ago" may be out of date

const data = JSON.parse(document.getElementById("page-data").textContent);
const live = openLive({ keeps: true });
const board = new Board();
const clock = { offset: Date.parse(data.now) - Date.now() };
const page = {
  ...data,
  kinds: Object.fromEntries(data.kinds),
  reasons: Object.fromEntries(data.reasons),
  now: () => Date.now() + clock.offset,
  pointWords: (point) => (live.text(point.id)?.words ?? point.text).trim(),
};
const decisions = new Decisions(board, live, data.topic.id, askFor);
const queue = new Queue(board, page, { open, tick });
const strip = new Strip(board, page, chooseTable);
const note = new NotePane(board, page, { point: choosePoint });
const troubles = new Troubles(decisions, board, open);
const points = new Points(board, live, page, {
  choose,
  move: movePoint,
  open,
  opened,
  set: setPoint,
  step: stepPoint,
  take: takeOut,
  wanted: () => decisions.wanted,
});
const hour = new Hour(live, data.topic.id, () => agreed("ask-close"));
const acts = {
  accept: () => decisions.decide("accept"),
  return: () => decisions.decide("return"),
  park: () => decisions.decide("park"),
  rule_out: () => decisions.decide("rule_out"),
  undo: () => decisions.undo(),
  group: () => decisions.group(),
  point: () => decisions.newPoint(),
  next: () => walk(1),
  previous: () => walk(-1),
  tick: () => board.focus && tick(board.focus),
};
const bar = data.decides ? new Bar(board, decisions, page, acts) : null;

start();

function start() {
  startTabs(document.querySelector(".pane-tabs [role=tablist]"));
  startDialogs(page.reasons);
  startKeys(data.decides ? acts : { next: acts.next, previous: acts.previous });
  board.onChange(draw);
  setInterval(() => board.changed(), AGES);
  live.follow(`board:${data.topic.id}`, {
    now: (moment) => (clock.offset = Date.parse(moment) - Date.now()),
    fresh: (state) => board.fresh(state),
    entry: (entry) => board.renew(entry),
  });
  followWatch(live, data.topic.id, (told) => strip.take(told));
  live.follow(`points:${data.topic.id}`, {
    fresh: ({ points: all }) => board.freshPoints(all),
    entry: ({ point }) => point && board.putPoint(point),
  });
  live.follow(`workshop:${data.workshop}`, {
    now: (moment) => (clock.offset = Date.parse(moment) - Date.now()),
    fresh: ({ discussions }) => putDiscussions(discussions),
    entry: ({ discussion }) => discussion && putDiscussions([discussion]),
  });
}

function putDiscussions(discussions) {
  hour.put(discussions, new Date(page.now()).toISOString());
  board.changed();
}

function draw() {
  queue.draw();
  strip.draw();
  note.draw();
  troubles.draw();
  points.draw();
  bar?.draw();
  reveal();
}

/** The row of the note in focus is in sight whenever the focus moved, and only then. */
function reveal() {
  if (queue.revealed === board.focus) return;
  queue.revealed = board.focus;
  queue.reveal();
}

function open(id) {
  board.setFocus(id);
  showPane("focus");
}

function walk(step) {
  const next = board.beside(step);
  if (next) board.setFocus(next);
}

function tick(id) {
  const said = board.notes.get(id);
  if (!said || !board.isDecidable(said)) return;
  if (!board.chosen.delete(id)) board.chosen.add(id);
  board.changed();
}

function chooseTable(id) {
  queue.choose("table", board.filter.table === id ? "" : id);
  showPane("queue");
}

function choose(id) {
  if (board.current === id) return;
  board.current = id;
  board.changed();
}

function choosePoint(id) {
  choose(id);
  showPane("points");
  points.reveal(id);
}

/** A point of one's own making is there: its field takes the caret. */
function opened(card) {
  decisions.wanted = null;
  showPane("points");
  card.element.scrollIntoView({ block: "nearest" });
  card.write();
}

/** @returns {Promise<object|null>} the refusal, or null when it is done */
async function movePoint(name, point, text) {
  try {
    await saved(text);
    const seen = { point: point.id, version: text.version, state: point.status };
    await live.send(`${name}_point`, seen);
    return null;
  } catch (refusal) {
    return refusal;
  }
}

/** A decision names a version of the authority, so one's own last words go first. */
function saved(text) {
  return new Promise((resolve) => {
    if (text.state === "saved" || text.state === "needs_you") return resolve();
    const forget = text.onState(() => {
      if (text.state !== "saved" && text.state !== "needs_you") return;
      forget();
      resolve();
    });
    return undefined;
  });
}

function setPoint(command, point, value) {
  return tell(live.send(command, { point: point.id, value }));
}

function stepPoint(point, step) {
  const places = stepBetween([...board.points.values()], point, step);
  if (!places) return undefined;
  const value = between(...places);
  board.putPoint({ ...point, position: value });
  return tell(live.send("move_point", { point: point.id, value }));
}

function takeOut(point, id) {
  return tell(live.send("remove_source", { point: point.id, note: id }));
}

function tell(sent) {
  return sent.catch((refusal) => show(`${refusal.title}. ${refusal.what} ${refusal.do}`));
}

function showPane(pane) {
  showTab(document.getElementById(`${pane}-tab`));
}
