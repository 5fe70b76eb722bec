/** The row of decisions under the note, each with its key; it carries none of them out. */

import { DECISIONS, NOTHING_DONE } from "./decisions.js";
import { button, make, setAttribute, setWords } from "./parts.js";

export class Bar {
  /** @param {Record<string, () => void>} acts what each button does, by name */
  constructor(board, decisions, page, acts) {
    this.board = board;
    this.decisions = decisions;
    this.page = page;
    this.place = document.getElementById("decide");
    this.buttons = {};
    this.deciding = make("div", { class: "board-decide-row" });
    this.other = make("div", { class: "board-decide-row", "data-small": true });
    this.place.append(this.deciding, this.other);
    for (const [name, { words, key }] of Object.entries(DECISIONS)) {
      const look = name === "accept" ? "primary" : undefined;
      this.deciding.append(this.add(name, words, key, acts[name], look));
    }
    this.undone = make("span"); // cut short where there is no room for it
    this.other.append(
      this.add("group", "Group", "G", acts.group),
      this.add("point", "New point", "N", acts.point),
      this.add("undo", "Undo", "U", acts.undo, "quiet"),
      this.add("previous", "Previous", "K", acts.previous, "quiet"),
      this.add("next", "Next", "J", acts.next, "quiet"),
    );
    this.buttons.undo.firstElementChild.after(this.undone);
  }

  draw() {
    const { size } = this.board.chosen;
    setAttribute(this.place, "data-counted", size > 0);
    for (const [name, { words }] of Object.entries(DECISIONS)) {
      this.able(name, this.decisions.can(name));
      this.say(name, size ? `${words} ${size}` : words);
    }
    const { current, focus, notes, points } = this.board;
    const note = notes.get(focus);
    const some = size > 0 || (note !== undefined && this.board.isDecidable(note));
    const into = points.get(current);
    this.able("group", some && into !== undefined);
    this.able("point", some);
    this.able("undo", this.decisions.done.last !== undefined);
    this.say("group", size ? `Group ${size}` : "Group");
    this.say("point", size ? `New point: ${size}` : "New point");
    const last = this.decisions.done.last;
    const undone = last ? `“${last.words.toLowerCase()}”` : "";
    setWords(this.undone, undone);
    setAttribute(this.buttons.undo, "title", last ? `Undo ${undone}` : NOTHING_DONE);
    const words = into ? this.page.pointWords(into) || "the point without words" : "";
    setAttribute(
      this.buttons.group,
      "title",
      into ? `Into: ${words}` : "Choose a point on the right first",
    );
  }

  add(name, words, key, act, look) {
    const made = button(words, { key, look, "data-act": name, "aria-keyshortcuts": key });
    made.addEventListener("click", () => {
      if (made.getAttribute("aria-disabled") !== "true") act();
    });
    this.buttons[name] = made;
    return made;
  }

  /** A button that cannot act now keeps its place and the focus. */
  able(name, can) {
    setAttribute(this.buttons[name], "aria-disabled", can ? null : "true");
  }

  say(name, words) {
    setWords(this.buttons[name].firstElementChild, words);
  }
}
