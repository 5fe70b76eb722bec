/** Keeps every discussion on a page true: state, clock, what can be done; it knows no command. */

import { face } from "../frame/clock.js";

const WORDS = { planned: "planned", running: "on now", closed: "closed" };
const CLOCK_WORDS = { running: "left", last_five: "left, last minutes", over: "over time" };

/**
 * @typedef {object} Discussion
 * @property {string} id
 * @property {"planned" | "running" | "closed"} state
 * @property {string | null} ends_at ISO time with zone
 * @property {number} planned_minutes
 */

/** Discussions by id, shown wherever an element says `data-discussion`. */
export class Clocks {
  /** @param {Discussion[]} discussions @param {string} now ISO time at the server */
  constructor(discussions, now) {
    this.setTime(now);
    this.replace(discussions);
    setInterval(() => this.tick(), 1_000);
  }

  /** Devices' clocks are wrong by minutes: ends are counted from the server's. */
  setTime(now) {
    if (now) this.offset = Date.parse(now) - Date.now();
  }

  /** @param {Discussion[]} discussions all of them, as they are now */
  replace(discussions) {
    this.held = new Map(discussions.map((each) => [each.id, each]));
    for (const each of discussions) this.show(each);
    this.tick();
  }

  /** @param {Discussion} discussion one that changed */
  put(discussion) {
    this.held.set(discussion.id, discussion);
    this.show(discussion);
    this.tick();
  }

  get running() {
    return [...this.held.values()].filter((each) => each.state === "running");
  }

  show(discussion) {
    for (const place of places(discussion.id)) {
      setWhen(place, discussion.state);
      for (const part of place.querySelectorAll("[data-when]")) setWhen(part, discussion.state);
      const mark = place.querySelector(".state");
      if (mark) {
        mark.dataset.state = discussion.state;
        mark.firstElementChild.textContent = WORDS[discussion.state];
      }
      if (place.matches("li")) {
        place.toggleAttribute("aria-current", discussion.state === "running");
        if (place.hasAttribute("aria-current")) place.setAttribute("aria-current", "true");
      }
    }
  }

  tick() {
    const now = Date.now() + this.offset;
    for (const discussion of this.running) {
      const { state, time } = face(discussion, now);
      for (const place of places(discussion.id)) {
        write(place.querySelector("[data-clock]"), time);
        write(place.querySelector("[data-clock-word]"), CLOCK_WORDS[state] ?? "");
        const clock = place.querySelector(".left");
        if (clock) clock.dataset.state = state;
      }
    }
  }
}

function places(id) {
  return document.querySelectorAll(`[data-discussion="${CSS.escape(id)}"]`);
}

function setWhen(element, state) {
  if (element.dataset.when) element.hidden = !element.dataset.when.split(" ").includes(state);
}

function write(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}
