/** The one line above the bar of kinds: what the table should know or do now, one thing at a time. */

import { make, setWords } from "./elements.js";

/**
 * @typedef {{look?: string, words: string, action?: string, href?: string, press?: () => void}} Call
 * @param {HTMLElement} strip @param {Call} call the most pressing one
 */
export function drawStrip(strip, { look = "", words, action, href, press }) {
  const key = `${look}|${words}|${action ?? ""}`;
  if (strip.dataset.of === key) return;
  strip.dataset.of = key;
  strip.dataset.look = look;
  setWords(strip.querySelector(".strip-words"), words);
  const place = strip.querySelector(".strip-action");
  if (!action) return place.replaceChildren();
  const attributes = { class: "button", "data-size": "small" };
  place.replaceChildren(href
    ? make("a", { ...attributes, href }, action)
    : make("button", { ...attributes, type: "button", click: press }, action));
}

/** What is most pressing now. */
export function callOf({ timing, sheet, lines, company, actions }) {
  if (company?.nudge) {
    return { look: "care", words: company.nudge, action: "Done", press: () => company.dismiss() };
  }
  const elsewhere = timing.elsewhere;
  if (elsewhere) {
    return {
      look: "care",
      words: `Topic ${elsewhere.number} is being discussed now. What you wrote here is kept.`,
      action: `Go to topic ${elsewhere.number}`,
      href: `/sheets/${sheet.sheets[elsewhere.id]}`,
    };
  }
  const asked = lines.notes.filter((note) => note.get("status") === "returned");
  if (asked.length && sheet.table) return questions(asked, actions);
  const clock = document.getElementById("clock")?.dataset.state;
  if (sheet.state === "locked") {
    return { words: "This sheet is closed. You can still write: it is kept and marked late." };
  }
  if (sheet.item) return { words: "Plenary notes: what is said when everybody listens." };
  if (!sheet.table) return { words: "You are reading a table's sheet as it is written." };
  if (sheet.state === "read_back") return confirmed(lines, actions);
  if (clock === "last_five" || clock === "over") {
    const words = clock === "over" ? "The time is over: read back now." : "The last minutes.";
    return { look: "care", words, action: "Read back to your table", press: actions.readBack };
  }
  return { words: actions.hint(), action: "Read back", press: actions.readBack };
}

function questions(asked, actions) {
  const words = asked.length === 1
    ? "A moderator asks about one note."
    : `Moderators ask about ${asked.length} notes.`;
  return { look: "care", words, action: "Answer", press: () => actions.goTo(asked[0]) };
}

function confirmed(lines, actions) {
  const count = lines.notes.filter((note) => note.get("read_back")).length;
  const words = `Your table confirmed ${count} top point${count === 1 ? "" : "s"}.`;
  return { words, action: "Change", press: actions.readBack };
}
