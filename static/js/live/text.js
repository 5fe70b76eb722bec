/**
 * One live text of this page: a replica, who looks at it, when its words are sent, and what the
 * journal holds of it. It must not know how anything is kept or sent.
 */

import { compose, diff, invert, transform } from "./changes.js";
import {
  acknowledged,
  again,
  freeze,
  fresh,
  received,
  refused,
  seal,
  shown,
  typed,
  unacknowledged,
} from "./replica.js";

const PAUSE = 60; // milliseconds between two edits of one text: fingers are slower

/**
 * @typedef {object} Ways how a text reaches the world
 * @property {() => string} newId
 * @property {() => string} person the id of who is typing
 * @property {(text: Text) => void} outgoing asks that what was typed be sent
 * @property {(text: Text) => Promise<"kept"|"unkept"|"taken">} keep writes it into the journal
 * @property {(text: Text) => void} drop takes it out of the journal
 */

export class Text {
  /** @param {string} id @param {number} version @param {string} words @param {Ways} ways */
  constructor(id, version, words, ways) {
    this.id = id;
    this.refusal = null;
    this.replica = fresh(version, words);
    this.ways = ways;
    this.timer = 0;
    this.leftAt = -Infinity; // when the last edit of it was taken, on this page's steady clock
    this.changeListeners = new Set();
    this.stateListeners = new Set();
    this.key = null; // of its entry in the journal
    this.person = null; // who typed what is not acknowledged
    this.sentSince = null; // milliseconds since epoch: the oldest word of the edit under way
    this.typedSince = null; // and of those behind it
    this.describe = () => null; // what else a page needs to show it again
    this.clear();
  }

  /** What the person sees. */
  get words() {
    return shown(this.replica);
  }

  /** The last version the authority told: a decision is taken on it. */
  get version() {
    return this.replica.version;
  }

  /**
   * Derived from acknowledgements, and for "on_device" from the journal's, alone.
   * @returns {"saved"|"sending"|"on_device"|"in_page"|"needs_you"}
   */
  get state() {
    if (this.refusal) return "needs_you";
    if (!this.unsaved) return "saved";
    if (this.replica.sent && this.onWire) return "sending";
    if (this.keptCount === this.typedCount) return "on_device";
    return this.unkept ? "in_page" : "sending";
  }

  /** Whether words of this device are not even in an edit under way. */
  get untold() {
    return this.replica.pending.length > 0 || this.replica.sealed.length > 0;
  }

  get unsaved() {
    return unacknowledged(this.replica);
  }

  /** Since when the oldest word that may still be acknowledged waits, or null. */
  get waitingSince() {
    return this.refusal || !this.unsaved ? null : (this.sentSince ?? this.typedSince);
  }

  /** Gives what was typed and not sent a command id: a copy of it holds the same command. */
  seal(command) {
    const before = this.replica;
    this.replica = seal(before, command);
    if (this.replica !== before) this.keep();
  }

  /** The person typed. @param {import("./changes.js").Change} change */
  type(change) {
    if (!change.length) return;
    this.refusal = null;
    this.replica = typed(this.replica, change);
    this.typedSince ??= Date.now();
    this.typedCount += 1;
    this.keep();
    this.soon();
    this.tell(this.stateListeners);
  }

  /** Sets the whole text, as one smallest change. @param {string} words */
  write(words) {
    const change = diff(this.words, words);
    this.type(change);
    this.tell(this.changeListeners, change);
  }

  /** Freezes what was typed under a command id; null when an edit is under way already. */
  take(command) {
    if (this.refusal) return null;
    const before = this.replica;
    this.replica = freeze(before, command);
    if (this.replica === before) return null;
    this.leftAt = performance.now();
    this.sentSince = this.typedSince;
    if (!this.untold) this.typedSince = null;
    return this.replica.sent;
  }

  /** A change of the authority. Throws RangeError when one before it is missing. */
  receive(event) {
    const own = this.replica.sent?.command === event.command;
    const { replica, change } = received(this.replica, event);
    this.replica = replica;
    this.since.push((kept) => received(kept, event).replica);
    if (own) this.refusal = null;
    this.settle();
    if (this.untold) this.soon();
    if (change && change.length) this.tell(this.changeListeners, change);
    this.tell(this.stateListeners);
  }

