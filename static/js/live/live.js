/**
 * This page's line to the authority: commands it sends, texts it shows, channels it follows.
 *
 * Whatever is not acknowledged is in the journal before it is sent, stays here, and is sent again
 * after every reconnection; so is what a page that is gone left in the journal.
 */

import { io } from "../../dist/socket.io.esm.min.js";
import { Channels } from "./channels.js";
import { Journal } from "./journal.js";
import { Replay } from "./journal_replay.js";
import { Outbox } from "./outbox.js";
import { Status } from "./status.js";
import { Text } from "./text.js";
import { Waking } from "./waking.js";
import { whoThisPageIsFor } from "./who.js";

const ASK_WITHIN = 8_000; // milliseconds
const CAUGHT_UP_WITHIN = 1_000; // milliseconds in which a channel brings what came before an edit

/**
 * The one line of this page.
 * @param {{keeps?: boolean}} [how] whether people write here, so that their words are journalled
 */
export function openLive({ keeps = false } = {}) {
  return new Live({ keeps });
}

class Live {
  constructor({ keeps }) {
    this.who = whoThisPageIsFor();
    this.socket = io({
      autoConnect: false,
      auth: (give) => this.credentials(give),
      transports: ["websocket", "polling"],
      reconnectionDelay: 500,
      reconnectionDelayMax: 2_500, // with a silent attempt, below ten seconds: as words are promised
      timeout: 6_000,
    });
    this.texts = new Map();
    this.others = new Set(); // texts of pages that are gone, where this page has the text as well
    this.channels = new Channels(this);
    this.waking = new Waking(this);
    this.outbox = new Outbox(
      (messages) => this.emit(messages),
      () => this.who.person,
      () => this.waking.freshLine(),
    );
    this.journal = keeps ? new Journal(this.who.workshop, () => this.newId()) : null;
    this.status = new Status(this);
    this.replay = new Replay(this);
    this.ways = this.waysOfTexts();
    this.listen();
    /** What a page that is gone had left; the line opens when it has been read. */
    this.restored = this.replay.begin();
    this.restored.then(() => this.socket.connect());
  }

  /** An id: the time, so that ids of one moment lie together in the database, then chance. */
  newId() {
    const random = crypto.getRandomValues(new Uint8Array(12)); // plain http has no randomUUID
    const chance = Array.from(random, (byte) => (byte % 36).toString(36)).join("");
    return Date.now().toString(36).padStart(8, "0").slice(-8) + chance;
  }

  /** Joins a channel for as long as the page lives. @param {{fresh, entry}} listener */
  follow(channel, listener) {
    this.channels.follow(channel, listener);
  }

  /**
   * Carries out a command; the promise holds until it is durable, over any disconnection.
   * @param {string} kind @param {object} facts
   * @param {object} [wanted] what it will lead to, shown again by a page that replays it
   */
  send(kind, facts, wanted = null) {
    const message = { id: this.newId(), do: kind, ...facts };
    const { person, name } = this.who;
    const entry = { kind: "command", key: message.id, message, wanted, person, name };
    return this.carry({ ...entry, at: Date.now(), order: this.journal?.nextOrder() ?? 0 });
  }

  /** The live text with that id; words of ours that are not acknowledged are never replaced. */
  openText(id, version, words) {
    let text = this.texts.get(id);
    if (!text) {
      text = this.newText(id, version, words);
      this.texts.set(id, text);
    } else if (text.unsaved && version > text.version) {
      this.fetchChanges(text);
    } else {
      text.renew(version, words);
    }
    return text;
  }

  text(id) {
    return this.texts.get(id);
  }

  onStatus(listener) {
    return this.status.listen(listener);
  }

  /** Commands about a note or point that are not answered. @param {string} id */
  waitingFor(id) {
    const about = ({ message }) => message.note === id || message.point === id;
    return [...this.outbox.waiting.values()].filter((one) => one.wanted && about(one));
  }

  /** Lets go of a text with its words; somebody decided so. */
  forget(text) {
    text.letGo();
    this.others.delete(text);
    if (this.texts.get(text.id) === text) this.texts.delete(text.id);
    this.status.renew();
  }

  /** Every text with words of this device, also those this page does not show. */
  *allTexts() {
    yield* this.texts.values();
    yield* this.others;
  }

  /** How many texts have words that are not acknowledged. */
  get unsaved() {
    return [...this.allTexts()].filter((text) => text.unsaved).length;
  }

  /** Milliseconds since epoch of the oldest unacknowledged word or command, or null. */
  get waitingSince() {
    const moments = [...this.allTexts()].map((text) => text.waitingSince);
    const waiting = [...moments, this.outbox.waitingSince].filter((moment) => moment !== null);
    return waiting.length ? Math.min(...waiting, Date.now()) : null;
  }

  /** Sends a command that the journal holds, or is to hold, as `entry`. */
  carry(entry, kept = this.keep(entry)) {
    const { message, person, wanted, at: since } = entry;
    const answer = this.outbox.send(message, kept, { person, wanted, since });
    answer.catch(() => {}).finally(() => {
      this.journal?.drop(entry.key);
      this.status.renew();
    });
    this.status.renew();
    return answer;
  }

