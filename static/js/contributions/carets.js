/**
 * Other people's carets in a note, drawn over its field; it must not touch the field.
 *
 * A mirror of the field, unseen, tells where a place in the words is on the screen: a textarea
 * does not say so itself. Screen readers meet the words "Sara is typing here" once, on the line.
 */

import { utf16 } from "../live/changes.js";
import { make, setWords } from "./elements.js";

const COLOURS = 6; // those of the topics, which hold on every paper

/** @param {import("./line.js").Line} line @param {import("../live/presence.js").Person[]} people */
export function drawCarets(line, people) {
  setWords(line.here, wordsOn(people));
  const shown = people.filter(({ caret }) => caret);
  if (!shown.length) {
    line.carets?.remove();
    line.carets = null;
    return;
  }
  line.carets ??= layer(line);
  const { mirror, bars } = line.carets;
  setWords(mirror, `${line.field.value}\u200b`); // something to measure at the very end
  const kept = new Map([...bars.children].map((bar) => [bar.dataset.who, bar]));
  for (const person of shown) {
    const bar = kept.get(person.who) ?? newBar(person);
    kept.delete(person.who);
    if (!bar.isConnected) bars.append(bar);
    place(bar, mirror, line.field, person);
  }
  for (const bar of kept.values()) bar.remove();
}

/** "Sara is typing here", "Sara and Ali are here". */
function wordsOn(people) {
  const typing = people.filter((person) => person.typing);
  const names = [...new Set((typing.length ? typing : people).map(({ name }) => name))];
  if (!names.length) return "";
  const said = names.length > 2 ? `${names.length} people` : names.join(" and ");
  return `${said} ${names.length > 1 ? "are" : "is"} ${typing.length ? "typing here" : "here"}`;
}

function layer(line) {
  const mirror = make("div", { class: "carets-mirror", dir: "auto" });
  const bars = make("div", { class: "carets-bars" });
  const box = make("div", { class: "carets", "aria-hidden": "true" }, mirror, bars);
  line.field.after(box);
  const again = new ResizeObserver(() => line.sheet.caretsMoved?.());
  again.observe(line.field);
  return { mirror, bars, remove: () => (again.disconnect(), box.remove()) };
}

function newBar({ who, name }) {
  const slot = ([...who].reduce((sum, sign) => sum + sign.codePointAt(0), 0) % COLOURS) + 1;
  return make("span", { class: "caret", "data-who": who, "data-topic": slot },
    make("span", { class: "caret-name", dir: "auto" }, name));
}

function place(bar, mirror, field, { caret, typing }) {
  const at = rectangleAt(mirror, utf16(field.value, caret[1]));
  const origin = mirror.getBoundingClientRect();
  const [left, top] = [at.left - origin.left, at.top - origin.top - field.scrollTop];
  bar.style.translate = `${left}px ${top}px`;
  bar.style.blockSize = `${at.height}px`;
  bar.toggleAttribute("data-typing", typing);
  bar.toggleAttribute("data-late", left > origin.width / 2);
  bar.hidden = top < -1 || top > field.clientHeight;
}

/** Where a caret would stand; where a row ends the browser may have nothing to say of it. */
function rectangleAt(mirror, offset) {
  const words = mirror.firstChild;
  const range = document.createRange();
  range.setStart(words, Math.min(offset, words.length - 1));
  range.collapse(true);
  const [found] = range.getClientRects();
  if (found) return found;
  range.setEnd(words, Math.min(offset + 1, words.length));
  return range.getClientRects()[0] ?? mirror.getBoundingClientRect();
}
