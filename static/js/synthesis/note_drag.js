/**
 * A note taken from the queue and put onto a point: with mouse or pen at once, with a finger after
 * it has rested on the note, since a finger that moves scrolls. It groups nothing itself.
 */

import { say } from "../frame/say.js";
import { FAR, scrollNear } from "./drag.js";

const RESTED = 450; // milliseconds a finger rests on a note before it takes it up

/**
 * @param {HTMLElement} rows of notes (`data-note`) @param {HTMLElement} points cards (`data-point`)
 * @param {(note: string, point: string) => void} drop called where a note is put onto a card
 */
export function letNotesBeDragged(rows, points, drop) {
  rows.addEventListener("pointerdown", (event) => {
    const open = event.target.closest(".board-row-open");
    if (!open || event.button !== 0) return;
    const finger = event.pointerType === "touch";
    if (finger && !points.checkVisibility()) return; // behind another tab there is nowhere to go
    const { note } = open.closest("[data-note]").dataset;
    follow(event, rows, points, { finger, drop: (point) => drop(note, point) });
  });
}

function follow({ target, pointerId, clientX, clientY }, rows, points, { finger, drop }) {
  let [dragged, over] = [false, null];
  const ended = new AbortController();
  const listen = (name, does, on = rows) => {
    on.addEventListener(name, does, { signal: ended.signal, passive: false });
  };
  const mark = (card) => {
    over?.removeAttribute("data-takes");
    over = card;
    over?.setAttribute("data-takes", "");
  };
  const takeUp = () => {
    dragged = true;
    rows.setPointerCapture(pointerId); // from now on it is no click
    document.body.toggleAttribute("data-carries", true);
    if (finger) say("Taken up: move it onto a point.");
  };
  const rests = finger ? setTimeout(takeUp, RESTED) : 0;
  listen("pointermove", (moved) => {
    const far = Math.hypot(moved.clientX - clientX, moved.clientY - clientY) >= FAR;
    if (!dragged && finger && far) return end(false);
    if (!dragged && (finger || !far)) return undefined;
    if (!dragged) takeUp();
    scrollNear(points, moved.clientY);
    const under = document.elementFromPoint(moved.clientX, moved.clientY);
    return mark(points.contains(under) ? under.closest("[data-point]") : null);
  });
  const end = (put) => {
    clearTimeout(rests);
    const point = put && dragged ? over?.dataset.point : undefined;
    ended.abort();
    mark(null);
    document.body.toggleAttribute("data-carries", false);
    if (point) drop(point);
    else if (put && dragged) say("Nothing was grouped.");
  };
  listen("pointerup", () => end(true));
  listen("pointercancel", () => end(false));
  const stay = (event) => dragged && event.cancelable && event.preventDefault();
  // What a finger carries does not scroll, asks for no menu and is no tap when it is let go.
  if (finger) for (const name of ["touchmove", "touchend", "contextmenu"]) listen(name, stay, target);
  const escape = (pressed) => {
    if (pressed.key !== "Escape") return;
    pressed.stopPropagation();
    end(false);
  };
  addEventListener("keydown", escape, { capture: true, signal: ended.signal });
  addEventListener("pointerup", () => end(false), { signal: ended.signal });
}
