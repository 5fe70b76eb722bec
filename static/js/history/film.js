/**
 * A sheet's film: every state it was ever in, found again from its frames. It must not know how
 * anything looks. The same frames always give the same states.
 *
 * @typedef {object} Frame as `film_of` in services/history/playback.py gives it
 * @typedef {object} State what stood on the sheet: `notes` by id, which are never changed but
 *   replaced, and the `sheet`'s own `state` and `read_back`
 */

import { apply } from "../live/changes.js";

const KEPT_EVERY = 500; // frames from one kept state to the next: going back costs that many at most
const LONGEST_PAUSE = 120_000; // milliseconds; longer ones are cut
const CUT_TO = 5_000;
const EMPTY = { notes: new Map(), sheet: { state: "open", read_back: [] } };

export class Film {
  /** @param {Frame[]} frames oldest first */
  constructor(frames) {
    this.frames = frames;
    this.times = timesOf(frames);
    this.kept = [EMPTY]; // the state before frame 0, 500, 1000, ...
    this.shown = { count: 0, state: EMPTY };
  }

  /** How many changes it has. */
  get length() {
    return this.frames.length;
  }

  /** Its length in milliseconds, long pauses cut. */
  get duration() {
    return this.times.at(-1) ?? 0;
  }

  /** How many frames have happened at a moment of the film. @param {number} time */
  countAt(time) {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The moment of the film at which so many frames have happened. @param {number} count */
  timeOf(count) {
    return this.times[count - 1] ?? 0;
  }

  /** Milliseconds since 1970 that a moment of the film was. @param {number} time */
  momentAt(time) {
    const count = Math.max(1, this.countAt(time));
    const since = Math.max(0, time - this.times[count - 1]);
    const next = this.frames[count]?.at ?? Infinity;
    return Math.min(this.frames[count - 1].at + since, next);
  }

  /** What stood on the sheet after so many frames. @param {number} count @returns {State} */
  stateAfter(count) {
    let { count: from, state } = this.shown;
    if (from > count || count - from > KEPT_EVERY) [from, state] = this.nearest(count);
    for (let at = from; at < count; at += 1) {
      state = after(state, this.frames[at]);
      if ((at + 1) % KEPT_EVERY === 0) this.kept[(at + 1) / KEPT_EVERY] ??= state;
    }
    this.shown = { count, state };
    return state;
  }

  nearest(count) {
    const place = Math.min(Math.floor(count / KEPT_EVERY), this.kept.length - 1);
    return [place * KEPT_EVERY, this.kept[place]];
  }
}

/** The notes of a state in the order of the sheet; those withdrawn are last. @param {State} state */
export function inOrder({ notes }) {
  const gone = ({ status }) => Number(status === "withdrawn");
  const order = (a, b) => gone(a) - gone(b) || bytes(a.position, b.position) || bytes(a.id, b.id);
  return [...notes.values()].sort(order);
}

/** As the authority orders positions: never by what a language makes of them. */
function bytes(one, other) {
  return Number(one > other) - Number(one < other);
}

/** @param {State} state @param {Frame} frame @returns {State} */
function after(state, { note: id, change, sets }) {
  if (id === undefined) return { ...state, sheet: { ...state.sheet, ...sets } };
  const before = state.notes.get(id) ?? { id, text: "" };
  const text = change ? apply(before.text, change) : before.text;
  const notes = new Map(state.notes);
  notes.set(id, { ...before, ...sets, text });
  return { ...state, notes };
}

function timesOf(frames) {
  let time = 0;
  return frames.map(({ at }, place) => {
    const pause = place ? Math.max(0, at - frames[place - 1].at) : 0;
    time += pause > LONGEST_PAUSE ? CUT_TO : pause;
    return time;
  });
}
