/**
 * One note as this page knows it: what the authority told of it, and what was asked for since.
 * It must not know how it looks.
 *
 * @typedef {object} Facts as `note_state` in services/views.py gives them
 */

import { over } from "./naming.js";

const QUIETLY = new Set(["move_not_possible", "words_needed"]); // somebody else was first

export class Note {
  /**
   * @param {object} live @param {Partial<Facts>} facts
   * @param {{made: boolean}} how whether the authority knows of it
   */
  constructor(live, facts, { made }) {
    this.live = live;
    this.facts = { status: "writing", countries: [], subtopic: null, position: null, ...facts };
    this.wishes = new Map();
    this.made = made;
    this.text = null;
    this.leaving = false;
    this.chosen = false; // whether somebody said what it is, so that it follows no other note
    this.unsentAnswer = "";
    this.answerRefused = false;
    this.onChange = () => {};
    this.onRefusal = () => {};
    if (made) this.open();
    for (const waiting of live.waitingFor(this.id)) this.resume(waiting);
  }

  get id() {
    return this.facts.id;
  }

  /** A fact as asked for here, else as told. @param {string} name */
  get(name) {
    return this.wishes.has(name) ? this.wishes.get(name).value : this.facts[name];
  }

  get words() {
    return this.text?.words ?? "";
  }

  /** Whether it stands among the sheet's notes. */
  get standing() {
    return this.get("status") !== "withdrawn";
  }

  /** The authority told it anew. @param {Facts} facts */
  told(facts) {
    this.facts = facts;
    this.made = true;
    this.open();
    this.onChange();
  }

  /** Becomes a note of the sheet, before its first word is typed. */
  make(sheet, position) {
    this.made = true;
    this.facts.position = position;
    const { id, kind, subtopic } = this.facts;
    this.facts.sheet = sheet;
    this.text = this.live.openText(id, 0, "");
    this.text.describe = () => this.asShown();
    this.live
      .send("add_note", { note: id, sheet, kind, subtopic, position })
      .catch((refusal) => this.text.refuse(refusal));
  }

  /** Sets a fact here at once, and asks for it; a note that is not made yet only keeps it. */
  wish(command, name, value) {
    this.chosen = true;
    if (!this.made) this.facts[name] = value;
    else this.ask(command, { note: this.id, value }, { [name]: value });
    this.onChange();
  }

  /** Sets the countries; whoever agreed to be named was not asked about those that come now. */
  putCountries(countries) {
    const held = this.get("countries");
    const anew = this.made && this.get("agreed") && countries.some((each) => !held.includes(each));
    if (!anew) return this.wish("set_note_countries", "countries", countries);
    const wanted = { countries, ...over(this) };
    return this.ask("set_note_countries", { note: this.id, value: countries }, wanted);
  }

  /** Submits it, once its words have arrived. */
  submit() {
    if (!this.made || this.leaving || this.get("status") !== "writing") return;
    this.leaving = true;
    const send = () => {
      if (!this.text || (this.text.unsaved && !this.text.refusal)) return;
      forget();
      this.leaving = false;
      if (this.words.trim() && this.get("status") === "writing") {
        this.ask("submit_note", { note: this.id }, { status: "submitted" });
      }
    };
    const forget = this.text.onState(send);
    send();
  }

  withdraw() {
    return this.ask("withdraw_note", { note: this.id }, { status: "withdrawn" });
  }

  restore() {
    return this.ask("restore_note", { note: this.id }, { status: "submitted" });
  }

  /** Answers the moderator; refused words come back as not sent. */
  async answer(words) {
    this.unsentAnswer = "";
    const wanted = { status: "submitted", answer: words };
    const taken = await this.ask("answer_question", { note: this.id, answer: words }, wanted);
    this.answerRefused = !taken;
    if (!taken) this.unsentAnswer = words;
    this.onChange();
  }

  /**
   * Sends a command and shows meanwhile what it will lead to.
   * @param {Record<string, any>} wanted
   * @returns {Promise<boolean>} false when it was refused
   */
  ask(command, facts, wanted) {
    return this.follow(command, wanted, this.live.send(command, facts, wanted));
  }

  /** A command that an earlier page asked for and this one sends. */
  resume({ message, wanted, answer }) {
    return this.follow(message.do, wanted, answer);
  }

  async follow(command, wanted, answer) {
    const wish = {};
    for (const [name, value] of Object.entries(wanted)) this.wishes.set(name, { value, wish });
    this.onChange();
    try {
      await answer;
      this.settle(wanted, wish, { granted: true });
      return true;
    } catch (refusal) {
      this.settle(wanted, wish, { granted: false });
      if (command !== "submit_note" || !QUIETLY.has(refusal.code)) this.onRefusal(refusal);
      return false;
    }
  }

  /** Its facts as this page shows them, for a page that has nothing else to show. */
  asShown() {
    const wished = [...this.wishes].map(([name, { value }]) => [name, value]);
    const { version, text } = { version: this.text.version, text: this.text.replica.text };
    return { ...this.facts, ...Object.fromEntries(wished), version, text };
  }

  settle(wanted, wish, { granted }) {
    for (const [name, value] of Object.entries(wanted)) {
      if (this.wishes.get(name)?.wish !== wish) continue; // asked for something else since
      this.wishes.delete(name);
      if (granted) this.facts[name] = value;
    }
    this.onChange();
  }

  open() {
    this.text = this.live.openText(this.id, this.facts.version, this.facts.text);
    this.text.describe = () => this.asShown();
  }
}
