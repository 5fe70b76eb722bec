/**
 * The one honest word on where the words are, derived from acknowledgements and never from hope:
 * the authority's for "saved", the journal's for "on this device".
 */

import { timeAt } from "../frame/zone.js";
import { drop, notice } from "./notices.js";

const GRACE = 3_000; // milliseconds before a lost connection is worth a word
const LATE = 15_000; // milliseconds without an acknowledgement after which nobody may miss it

const NOT_KEPT = {
  full: "There is no room left on this device to keep your words. Until they are saved they are "
    + "only on this page: leave it open. Free some space, or save a copy.",
  unavailable: "This browser keeps nothing on this device: it is a private window, or its storage "
    + "is switched off or damaged. Until your words are saved they are only on this page: leave "
    + "it open, or go on in an ordinary window.",
};

/** Where the words of one text are, by its state. */
export const SAVES = {
  saved: "Saved",
  sending: "Sending",
  on_device: "On this device",
  in_page: "Only on this page",
  needs_you: "Needs you",
};

export class Status {
  /** @param {object} live what it speaks for */
  constructor(live) {
    this.live = live;
    this.listeners = new Set();
    this.lostAt = null;
    this.trouble = null;
    this.ended = false;
    this.kept = true;
    this.copy = null; // what saves a copy, where a page has one
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
    this.sayWhatIsLate(now.unsaved);
    for (const listener of this.listeners) listener(now);
  }

  /** The database does not take anything now: words stay here and are sent again. */
  notStored(refusal) {
    this.renew(refusal);
    setTimeout(() => this.live.outbox.again(), 2_000);
  }

  /** The journal cannot keep words, or can again. @param {"full"|"unavailable"|null} trouble */
  journalTrouble(trouble) {
    this.kept = trouble === null;
    if (this.kept) drop("not-kept");
    else notice("not-kept", NOT_KEPT[trouble], [...this.copying, ["Understood", () => {}]]);
    this.renew();
  }

  /** The session ended; the page keeps its words until somebody signs in again. */
  signedOut() {
    this.ended = true;
    document.dispatchEvent(new Event("signed-out")); // what is kept of this page goes, too
    const where = this.kept ? "on this device" : "on this page";
    notice("signed-out", `You are signed out. What you typed is kept ${where}.`, [
      ["Sign in again", () => {
        open(`/?next=${encodeURIComponent(location.pathname)}`, "_blank");
        return "stay";
      }],
      ["Continue here", () => {
        this.ended = false;
        this.live.socket.connect();
      }],
    ]);
    this.renew();
  }

  /** Asks whether waiting words may be sent by the person signed in now. */
  askToSendAs(before, now) {
    return asked("send-as", `Somebody else has signed in on this device. Words of ${before} wait.`, [
      `Send them as ${before}'s, by ${now}`,
      "Keep them here",
    ]);
  }

  /** Asks whether what somebody else left on this device may be sent. */
  askToSendFor(before, count) {
    const left = count === 1 ? "Something" : `${count} things`;
    return asked("send-for", `${left} that ${before} wrote on this device could not be sent yet.`, [
      `Send as ${before}'s`,
      "Keep here",
    ]);
  }

  word(connected) {
    const unsaved = Math.max(this.live.unsaved, this.live.outbox.size);
    const here = this.kept ? "on this device" : "only on this page";
    const away = { state: this.kept ? "on_device" : "in_page", unsaved };
    const refused = [...this.live.allTexts()].filter((text) => text.refusal).length;
    if (this.ended) return { ...away, words: unsaved ? `Signed out, ${unsaved} ${here}` : "Signed out" };
    if (refused) {
      const words = refused === 1 ? "One note needs you" : `${refused} notes need you`;
      return { state: "needs_you", unsaved, words };
    }
    if (this.trouble?.code === "database_unavailable" && unsaved) {
      return { ...away, words: `Not stored yet, ${unsaved} ${here}` };
    }
    if (connected) {
      if (this.isLate && unsaved) return { ...away, words: `${unsaved} ${here}` };
      return unsaved
        ? { state: "sending", unsaved, words: "Sending" }
        : { state: "saved", unsaved, words: "Saved" };
    }
    if (Date.now() - this.lostAt < GRACE) {
      return { state: unsaved ? "sending" : "silent", unsaved, words: unsaved ? "Sending" : "" };
    }
    if (unsaved) return { ...away, words: `${unsaved} ${here}` };
    return { state: "reconnecting", unsaved, words: "Reconnecting, your notes are kept" };
  }

  get isLate() {
    const since = this.live.waitingSince;
    return since !== null && Date.now() - since >= LATE;
  }

  /** Calm, and not to be missed: what has waited for long, since when, and where it is safe. */
  sayWhatIsLate(unsaved) {
    if (!this.isLate || !unsaved || this.ended) return drop("unsaved");
    const clock = timeAt(this.live.waitingSince);
    const [what, they] = unsaved === 1 ? ["1 note is", "It is"] : [`${unsaved} notes are`, "They are"];
    const safe = this.kept
      ? "kept on this device and sent as soon as possible."
      : "only on this page: leave it open.";
    return notice("unsaved", `${what} not saved yet, since ${clock}. ${they} ${safe}`, this.copying);
  }

  get copying() {
    return this.copy ? [["Save a copy", () => (this.copy(), "stay")]] : [];
  }
}

function asked(id, words, [yes, no]) {
  return new Promise((resolve) => {
    notice(id, words, [[yes, () => resolve(true)], [no, () => resolve(false)]]);
  });
}
