/**
 * The algebra of text changes, the same as discussion/live/changes.py; golden vectors bind both.
 *
 * A change is a list over the text it was made on: a positive integer keeps that many characters,
 * a negative one deletes them, a string inserts itself; a trailing keep is dropped. Characters are
 * Unicode code points; strings here are UTF-16, so lengths are counted, never read.
 *
 * @typedef {(number|string)[]} Change
 */

const SURROGATE = /[\ud800-\udfff]/;

/** Characters of a string. @param {string} words @returns {number} */
export function length(words) {
  return SURROGATE.test(words) ? [...words].length : words.length;
}

/** How many characters stand before a UTF-16 offset. @param {string} words @param {number} offset */
export function codePoints(words, offset) {
  return length(words.slice(0, offset));
}

/** The UTF-16 offset of a character. @param {string} words @param {number} place */
export function utf16(words, place) {
  return SURROGATE.test(words) ? [...words].slice(0, place).join("").length : place;
}

/** The text after the change. @param {string} words @param {Change} change @returns {string} */
export function apply(words, change) {
  const whole = SURROGATE.test(words) ? [...words] : null;
  const size = whole ? whole.length : words.length;
  const piece = (from, to) => (whole ? whole.slice(from, to).join("") : words.slice(from, to));
  let result = "";
  let place = 0;
  for (const part of change) {
    if (typeof part === "string") {
      result += part;
      continue;
    }
    const end = place + Math.abs(part);
    if (end > size) throw new RangeError("the change does not fit the text");
    if (part > 0) result += piece(place, end);
    place = end;
  }
  return result + piece(place, size);
}

/** One change that does `first`, then `then`. @param {Change} first @param {Change} then */
export function compose(first, then) {
  const result = [];
  const a = new Parts(first);
  const b = new Parts(then);
  while (a.left || b.left) {
    if (a.left && a.part < 0) {
      add(result, a.part);
      a.take(-a.part);
    } else if (typeof b.part === "string") {
      add(result, b.part);
      b.take(length(b.part));
    } else if (!b.left) {
      add(result, a.part);
      a.take(a.size);
    } else if (!a.left) {
      add(result, b.part);
      b.take(b.size);
    } else {
      const size = Math.min(a.size, b.size);
      if (b.part > 0) add(result, a.piece(size));
      else if (typeof a.part !== "string") add(result, -size);
      a.take(size);
      b.take(size);
    }
  }
  return trimmed(result);
}

/**
 * `change` rebased to come after `over`; both were made on the same text. `first` says whether
 * `change` inserts before `over` where both insert at one place.
 * @param {Change} change @param {Change} over @param {boolean} first @returns {Change}
 */
export function transform(change, over, first) {
  const result = [];
  const mine = new Parts(change);
  const theirs = new Parts(over);
  while (mine.left) {
    if (typeof theirs.part === "string" && !(typeof mine.part === "string" && first)) {
      add(result, theirs.size);
      theirs.take(theirs.size);
    } else if (typeof mine.part === "string") {
      add(result, mine.part);
      mine.take(mine.size);
    } else if (!theirs.left) {
      add(result, mine.part);
      mine.take(mine.size);
    } else {
      const size = Math.min(mine.size, theirs.size);
      if (theirs.part > 0) add(result, mine.part > 0 ? size : -size);
      mine.take(size);
      theirs.take(size);
    }
  }
  return trimmed(result);
}

/** The change that undoes `change`, made on `words`. @param {Change} change @param {string} words */
export function invert(change, words) {
  const whole = [...words];
  const result = [];
  let place = 0;
  for (const part of change) {
    if (typeof part === "string") {
      add(result, -length(part));
    } else {
      const end = place + Math.abs(part);
      add(result, part > 0 ? part : whole.slice(place, end).join(""));
      place = end;
    }
  }
  return trimmed(result);
}

/**
 * The smallest single change from one text to another. Where it could stand in several places,
 * `caret` (characters, after the change) chooses the one that ends there.
 * @param {string} before @param {string} after @param {number} [caret] @returns {Change}
 */
export function diff(before, after, caret) {
  const a = [...before];
  const b = [...after];
  const most = Math.min(a.length, b.length);
  const room = caret === undefined ? most : Math.min(most, b.length - caret);
  let tail = 0;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  let head = 0;
  while (head < most - tail && a[head] === b[head]) head += 1;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const result = [];
  add(result, head);
  add(result, -(a.length - head - tail));
  add(result, b.slice(head, b.length - tail).join(""));
  return trimmed(result);
}

/**
 * Where a caret stands after a change. `first`: what is inserted at the caret goes behind it.
 * @param {number} caret characters @param {Change} change @param {boolean} first
 */
export function moveCaret(caret, change, first = true) {
  let place = 0;
  let moved = caret;
  for (const part of change) {
    if (place > caret) break;
    if (typeof part === "string") {
      if (place < caret || !first) moved += length(part);
    } else {
      if (part < 0) moved -= Math.min(-part, caret - place);
      place += Math.abs(part);
    }
  }
  return moved;
}

/** Walks over a change piece by piece. */
class Parts {
  /** @param {Change} change */
  constructor(change) {
    this.rest = change;
    this.next = 0;
    this.part = undefined;
    this.take(0);
  }

  get left() {
    return this.part !== undefined;
  }

  get size() {
    return typeof this.part === "string" ? length(this.part) : Math.abs(this.part);
  }

  /** The first `size` characters of the part. @param {number} size */
  piece(size) {
    if (typeof this.part === "string") return [...this.part].slice(0, size).join("");
    return this.part > 0 ? size : -size;
  }

  /** Moves on by `size` characters of the part. @param {number} size */
  take(size) {
    if (this.part !== undefined && size < this.size) {
      if (typeof this.part === "string") this.part = [...this.part].slice(size).join("");
      else this.part -= this.part > 0 ? size : -size;
      return;
    }
    this.part = this.rest[this.next];
    this.next += 1;
  }
}

function add(change, part) {
  if (!part) return;
  const last = change[change.length - 1];
  if (typeof part === "string" ? typeof last === "string" : part * last > 0) {
    change[change.length - 1] = last + part;
  } else {
    change.push(part);
  }
}

function trimmed(change) {
  while (change.length && change[change.length - 1] > 0) change.pop();
  return change;
}
