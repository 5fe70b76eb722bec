/**
 * What pages that are gone left in the journal: taken up again, sent once, in its order.
 *
 * Words of another person wait for the answer to a question. A text this page has words of its own
 * for is sent beside it, from a replica of its own: its words come back by the channel.
 */

const LOOK_AGAIN = 15_000; // milliseconds between looks for pages of this browser that are gone

export class Replay {
  /** @param {object} live the page's line */
  constructor(live) {
    this.live = live;
    this.held = []; // entries of another person
    this.asked = false;
    if (!live.journal) return;
    live.journal.onTrouble = () => this.trouble(live.journal.trouble);
    live.journal.onTaken = () => this.handOver();
  }

  /** The journal keeps nothing, or does again: then also what it could not take before. */
  trouble(trouble) {
    this.live.status.journalTrouble(trouble);
    if (trouble) return;
    for (const text of this.live.allTexts()) if (text.unkept) text.keep();
  }

  /** Reads what was left and begins with it; the pages' texts are there when this is done. */
  async begin() {
    if (!this.live.journal) return;
    this.takeUp(await this.live.journal.takeOver({ entriesOnly: true }));
    // Where pages cannot hear each other, two of them would take the same words in turns.
    if (!this.live.journal.tabs.channel) return;
    setInterval(async () => this.takeUp(await this.live.journal.takeOver()), LOOK_AGAIN);
  }

  /** Once the line is open: may what another person left be sent? */
  async askAboutOthers() {
    if (!this.held.length || this.asked) return;
    this.asked = true;
    const names = [...new Set(this.held.map(({ name }) => name))].join(", ");
    if (!(await this.live.status.askToSendFor(names, this.held.length))) return;
    for (const entry of this.held.splice(0)) this.begins(entry);
    this.live.status.renew();
  }

  takeUp(entries) {
    const { name } = this.live.who;
    const commandsFirst = [
      ...entries.filter(({ kind }) => kind === "command"),
      ...entries.filter(({ kind }) => kind === "text"),
    ];
    for (const entry of commandsFirst) {
      if (entry.name === name) this.begins(entry);
      else this.held.push(entry);
    }
    if (!entries.length) return;
    this.live.status.renew();
    if (this.live.socket.connected) this.askAboutOthers();
  }

  begins(entry) {
    if (entry.kind === "command") this.live.carry(entry, Promise.resolve("kept"));
    else this.text(entry);
  }

  text(entry) {
    const { live } = this;
    const text = live.newText(entry.text, 0, "");
    text.resume(entry);
    text.describe = () => entry.about;
    if (live.texts.has(text.id)) live.others.add(text);
    else live.texts.set(text.id, text);
    if (text.replica.sent && !text.refusal) live.travel(text, Promise.resolve("kept"));
    else if (!text.refusal) text.soon();
  }

  /** This page was asleep and another has taken over all that it had kept. */
  handOver() {
    for (const text of this.live.allTexts()) {
      if (text.kept) text.handOver();
      else if (text.unsaved || text.refusal) text.keep();
    }
    this.held = [];
    for (const text of this.live.others) if (!text.unsaved) this.live.others.delete(text);
  }
}
