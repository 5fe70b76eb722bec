/** The order of the tables: it never jumps under a finger, an eye or the keyboard. */

import { arrange, setWords } from "../synthesis/parts.js";

const LOOKED_AT = 4_000; // milliseconds after the pointer moved over the tables

export class Order {
  /** @param {HTMLElement} list @param {HTMLElement} note says that a new order waits */
  constructor(list, note) {
    Object.assign(this, { list, note, lookedAt: -Infinity });
    for (const event of ["pointermove", "pointerdown", "keydown", "wheel"]) {
      list.addEventListener(event, () => (this.lookedAt = performance.now()), { passive: true });
    }
    list.addEventListener("pointerleave", () => this.release());
  }

  /** A new choice of tables is shown in its order at once. */
  release() {
    this.lookedAt = -Infinity;
  }

  get held() {
    const typing = this.list.contains(document.activeElement) || this.list.querySelector("details[open]");
    return Boolean(typing) || performance.now() - this.lookedAt < LOOKED_AT;
  }

  /** Shows these cells; while somebody looks, those that are there stay where they are. */
  arrange(wanted) {
    const present = [...this.list.children];
    const same = wanted.length === present.length && wanted.every((each, at) => each === present[at]);
    this.list.removeAttribute("aria-busy");
    if (same) return void setWords(this.note, "");
    const held = present.length > 0 && this.held;
    setWords(this.note, held ? "The order waits while you look." : "");
    if (!held) return this.move(wanted);
    const kept = new Set(wanted);
    const stay = present.filter((each) => kept.has(each));
    const there = new Set(stay);
    return arrange(this.list, [...stay, ...wanted.filter((each) => !there.has(each))]);
  }

  /** Cells slide to their new places, so that the eye can follow. */
  move(wanted) {
    const before = new Map([...this.list.children].map((each) => [each, each.getBoundingClientRect()]));
    arrange(this.list, wanted);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const [each, was] of before) {
      const is = each.getBoundingClientRect();
      const [x, y] = [was.x - is.x, was.y - is.y];
      if ((x || y) && each.isConnected) {
        each.animate([{ transform: `translate(${x}px, ${y}px)` }, {}], { duration: 300, easing: "ease-out" });
      }
    }
  }
}
