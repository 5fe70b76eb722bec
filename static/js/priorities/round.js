/** What stands in the dialog of a round, in words and fields; it sends nothing. */

import { button, counted, make } from "../synthesis/parts.js";

const NO_VOTE =
  "Marks show what people here find important; they are no vote, no decision and no consensus. " +
  "Each browser has one ballot, so whoever has two phones has two.";
const ONCE = "Sums are counted once it is closed. A closed round is not opened again.";
const STANDING =
  "The points that are confirmed now stand in it, in the words they have now. " +
  "No more phones than people can take part.";

/** What the round is doing. @returns {HTMLElement[]} */
export function state(round, page) {
  if (!round) return [small(NO_VOTE)];
  const points = counted(round.points, "point");
  if (round.state === "open") {
    const each = counted(round.marks, "mark");
    const address = make("bdi", { dir: "ltr" }, page.marksAddress);
    return [
      make("p", {}, `A round over ${points} is open, ${each} each. The room screen shows how.`),
      make("p", {}, "Code ", code(round.code), " at ", address),
      make("p", { "data-count": true, role: "status" }, "…"),
      small(ONCE),
      small(NO_VOTE),
    ];
  }
  const shows = round.state === "shown" ? "shows" : "does not show";
  const took = counted(round.took_part, "phone") || "No phone";
  const words = `The round over ${points} is closed. ${took} took part.`;
  const sums = `The sums stand on the points. The room screen ${shows} them.`;
  return [make("p", {}, `${words} ${sums}`), small(NO_VOTE)];
}

export const asking = { round: askRound, phones: askPhones };

/**
 * What a new round needs.
 * @param {object} bounds as the authority holds to them @param {(chosen: object) => void} open
 */
function askRound(before, tables, bounds, open) {
  const each = "Marks for each phone, one on a point";
  const marks = number("marks-each", each, before?.marks ?? bounds.marks.start, bounds.marks);
  const { at_table: seats, least, most } = bounds.phones;
  const all = Math.min(most, Math.max(least, tables * seats));
  const phones = people(before?.phones ?? all, bounds);
  const words = before ? "Open another round" : "Open the round";
  const heading = make("h3", {}, before ? "Another round" : "A round");
  const look = before ? null : "primary";
  const go = button(words, { look, type: "submit" });
  const fields = [small(STANDING), marks.field, phones.field];
  const form = make("form", { class: "marks-ask" }, heading, ...fields, go);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open({ marks: marks.value(), phones: phones.value() });
  });
  return form;
}

/** Lets more phones take part than were expected. @param {(phones: number) => void} widen */
function askPhones(round, bounds, widen) {
  const phones = people(round.phones, bounds);
  const change = button("Change", { size: "small", type: "submit" });
  const form = make("form", { class: "marks-ask" }, phones.field, change);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    widen(phones.value());
  });
  return form;
}

function people(value, { phones }) {
  return number("marks-phones", "People in the room, at most", value, phones);
}

function number(id, label, value, { least, most }) {
  const bounds = { min: least, max: most, step: 1, required: true, inputmode: "numeric" };
  const input = make("input", { id, type: "number", value, "data-width": "short", ...bounds });
  const field = make("div", { class: "field" }, make("label", { for: id }, label), input);
  return { field, value: () => input.valueAsNumber };
}

function code(words) {
  return make("bdi", { class: "marks-code", dir: "ltr" }, `${words.slice(0, 3)} ${words.slice(3)}`);
}

function small(words) {
  return make("p", { class: "small quiet" }, words);
}
