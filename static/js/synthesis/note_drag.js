/** A note taken from the queue with mouse or pen and put onto a point; it groups nothing itself. */

import { say } from "../frame/say.js";
import { FAR, scrollNear } from "./drag.js";

/**
 * @param {HTMLElement} rows of notes (`data-note`) @param {HTMLElement} points cards (`data-point`)
 * @param {(note: string, point: string) => void} drop called where a note is put onto a card
 */
export function letNotesBeDragged(rows, points, drop) {
  rows.addEventListener("pointerdown", (event) => {
    const open = event.target.closest(".board-row-open");
    // A finger scrolls the queue; it groups by the button.
    if (!open || event.button !== 0 || event.pointerType === "touch") return;
    follow(event, rows, points, (point) => drop(open.closest("[data-note]").dataset.note, point));
  });
}

function follow({ pointerId, clientX, clientY }, rows, points, drop) {
  let [dragged, over] = [false, null];
  const ended = new AbortController();
  const listen = (name, does) => rows.addEventListener(name, does, { signal: ended.signal });
  const mark = (card) => {
    over?.removeAttribute("data-takes");
    over = card;
    over?.setAttribute("data-takes", "");
  };
  listen("pointermove", (moved) => {
    const far = Math.hypot(moved.clientX - clientX, moved.clientY - clientY) >= FAR;
    if (!dragged && !far) return;
    if (!dragged) rows.setPointerCapture(pointerId); // from now on it is no click
    dragged = true;
    document.body.toggleAttribute("data-carries", true);
    scrollNear(points, moved.clientY);
    const under = document.elementFromPoint(moved.clientX, moved.clientY);
    mark(points.contains(under) ? under.closest("[data-point]") : null);
  });
  const end = (put) => {
    const point = put && dragged ? over?.dataset.point : undefined;
    ended.abort();
    mark(null);
    document.body.toggleAttribute("data-carries", false);
    if (point) drop(point);
    else if (put && dragged) say("Nothing was grouped.");
  };
  listen("pointerup", () => end(true));
  listen("pointercancel", () => end(false));
  const escape = (pressed) => {
    if (pressed.key !== "Escape") return;
    pressed.stopPropagation();
    end(false);
  };
  addEventListener("keydown", escape, { capture: true, signal: ended.signal });
  addEventListener("pointerup", () => end(false), { signal: ended.signal });
}
