/**
 * Who else is at a sheet and where their carets are: told to the server, and heard from it.
 *
 * Only for the eye. It may be late, lost or gone; nothing that is kept may ever rest on it.
 *
 * @typedef {{ who: string, name: string, text: string|null, caret: [number, number]|null,
 *   typing: boolean }} Person `caret` in code points of the words as this page shows them
 */

import { compose, diff, invert, moveCaret } from "./changes.js";

const PAUSE = 220; // milliseconds between two signs: the server hears five a second
const SIGN_OF_LIFE = 10_000;
const TYPING = 3_000; // milliseconds after a key during which somebody counts as typing
const REMEMBERED = 30; // versions of a text through which a late caret is still led
const JOINING = 1_000; // milliseconds after a connection by which the sheet is joined, as a rule

export class Presence {
  /**
   * @param {object} live @param {string} sheet
   * @param {() => { text: string|null, caret: [number, number]|null }} look where the caret is, in
   *   code points of the words shown
   */
  constructor(live, sheet, look) {
    Object.assign(this, { live, sheet, look });
    this.people = new Map();
    this.tracks = new Map(); // of texts with somebody's caret in them
    this.listeners = new Set();
    this.typedAt = 0;
    this.timer = 0;
    live.socket.on("presence", (list) => list.sheet === sheet && this.hear(list.here));
    live.socket.on("connect", () => setTimeout(() => this.sign(), JOINING));
    live.socket.on("disconnect", () => this.hear([]));
    setInterval(() => this.sign(), SIGN_OF_LIFE);
  }

  /** The other people here. @returns {Person[]} */
  get others() {
    return [...this.people.values()];
  }

  onChange(listener) {
    this.listeners.add(listener);
  }

  /** The caret moved, or something was typed. @param {{ typed?: boolean }} [how] */
  soon({ typed = false } = {}) {
    if (typed) this.typedAt = Date.now();
    this.timer ||= setTimeout(() => this.sign(), PAUSE);
  }

  sign() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.live.socket.connected) return;
    const { text, caret } = this.look();
    const known = text === null ? undefined : this.live.text(text);
    const typing = Date.now() - this.typedAt < TYPING;
    const since = this.live.waitingSince ?? null;
    this.live.socket.emit("presence", {
      sheet: this.sheet,
      text: known ? text : null,
      version: known?.version ?? 0,
      caret: known && caret ? caret.map((place) => toAuthority(known, place)) : null,
      typing,
      waiting: since === null ? 0 : Math.max(0, Math.floor((Date.now() - since) / 1_000)),
    });
    if (typing) this.timer = setTimeout(() => this.sign(), TYPING);
  }

  hear(here) {
    this.people = new Map(here.filter(({ self }) => !self).map((each) => [each.who, this.led(each)]));
    this.tracks = new Map([...this.tracks].filter(([id, track]) => {
      const wanted = this.others.some((each) => each.text === id && each.caret);
      if (!wanted) track.forget();
      return wanted;
    }));
    this.tell();
  }

  /** Somebody's sign, their caret led to the words as they are shown here. */
  led({ who, name, text: id, version, caret, typing }) {
    const text = id === null ? undefined : this.live.text(id);
    if (!text || !caret) return { who, name, text: id, caret: null, typing };
    if (!this.tracks.has(id)) this.tracks.set(id, new Track(text, () => this.moved(id)));
    const person = { who, name, text: id, caret, typing, base: caret, version };
    this.lead(person, text);
    return person;
  }

  /** A text has changed under carets: they move with it until their people say otherwise. */
  moved(id) {
    const text = this.live.text(id);
    for (const person of this.others) {
      if (person.text === id && person.base) this.lead(person, text);
    }
    this.tell();
  }

  lead(person, text) {
    const track = this.tracks.get(text.id);
    person.base = person.base.map((place) => track.lead(place, person.version));
    person.version = Math.max(person.version, text.version);
    person.caret = person.base.map((place) => toShown(text, place));
  }

  tell() {
    for (const listener of this.listeners) listener(this.others);
  }
}

/** What became of one text, so that carets told on an older version find their place. */
class Track {
  constructor(text, moved) {
    this.text = text;
    this.known = [text.version, text.replica.text];
    this.changes = []; // [version it led to, change], oldest first
    const forget = [text.onState(moved), text.onChange(moved)];
    this.forget = () => forget.forEach((stop) => stop());
  }

  /** A place in the words of some version, in those of the present one. */
  lead(place, version) {
    this.look();
    const since = this.changes.filter(([led]) => led > version);
    return since.reduce((led, [, change]) => moveCaret(led, change, false), place);
  }

  look() {
    const { version, replica } = this.text;
    const [known, words] = this.known;
    if (version === known) return;
    this.changes.push([version, diff(words, replica.text)]);
    this.changes.splice(0, Math.max(0, this.changes.length - REMEMBERED));
    this.known = [version, replica.text];
  }
}

/** From the words shown to those of the authority, without what is not acknowledged. */
function toAuthority({ replica }, place) {
  const mine = compose(replica.rebased, replica.pending);
  return mine.length ? moveCaret(place, invert(mine, replica.text)) : place;
}

function toShown({ replica }, place) {
  return moveCaret(moveCaret(place, replica.rebased), replica.pending);
}
