/**
 * Places in an order, as strings over 0-9A-Za-z that always leave room between two of them.
 * They are compared by code unit, never by a locale's alphabet; none ends in "0".
 */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * A position between two others; null stands for before the first or after the last.
 * @param {string|null} before @param {string|null} after @returns {string}
 */
export function between(before, after) {
  const low = before ?? "";
  let result = "";
  let bounded = after !== null;
  for (let place = 0; ; place += 1) {
    const least = place < low.length ? DIGITS.indexOf(low[place]) : 0;
    const most = bounded && place < after.length ? DIGITS.indexOf(after[place]) : DIGITS.length;
    if (most - least > 1) {
      const step = after === null && place < low.length ? 1 : (most - least) >> 1;
      return result + DIGITS[least + step];
    }
    result += DIGITS[least];
    if (least < most) bounded = false;
  }
}
