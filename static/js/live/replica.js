/**
 * What this browser knows of one text, as a value; it must not know of sockets, screens, journals.
 *
 * A replica is plain JSON, kept in the journal as it is: the authority's text at a version, the
 * edit in flight, and what was typed behind it. Every function takes one and gives the next. The
 * same functions stand in discussion/live/replica/__init__.py.
 *
 * @typedef {import("./changes.js").Change} Change
 * @typedef {{ command: string, base: number, change: Change }} Edit sent again as it is, always
 * @typedef {{ version: number, change: Change, command: string }} Received led to `version`
 * @typedef {object} Replica
 * @property {number} version
 * @property {string} text what the authority has at that version
 * @property {Edit | null} sent
 * @property {Change} rebased the sent change as it stands over `text`
 * @property {number | null} saved version it was acknowledged as, while changes before are awaited
 * @property {Change} pending unsent, over text, sent and sealed
 * @property {string | null} refused code with which the sent edit was refused
 * @property {{ command: string, change: Change }[]} sealed unsent words that have a command id
 *   already, since a copy of them was given away; sent one by one, before what is pending
 */

import { apply, compose, diff, invert, transform } from "./changes.js";
import { changeByWords, mergeTexts } from "./merging.js";

/** Refusals given before the command id is looked up: the edit may be stored all the same. */
export const UNDECIDED = ["signed_out", "too_often", "csrf", "forbidden_origin"];

/** A change before the one that arrived is missing: ask for those since `replica.version`. */
export class Missing extends RangeError {}

/**
 * A text as the authority told it.
 * @param {number} version
 * @param {string} text
 * @returns {Replica}
 */
export function fresh(version, text) {
  return { version, text, sent: null, rebased: [], saved: null, pending: [], refused: null, sealed: [] };
}

/** What the person sees: the text with every word of theirs. */
export function shown(/** @type {Replica} */ replica) {
  const { text, rebased, sealed, pending } = replica;
  return apply(sealed.reduce((words, one) => apply(words, one.change), apply(text, rebased)), pending);
}

/**
 * What is said of the words; only "saved" is safe.
 * @param {Replica} replica
 * @returns {"needs you" | "on this device" | "sending" | "saved"}
 */
export function indicator(replica) {
  if (replica.refused !== null) return "needs you";
  if (replica.pending.length || replica.sealed.length) return "on this device";
  return replica.sent === null || replica.saved !== null ? "saved" : "sending";
}

/**
 * The person's change of what is shown; after a refusal, all their words form a new edit.
 * @param {Replica} replica
 * @param {Change} change
 * @returns {Replica}
 */
export function typed(replica, change) {
  const lifted = again(replica);
  return { ...lifted, pending: compose(lifted.pending, change) };
}

/** Whether words of this client are not known to be stored. */
export function unacknowledged(/** @type {Replica} */ replica) {
  const unsaved = replica.sent !== null && replica.saved === null;
  return unsaved || replica.sealed.length > 0 || replica.pending.length > 0;
}

/**
 * Makes what is unsent the edit `command`, as `replica.sent`; the same replica again while one is
 * in flight or nothing was typed. What is sealed goes first, under its own id.
 *
 * Keep the new replica in the journal before sending. After a reconnect `replica.sent` is sent
 * again as it is, never frozen anew.
 * @param {Replica} replica
 * @param {string} command
 * @returns {Replica}
 */
export function freeze(replica, command) {
  const { version: base, pending } = replica;
  const [first, ...sealed] = replica.sealed;
  if (replica.sent || !(first || pending.length)) return replica;
  if (first) return { ...replica, sent: { ...first, base }, rebased: first.change, sealed };
  const sent = { command, base, change: pending };
  return { ...replica, sent, rebased: pending, pending: [] };
}

/**
 * Gives what was typed and not sent a command id, so that a copy of it holds the same command:
 * whichever of the two arrives first, the other is then known and changes nothing.
 * @param {Replica} replica
 * @param {string} command
 * @returns {Replica}
 */
export function seal(replica, command) {
  if (!replica.pending.length) return replica;
  const sealed = [...replica.sealed, { command, change: replica.pending }];
  return { ...replica, sealed, pending: [] };
}

/**
 * The authority has stored the edit as `version`; says so again for a resend.
 *
 * Changes before that version may still be on their way: the edit then stays where it is, is
 * shown as saved, and becomes part of the text when they have arrived.
 * @param {Replica} replica
 * @param {string} command
 * @param {number} version
 * @returns {Replica}
 */
export function acknowledged(replica, command, version) {
  if (replica.sent?.command !== command) return replica;
  return settled({ ...replica, saved: version, refused: null });
}

/**
 * A change from the authority, and what it means for the shown text and its caret.
 *
 * One known already changes nothing; throws Missing when one before it did not arrive. Hold
 * changes back while an input method composes.
 * @param {Replica} replica
 * @param {Received} one
 * @returns {{ replica: Replica, change: Change }}
 */
