/** The one honest word on the connection, derived from acknowledgements and never from hope. */

const GRACE = 3_000; // milliseconds before a lost connection is worth a word

export class Status {
  /** @param {object} live what it speaks for: `socket`, `outbox`, `unsaved`, `texts` */
  constructor(live) {
    this.live = live;
    this.listeners = new Set();
    this.lostAt = null;
    this.trouble = null;
    this.ended = false;
    this.element = document.getElementById("connection");
    setInterval(() => this.renew(), 1_000);
  }

  listen(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Looks again. @param {object} [trouble] a refusal of the line itself */
  renew(trouble) {
    if (trouble) this.trouble = trouble;
    const connected = this.live.socket.connected;
    this.lostAt = connected ? null : (this.lostAt ?? Date.now());
    const now = this.word(connected);
    if (connected && now.state === "saved") this.trouble = null;
    if (this.element) {
      this.element.hidden = now.state === "silent";
      this.element.dataset.state = now.state;
      this.element.title = this.trouble ? `${this.trouble.what} ${this.trouble.do}` : "";
      if (this.element.textContent !== now.words) this.element.textContent = now.words;
    }
    for (const listener of this.listeners) listener(now);
  }

  /** The database does not take anything now: words stay here and are sent again. */
  notStored(refusal) {
    this.renew(refusal);
    setTimeout(() => this.live.outbox.again(), 2_000);
  }

  /** The session ended; the page keeps its words until somebody signs in again. */
  signedOut() {
    this.ended = true;
    this.notice("signed-out", "You are signed out. What you typed is kept on this page.", [
      ["Sign in again", () => open(`/?next=${encodeURIComponent(location.pathname)}`, "_blank")],
      [
        "Continue here",
        () => {
          this.ended = false;
          this.live.socket.connect();
        },
      ],
    ]);
    this.renew();
  }

  /** Asks whether waiting words may be sent by the person signed in now. */
  askToSendAs(name) {
    return new Promise((resolve) => {
      this.notice("send-as", "Somebody else has signed in on this device.", [
        [`Send the waiting words as ${name}`, () => resolve(true)],
        ["Keep them here", () => resolve(false)],
      ]);
    });
  }

  word(connected) {
    const unsaved = Math.max(this.live.unsaved, this.live.outbox.size);
    const refused = [...this.live.texts.values()].filter((text) => text.refusal).length;
    if (this.ended) return { state: "on_device", unsaved, words: unsaved ? `Signed out, ${unsaved} kept here` : "Signed out" };
    if (refused) return { state: "needs_you", unsaved, words: "One note needs you" };
    if (this.trouble?.code === "database_unavailable" && unsaved) {
      return { state: "on_device", unsaved, words: `Not stored yet, ${unsaved} on this device` };
    }
    if (connected) {
      return unsaved
        ? { state: "sending", unsaved, words: "Sending" }
        : { state: "saved", unsaved, words: "Saved" };
    }
    if (Date.now() - this.lostAt < GRACE) {
      return { state: unsaved ? "sending" : "silent", unsaved, words: unsaved ? "Sending" : "" };
    }
    if (unsaved) return { state: "on_device", unsaved, words: `${unsaved} on this device` };
    return { state: "reconnecting", unsaved, words: "Reconnecting, your notes are kept" };
  }

  notice(id, words, choices) {
    document.getElementById(id)?.remove();
    const box = document.createElement("section");
    box.id = id;
    box.className = "notice";
    box.dataset.look = "care";
    box.setAttribute("role", "alert");
    box.append(words, " ");
    for (const [label, act] of choices) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.dataset.size = "small";
      button.textContent = label;
      button.addEventListener("click", () => {
        act();
        if (label !== "Sign in again") box.remove();
      });
      box.append(button, " ");
    }
    document.getElementById("main").prepend(box);
  }
}
