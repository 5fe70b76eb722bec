/**
 * The algebra of text changes; it must not know whose text it is or where it is kept.
 *
 * A change is a list over the text it was made on: a positive integer keeps that many characters,
 * a negative one deletes them, a string inserts itself; a trailing keep is dropped. Characters are
 * Unicode code points; only codePoints() and utf16() know how browsers count. The same
 * functions stand in discussion/live/changes.py; tests/golden/changes.json holds both to them.
 *
 * @typedef {(number | string)[]} Change
 */

const SURROGATE = /[\ud800-\udfff]/;
const UNFIT = /[\0\ud800-\udfff]/u; // with the u flag, only surrogates without their other half

/** A change was made on another text than the one at hand. */
export class DoesNotFit extends RangeError {}

/**
 * Whether a value is a change that the authority would take, as far as its form goes.
 * @param {unknown} value
 * @param {number} limit characters inserted
 */
export function check(value, limit) {
  if (!Array.isArray(value) || !value.length || value.length > 2 * limit) return false;
  let inserted = 0;
  let spanned = 0;
  for (const part of value) {
    if (typeof part === "string" && part && !UNFIT.test(part)) inserted += size(part);
    else if (Number.isSafeInteger(part) && part !== 0) spanned += Math.abs(part);
    else return false;
  }
  return inserted <= limit && spanned <= 10 * limit && normalise(value).length > 0;
}

/** What no text may hold (NUL, half a surrogate pair) as U+FFFD; offsets stay the same. */
export function clean(/** @type {string} */ text) {
  return UNFIT.test(text) ? text.replace(/[\0\ud800-\udfff]/gu, "\ufffd") : text;
}

/**
 * The same change with neighbours of one sort joined and the trailing keep dropped.
 * @param {Change} change
 * @returns {Change}
 */
export function normalise(change) {
  /** @type {Change} */
  const result = [];
  for (const part of change) add(result, part);
  return trimmed(result);
}

/**
 * The text after the change; throws DoesNotFit.
 * @param {string} text
 * @param {Change} change
 */
export function apply(text, change) {
  const characters = cut(text);
  let result = "";
  let place = 0;
  for (const part of change) {
    if (typeof part === "string") {
      result += part;
      continue;
    }
    const end = place + Math.abs(part);
    if (end > characters.length) throw new DoesNotFit(`${end} of ${characters.length}`);
    if (part > 0) result += piece(characters, place, end);
    place = end;
  }
  return result + piece(characters, place);
}

/**
 * One change that does `earlier`, then `later`, which was made on its result.
 * @param {Change} earlier
 * @param {Change} later
 * @returns {Change}
 */
export function compose(earlier, later) {
  /** @type {Change} */
  const result = [];
  let [i, j] = [0, 0];
  let [a, b] = [earlier[i], later[j]];
  while (a !== undefined || b !== undefined) {
    if (typeof a === "number" && a < 0) {
      add(result, a);
      a = earlier[++i];
    } else if (typeof b === "string" || a === undefined) {
      add(result, b);
      b = later[++j];
    } else if (b === undefined) {
      add(result, a);
      a = earlier[++i];
    } else {
      const both = Math.min(span(a), Math.abs(b));
      if (b > 0) add(result, typeof a === "string" ? piece(cut(a), 0, both) : both);
      else if (typeof a === "number") add(result, -both);
      a = rest(a, both) || earlier[++i];
      b = rest(b, both) || later[++j];
    }
  }
  return trimmed(result);
}

/**
 * `change` rebased to come after `over`; both were made on the same text.
 * @param {Change} change
 * @param {Change} over
 * @param {boolean} first whether `change` inserts before `over` where both insert at one place:
 *   what the authority already has goes first
 * @returns {Change}
 */
export function transform(change, over, first) {
  /** @type {Change} */
  const result = [];
  let [i, j] = [0, 0];
  let [a, b] = [change[i], over[j]];
  while (a !== undefined) {
    if (typeof b === "string" && !(first && typeof a === "string")) {
      add(result, size(b));
      b = over[++j];
    } else if (typeof a === "string" || typeof b !== "number") {
      add(result, a);
      a = change[++i];
    } else {
      const both = Math.min(Math.abs(a), Math.abs(b));
      if (b > 0) add(result, a > 0 ? both : -both);
      a = rest(a, both) || change[++i];
      b = rest(b, both) || over[++j];
    }
  }
  return trimmed(result);
}

