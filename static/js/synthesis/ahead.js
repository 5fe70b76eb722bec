/**
 * Letters typed for a point's field that is still on its way: kept for it, so that none of them
 * decides on a note. It must not know the field.
 */

import { show } from "../frame/say.js";

const LONG = 1_000; // milliseconds of waiting after which it is worth saying
const WAITING = "The new point is on its way: what you type goes into it. Esc lets the keys act again.";

export class Ahead {
  constructor() {
    this.words = null; // null: no field is waited for
  }

  begin() {
    this.words = "";
    this.since = Date.now();
  }

  /** @returns {string} what was typed meanwhile */
  end() {
    const words = this.words ?? "";
    this.words = null;
    return words;
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was meant for the field */
  takes(event) {
    if (this.words === null) return false;
    if (event.key === "Escape") {
      this.end();
      return true;
    }
    if (event.key === "Backspace") this.words = [...this.words].slice(0, -1).join("");
    else if ([...event.key].length === 1) this.words += event.key;
    else return false;
    if (Date.now() - this.since > LONG) show(WAITING);
    return true;
  }
}