  /** The authority has stored the edit; its change comes, or came, by the channel. */
  acknowledge(command, version) {
    this.replica = acknowledged(this.replica, command, version);
    this.since.push((kept) => acknowledged(kept, command, version));
    this.settle();
    if (this.untold) this.soon();
    this.tell(this.stateListeners);
  }

  /** The authority's whole text; only taken over when nothing of ours is unacknowledged. */
  renew(version, words) {
    if (version <= this.version || this.unsaved) return;
    const change = diff(this.words, words);
    this.replica = fresh(version, words);
    if (change.length) this.tell(this.changeListeners, change);
    this.tell(this.stateListeners);
  }

  /** The edit under way was refused; its words stay on the screen, and in the journal. */
  refuse(refusal) {
    this.replica = refused(this.replica, this.replica.sent?.command, refusal.code);
    this.refusal = refusal;
    this.keep();
    this.tell(this.stateListeners);
  }

  /** The edit was made on too old a text: its words, rebased here, go out as a new one. */
  lift() {
    this.replica = again(this.replica);
    this.refusal = null;
    this.typedSince = this.sentSince ?? this.typedSince;
    this.sentSince = null;
    this.keep();
    this.soon();
    this.tell(this.stateListeners);
  }

  /** Whether the edit under way has left this device. */
  set travelling(on) {
    this.onWire = on;
    this.tell(this.stateListeners);
  }

  /** Begins with what a page that is gone had kept. @param {object} entry of the journal */
  resume({ key, person, replica, refusal, at }) {
    Object.assign(this, { key, person, replica, refusal });
    this.sentSince = replica.sent ? at : null;
    this.typedSince = replica.sent ? null : at;
    this.kept = replica;
  }

  /** Writes what is not acknowledged into the journal. @returns {Promise<string>} see journal.js */
  async keep() {
    if (!this.key) this.person = this.ways.person();
    this.key ??= this.ways.newId();
    const { key, replica, typedCount } = this;
    const heard = this.since.at(-1);
    const became = await this.ways.keep(this);
    if (key !== this.key) return became;
    this.unkept = became === "unkept";
    if (became === "kept") {
      this.kept = replica;
      this.keptCount = typedCount;
      this.since.splice(0, this.since.indexOf(heard) + 1);
    }
    this.tell(this.stateListeners);
    return became;
  }

  /**
   * Another page goes on with all that was kept of this text: what was typed since is left, as it
   * stands without the rest, which comes back by the channel.
   */
  handOver() {
    const { kept, since } = this;
    if (!kept) return undefined; // nothing of it was
    const theirs = since.reduce((replica, happens) => happens(replica), kept);
    const before = this.words;
    const changes = [...theirs.sealed.map(({ change }) => change), theirs.pending];
    const whole = changes.reduce(compose, theirs.rebased);
    const later = diff(shown(theirs), before);
    const mine = transform(later, invert(whole, theirs.text), false);
    this.replica = fresh(theirs.version, theirs.text);
    this.clear();
    if (mine.length) this.type(mine);
    this.tell(this.changeListeners, diff(before, this.words));
    return this.tell(this.stateListeners);
  }

  /** The journal follows: it holds words as long as they are not acknowledged. */
  settle() {
    if (!this.replica.sent) this.sentSince = null;
    if (!this.untold) this.typedSince = null;
    if (this.unsaved || this.refusal) {
      if (this.replica.sent === null) this.keep();
    } else if (this.key) {
      this.ways.drop(this);
      this.clear();
    }
  }

  /** Its words are wanted no more. */
  letGo() {
    this.refusal = null;
    this.replica = fresh(this.replica.version, this.replica.text);
    this.settle();
  }

  /** Its words are wanted no more, and what the authority has is shown in their place. */
  giveUp() {
    const before = this.words;
    this.letGo();
    this.tell(this.changeListeners, diff(before, this.words));
    this.tell(this.stateListeners);
  }

  clear() {
    this.key = null;
    this.kept = null; // the replica as the journal has it
    this.since = []; // what happened to it since, other than typing
    this.typedCount = 0;
    this.keptCount = 0;
    this.unkept = false;
  }

  onChange(listener) {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onState(listener) {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  }

  /** Sends what was typed: the first key at once, what follows with what is typed until then. */
  soon() {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.ways.outgoing(this);
    }, Math.max(0, this.leftAt + PAUSE - performance.now()));
  }

  tell(listeners, ...facts) {
    for (const listener of [...listeners]) listener(...facts);
  }
}