export function received(replica, one) {
  if (one.version <= replica.version) return { replica, change: [] };
  if (one.version > replica.version + 1) throw new Missing();
  // A copy of words that this client holds sealed may be faster than the words themselves.
  const ours = replica.sealed[0]?.command === one.command;
  if (ours && !replica.sent) replica = freeze(replica, one.command);
  const own = replica.sent?.command === one.command;
  let over = own ? correction(replica, one.change) : transform(one.change, replica.rebased, true);
  const sealed = replica.sealed.map((kept) => {
    const change = transform(kept.change, over, false);
    over = transform(over, kept.change, true);
    return { ...kept, change };
  });
  const moved = {
    ...replica,
    version: one.version,
    text: apply(replica.text, one.change),
    rebased: transform(replica.rebased, one.change, false),
    sealed,
    pending: transform(replica.pending, over, false),
  };
  const change = transform(over, replica.pending, true);
  return { replica: own ? landed(moved) : settled(moved), change };
}

/**
 * Everything missed, oldest first: rebased over one by one, never replacing words.
 *
 * Throws Missing when the changes do not reach back to `replica.version`; see merge().
 * @param {Replica} replica
 * @param {Received[]} since
 * @returns {{ replica: Replica, change: Change }}
 */
export function catchUp(replica, since) {
  /** @type {Change} */
  let whole = [];
  for (const one of since) {
    const { replica: next, change } = received(replica, one);
    [replica, whole] = [next, compose(whole, change)];
  }
  return { replica, change: whole };
}

/**
 * The authority's present state; ignored while words are unacknowledged, or when older.
 *
 * For those the changes since `replica.version` are asked for (catchUp).
 * @param {Replica} replica
 * @param {number} version
 * @param {string} text
 * @returns {Replica}
 */
export function renew(replica, version, text) {
  const older = version < Math.max(replica.version, replica.saved ?? 0);
  return older || unacknowledged(replica) ? replica : fresh(version, text);
}

/**
 * The authority did not take the edit; it stays shown and nothing is sent until again().
 *
 * A code out of UNDECIDED leaves everything as it is: the edit is sent again, unchanged.
 * @param {Replica} replica
 * @param {string} [command] the one that was refused
 * @param {string} [code]
 * @returns {Replica}
 */
export function refused(replica, command = replica.sent?.command, code = "refused") {
  const own = replica.sent !== null && replica.sent.command === command;
  if (!own || replica.saved !== null || UNDECIDED.includes(code)) return replica;
  return { ...replica, refused: code };
}

/** The words that were refused, so that the person can be told which. */
export function refusedWords(/** @type {Replica} */ replica) {
  if (replica.refused === null) return "";
  return replica.rebased.filter((part) => typeof part === "string").join("");
}

/**
 * Lifts a refusal: the refused words and those behind them become one unsent change.
 * @param {Replica} replica
 * @returns {Replica}
 */
export function again(replica) {
  if (replica.refused === null) return replica;
  const words = replica.sealed.reduce((all, one) => compose(all, one.change), replica.rebased);
  const pending = compose(words, replica.pending);
  return { ...fresh(replica.version, replica.text), pending };
}

/**
 * Three ways: after "stale", when the changes in between are no longer kept.
 *
 * Gives the replica over the authority's `text`, what it means for the shown text, and whether it
 * went cleanly; where it did not, both readings stand in the text. `change` is null, and nothing
 * done, while it is unknown whether the sent edit was stored: send it again first.
 * @param {Replica} replica
 * @param {number} version
 * @param {string} text
 * @returns {{ replica: Replica, change: Change | null, clean: boolean }}
 */
export function merge(replica, version, text) {
  const { sent, saved } = replica;
  const unknown = sent !== null && saved === null && replica.refused === null;
  if (unknown || (saved ?? 0) > version) return { replica, change: null, clean: false };
  const base = saved !== null ? apply(replica.text, replica.rebased) : replica.text;
  const before = shown(replica);
  const merged = mergeTexts(base, before, text);
  const next = { ...fresh(version, text), pending: changeByWords(text, merged.text) };
  return { replica: next, change: diff(before, merged.text), clean: merged.clean };
}

/**
 * What the authority did otherwise with our edit; as a rule nothing. Should it differ, it is right.
 * @param {Replica} replica
 * @param {Change} change
 */
function correction(replica, change) {
  if (JSON.stringify(replica.rebased) === JSON.stringify(change)) return [];
  return compose(invert(replica.rebased, replica.text), change);
}

/** An acknowledged edit becomes part of the text once all before it is there. */
function settled(/** @type {Replica} */ replica) {
  if (replica.saved === null || replica.saved > replica.version + 1) return replica;
  if (replica.saved < replica.version + 1) return landed(replica);
  const text = apply(replica.text, replica.rebased);
  return landed({ ...replica, version: replica.saved, text });
}

/** The sent edit is in the text. */
function landed(/** @type {Replica} */ replica) {
  return { ...replica, sent: null, rebased: [], saved: null, refused: null };
}
