/** One live text of this page: a replica, who looks at it, and when its words are sent. */

import { diff } from "./changes.js";
import {
  acknowledged,
  again,
  freeze,
  fresh,
  received,
  refused,
  shown,
  typed,
  unacknowledged,
} from "./replica.js";

const PAUSE = 60; // milliseconds between two edits of one text: fingers are slower

export class Text {
  /**
   * @param {string} id @param {number} version @param {string} words
   * @param {(text: Text) => void} outgoing asks that what was typed be sent
   */
  constructor(id, version, words, outgoing) {
    this.id = id;
    this.refusal = null;
    this.replica = fresh(version, words);
    this.outgoing = outgoing;
    this.timer = 0;
    this.changeListeners = new Set();
    this.stateListeners = new Set();
  }

  /** What the person sees. */
  get words() {
    return shown(this.replica);
  }

  /** The last version the authority told: a decision is taken on it. */
  get version() {
    return this.replica.version;
  }

  /** @returns {"saved"|"sending"|"on_device"|"needs_you"} derived from acknowledgements alone */
  get state() {
    if (this.refusal) return "needs_you";
    if (!unacknowledged(this.replica)) return "saved";
    return this.replica.sent && this.onWire ? "sending" : "on_device";
  }

  get unsaved() {
    return unacknowledged(this.replica);
  }

  /** The person typed. @param {import("./changes.js").Change} change */
  type(change) {
    if (!change.length) return;
    this.refusal = null;
    this.replica = typed(this.replica, change);
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
    return this.replica === before ? null : this.replica.sent;
  }

  /** A change of the authority. Throws RangeError when one before it is missing. */
  receive(event) {
    const own = this.replica.sent?.command === event.command;
    const { replica, change } = received(this.replica, event);
    this.replica = replica;
    if (own) this.refusal = null;
    if (replica.pending.length) this.soon();
    if (change && change.length) this.tell(this.changeListeners, change);
    this.tell(this.stateListeners);
  }

  /** The authority has stored the edit; its change comes, or came, by the channel. */
  acknowledge(command, version) {
    this.replica = acknowledged(this.replica, command, version);
    if (this.replica.pending.length) this.soon();
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

  /** The edit under way was refused; its words stay on the screen. */
  refuse(refusal) {
    this.replica = refused(this.replica, this.replica.sent?.command, refusal.code);
    this.refusal = refusal;
    this.tell(this.stateListeners);
  }

  /** The edit was made on too old a text: its words, rebased here, go out as a new one. */
  lift() {
    this.replica = again(this.replica);
    this.refusal = null;
    this.soon();
    this.tell(this.stateListeners);
  }

  /** Whether the edit under way has left this device. */
  set travelling(on) {
    this.onWire = on;
    this.tell(this.stateListeners);
  }

  onChange(listener) {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onState(listener) {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  }

  /** Sends in a moment what was typed, with what is typed until then. */
  soon() {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.outgoing(this);
    }, PAUSE);
  }

  tell(listeners, ...facts) {
    for (const listener of [...listeners]) listener(...facts);
  }
}
