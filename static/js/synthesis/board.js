/** The moderators' board: brings queue, note and points together and to life. */

import { say, show } from "../frame/say.js";
import { showTab, startTabs } from "../frame/tabs.js";
import { openLive } from "../live/live.js";
import { Marks } from "../priorities/board.js";
import { followWatch } from "../watch/feed.js";
import { Bar } from "./bar.js";
import { Company } from "./company.js";
import { Decisions } from "./decisions.js";
import { agreed, askFor, startDialogs } from "./dialogs.js";
import { Filters } from "./filters.js";
import { Grouping } from "./grouping.js";
import { showHistory } from "./history.js";
import { Hour } from "./hour.js";
import { startKeys } from "./keys.js";
import { Board } from "./model.js";
import { tellNews } from "./news.js";
import { letNotesBeDragged } from "./note_drag.js";
import { NotePane, Troubles } from "./note.js";
import { Points } from "./points.js";
import { Queue } from "./queue.js";
import { spoken } from "./row.js";
import { Steering } from "./steering.js";
import { Strip } from "./strip.js";
import { openTop, startTop } from "./top.js";
import { Twins } from "./twins.js";
import { TwinsActs } from "./twins_acts.js";
import { TwinsList } from "./twins_list.js";

const AGES = 10_000; // milliseconds after which "2 min ago" may be out of date
const FIRST = 500; // notes that a board begins with
const PAGE = 2_000; // notes that it then asks for at once
const AGAIN = 2_000; // milliseconds after a page that did not come

const data = JSON.parse(document.getElementById("page-data").textContent);
const live = openLive({ keeps: true });
const board = new Board(live.who.person, data.topic.subtopics);
let asking = 0; // turns of asking for all notes, one for each fresh state
const clock = { offset: Date.parse(data.now) - Date.now() };
const page = {
  ...data,
  kinds: Object.fromEntries(data.kinds),
  reasons: Object.fromEntries(data.reasons),
  now: () => Date.now() + clock.offset,
  pointWords: (point) => (live.text(point.id)?.words ?? point.text).trim(),
};
const decisions = new Decisions(board, live, data.topic.id, askFor, data.done);
const queue = new Queue(board, page, { open, tick, unfold: (id) => alike.unfold(id) });
const filters = new Filters(board, page, { asked: () => queue.rewind(), decide: toDecide });
const company = new Company(live, data.topic.id, board);
const strip = new Strip(board, page, chooseTable);
const note = new NotePane(board, page, { history, open, point: choosePoint });
const twins = new Twins(board, live, data.topic.id);
const alike = new TwinsActs(board, {
  open,
  choose,
  show: choosePoint,
  reveal: (point) => points.reveal(point),
  group: () => decisions.group(),
});
const twinsList = new TwinsList(board, twins, page, alike);
const troubles = new Troubles(decisions, board, open);
const points = new Points(board, live, page, new Grouping(board, live, decisions), {
  choose,
  open,
  opened,
  undone: (command) => decisions.forget(command),
  want: (id) => (decisions.wanted = id),
  wanted: () => decisions.wanted,
});
const hour = new Hour(live, data.topic.id, () => agreed("ask-close"));
const marks = new Marks(board, live, page);
const steering = new Steering(board, live, page);
const acts = {
  accept: () => decisions.decide("accept"),
  return: () => decisions.decide("return"),
  park: () => decisions.decide("park"),
  rule_out: () => decisions.decide("rule_out"),
  undo: () => decisions.undo(),
  group: () => decisions.group(),
  point: () => decisions.newPoint(),
  confirm: () => points.confirm(),
  next: () => walk(1),
  previous: () => walk(-1),
  tick: () => board.focus && tick(board.focus),
  extend_next: () => extend(1),
  extend_previous: () => extend(-1),
  history,
  none: () => board.choose([...board.chosen], { off: true }),
  search,
  help,
  ahead: (event) => decisions.ahead.takes(event),
  steer: () => steering.open(),
  unfold: () => alike.unfold(),
  same: () => alike.all(),
  twin: (number) => alike.take(number),
  look: (number) => alike.look(number),
};
const bar = data.decides ? new Bar(board, decisions, page, acts) : null;

start();

