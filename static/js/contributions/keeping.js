/**
 * What the sheet does so that no word is lost: shows what this device kept, warns before leaving,
 * saves a copy to a file, says after an absence what happened.
 */

import { show } from "../frame/say.js";
import { saveCopy } from "./copy.js";
import { counted } from "./elements.js";
import { drawLeftovers } from "./leftovers.js";

const OFFLINE = new Set(["on_device", "in_page", "reconnecting"]);

export class Keeping {
  /** @param {object} live @param {object} sheet @param {import("./lines.js").Lines} lines */
  constructor(live, sheet, lines) {
    Object.assign(this, { live, sheet, lines });
    this.unsaved = 0;
    this.questions = 0; // that came while this page was away
    live.status.copy = () => saveCopy(live, sheet, lines);
    document.getElementById("save-copy").addEventListener("click", live.status.copy);
    live.restored.then(() => this.showKept());
    live.waking.onBack((absence) => this.sayWhatHappened(absence));
    live.onStatus((status) => this.follow(status));
    addEventListener("beforeunload", (event) => this.warn(event));
  }

  /** A moderator's question has come. */
  asked() {
    if (this.live.waking.lostAt !== null) this.questions += 1;
  }

  /** Before any network has answered: notes with words of this device that are not saved. */
  showKept() {
    for (const text of this.live.allTexts()) {
      const facts = text.describe();
      const shown = facts?.sheet === this.sheet.id && this.live.text(facts.id) === text;
      if (shown) this.lines.told(facts);
    }
  }

  /** Away for a while, and here again. */
  sayWhatHappened({ away, sent }) {
    const minutes = Math.round(away / 60_000);
    const after = minutes ? counted(minutes, "minute") : `${Math.round(away / 1_000)} seconds`;
    const told = [
      sent && `${counted(sent, "note")} sent`,
      this.questions && `${counted(this.questions, "new question")} from moderators`,
    ].filter(Boolean).join(", ");
    this.questions = 0;
    show(`Back after ${after}. ${told || "Nothing was lost"}.`);
  }

  follow({ unsaved, state }) {
    this.unsaved = unsaved;
    drawLeftovers(this.live, this.sheet, this.lines);
    if (this.sheet.connected !== OFFLINE.has(state)) return;
    this.sheet.connected = !this.sheet.connected;
    this.lines.draw();
  }

  /** The words are safe in the journal, but not where the others can read them yet. */
  warn(event) {
    const answering = this.lines.notes.some((note) => note.unsentAnswer);
    if (this.unsaved || answering) event.preventDefault();
  }
}
