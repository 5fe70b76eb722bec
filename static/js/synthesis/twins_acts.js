/** What a moderator may do with what is nearly the same: look, choose, group; it draws nothing. */

import { say } from "../frame/say.js";

const NONE = "No other note in the queue says the same.";

export class TwinsActs {
  /**
   * @param {import("./model.js").Board} board
   * @param {object} on `open(note)`, `show(point)`, `choose(point)`, `reveal(point)`, `group()`
   */
  constructor(board, on) {
    this.board = board;
    this.on = on;
    this.list = null; // set once there is one
  }

  open(note) {
    this.on.open(note);
  }

  show(point) {
    this.on.show(point);
  }

  /** Shows or hides the notes that say the same as this one. */
  unfold(id = this.board.focus) {
    const { board } = this;
    const folded = [...board.shown.folded];
    const lead = folded.find(([one, under]) => one === id || under.includes(id))?.[0];
    if (!lead) return say(NONE);
    const open = board.folds.toggle(board.notes.get(lead));
    board.changed();
    if (!open && board.focus !== lead) board.setFocus(lead);
    return say(open ? `${board.foldedUnder(lead).length} unfolded.` : "Folded.");
  }

  /** Chooses the note in focus and all that stand under it, to be decided on together. */
  all() {
    const { board } = this;
    const same = board.foldedUnder(board.focus);
    if (!same.length) return say(NONE);
    return say(`${board.choose([board.focus, ...same])} chosen.`);
  }

  /** Chooses the note in focus and a twin of it, or neither. */
  both(twin) {
    const both = [this.board.focus, twin];
    const off = both.every((id) => this.board.chosen.has(id));
    say(`${this.board.choose(both, { off })} chosen.`);
  }

  into(point) {
    this.on.choose(point);
    this.on.group();
  }

  /** By its number: a point, or that of a note, comes to hand; any other note is chosen, too. */
  take(number) {
    const twin = this.list.at(number);
    if (!twin) return undefined;
    if (!twin.point) return this.both(twin.id);
    this.on.choose(twin.point);
    this.on.reveal(twin.point);
    return say("This point is at hand. Press G to group the note into it.");
  }

  look(number) {
    const twin = this.list.at(number);
    if (!twin) return undefined;
    return twin.id === twin.point ? this.show(twin.id) : this.open(twin.id);
  }
}
