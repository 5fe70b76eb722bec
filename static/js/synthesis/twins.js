/**
 * What says nearly the same as the note in focus: asked for, kept up to date; it draws nothing.
 *
 * Suggestions only. They may be late, and a board works without them.
 */

const SETTLED = 150; // milliseconds a note is in focus before anything is asked about it
const AGAIN = 3_000; // milliseconds between two questions about one note while others change
const UNSAID = new Set(["writing", "withdrawn"]);

export class Twins {
  /** @param {import("./model.js").Board} board @param {object} live @param {string} topic */
  constructor(board, live, topic) {
    Object.assign(this, { board, live, topic });
    this.found = null; // what was told of the note in focus, once anything was
    this.about = undefined; // the note last asked about or about to be
    this.stale = false; // whether something was said since that could be a twin
    this.since = []; // when the questions were asked that are not answered yet
    this.timer = 0;
    this.askedAt = 0;
    live.socket.on("twins", (answer) => answer.topic === topic && this.hear(answer));
    live.socket.on("connect", () => this.renew());
  }

  /** The focus may have moved. */
  look() {
    if (!this.board.ready || this.about === this.board.focus) return;
    this.about = this.board.focus;
    this.found = null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), SETTLED);
  }

  /** Notes in their new state, before the board takes them over. @param {object[]} notes */
  heard(notes) {
    if (notes.some((note) => this.saysAnew(note))) this.renew();
  }

  /** Something was said: what was told of the note in focus may be out of date. */
  renew() {
    this.stale = true;
    const wait = Math.max(SETTLED, this.askedAt + AGAIN - Date.now());
    this.timer ||= setTimeout(() => this.ask(), wait);
  }

  async ask() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.board.ready || !this.live.socket.connected) return;
    const { topic } = this;
    this.stale = false;
    this.askedAt = Date.now();
    this.since.push(this.askedAt);
    const facts = { topic, note: this.board.focus, known: this.board.folds.mark ?? undefined };
    const answer = await this.live.ask("twins", facts);
    if (answer?.refused || !answer) this.renew();
  }

  hear(answer) {
    const since = this.since[0] ?? this.askedAt;
    if (answer.note === this.board.focus) {
      this.since = [];
      this.found = answer;
      this.board.redraw();
    }
    if (answer.folds) this.board.takeFolds(answer.folds, since);
    if (answer.failed) this.renew();
  }

  saysAnew(note) {
    const known = this.board.notes.get(note.id);
    if (!known) return !UNSAID.has(note.status);
    const turned = UNSAID.has(known.status) !== UNSAID.has(note.status);
    return turned || (known.version !== note.version && !UNSAID.has(note.status));
  }
}
