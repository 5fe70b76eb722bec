/** A card taken by its handle, with mouse, pen or finger, and put down elsewhere. */

import { say } from "../frame/say.js";

export const FAR = 6; // CSS pixels before a press becomes a drag
const EDGE = 40; // CSS pixels from the edge of the list within which it scrolls
const SCROLL = 12; // CSS pixels a step

/**
 * @param {PointerEvent} event on the handle @param {HTMLElement} card
 * @param {HTMLElement} list whose sections (`data-list`) hold the cards (`data-point`)
 * @param {(section: string, before: string|null) => void} drop called where the card is put down
 */
export function startDrag(event, card, list, drop) {
  if (event.button !== 0) return;
  event.preventDefault();
  const handle = event.target;
  const start = event.clientY;
  let place = null;
  const mark = (on) => {
    if (!place) return;
    // No element of its own: the lists are drawn anew while somebody drags.
    if (place.before) place.before.toggleAttribute("data-drop-before", on);
    else place.cards.toggleAttribute("data-drop-last", on);
  };
  handle.setPointerCapture(event.pointerId);
  const over = new AbortController();
  const listen = (name, does) => handle.addEventListener(name, does, { signal: over.signal });
  listen("pointermove", (moved) => {
    if (place === null && Math.abs(moved.clientY - start) < FAR) return;
    card.toggleAttribute("data-dragged", true);
    scrollNear(list, moved.clientY);
    mark(false);
    place = placeAt(list, card, moved.clientX, moved.clientY) ?? place;
    mark(true);
  });
  const end = (put) => {
    over.abort();
    mark(false);
    card.toggleAttribute("data-dragged", false);
    if (!put || !place) return;
    const { section, before } = place;
    drop(section.dataset.list, before?.dataset.point ?? null);
    say("Put down.");
  };
  listen("pointerup", () => end(true));
  listen("pointercancel", () => end(false));
  listen("lostpointercapture", () => end(false)); // also of a card that a colleague merged away
  const escape = (pressed) => {
    if (pressed.key !== "Escape") return;
    pressed.stopPropagation(); // it lets go of the card, and of nothing else
    end(false);
  };
  addEventListener("keydown", escape, { capture: true, signal: over.signal });
}

/** The section under the pointer and the card before which the dragged one would stand. */
function placeAt(list, card, x, y) {
  const sections = [...list.querySelectorAll("[data-list]")];
  const section = sections.find((one) => {
    const { top, bottom, left, right } = one.getBoundingClientRect();
    return y >= top && y <= bottom && x >= left && x <= right;
  });
  if (!section) return null;
  const cards = section.querySelector(".board-cards");
  const others = [...cards.querySelectorAll(":scope > [data-point]")].filter((one) => one !== card);
  const middle = (one) => {
    const { top, height } = one.getBoundingClientRect();
    return top + height / 2;
  };
  return { section, cards, before: others.find((one) => y < middle(one)) ?? null };
}

/** Scrolls what holds the list while the pointer is near its upper or lower edge. */
export function scrollNear(list, y) {
  let scroller = list;
  const still = (one) => one.scrollHeight <= one.clientHeight;
  while (scroller && still(scroller)) scroller = scroller.parentElement;
  if (!scroller) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < Math.max(top, 0) + EDGE) scroller.scrollTop -= SCROLL;
  if (y > Math.min(bottom, innerHeight) - EDGE) scroller.scrollTop += SCROLL;
}
