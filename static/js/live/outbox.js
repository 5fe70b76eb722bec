/**
 * Commands on their way: kept in order until each is answered, sent again when in doubt. None
 * leaves before the journal holds it, or has said that it cannot.
 */

const AGAIN = 8_000; // milliseconds without an answer after which the line itself is in doubt
const SLOWER = 2_000; // milliseconds to wait when the authority says that we send too much
const AT_ONCE = 50;
const PATIENCE_AT_MOST = 60_000; // a server that is slow is not helped by new connections

/**
 * @typedef {object} Waiting a command that is not answered
 * @property {object} message as it is sent, always
 * @property {string|null} person who asked for it
 * @property {object|null} wanted what it will lead to, for those who show it
 * @property {number} since milliseconds since epoch when it was asked for
 * @property {Promise<object>} answer
 */

export class Outbox {
  /**
   * @param {(messages: object[]) => boolean} emit false when nothing can be sent now
   * @param {() => string|null} sender the id of the person the line belongs to
   * @param {() => void} stalled the line takes words and answers nothing
   */
  constructor(emit, sender, stalled) {
    this.emit = emit;
    this.sender = sender;
    this.stalled = stalled;
    this.patience = AGAIN;
    /** @type {Map<string, Waiting>} */
    this.waiting = new Map();
    setInterval(() => this.doubt(), 2_000);
  }

  get size() {
    return this.waiting.size;
  }

  /** Since when the oldest command waits, or null. */
  get waitingSince() {
    const moments = [...this.waiting.values()].map(({ since }) => since);
    return moments.length ? Math.min(...moments) : null;
  }

  /**
   * Sends a command once the journal has said what became of it.
   * @param {object} message @param {Promise<"kept"|"unkept"|"taken">} kept
   * @param {{person?: string, wanted?: object, since?: number}} [facts]
   * @returns {Promise<{number: number, version: number|null}>}
   */
  send(message, kept, { person = null, wanted = null, since = Date.now() } = {}) {
    const one = { message, person, wanted, since, at: Date.now(), ready: false };
    one.answer = new Promise((resolve, reject) => Object.assign(one, { resolve, reject }));
    const before = this.waiting.get(message.id); // a page that is gone had left the same
    if (before) one.answer.then(before.resolve, before.reject);
    this.waiting.set(message.id, one);
    kept.then((became) => {
      if (became === "taken") return this.waiting.delete(message.id); // another page sends it
      [one.ready, one.at] = [true, Date.now()];
      return this.emit([this.signed(one)]);
    });
    return one.answer;
  }

  /** Sends everything unanswered again, in order; the server answers a known one as before. */
  again() {
    clearTimeout(this.slower);
    this.slower = undefined;
    const ready = [...this.waiting.values()].filter((one) => one.ready);
    for (const one of ready) one.at = Date.now();
    const messages = ready.map((one) => this.signed(one));
    for (let start = 0; start < messages.length; start += AT_ONCE) {
      if (!this.emit(messages.slice(start, start + AT_ONCE))) return;
    }
  }

  /** What became of commands. @param {object[]} answers */
  answered(answers) {
    this.patience = AGAIN;
    for (const answer of answers) {
      const one = this.waiting.get(answer.id);
      if (!one || answer.refused?.code === "signed_out") continue;
      if (answer.refused?.code === "too_often" || this.isEarly(one, answer)) {
        this.slower ??= setTimeout(() => this.again(), SLOWER);
        continue;
      }
      this.waiting.delete(answer.id);
      if (answer.refused) one.reject(answer.refused);
      else one.resolve(answer);
    }
  }

  /** Refused because the note it is about was held up itself, as too much at once. */
  isEarly({ message }, { refused }) {
    if (refused?.code !== "not_found") return false;
    const subject = message.text ?? message.note;
    return [...this.waiting.values()].some((one) => {
      return one.message.do === "add_note" && one.message.note === subject && one.message !== message;
    });
  }

  /** Words of somebody else than the line belongs to are said to be theirs. */
  signed({ message, person }) {
    const sender = this.sender();
    return person && sender && person !== sender ? { ...message, typed_by: person } : message;
  }

  /** A line that lies half open takes words for minutes before anybody is told. */
  doubt() {
    const moments = [...this.waiting.values()].filter((one) => one.ready).map((one) => one.at);
    if (!moments.length || Date.now() - Math.min(...moments) < this.patience) return;
    this.patience = Math.min(2 * this.patience, PATIENCE_AT_MOST);
    for (const one of this.waiting.values()) one.at = Date.now();
    this.stalled();
  }
}
