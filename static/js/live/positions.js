/**
 * Places in an order, as strings that leave room between two of them; it must not know of what.
 *
 * A position is a fraction in the digits 0-9A-Za-z, compared as bytes (`<`, never localeCompare),
 * and never ends in 0. The same functions stand in discussion/live/positions.py, with the reasons.
 */

export const POSITION_LIMIT = 64; // characters

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = 62n;
const STEP = 7n; // what an insertion at one place leaves free on the side it did not come from
const POSITION = /^[0-9A-Za-z]{0,63}[1-9A-Za-z]$/;

/** Nothing fits between the two any more: spread the order anew. */
export class NoRoom extends Error {}

/** Whether a value is a position. */
export function isPosition(/** @type {unknown} */ value) {
  return typeof value === "string" && POSITION.test(value);
}

/**
 * A position after `before` and before `after`; null stands for the end on that side.
 *
 * Throws RangeError for what is no position or when `before` is not less than `after`, and
 * NoRoom after more than a hundred insertions that each went between the last two.
 * @param {string | null} before
 * @param {string | null} after
 */
export function between(before, after) {
  if ([before, after].some((each) => each !== null && !isPosition(each))) {
    throw new RangeError("not a position");
  }
  const low = before ?? "";
  if (after !== null && low >= after) throw new RangeError("not in order");
  let size = Math.max(low.length, after?.length ?? 0, 1);
  if (!room(low, after, size)) size += 2;
  const [first, last] = bounds(low, after, size);
  let number = first + share(low, after, last - first);
  if (number % BASE === 0n) number += number < last ? 1n : -1n;
  if (size > POSITION_LIMIT) throw new NoRoom();
  return written(number, size);
}

function room(
  /** @type {string} */ low,
  /** @type {string | null} */ high,
  /** @type {number} */ size,
) {
  const [first, last] = bounds(low, high, size);
  return first < last || (first === last && first % BASE !== 0n);
}

/** The least and the greatest number of `size` digits strictly between two positions. */
function bounds(
  /** @type {string} */ low,
  /** @type {string | null} */ high,
  /** @type {number} */ size,
) {
  const end = high === null ? BASE ** BigInt(size) : number(high, size);
  return [number(low, size) + 1n, end - 1n];
}

/** How far into the free stretch to go: close to the longer neighbour, which is the younger. */
function share(
  /** @type {string} */ low,
  /** @type {string | null} */ high,
  /** @type {bigint} */ width,
) {
  if (high === null) return low ? 0n : width / 2n;
  if (!low) return width;
  if (low.length === high.length) return width / 2n;
  const near = width / 2n < STEP ? width / 2n : STEP;
  return low.length > high.length ? near : width - near;
}

function number(/** @type {string} */ position, /** @type {number} */ size) {
  let result = 0n;
  for (const digit of position.padEnd(size, "0")) {
    result = result * BASE + BigInt(DIGITS.indexOf(digit));
  }
  return result;
}

function written(/** @type {bigint} */ number, /** @type {number} */ size) {
  let digits = "";
  for (let place = 0; place < size; place++) {
    digits = DIGITS[Number(number % BASE)] + digits;
    number /= BASE;
  }
  return digits;
}