/**
 * The change that takes `change` back; throws DoesNotFit.
 * @param {Change} change
 * @param {string} text what it was made on
 * @returns {Change}
 */
export function invert(change, text) {
  const characters = cut(text);
  /** @type {Change} */
  const result = [];
  let place = 0;
  for (const part of change) {
    if (typeof part === "string") {
      add(result, -size(part));
      continue;
    }
    const end = place + Math.abs(part);
    if (end > characters.length) throw new DoesNotFit(`${end} of ${characters.length}`);
    add(result, part > 0 ? part : piece(characters, place, end));
    place = end;
  }
  return trimmed(result);
}

/**
 * The smallest single replacement that leads from one text to another.
 * @param {string} before
 * @param {string} after
 * @param {number | null} [caret] where it stands in `after`, in code points: of several equally
 *   small changes, such as one more `l` in `all`, the one that ends there is taken
 * @returns {Change}
 */
export function diff(before, after, caret = null) {
  const [old, now] = [cut(before), cut(after)];
  const room = Math.min(old.length, now.length);
  let start = 0;
  while (start < room && old[start] === now[start]) start++;
  let end = alikeAtEnd(old, now, room - start);
  if (caret !== null && caret >= 0 && caret <= now.length) {
    const near = alikeAtEnd(old, now, Math.min(room, now.length - caret));
    const ahead = Math.min(start, room - near);
    if (ahead + near === start + end) [start, end] = [ahead, near];
  }
  return normalise([start, start + end - old.length, piece(now, start, now.length - end)]);
}

/**
 * Where a caret stands after `change`, in code points.
 * @param {number} caret
 * @param {Change} change
 * @param {boolean} [first] whether it stays before what is inserted right at its place
 */
export function moveCaret(caret, change, first = true) {
  let place = 0; // in the text as it is becoming
  for (const part of change) {
    if (place > caret || (first && place === caret && typeof part === "string")) break;
    if (typeof part === "string") {
      caret += size(part);
      place += size(part);
    } else if (part > 0) place += part;
    else caret = Math.max(place, caret + part);
  }
  return caret;
}

/** How many code points stand before a UTF-16 offset, such as a textarea's selectionStart. */
export function codePoints(/** @type {string} */ text, /** @type {number} */ offset) {
  // An offset inside a pair counts as before it: half a character is nowhere.
  const inside = /[\ud800-\udbff]/.test(text[offset - 1] ?? "");
  const low = /[\udc00-\udfff]/.test(text[offset] ?? "");
  return size(text.slice(0, inside && low ? offset - 1 : offset));
}

/** The UTF-16 offset of a place counted in code points, as a textarea wants it. */
export function utf16(/** @type {string} */ text, /** @type {number} */ place) {
  return piece(cut(text), 0, place).length;
}

/** The length of a text in code points. */
export function size(/** @type {string} */ text) {
  return cut(text).length;
}

/** @typedef {string | string[]} Characters a text that can be sliced by code points */

/** @returns {Characters} */
function cut(/** @type {string} */ text) {
  return SURROGATE.test(text) ? Array.from(text) : text;
}

function piece(/** @type {Characters} */ characters, start = 0, end = characters.length) {
  const slice = characters.slice(start, end);
  return typeof slice === "string" ? slice : slice.join("");
}

function alikeAtEnd(
  /** @type {Characters} */ one,
  /** @type {Characters} */ other,
  /** @type {number} */ most,
) {
  let count = 0;
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count++;
  return count;
}

function span(/** @type {number | string} */ part) {
  return typeof part === "string" ? size(part) : Math.abs(part);
}

function rest(/** @type {any} */ part, /** @type {number} */ taken) {
  if (typeof part === "string") return piece(cut(part), taken);
  return part > 0 ? part - taken : part + taken;
}

function add(/** @type {any[]} */ change, /** @type {any} */ part) {
  if (!part) return;
  const last = change[change.length - 1];
  const alike = typeof part === typeof last && (typeof part === "string" || part > 0 === last > 0);
  if (alike) change[change.length - 1] = last + part;
  else change.push(part);
}

function trimmed(/** @type {any[]} */ change) {
  // The type is asked first: to JavaScript the word "5" is greater than 0.
  while (typeof change.at(-1) === "number" && change.at(-1) > 0) change.pop();
  return change;
}
