/** What the room screen can show, as groups of blocks; it must not know pages, keys or sockets. */

import { marksView } from "../priorities/room.js";
import { counted, make, mark, tallied } from "./parts.js";

const LONG = 260; // characters beyond which a point is set smaller
const CONVERGING = 2; // tables that say a point

/**
 * The groups of one view.
 * @param {object} state as the room is told @param {object} topic
 * @param {(id: string) => boolean} isNew whether a point has just been confirmed
 * @returns {{groups: object[], empty: {head: string, words: string}|null}}
 */
export function viewOf(state, topic, isNew) {
  const { view, subject } = state.shown;
  switch (view) {
    case "subtopic":
      return subtopicView(state, topic.subtopics.find(({ id }) => id === subject), isNew);
    case "point":
      return { groups: [{ title: null, blocks: [largeBlock(state, subject)] }], empty: null };
    case "silent":
      return silentView(state, topic);
    case "topic":
      return { groups: [{ title: null, blocks: topic.subtopics.map(subtopicBlock) }], empty: null };
    case "marks":
      return marksView(state.marks);
    case "title":
      return { groups: [], empty: null };
    default:
      return pointsView(state, topic, isNew);
  }
}

function pointsView({ points, forming, written }, topic, isNew) {
  const groups = bySubtopic(points, topic, (point) => pointBlock(point, isNew));
  if (groups.length) return { groups, empty: null };
  const words = forming
    ? "The first points are forming. Each appears here as soon as it is confirmed."
    : "What several tables say appears here, point by point, as soon as it is confirmed.";
  return { groups, empty: { head: written ? "The tables are writing" : "What do the tables say?", words } };
}

function subtopicView({ points }, subtopic, isNew) {
  const held = points.filter((point) => point.subtopic === subtopic?.id);
  const title = (again) => heading(subtopic, again);
  if (held.length) {
    return { groups: [{ title, blocks: held.map((one) => pointBlock(one, isNew)) }], empty: null };
  }
  const words = "No point on it is confirmed yet. Each appears here as soon as it is.";
  return { groups: [], empty: { head: titleOf(subtopic), words } };
}

/** Points that several tables say, each with the tables that have said nothing on it. */
function silentView({ points }, topic) {
  const converging = points.filter((point) => point.raising >= CONVERGING);
  const groups = bySubtopic(converging, topic, silentBlock);
  if (groups.length) return { groups, empty: null };
  const words = "As soon as two tables say the same, it appears here with those not yet heard.";
  return { groups, empty: { head: "No point is shared by two tables yet", words } };
}

function bySubtopic(points, topic, blockOf) {
  return [...topic.subtopics, null]
    .map((subtopic) => ({
      title: (again) => heading(subtopic, again),
      blocks: points.filter((one) => one.subtopic === (subtopic?.id ?? null)).map(blockOf),
    }))
    .filter(({ blocks }) => blocks.length);
}

function heading(subtopic, again) {
  const more = again ? make("small", {}, " continued") : null;
  return make("h2", { class: "room-subtopic", dir: "auto" }, titleOf(subtopic), more);
}

function titleOf(subtopic) {
  return subtopic ? `${subtopic.number}. ${subtopic.title}` : "On the topic as a whole";
}

function pointBlock(point, isNew) {
  const made = (words = point.text) => {
    const isNewMark = mark("add", "new"); // always there: what is new takes no other room
    const element = block(point, words, [...strengthOf(point), isNewMark]);
    if (isNew(point.id)) element.dataset.new = "";
    return element;
  };
  return { key: point.id, words: point.text, make: made };
}

function silentBlock(point) {
  const made = (words = point.text) => {
    const element = block(point, words, strengthOf(point));
    element.append(make("p", { class: "room-silent" }, ...silentWords(point)));
    return element;
  };
  return { key: point.id, words: point.text, make: made };
}

/** One point alone, in the largest type that fits. */
function largeBlock({ points }, id) {
  const point = points.find((one) => one.id === id) ?? points[0];
  const made = (words = point.text) => {
    const said = make("p", { class: "room-words", dir: "auto", lang: point.language }, words);
    const [tables, ...more] = tally(point);
    const rest = more.length ? make("span", {}, more.join(", ")) : null;
    const strength = make("p", { class: "room-strength" }, make("b", {}, tables), rest);
    const silent = make("p", { class: "room-silent" }, ...silentWords(point));
    const parts = point.raising >= CONVERGING ? [said, strength, silent] : [said, strength];
    return make("article", { class: "room-point", "data-point": point.id, "data-large": true }, ...parts);
  };
  return { key: point.id, words: point.text, make: made };
}

function subtopicBlock(subtopic) {
  const made = () => make("p", { class: "room-part", dir: "auto" }, titleOf(subtopic));
  return { key: subtopic.id, make: made };
}

function block(point, words, strength) {
  const said = make("p", { class: "room-words", dir: "auto", lang: point.language }, words);
  const attributes = { class: "room-point", "data-point": point.id };
  const long = { "data-long": point.text.length > LONG };
  return make("article", { ...attributes, ...long }, said,
    make("p", { class: "room-strength" }, ...strength));
}

/** The number of tables, and what else is counted: no word says how much that is. */
function strengthOf(point) {
  const [tables, ...more] = tally(point);
  return [make("b", {}, tables), ...more.map((one) => make("span", {}, one))];
}

/** "6 of 9 tables", "4 countries", "1 objection". */
function tally(point) {
  const [of, ...more] = tallied(point);
  return [`${point.raising}${of}`, ...more];
}

/** How many tables have said nothing on a point; by name where a moderator chose so. */
function silentWords({ silent, silent_more: more }) {
  if (!silent.length && !more) return ["Every table has spoken on it."];
  if (!silent.length) {
    return [make("b", {}, counted(more, "table")), ` ${more === 1 ? "has" : "have"} said nothing on it yet`];
  }
  const rest = more ? ` and ${more} more` : "";
  return [make("b", {}, "Nothing on it yet from "), make("span", { dir: "auto" }, silent.join(", ")), rest];
}
