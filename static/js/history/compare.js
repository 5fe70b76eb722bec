/** Two versions beside each other, or on a phone in one; which two stands in the address. */

import { make } from "../synthesis/parts.js";
import { changes, counted, sides } from "./marked.js";
import { moment } from "./versions.js";

export class Compare {
  /** @param {string} zone of the workshop's clock */
  constructor(zone) {
    this.zone = zone;
    this.section = document.getElementById("compare");
    this.selects = { older: document.getElementById("older"), newer: document.getElementById("newer") };
    this.versions = [];
    const asked = new URLSearchParams(location.search);
    this.wanted = { older: asked.get("older"), newer: asked.get("newer") };
    for (const [side, select] of Object.entries(this.selects)) {
      select.addEventListener("change", () => this.choose({ [side]: select.value }));
    }
  }

  /** @param {import("./versions.js").Version[]} versions oldest first */
  take(versions) {
    this.versions = versions.filter(({ words }) => words !== null);
    this.section.hidden = this.versions.length < 2;
    for (const select of Object.values(this.selects)) {
      select.replaceChildren(...[...this.versions].reverse().map((one) => this.option(one)));
    }
    this.draw();
  }

  /** Compares a version with the newest. */
  from({ version }) {
    this.choose({ older: String(version), newer: null });
    const head = document.getElementById("compare-head");
    head.scrollIntoView({ block: "start" });
    head.focus({ preventScroll: true });
  }

  choose(chosen) {
    Object.assign(this.wanted, chosen);
    const address = new URL(location.href);
    for (const [side, version] of Object.entries(this.wanted)) {
      if (version === null) address.searchParams.delete(side);
      else address.searchParams.set(side, version);
    }
    history.replaceState(null, "", address);
    this.draw();
  }

  draw() {
    if (this.section.hidden) return;
    const newer = this.chosen("newer") ?? this.versions.at(-1);
    const before = this.versions[Math.max(0, this.versions.indexOf(newer) - 1)];
    const older = this.chosen("older") ?? before;
    this.selects.older.value = String(older.version);
    this.selects.newer.value = String(newer.version);
    const both = sides(older.words, newer.words);
    for (const side of this.section.querySelectorAll(".history-side")) {
      side.replaceChildren(...both[side.dataset.side]);
    }
    this.section.querySelector(".history-inline").replaceChildren(...changes(older.words, newer.words));
    document.getElementById("counted").textContent = counted(older.words, newer.words);
  }

  /** A version asked for may lie within a sitting: then it is the one that sitting ended with. */
  chosen(side) {
    const wanted = this.wanted[side];
    return wanted === null ? undefined : this.versions.find(({ version }) => version >= Number(wanted));
  }

  option({ version, who, ended }) {
    const made = who || "as it was made";
    const words = ended ? `${moment(ended, this.zone)}, ${made}` : made;
    return make("option", { value: version }, words);
  }
}
