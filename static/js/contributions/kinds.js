/** What a note is: its mark in the margin, the menu behind it, and the bar of kinds below. */

import { make } from "./elements.js";
import { openMenu } from "./menus.js";

/** @param {[string, string][]} pairs code and words, in the order of their digits */
export function kindsOf(pairs) {
  const codes = pairs.map(([code]) => code);
  return { kinds: Object.fromEntries(pairs), codes, digit: (code) => String(codes.indexOf(code) + 1) };
}

/** A kind's shape with its word. */
export function kindMark(code, words, { hidden = false } = {}) {
  const look = hidden ? "kind mark-only" : "kind";
  return make("span", { class: look, "data-kind": code, title: hidden ? words : null },
    make("span", {}, words));
}

/** Opens the menu of kinds under a note's mark. */
export function openKinds(opener, { kinds, codes, digit }, chosen, pick) {
  openMenu(
    opener,
    "What is this note?",
    codes.map((code) => ({
      words: kinds[code],
      node: kindMark(code, kinds[code]),
      key: digit(code),
      checked: code === chosen,
      pick: () => pick(code),
    })),
  );
}

/**
 * Fills the bar of kinds; a press leaves the focus in the field, so that a phone's keyboard stays.
 * @returns {(code: string|null) => void} shows which kind the note in focus has
 */
export function fillBar(bar, { kinds, codes, digit }, pick) {
  const buttons = new Map(codes.map((code) => [code, barButton(code, kinds, digit, pick)]));
  bar.append(...buttons.values());
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  return (chosen) => {
    for (const [code, each] of buttons) {
      const pressed = String(code === chosen);
      if (each.getAttribute("aria-pressed") === pressed) continue;
      each.setAttribute("aria-pressed", pressed);
      if (code === chosen) reveal(bar, each);
    }
  };
}

function barButton(code, kinds, digit, pick) {
  return make(
    "button",
    {
      type: "button",
      class: "kind-button",
      "aria-pressed": "false",
      "aria-keyshortcuts": `Alt+${digit(code)}`,
      title: `${kinds[code]} (Alt + ${digit(code)})`,
      click: () => pick(code),
    },
    kindMark(code, kinds[code]),
    make("kbd", { "aria-hidden": "true" }, digit(code)),
  );
}

/** Within the bar alone: the page itself never scrolls while somebody types. */
function reveal(bar, chosen) {
  const [outer, inner] = [bar.getBoundingClientRect(), chosen.getBoundingClientRect()];
  if (inner.left < outer.left) bar.scrollLeft += inner.left - outer.left - 8;
  else if (inner.right > outer.right) bar.scrollLeft += inner.right - outer.right + 8;
}
