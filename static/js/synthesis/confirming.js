/** The keys that confirm a point: C on the one at hand, Ctrl and Enter in its words. */

import { make, setAttribute } from "./parts.js";

/** @param {import("./point_card.js").PointCard} card of whoever decides */
export function confirmByKey(card) {
  const { confirm } = card.acts;
  confirm.append(make("kbd", {}, "C"));
  setAttribute(confirm, "aria-keyshortcuts", "C Control+Enter");
  setAttribute(confirm, "title", "C, or Ctrl and Enter in the words");
  card.field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    card.act("confirm");
  });
}

/** Whether the point can be confirmed as it stands now. */
export function canConfirm(card) {
  return !card.acts.confirm.hasAttribute("data-away");
}
