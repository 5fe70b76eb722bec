/** What a moderator does with notes: decide, group, take back; it draws nothing. */

import { say, show } from "../frame/say.js";
import { between } from "../live/positions.js";
import { Ahead } from "./ahead.js";
import { Done } from "./done.js";
import { inOrder } from "./model.js";

const STEADY = 700; // milliseconds the words must have stood still before a key decides on them

export const NOTHING_DONE =
  "You have decided nothing here that is still to be taken back. What is older is in a note’s history (H).";

/** Each decision: its command, the state it leads to, and its words. */
export const DECISIONS = {
  accept: { command: "accept_note", state: "accepted", key: "A", words: "Accept", did: "Accepted" },
  return: { command: "return_note", state: "returned", key: "R", words: "Return", did: "Returned" },
  park: { command: "park_note", state: "parked", key: "P", words: "Park", did: "Parked" },
  rule_out: {
    command: "rule_out_note",
    state: "out_of_scope",
    key: "O",
    words: "Rule out",
    did: "Ruled out of scope",
  },
};

export class Decisions {
  /**
   * @param {(name: string, note: object) => Promise<object|null>} ask for a question or reason
   * @param {object[]} told of what this person decided last, as services/synthesis/latest.py does
   */
  constructor(board, live, topic, ask, told) {
    this.board = board;
    this.live = live;
    this.topic = topic;
    this.ask = ask;
    this.done = new Done(`done:${topic}:${live.who.person}`, told);
    this.ahead = new Ahead();
    this.troubles = []; // decisions that were not applied
    this.wanted = null; // the point whose field should take the caret when it appears
  }

  /** Whether a decision can be taken on the notes chosen, or on the one in focus. */
  can(name) {
    return this.chosenNotes().some((note) => !this.isSo(note, name));
  }

  /** Takes a decision on the notes chosen, or on the one in focus, on the words as they were read. */
  async decide(name) {
    if (!this.can(name) || !this.steady()) return;
    const notes = this.chosenNotes().filter((note) => !this.isSo(note, name));
    const facts = await this.ask(name, notes.length > 1 ? this.together(notes) : notes[0]);
    if (!facts) return;
    const at = Date.now();
    const { did, state } = DECISIONS[name];
    const next = this.board.nextToRead();
    for (const note of notes) this.board.pending.set(note.id, state);
    this.advance(next);
    const many = notes.length > 1 ? `${notes.length} notes ` : "";
    say(`${many ? many + did.toLowerCase() : did}. ${this.board.toRead} to read.`);
    const agreed = await Promise.all(notes.map((note) => this.send(name, note, facts)));
    const done = notes.filter((_, at) => agreed[at]);
    if (done.length) {
      const words = many ? `${done.length} ${did.toLowerCase()}` : did;
      this.keep(words, agreed.filter(Boolean), done, at);
    }
  }

  /** What is asked about several notes at once stands over their words. */
  together(notes) {
    const said = notes.map((note) => `${this.board.tableName(note.table)}: ${note.text.trim()}`);
    return { text: [`${notes.length} notes together`, ...said].join("\n\n") };
  }

  /** Takes back the last thing done: exactly what was before is there again. */
  async undo() {
    if (this.board.pending.size) {
      return show("Your last decision is still on its way. Press U again once it is saved.");
    }
    const last = this.done.take();
    if (!last) return show(NOTHING_DONE);
    const refusals = await this.takeBack(last);
    if (refusals.length) return this.failUndo(last, refusals);
    for (const { id, status } of last.notes) this.answered(id, { status });
    if (last.notes.length) this.board.setFocus(last.notes[0].id);
    return show(`Taken back: ${last.words.toLowerCase()}. ${this.board.toRead} to read.`);
  }

  /**
   * Takes back what rests on other decisions before those; what does not rest on one another, all
   * at once: two hundred answers one after the other take ten seconds.
   * @returns {Promise<{decision: string, refusal: object}[]>} what was refused
   */
  async takeBack({ commands, notes, apart }) {
    const refusals = [];
    const back = (decision) => {
      const sent = this.live.send("undo_decision", { decision });
      return sent.catch((refusal) => refusals.push({ decision, refusal }));
    };
    const [deciding, resting] = [commands.slice(0, notes.length), commands.slice(notes.length)];
    if (apart) await Promise.all(resting.map(back));
    else for (const decision of resting.reverse()) await back(decision);
    await Promise.all(deciding.map(back));
    return refusals;
  }

  /** Puts the chosen notes, or the one in focus, among the sources of the current point. */
  async group() {
    const point = this.board.points.get(this.board.current);
    if (!point) return show("Choose a point first, or make a new one with N.");
    const notes = this.chosenNotes();
    if (!notes.length || !this.steady()) return undefined;
    const at = Date.now();
    const next = this.board.nextToRead();
    const fresh = notes.filter((note) => !point.sources.includes(note.id));
    this.advance(next);
    const { accepted, taken } = await this.acceptAll(fresh);
    const { commands, count } = await this.join(point.id, taken);
    this.keepGrouped(accepted, commands, at);
    return say(`${count} grouped. ${this.board.toRead} to read.`);
  }

  /** A new point resting on the chosen notes, or on the one in focus; its words are not written. */
  async newPoint() {
    const notes = this.chosenNotes();
    if (!notes.length || !this.steady()) return;
    const at = Date.now();
    const next = this.board.nextToRead();
    this.ahead.begin();
    this.advance(next);
    const { accepted, taken } = await this.acceptAll(notes);
    if (!taken.length) return void this.ahead.end();
    const point = this.live.newId();
    this.wanted = point;
    this.board.current = point;
    const made = await this.live
      .send("add_point", this.pointFacts(point, taken))
      .catch((refusal) => {
        this.fail(taken[0], "make a point of it", refusal);
      });
    if (!made) {
      this.wanted = null;
      this.ahead.end();
    }
    this.keepGrouped(accepted, made ? [made.id] : [], at);
  }

