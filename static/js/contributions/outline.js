/**
 * Notes cut in two, joined, and made out of many lines; each is taken back in one step.
 *
 * Words are first put where they go and then taken from where they were, and only words this page
 * has seen are moved: what somebody else types meanwhile stays in the note it was typed into.
 */

import { codePoints, normalise, size } from "../live/changes.js";
import { Step } from "../live/hand.js";
import { lengthOf } from "./words.js";

const UNDECIDED = new Set(["writing", "submitted"]);
const COUNTRIES_AT_MOST = 12; // as the server takes them

/** Whether this page may move words out of a note: no decision and no lock stands on them. */
export function movable(note, sheet) {
  if (!sheet.table || !note.made || note.text.refusal) return false;
  const open = sheet.state !== "locked" || note.get("late");
  return open && UNDECIDED.has(note.get("status"));
}

/** Cuts a note at a place in its field; what stands behind becomes the next note. */
export function split(line, at, lines) {
  const { value } = line.field;
  const head = value.slice(0, at).trimEnd();
  move(line, head, [value.slice(at).trim()], lines).focus({ atStart: true });
}

/**
 * Leaves `head` in a line and makes notes of the parts below it.
 * @returns {import("./line.js").Line} the last of them
 */
export function move(line, head, parts, lines) {
  const made = [];
  const step = new Step((direction) => turned(direction, line, made));
  let at = line;
  for (const part of parts) {
    at = lines.after(at);
    lines.make(at);
    made.push(at);
    step.write(at.note.text, [part]);
    if (part !== parts.at(-1)) at.note.submit();
  }
  const words = line.field.value;
  let keep = 0;
  while (keep < head.length && head[keep] === words[keep]) keep += 1;
  const kept = codePoints(words, keep); // never half a character
  const behind = Array.from(head).slice(kept).join("");
  step.write(line.note.text, normalise([kept, kept - size(words), behind]));
  line.note.submit();
  return at;
}

function turned(direction, line, made) {
  if (direction === "undo") line.focus();
  for (const { note } of made) {
    if (direction === "redo") note.restore();
    else if (!note.words.trim()) note.withdraw();
  }
  if (direction === "redo") made.at(-1)?.focus();
}

/**
 * Joins a note to the one before it; false when that may not be.
 * @param {import("./line.js").Line} first @param {import("./line.js").Line} second
 */
export function join(first, second, sheet) {
  if (![first, second].every(({ note }) => movable(note, sheet))) return false;
  const [before, behind] = [first.field.value, second.field.value];
  const space = /\s$/.test(before) || /^\s/.test(behind) ? "" : " ";
  if (second.note.get("read_back")) return false;
  if (lengthOf(before + space + behind) > sheet.limit) return false;
  const countries = first.note.get("countries");
  const step = new Step((direction) => rejoined(direction, first, second, countries));
  first.focus();
  step.write(first.note.text, normalise([size(before), space + behind]));
  step.write(second.note.text, normalise([-size(behind)]));
  first.field.setSelectionRange(...Array(2).fill(before.length + space.length));
  takeOver(first.note, second.note);
  return true;
}

function rejoined(direction, first, second, countries) {
  if (direction === "redo") {
    first.focus();
    takeOver(first.note, second.note);
    return;
  }
  second.note.restore();
  if (`${first.note.get("countries")}` !== `${countries}`) {
    first.note.putCountries(countries);
  }
  second.focus({ atStart: true });
}

/** The second note goes, with its history; but not with words that somebody else puts into it. */
function takeOver(first, second) {
  const countries = [...new Set([...first.get("countries"), ...second.get("countries")])];
  if (countries.length > first.get("countries").length && countries.length <= COUNTRIES_AT_MOST) {
    first.putCountries(countries);
  }
  second.withdraw();
  const forget = second.text.onChange(() => {
    if (second.standing) forget();
    else if (second.words.trim()) {
      forget();
      second.restore();
    }
  });
}