function start() {
  startTabs(document.querySelector(".pane-tabs [role=tablist]"));
  startTop();
  startDialogs(page.reasons, data.reasonsTo);
  const { next, previous, unfold, look } = acts;
  if (data.decides) letNotesBeDragged(queue.list, points.list, group);
  startKeys(data.decides ? acts : { next, previous, search, history, help, unfold, look });
  document.getElementById("help").addEventListener("click", help);
  board.onChange(draw);
  setInterval(() => board.redraw(), AGES);
  live.follow(`board:${data.topic.id}`, {
    first: FIRST,
    now: (moment) => (clock.offset = Date.parse(moment) - Date.now()),
    fresh: takeBoard,
    entry: (entry) => {
      twins.heard(entry.notes ?? []);
      renew(entry);
      steering.take(entry.room);
    },
  });
  followWatch(live, data.topic.id, (told) => strip.take(told));
  live.follow(`points:${data.topic.id}`, {
    fresh: ({ points: all }) => board.freshPoints(all),
    entry: ({ point }) => {
      twins.renew();
      if (point) board.putPoint(point);
    },
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

function renew(entry) {
  board.renew(entry);
  marks.take(entry.marks);
}

/** The board's newest notes; the others are asked for, page by page. */
function takeBoard(state) {
  board.fresh(state);
  marks.take(state.marks);
  twins.renew();
  steering.take(state.room);
  asking += 1;
  if (state.rest) takeRest(state.rest, asking);
}

/** @param {string} before the last note that came @param {number} turn of asking; a newer ends it */
async function takeRest(before, turn) {
  const channel = `board:${data.topic.id}`;
  const more = await live.ask("more", { channel, before, first: PAGE });
  if (turn !== asking) return;
  const refusal = more?.refused;
  if (refusal && refusal.code !== "too_often") {
    show(`${refusal.title}. ${refusal.what} ${refusal.do}`);
    return;
  }
  const came = more && !refusal;
  if (came) board.add(more.notes, more.rest);
  const next = came ? more.rest : before;
  if (next) setTimeout(() => takeRest(next, turn), next === before ? AGAIN : 0);
}

function draw() {
  queue.draw();
  filters.draw();
  company.look();
  tellNews(board);
  strip.draw();
  note.draw();
  twins.look();
  twinsList.draw();
  troubles.draw();
  points.draw();
  bar?.draw();
  steering.draw();
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
  if (!next) return say(step > 0 ? "This is the last note here." : "This is the first note here.");
  board.setFocus(next);
  return say(spoken(board.notes.get(next), board, page));
}

/** Ticks a note, or with `range` all from the note ticked before. */
function tick(id, { range = false } = {}) {
  const visible = board.visible();
  const [from, to] = [visible.indexOf(board.ticked), visible.indexOf(id)].sort((a, b) => a - b);
  const off = board.chosen.has(id) && !range;
  const ids = range && from >= 0 ? visible.slice(from, to + 1) : [id];
  board.ticked = id;
  say(`${board.choose(ids, { off })} chosen.`);
}

/** Ticks the note in focus, and the one beside it, which comes into focus. */
function extend(step) {
  const beside = board.beside(step);
  const ids = [board.focus, beside].filter(Boolean);
  if (beside) board.setFocus(beside);
  if (ids.length) say(`${board.choose(ids)} chosen.`);
}

function search() {
  showPane("queue");
  filters.focusSearch();
}

function help() {
  agreed("keys");
}

function toDecide() {
  showPane("focus");
}

function chooseTable(id) {
  filters.choose("table", board.filter.table === id ? "" : id);
  openTop(false);
  showPane("queue");
}

function choose(id) {
  if (board.current === id) return;
  board.current = id;
  board.redraw();
}

/** A note was put onto a point: with it go all that are ticked, if it is one of them. */
function group(note, point) {
  if (board.chosen.size && !board.chosen.has(note)) {
    return show("Other notes are ticked. Drag one of those, or press Esc to choose none.");
  }
  choose(point);
  if (!board.chosen.size) board.setFocus(note);
  return decisions.group();
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
  card.write(decisions.ahead.end());
}

/** What was decided on the note in focus. */
function history() {
  if (!board.focus) return;
  const title = "History of this note";
  showHistory(page, live, { item: board.focus, title, undone: (id) => decisions.forget(id) });
}

/** On a phone also from its top: the window may stand far down in another pane. */
function showPane(pane) {
  showTab(document.getElementById(`${pane}-tab`));
  const tabs = document.querySelector(".pane-tabs");
  if (tabs.offsetParent) tabs.scrollIntoView({ block: "nearest" });
}