  /** Forgets that a decision was not applied. */
  settle(trouble) {
    this.troubles = this.troubles.filter((one) => one !== trouble);
    this.board.changed();
  }

  isSo(note, name) {
    return this.board.status(note) === DECISIONS[name].state;
  }

  /** Words that moved, or a note decided by somebody else, a blink ago were not yet read. */
  steady() {
    const seen = this.board.seen;
    if (!seen?.movedAt || Date.now() - seen.movedAt > STEADY) return true;
    show("The note changed as you pressed. Look at it, then press again.");
    return false;
  }

  advance(next) {
    this.board.chosen.clear();
    if (next) this.board.setFocus(next);
    else this.board.remember();
    this.board.changed();
  }

  chosenNotes() {
    const ids = this.board.chosen.size ? [...this.board.chosen] : [this.board.focus];
    const notes = ids.map((id) => this.board.notes.get(id)).filter(Boolean);
    return notes.filter((note) => this.board.isDecidable(note)).map((note) => ({ ...note }));
  }

  /** Accepts what is not accepted yet. @returns {Promise<{accepted: object, taken: object[]}>} */
  async acceptAll(notes) {
    const open = notes.filter((note) => this.board.status(note) !== "accepted");
    for (const note of open) this.board.pending.set(note.id, "accepted");
    this.board.changed();
    const agreed = await Promise.all(open.map((note) => this.send("accept", note, {})));
    const refused = new Set(open.filter((_, at) => !agreed[at]));
    const taken = notes.filter((note) => !refused.has(note));
    const accepted = { notes: open.filter((note) => !refused.has(note)) };
    return { accepted: { ...accepted, commands: agreed.filter(Boolean) }, taken };
  }

  /** Many join a point by one command; should one of them be refused, each goes by itself. */
  async join(point, notes) {
    if (notes.length > 1) {
      const sent = this.live.send("add_sources", { point, notes: notes.map(({ id }) => id) });
      const id = await sent.then((answer) => answer.id).catch(() => null);
      if (id) return { commands: [id], count: notes.length };
    }
    const joined = await Promise.all(notes.map((note) => this.joinOne(point, note)));
    const commands = joined.filter(Boolean);
    return { commands, count: commands.length };
  }

  /** @returns {Promise<string|null>} the id of the command that did it */
  async joinOne(point, note) {
    try {
      return (await this.live.send("add_source", { point, note: note.id })).id;
    } catch (refusal) {
      this.fail(note, "group it", refusal);
      return null;
    }
  }

  async send(name, note, facts) {
    const { command, state, words } = DECISIONS[name];
    try {
      const seen = { note: note.id, version: note.version, state: note.status };
      const { id } = await this.live.send(command, { ...seen, ...facts });
      this.answered(note.id, { status: state, ...facts });
      return id;
    } catch (refusal) {
      this.fail(note, words.toLowerCase(), refusal);
      return null;
    }
  }

  /** The authority agreed; the board's own frame says the same a moment later. */
  answered(id, fields) {
    this.board.pending.delete(id);
    const note = this.board.notes.get(id);
    if (note) this.board.put({ ...note, ...fields });
    if (id === this.board.focus) this.board.remember();
    this.board.changed();
  }

  fail(note, tried, refusal) {
    this.board.pending.delete(note.id);
    const known = this.board.notes.get(note.id);
    const { version, words } = refusal.facts ?? {};
    if (refusal.code === "version_moved" && known && known.version < version) {
      this.board.put({ ...known, version, text: words });
    }
    const now = refusal.code === "version_moved" ? words : null;
    this.troubles.push({ note: note.id, tried, refusal, before: note.text, now });
    say(`${refusal.title}. ${refusal.do}`, { urgent: true });
    this.board.changed();
  }

  /** Somebody has decided since, or some of it was taken back already: what was left is told. */
  failUndo(last, refusals) {
    const [{ decision, refusal }] = refusals;
    const back = last.commands.length - refusals.length;
    if (back) show(`${back} of ${last.commands.length} taken back; the rest stands.`);
    for (const { id } of last.notes) this.board.pending.delete(id);
    const about = last.notes[last.commands.indexOf(decision)] ?? last.notes[0];
    const note = this.board.notes.get(about?.id);
    if (note) this.fail(note, "take back a decision on", refusal);
    else show(`${refusal.title}. ${refusal.what} ${refusal.do}`);
  }

  /** Remembers what can be taken back; as `Done.keep`. */
  keep(...kept) {
    this.done.keep(...kept);
    this.board.changed();
  }

  /** Notes that were accepted in order to be grouped can be taken back though the point refused. */
  keepGrouped(accepted, grouped, at) {
    const done = [...accepted.commands, ...grouped];
    const words = grouped.length ? "Grouped" : "Accepted";
    if (done.length) this.keep(words, done, accepted.notes, at, { apart: true });
  }

  /** Forgets a decision that was taken back elsewhere, from its history. */
  forget(command) {
    this.done.forget(command);
    this.board.redraw();
  }

  pointFacts(point, notes) {
    const last = [...this.board.points.values()].sort(inOrder).at(-1)?.position ?? null;
    const position = between(last, null);
    const [{ subtopic: first, kind }] = notes;
    const subtopic = notes.every((note) => note.subtopic === first) ? first : null;
    const sources = notes.map((note) => note.id);
    return { point, topic: this.topic, subtopic, kind, statement: "", sources, position };
  }
}
