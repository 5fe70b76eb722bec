/** What stands above the panes; on a phone it is folded into one line, so that notes come first. */

import { setAttribute } from "./parts.js";

const more = document.getElementById("top-more");

export function startTop() {
  more.addEventListener("click", () => openTop(more.getAttribute("aria-expanded") !== "true"));
}

/** Where there is room for all of it, it stands open and this changes nothing that is seen. */
export function openTop(open) {
  setAttribute(more, "aria-expanded", String(open));
}
