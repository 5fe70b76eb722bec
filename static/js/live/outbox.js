/** Commands on their way: kept in order until each is answered, sent again when in doubt. */

const AGAIN = 8_000; // milliseconds without an answer after which everything is sent again
const SLOWER = 2_000; // milliseconds to wait when the authority says that we send too much
const AT_ONCE = 50;

export class Outbox {
  /** @param {(messages: object[]) => boolean} emit false when nothing can be sent now */
  constructor(emit) {
    this.emit = emit;
    this.waiting = new Map();
    setInterval(() => this.doubt(), 2_000);
  }

  get size() {
    return this.waiting.size;
  }

  /** Keeps a command and sends it. @returns {Promise<{number: number, version: number|null}>} */
  send(message) {
    return new Promise((resolve, reject) => {
      this.waiting.set(message.id, { message, resolve, reject, at: Date.now() });
      this.emit([message]);
    });
  }

  /** Sends everything unanswered again, in order; the server answers a known one as before. */
  again() {
    clearTimeout(this.slower);
    this.slower = undefined;
    const messages = [...this.waiting.values()].map((kept) => kept.message);
    for (const kept of this.waiting.values()) kept.at = Date.now();
    for (let start = 0; start < messages.length; start += AT_ONCE) {
      if (!this.emit(messages.slice(start, start + AT_ONCE))) return;
    }
  }

  /** What became of commands. @param {object[]} answers */
  answered(answers) {
    for (const answer of answers) {
      const kept = this.waiting.get(answer.id);
      if (!kept) continue;
      if (answer.refused?.code === "signed_out") continue;
      if (answer.refused?.code === "too_often") {
        this.slower ??= setTimeout(() => this.again(), SLOWER);
        continue;
      }
      this.waiting.delete(answer.id);
      if (answer.refused) kept.reject(answer.refused);
      else kept.resolve(answer);
    }
  }

  doubt() {
    const oldest = Math.min(...[...this.waiting.values()].map((kept) => kept.at));
    if (Date.now() - oldest > AGAIN) this.again();
  }
}
