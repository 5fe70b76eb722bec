/** One table on the watch: its state, its words, its questions, and the nudge. */

import { ago, button, make, mark, setAttribute, setWords } from "../synthesis/parts.js";
import { unsavedFor } from "./model.js";
import { counted, doing, precisely } from "./words.js";

const TOLD_FOR = 600_000; // milliseconds for which a nudge is worth a line
const LAST_MINUTES = 300_000; // milliseconds before the end in which tables read back
const DONE = new Set(["read_back", "locked"]);

export class Cell {
  /**
   * @param {object} page facts of the page @param {string} topic of the sheet
   * @param {(sheet: string, code: string) => void} nudge
   */
  constructor(page, topic, watch, nudge) {
    Object.assign(this, { page, watch });
    this.state = make("span", { class: "state" }, make("span"));
    this.opens = page.opens_sheets.includes(topic);
    this.name = make(this.opens ? "a" : "b", { class: "watch-name", dir: "auto" });
    this.topic = make("span", { class: "watch-of small" });
    this.lines = ["saved", "unsaved", "asked", "here", "told", "refused"].map((which) =>
      make("p", { class: "watch-line", "data-line": which, hidden: true }),
    );
    this.play = make("a", { class: "watch-play", hidden: true }, "Play from its beginning");
    this.nudges = page.nudges_tables ? new NudgeButtons(page, nudge) : null;
    this.element = make(
      "li",
      { class: "watch-cell" },
      make("div", { class: "watch-cell-head" }, this.name, this.topic, this.state),
      ...this.lines,
      this.opens ? this.play : null,
      this.nudges?.element,
    );
  }

  draw(cell, now) {
    this.cell = cell;
    setAttribute(this.element, "data-rank", cell.rank);
    setWords(this.name, this.watch.nameOf(cell));
    if (this.opens) {
      setAttribute(this.name, "href", `/sheets/${cell.sheet}`);
      setAttribute(this.play, "href", `/playback/${cell.sheet}`);
      this.play.hidden = !cell.notes;
    }
    const several = this.page.topics.length > 1;
    setWords(this.topic, several ? `Topic ${this.watch.topicNumber(cell)}` : "");
    if (several) setAttribute(this.element, "data-topic", ((this.watch.topicNumber(cell) - 1) % 6) + 1);
    setAttribute(this.state, "data-state", cell.doing);
    setWords(this.state.firstElementChild, this.doingWords(cell, now));
    this.lines.forEach((line) => this.say(line, this.line(line.dataset.line, cell, now)));
    this.nudges?.draw(cell, this.suggested(cell, now));
  }

  /** A refusal stands in the cell it is about. @param {string} words */
  refuse(words) {
    this.refusal = words;
    this.say(this.lines.at(-1), words);
  }

  say(line, words) {
    line.hidden = !words;
    setWords(line, words);
  }

  doingWords(cell, now) {
    const words = doing(cell, this.page.states, now);
    const other = this.page.numbers[cell.elsewhere];
    return other ? `${words}: at ${other}` : words;
  }

  line(which, cell, now) {
    switch (which) {
      case "saved":
        return [
          cell.last_saved ? `Saved ${ago((now - Date.parse(cell.last_saved)) / 1_000)}` : "Nothing saved yet",
          cell.notes ? counted(cell.notes, "note") : "",
          cell.lately ? `${cell.lately} in 10 min` : "",
        ].filter(Boolean).join(" · ");
      case "unsaved": {
        const waited = unsavedFor(cell, now);
        return waited ? `Words not saved for ${precisely(waited)}: they are on the table's device` : "";
      }
      case "asked":
        return cell.returned ? this.asked(cell, now) : "";
      case "here":
        return (cell.here ?? []).join(", ");
      case "told":
        return cell.nudge ? this.told(cell.nudge, now) : "";
      default:
        return this.refusal ?? "";
    }
  }

  asked({ returned, returned_since: since }, now) {
    const waits = since ? `, the oldest for ${precisely(now - Date.parse(since))}` : "";
    return `${counted(returned, "question")} not answered${waits}`;
  }

  told({ code, at, seen_at: seen }, now) {
    if (now - Date.parse(at) > TOLD_FOR) return "";
    const words = this.page.nudgeWords[code];
    return seen ? `“${words}” seen ${ago((now - Date.parse(seen)) / 1_000)}` : `“${words}” sent, not seen yet`;
  }

  /** What this table most likely needs to hear; null when it needs nothing. */
  suggested(cell, now) {
    const { state, ends_at: ends } = this.watch.discussionOf(cell.topic) ?? {};
    const ending = state === "running" && ends && Date.parse(ends) - now < LAST_MINUTES;
    if (cell.doing === "wrong_topic") return "topic";
    if (ending && !DONE.has(cell.doing)) return "read_back";
    if (cell.returned) return "question";
    return cell.doing === "quiet" || cell.doing === "unheard" ? "start" : null;
  }
}

/** The nudge by one tap, and the others behind a second. */
class NudgeButtons {
  constructor(page, nudge) {
    this.page = page;
    const send = (code) => {
      this.rest.open = false;
      nudge(this.sheet, code);
    };
    this.first = button("", { size: "small" });
    this.first.prepend(mark("note", ""));
    this.first.addEventListener("click", () => send(this.code));
    this.all = page.nudges.map(([code, words]) => {
      const one = button(words, { size: "small", look: "quiet", "data-code": code });
      one.addEventListener("click", () => send(code));
      return one;
    });
    this.summary = make("summary", { class: "small" }, make("span", {}, "Others"));
    this.rest = make("details", { class: "watch-more" }, this.summary, make("div", {}, ...this.all));
    this.away = make("span", { class: "quiet" }, "No page open that could be nudged");
    this.element = make("div", { class: "watch-nudge" }, this.away, this.first, this.rest);
  }

  draw(cell, suggested) {
    this.sheet = cell.sheet;
    this.code = suggested;
    setWords(this.first.lastElementChild, this.page.nudgeWords[suggested] ?? "");
    setWords(this.summary.firstElementChild, suggested ? "Others" : "Nudge");
    const away = cell.doing === "absent" || cell.doing === "offline" || (DONE.has(cell.doing) && !cell.here);
    this.away.hidden = !away;
    this.first.hidden = away || !suggested;
    this.rest.hidden = away;
    for (const one of this.all) one.hidden = one.dataset.code === suggested;
  }
}
