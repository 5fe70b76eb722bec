/** The discussion's clock and its three buttons: start, five minutes more, close. */

import { setClock } from "../frame/clock.js";
import { show } from "../frame/say.js";

const MORE = 5; // minutes
const DOUBLE = 1_000; // milliseconds in which a second click still belongs to "start"
const ORDER = { running: 0, planned: 1, closed: 2 };

export class Hour {
  /** @param {string} topic @param {() => Promise<boolean>} mayClose asks before closing */
  constructor(live, topic, mayClose) {
    this.live = live;
    this.topic = topic;
    this.mayClose = mayClose;
    this.discussions = new Map();
    this.buttons = document.getElementById("hour");
    this.startedAt = -Infinity;
    this.on("start", () => this.start());
    this.on("extend", (event) => this.extend(event));
    this.on("close", () => this.close());
  }

  /** Takes in discussions; those of other topics do not matter. */
  put(discussions, serverNow) {
    for (const one of discussions) if (one.topic === this.topic) this.discussions.set(one.id, one);
    const shown = this.shown;
    if (shown) setClock(shown, serverNow);
    if (this.buttons) this.draw(shown);
  }

  /** The discussion whose clock stands in the top line: the running one, else the next or last. */
  get shown() {
    const held = [...this.discussions.values()];
    return held.sort((one, other) => ORDER[one.state] - ORDER[other.state])[0];
  }

  draw(shown) {
    this.buttons.hidden = !shown;
    if (!shown) return;
    const running = shown.state === "running";
    const start = document.getElementById("start");
    start.hidden = running;
    start.querySelector("span:not(.mark)").textContent =
      shown.state === "closed" ? "Start again" : "Start the discussion";
    document.getElementById("extend").hidden = !running;
    document.getElementById("close").hidden = !running;
  }

  start() {
    this.startedAt = performance.now();
    return this.send("start_discussion", { minutes: null });
  }

  /** Where "start" stood stands "5 minutes more": a double click must not meet both. */
  extend(event) {
    if (event.detail > 1 && performance.now() - this.startedAt < DOUBLE) return undefined;
    return this.send("extend_discussion", { minutes: MORE });
  }

  async close() {
    if (await this.mayClose()) await this.send("close_discussion", {});
  }

  async send(kind, facts) {
    try {
      await this.live.send(kind, { discussion: this.shown.id, ...facts });
    } catch (refusal) {
      show(`${refusal.title}. ${refusal.what} ${refusal.do}`);
    }
  }

  on(id, act) {
    document.getElementById(id)?.addEventListener("click", act);
  }
}
