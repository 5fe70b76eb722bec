/**
 * Marks on the room screen: how to join while a round is open, the sums once they are shown.
 *
 * It makes groups of blocks as room_views.js does, and must not know pages, keys or sockets.
 */

import { counted, make } from "../synthesis/parts.js";

const NO_VOTE = "Marks show what people here find important. They are no vote and decide nothing.";
const NONE = { head: "Marks", words: "No round of marks has been opened yet." };
const CLOSED = {
  head: "The round of marks is closed",
  words: "Thank you. No mark can be given or changed any more.",
};

const data = JSON.parse(document.getElementById("page-data").textContent);

/**
 * @param {object|null} marks as the room is told
 * @returns {{groups: object[], empty: {head: string, words: string}|null}}
 */
export function marksView(marks) {
  if (marks?.state === "open") return groupOf(null, [joining(marks, data.marksAddress)]);
  if (marks?.state === "shown") return groupOf((again) => heading(marks, again), sums(marks));
  return { groups: [], empty: marks ? CLOSED : NONE };
}

function groupOf(title, blocks) {
  return { groups: [{ title, blocks }], empty: null };
}

/** @param {string} address that people type who cannot scan */
function joining({ code, marks }, address) {
  const alt = `QR code that leads to ${address}`;
  const each = counted(marks, "mark");
  const give = `Scan this with your phone and give ${each}. Nobody asks your name.`;
  const typed = make("bdi", { class: "marks-address", dir: "ltr" }, address);
  const shown = make("bdi", { dir: "ltr" }, `${code.slice(0, 3)} ${code.slice(3)}`);
  const steps = make(
    "div",
    { class: "marks-steps" },
    make("h2", {}, "Which points matter most to you?"),
    make("p", {}, give),
    make("p", {}, "Or open ", typed, " and type"),
    make("p", { class: "marks-code" }, shown),
    make("p", { class: "marks-note" }, NO_VOTE),
  );
  const picture = () => make("img", { class: "marks-qr", src: `/m/${code}/qr.svg`, alt });
  const join = () => make("section", { class: "marks-join" }, picture(), steps.cloneNode(true));
  return { key: `marks ${code}`, make: join };
}

function heading({ took_part: phones }, again) {
  const many = counted(phones, "phone") || "no phone";
  const words = `Marks by people in the room, ${many}; not a decision`;
  const more = again ? make("small", {}, " continued") : null;
  return make("h2", { class: "room-subtopic" }, words, more);
}

function sums({ results, took_part: phones }) {
  return results.map((one) => ({
    key: one.id,
    words: one.words,
    make: (words = one.words) => {
      const since = one.reworded ? make("small", { lang: "en", dir: "ltr" }, " since reworded") : null;
      const said = make("p", { class: "room-words", dir: "auto", lang: one.language }, words, since);
      const bar = { min: 0, max: Math.max(phones, 1), value: one.given, "aria-hidden": "true" };
      const meter = make("meter", { class: "strength-bar", ...bar });
      const given = make("b", {}, counted(one.given, "mark") || "no mark");
      const side = make("p", { class: "room-strength" }, given, meter);
      const attributes = { class: "room-point marks-sum", "data-point": one.id };
      return make("article", attributes, said, side);
    },
  }));
}
