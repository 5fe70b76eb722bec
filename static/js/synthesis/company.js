/**
 * The other moderators at this board and the notes they have in focus; told, and heard of.
 *
 * Only for the eye: it may be late or lost. That nobody decides twice rests on the server alone.
 */

import { setWords } from "./parts.js";

const PAUSE = 250; // milliseconds between two signs: the server hears five a second
const SIGN_OF_LIFE = 10_000;
const JOINING = 1_000; // milliseconds after a connection by which the board is joined, as a rule

export class Company {
  /** @param {object} live @param {string} topic @param {import("./model.js").Board} board */
  constructor(live, topic, board) {
    Object.assign(this, { live, topic, board });
    this.told = undefined; // the note last told of; undefined before anything was
    this.timer = 0;
    live.socket.on("presence", (list) => list.sheet === topic && this.hear(list.here));
    live.socket.on("connect", () => setTimeout(() => this.sign(), JOINING));
    live.socket.on("disconnect", () => this.hear([]));
    setInterval(() => this.sign(), SIGN_OF_LIFE);
  }

  /** The focus may have moved. */
  look() {
    if (this.told !== this.board.focus) this.timer ||= setTimeout(() => this.sign(), PAUSE);
  }

  sign() {
    clearTimeout(this.timer);
    this.timer = 0;
    const { board, live, topic } = this;
    if (!live.socket.connected) return;
    this.told = board.focus;
    const sign = { text: board.focus, version: 0, caret: null, typing: false, waiting: 0 };
    live.socket.emit("presence", { sheet: topic, ...sign });
  }

  hear(here) {
    const readers = new Map();
    for (const { name, text } of here) {
      if (text !== null) readers.set(text, [...(readers.get(text) ?? []), name]);
    }
    this.board.readers = readers;
    this.draw([...new Set(here.map(({ name }) => name))]);
    this.board.redraw();
  }

  draw(names) {
    const line = document.getElementById("company");
    line.hidden = !names.length;
    setWords(line, names.length ? `Also here: ${names.join(", ")}` : "");
  }
}
