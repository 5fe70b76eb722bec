/**
 * This page's line to the authority: channels it follows, commands it sends, texts it shows.
 *
 * A frame covers the stretch `from`..`to` of the workshop's numbers for its channel. Whatever is
 * not acknowledged stays here and is sent again after every reconnection.
 */

import { io } from "../../dist/socket.io.esm.min.js";
import { Outbox } from "./outbox.js";
import { Status } from "./status.js";
import { Text } from "./text.js";

const JOIN_AGAIN = 2_000; // milliseconds after a join that was lost or came too soon
const SYMBOLS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** The one line of this page. */
export function openLive() {
  return new Live();
}

class Live {
  constructor() {
    this.channels = new Map();
    this.texts = new Map();
    this.person = null;
    this.socket = io({
      auth: (give) => this.credentials(give),
      transports: ["websocket", "polling"],
      reconnectionDelay: 500,
      reconnectionDelayMax: 4_000,
      timeout: 8_000,
    });
    this.outbox = new Outbox((messages) => this.emit(messages));
    this.status = new Status(this);
    this.socket.on("connect", () => this.connected());
    this.socket.on("disconnect", () => this.lost());
    this.socket.on("connect_error", (error) => this.refusedEntry(error));
    this.socket.on("signed_out", () => this.status.signedOut());
    this.socket.on("frame", (frame) => this.frame(JSON.parse(frame)));
    this.socket.on("answers", (answers) => {
      this.outbox.answered(answers);
      this.status.renew();
    });
    this.socket.on("not_stored", (refusal) => this.status.notStored(refusal));
    addEventListener("online", () => this.socket.connect());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && !this.socket.connected) this.socket.connect();
    });
  }

  /** An id of this client's making; `crypto.randomUUID` is missing over plain http. */
  newId() {
    const random = crypto.getRandomValues(new Uint8Array(20));
    return Array.from(random, (byte) => SYMBOLS[byte % SYMBOLS.length]).join("");
  }

  /** Joins a channel for as long as the page lives. @param {{fresh, entry}} listener */
  follow(channel, listener) {
    this.channels.set(channel, { listener, number: null });
    if (this.socket.connected) this.join(channel);
  }

  /** Carries out a command; the promise holds until it is durable, over any disconnection. */
  send(kind, facts) {
    const answer = this.outbox.send({ id: this.newId(), do: kind, ...facts });
    answer.catch(() => {}).finally(() => this.status.renew());
    this.status.renew();
    return answer;
  }

  /** The live text with that id; words of ours that are not acknowledged are never replaced. */
  openText(id, version, words) {
    let text = this.texts.get(id);
    if (!text) {
      text = new Text(id, version, words, (which) => this.sendEdit(which));
      text.onState(() => this.status.renew());
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

  async credentials(give) {
    try {
      const response = await fetch("/session", { headers: { Accept: "application/json" } });
      const session = await response.json();
      this.person ??= session.name;
      if (session.name && session.name !== this.person && !(await this.mayChange(session))) {
        return; // the question is on the screen; nothing is sent in another's name unasked
      }
      give({ csrf: session.csrf });
    } catch {
      give({});
    }
  }

  async mayChange(session) {
    if (!this.unsaved && !this.outbox.size) {
      location.reload();
      return false;
    }
    const agreed = await this.status.askToSendAs(session.name);
    if (agreed) this.person = session.name;
    return agreed;
  }

  get unsaved() {
    let count = 0;
    for (const text of this.texts.values()) if (text.unsaved) count += 1;
    return count;
  }

  sendEdit(text) {
    if (!this.socket.connected) return this.status.renew();
    const edit = text.take(this.newId());
    if (!edit) return undefined;
    text.travelling = true;
    this.outbox
      .send({ id: edit.command, do: "edit_text", text: text.id, base: edit.base, change: edit.change })
      .then((answer) => text.acknowledge(edit.command, answer.version))
      .catch((refusal) => {
        if (text.replica.sent?.command !== edit.command) return;
        text.refuse(refusal);
        if (refusal.code === "stale") this.fetchChanges(text).then(() => text.lift());
      });
    return this.status.renew();
  }

  emit(messages) {
    if (!this.socket.connected) return false;
    this.socket.emit("commands", messages);
    return true;
  }

  async connected() {
    await Promise.all([...this.channels.keys()].map((channel) => this.join(channel)));
    for (const text of this.texts.values()) {
      if (text.replica.sent) text.travelling = true;
    }
    this.outbox.again();
    for (const text of this.texts.values()) if (text.unsaved) text.soon();
    this.status.renew();
  }

  lost() {
    for (const text of this.texts.values()) text.travelling = false;
    this.status.renew();
  }

  refusedEntry(error) {
    if (error.data?.code === "signed_out" || error.data?.code === "csrf") this.status.signedOut();
    else this.status.renew(error.data);
  }

  async join(channel) {
    const kept = this.channels.get(channel);
    const since = kept.number ?? undefined;
    const answer = await this.ask("join", { channel, since });
    if (!answer || answer.refused?.code === "too_often") {
      setTimeout(() => this.socket.connected && this.join(channel), JOIN_AGAIN);
      return;
    }
    if (answer.refused) {
      this.status.renew(answer.refused);
      return;
    }
    kept.number = answer.to;
    kept.listener.now?.(answer.now);
    if (answer.state) kept.listener.fresh(answer.state);
    else this.take(kept, answer.entries);
  }

  frame({ channel, from, to, entries }) {
    const kept = this.channels.get(channel);
    if (!kept || kept.number === null || to <= kept.number) return;
    if (from > kept.number) {
      this.join(channel);
      return;
    }
    kept.number = to;
    this.take(kept, entries);
    this.status.renew();
  }

  take(kept, entries) {
    for (const entry of entries) {
      if (entry.text !== undefined) this.change(entry);
      else kept.listener.entry(entry);
    }
  }

  change(entry) {
    const text = this.texts.get(entry.text);
    if (!text) return; // its item comes with its words
    try {
      text.receive(entry);
    } catch {
      this.fetchChanges(text);
    }
  }

  async fetchChanges(text) {
    const answer = await this.ask("changes", { text: text.id, since: text.version });
    for (const change of answer?.changes ?? []) text.receive(change);
  }

  async ask(name, message) {
    try {
      return await this.socket.timeout(8_000).emitWithAck(name, message);
    } catch {
      return null; // the connection broke or stalls; connecting anew joins anew
    }
  }
}
