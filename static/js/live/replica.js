/**
 * What this device knows of one text, as a plain value; pure functions over it, no network.
 *
 * `version` and `base` are what the authority last told; `sent` is the edit under way, frozen as
 * it was sent; `pending` is what was typed since. What the person sees is base + sent + pending.
 *
 * @typedef {import("./changes.js").Change} Change
 * @typedef {{command: string, base: number, change: Change}} Edit
 * @typedef {{version: number, base: string, sent: Edit|null, onBase: Change|null,
 *   pending: Change|null}} Replica
 *   `onBase` is the sent edit rebased over what arrived since, so that it fits `base` now.
 */

import { apply, compose, transform } from "./changes.js";

/** A text as the authority told it. @param {number} version @param {string} words @returns {Replica} */
export function fresh(version, words) {
  return { version, base: words, sent: null, onBase: null, pending: null };
}

/** What the person sees. @param {Replica} replica */
export function shown(replica) {
  let words = replica.base;
  if (replica.onBase) words = apply(words, replica.onBase);
  if (replica.pending) words = apply(words, replica.pending);
  return words;
}

/** Whether words wait for their acknowledgement. @param {Replica} replica */
export function unacknowledged(replica) {
  return replica.sent !== null || replica.pending !== null;
}

/** Something was typed over what is shown. @param {Replica} replica @param {Change} change */
export function typed(replica, change) {
  const pending = replica.pending ? compose(replica.pending, change) : change;
  return { ...replica, pending: pending.length ? pending : null };
}

/**
 * Freezes what was typed as the next edit, unless one is under way or nothing was typed.
 * @param {Replica} replica @param {string} command
 */
export function freeze(replica, command) {
  if (replica.sent || !replica.pending) return replica;
  const sent = { command, base: replica.version, change: replica.pending };
  return { ...replica, sent, onBase: replica.pending, pending: null };
}

/**
 * One change of the authority, in the order of versions; one's own is recognised by its command.
 * Returns the new replica and the change to what is shown (null when nothing moves).
 * @param {Replica} replica @param {{version: number, change: Change, command: string}} event
 * @returns {{replica: Replica, change: Change|null}}
 */
export function received(replica, { version, change, command }) {
  if (version <= replica.version) return { replica, change: null };
  if (version !== replica.version + 1) throw new RangeError("a change is missing in between");
  const base = apply(replica.base, change);
  if (replica.sent && replica.sent.command === command) {
    return { replica: { ...replica, version, base, sent: null, onBase: null }, change: null };
  }
  const onBase = replica.onBase && transform(replica.onBase, change, false);
  let over = replica.onBase ? transform(change, replica.onBase, true) : change;
  const pending = replica.pending && transform(replica.pending, over, false);
  if (replica.pending) over = transform(over, replica.pending, true);
  return { replica: { ...replica, version, base, onBase, pending }, change: over };
}

/**
 * The edit under way was refused: its words stay where they are, as typed and not sent.
 * @param {Replica} replica @returns {Replica}
 */
export function refused(replica) {
  if (!replica.sent) return replica;
  const pending = compose(replica.onBase, replica.pending ?? []);
  return { ...replica, sent: null, onBase: null, pending: pending.length ? pending : null };
}
