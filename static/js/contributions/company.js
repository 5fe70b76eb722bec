/** The others at this sheet: their carets in its notes, and a moderator's nudge; only for the eye. */

import { codePoints } from "../live/changes.js";
import { Presence } from "../live/presence.js";
import { drawCarets } from "./carets.js";
import { say } from "../frame/say.js";

export class Company {
  /**
   * @param {object} live @param {object} sheet @param {import("./lines.js").Lines} lines
   * @param {() => void} nudged a nudge came, or was put away
   */
  constructor(live, sheet, lines, nudged) {
    Object.assign(this, { live, lines, nudged, nudge: null });
    this.presence = new Presence(live, sheet.id, () => this.look());
    this.presence.onChange((people) => this.draw(people));
    sheet.caretsMoved = () => this.draw(this.presence.others);
    live.socket.on("nudge", (nudge) => nudge.sheet === sheet.id && this.heard(nudge));
    document.addEventListener("selectionchange", () => this.presence.soon());
    lines.list.addEventListener("input", () => this.presence.soon({ typed: true }));
    lines.list.addEventListener("focusout", () => this.presence.soon());
  }

  /** Puts a nudge away. */
  dismiss() {
    this.nudge = null;
    this.nudged();
  }

  heard({ from, words, id, sheet }) {
    this.nudge = `${from}: ${words}`;
    const seen = () => this.live.socket.emit("nudge_seen", { sheet, nudge: id });
    if (document.hidden) document.addEventListener("visibilitychange", seen, { once: true });
    else seen();
    say(`${this.nudge}.`, { urgent: true });
    this.nudged();
  }

  look() {
    const { field, note } = this.lines.inFocus ?? {};
    if (!note?.made) return { text: null, caret: null };
    if (document.activeElement !== field) return { text: note.id, caret: null };
    const place = (offset) => codePoints(field.value, offset);
    return { text: note.id, caret: [place(field.selectionStart), place(field.selectionEnd)] };
  }

  draw(people) {
    for (const line of this.lines.lines.values()) {
      const here = people.filter(({ text }) => text === line.id);
      if (here.length || line.here.textContent) drawCarets(line, here);
    }
  }
}
