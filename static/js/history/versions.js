/** The versions of a text, put together from its sittings; it must not know how they look. */

import { apply } from "../live/changes.js";

/**
 * @typedef {object} Version
 * @property {number} version its number: how many edits led to it
 * @property {string|null} words null where they are not kept any more
 * @property {string|null} before the words it was made of
 * @property {string} who @property {string} began @property {string} ended ISO moments
 */

/**
 * Oldest first; the first is the text as it was made, which nobody typed.
 * @param {{first: {words: string, at: string|null}, words: string, version: number,
 *   sittings: {who: string, first: number, last: number, began: string, ended: string,
 *   change: (number|string)[]|null}[]}} told
 * @returns {Version[]}
 */
export function versionsOf({ first, words: present, version, sittings }) {
  const begun = { version: 0, words: first.words, before: null, who: "", began: first.at, ended: first.at };
  const versions = [begun];
  for (const { who, last, began, ended, change } of sittings) {
    const before = versions.at(-1).words;
    const words = before === null || change === null ? null : apply(before, change);
    versions.push({ version: last, words, before, who, began, ended });
  }
  const newest = versions.at(-1);
  if (newest.version === version) newest.words = present;
  return versions;
}

/** "8 Jul, 10:05" in the workshop's own time. @param {string} at @param {string} zone */
export function moment(at, zone) {
  const day = { day: "numeric", month: "short", timeZone: zone };
  return `${new Date(at).toLocaleDateString("en-GB", day)}, ${clock(at, zone)}`;
}

/** "10:05". @param {string} at @param {string} zone */
export function clock(at, zone) {
  const hours = { hour: "2-digit", minute: "2-digit", timeZone: zone };
  return new Date(at).toLocaleTimeString("en-GB", hours);
}

/** "8 Jul, 10:05" or "8 Jul, 10:05 to 10:09". @param {Version} version @param {string} zone */
export function span({ began, ended }, zone) {
  const [from, to] = [moment(began, zone), moment(ended, zone)];
  if (from === to) return from;
  const [day] = from.split(",");
  return to.startsWith(`${day},`) ? `${from} to ${clock(ended, zone)}` : `${from} to ${to}`;
}
