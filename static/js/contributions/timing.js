/** The discussion around a sheet: its clock, what is on now, and whether this is its sheet. */

import { setClock } from "../frame/clock.js";
import { say, show } from "../frame/say.js";
import { mayStayAwake, stayAwake } from "./wake.js";

const ORDER = { running: 0, planned: 1, closed: 2 };

export class Timing {
  /**
   * @param {{topic: string|null, item: string|null, sheets: Record<string, string>,
   *   topics: object[]}} sheet
   * @param {() => void} changed something the strip speaks of is different now
   */
  constructor(sheet, changed) {
    this.sheet = sheet;
    this.changed = changed;
    this.discussions = new Map();
    this.server = undefined;
    const held = matchMedia("(pointer: coarse)").matches; // phones and tablets go to sleep
    document.getElementById("may-sleep").hidden = mayStayAwake() || !held;
  }

  /** @param {string} moment the time at the server, just now */
  now(moment) {
    this.server = moment;
  }

  fresh({ discussions }) {
    const before = this.discussions;
    this.discussions = new Map(discussions.map((each) => [each.id, each]));
    for (const each of discussions) this.tell(before.get(each.id), each);
    this.draw();
  }

  entry({ discussion }) {
    if (!discussion) return;
    this.tell(this.discussions.get(discussion.id), discussion);
    this.discussions.set(discussion.id, discussion);
    this.draw();
  }

  /** The discussion whose clock this sheet shows. */
  get own() {
    return [...this.discussions.values()]
      .filter((each) => this.mine(each))
      .sort((one, two) => ORDER[one.state] - ORDER[two.state])[0];
  }

  /** The topic that runs while this sheet's does not, if this table has a sheet for it. */
  get elsewhere() {
    const running = [...this.discussions.values()].filter(({ state }) => state === "running");
    if (!running.length || running.some((each) => this.mine(each))) return null;
    const topic = this.sheet.topics.find(({ id }) => running.some((each) => each.topic === id));
    return topic && this.sheet.sheets[topic.id] ? topic : null;
  }

  mine({ topic, item }) {
    return this.sheet.topic ? topic === this.sheet.topic : item === this.sheet.item;
  }

  /** Says what changed, to all who look and listen. */
  tell(before, after) {
    if (!before || !this.mine(after)) return;
    if (before.state !== after.state && after.state === "running") show("The discussion has begun.");
    if (after.state !== "running" || before.state !== "running") return;
    const minutes = Math.round((Date.parse(after.ends_at) - Date.parse(before.ends_at)) / 60_000);
    if (minutes > 0) show(`Extended by ${minutes} minutes.`);
    if (minutes < 0) show(`Shortened by ${-minutes} minutes.`);
  }

  draw() {
    if (this.own && document.getElementById("clock")) setClock(this.own, this.server);
    this.server = undefined;
    stayAwake(this.sheet.table && this.own?.state === "running");
    const running = new Set([...this.discussions.values()]
      .filter(({ state }) => state === "running").map(({ topic }) => topic));
    for (const link of document.querySelectorAll("#topics a")) {
      link.querySelector(".on-now").hidden = !running.has(link.dataset.topicId);
    }
    if (this.elsewhere && this.said !== this.elsewhere.id) {
      say(`The discussion is now on topic ${this.elsewhere.number}. Your words here are kept.`);
    }
    this.said = this.elsewhere?.id;
    this.changed();
  }
}