  newText(id, version, words) {
    const text = new Text(id, version, words, this.ways);
    text.onState(() => this.status.renew());
    return text;
  }

  waysOfTexts() {
    return {
      newId: () => this.newId(),
      person: () => this.who.person,
      outgoing: (text) => this.sendEdit(text),
      drop: (text) => this.journal?.drop(text.key),
      keep: (text) => {
        const { id, key, person, replica, refusal } = text;
        const about = text.describe();
        const at = text.waitingSince ?? Date.now();
        const { name } = this.who;
        const order = this.journal?.nextOrder() ?? 0;
        const entry = { kind: "text", key, text: id, replica, refusal, person, name, about, at, order };
        return this.keep(entry);
      },
    };
  }

  keep(entry) {
    return this.journal ? this.journal.keep(entry) : Promise.resolve("unkept");
  }

  listen() {
    const { socket } = this;
    socket.on("connect", () => this.connected());
    socket.on("disconnect", () => this.lost());
    socket.on("connect_error", (error) => this.refusedEntry(error));
    socket.on("signed_out", () => this.status.signedOut());
    socket.on("frame", (frame) => this.channels.frame(JSON.parse(frame)));
    socket.on("answers", (answers) => {
      this.outbox.answered(answers);
      this.status.renew();
    });
    socket.on("not_stored", (refusal) => this.status.notStored(refusal));
  }

  async credentials(give) {
    try {
      const response = await fetch("/session", { headers: { Accept: "application/json" } });
      const session = await response.json();
      if (session.name && !(await this.mayGoOnAs(session))) return; // the question is on the screen
      give({ csrf: session.csrf });
    } catch {
      give({});
    }
  }

  /** Nothing is sent in another's name unasked; the same name signed in anew is the same person. */
  async mayGoOnAs({ person, name }) {
    if (this.who.name && name !== this.who.name) {
      if (!this.unsaved && !this.outbox.size) {
        location.reload();
        return false;
      }
      if (!(await this.status.askToSendAs(this.who.name, name))) return false;
    }
    Object.assign(this.who, { person, name });
    return true;
  }

  sendEdit(text) {
    if (!this.socket.connected || !text.take(this.newId())) return this.status.renew();
    text.travelling = true;
    return this.travel(text, text.keep());
  }

  /** Sends the frozen edit of a text as it is. @param {Promise<string>} kept */
  travel(text, kept) {
    const { command, base, change } = text.replica.sent;
    const frozen = () => text.replica.sent?.command === command;
    // Another page has what was kept of this text; an edit that never was goes on from here.
    const held = kept.then((became) => (became === "taken" && frozen() ? text.keep() : became));
    const message = { id: command, do: "edit_text", text: text.id, base, change };
    this.outbox
      .send(message, held, { person: text.person, since: text.waitingSince ?? Date.now() })
      .then((answer) => this.stored(text, command, answer.version))
      .catch((refusal) => {
        if (!frozen()) return;
        text.refuse(refusal);
        if (refusal.code === "stale") this.fetchChanges(text).then(() => text.lift());
      });
    return this.status.renew();
  }

  stored(text, command, version) {
    text.acknowledge(command, version);
    const behind = () => text.replica.sent?.command === command;
    if (behind()) setTimeout(() => behind() && this.fetchChanges(text), CAUGHT_UP_WITHIN);
    if (this.others.has(text) && !text.unsaved) this.others.delete(text);
  }

  emit(messages) {
    if (!this.socket.connected) return false;
    this.socket.emit("commands", messages);
    return true;
  }

  /** What waits goes out first, in its order: nothing typed from now on overtakes it. */
  async connected() {
    for (const text of this.allTexts()) if (text.replica.sent) text.travelling = true;
    this.outbox.again();
    for (const text of this.allTexts()) if (text.unsaved) text.soon();
    await this.channels.joinAll();
    this.status.renew();
    this.replay.askAboutOthers();
    this.waking.back();
  }

  lost() {
    this.waking.lost();
    for (const text of this.allTexts()) text.travelling = false;
    this.status.renew();
  }

  refusedEntry(error) {
    if (error.data?.code === "signed_out" || error.data?.code === "csrf") this.status.signedOut();
    else this.status.renew(error.data);
  }

  /** A change from a channel. */
  change(entry) {
    for (const text of [this.texts.get(entry.text), ...this.others]) {
      if (text?.id !== entry.text) continue; // its item comes with its words
      try {
        text.receive(entry);
      } catch {
        this.fetchChanges(text);
      }
    }
  }

  async fetchChanges(text) {
    const answer = await this.ask("changes", { text: text.id, since: text.version });
    for (const change of answer?.changes ?? []) text.receive(change);
  }

  /** Asks the authority; null when the line breaks or does not answer in time. */
  async ask(name, message, within = ASK_WITHIN) {
    try {
      return await this.socket.timeout(within).emitWithAck(name, message);
    } catch {
      return null;
    }
  }
}
