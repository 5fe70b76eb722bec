/**
 * Coming back: from sleep, from the background, from a network that was away or only seemed there.
 * A line that was open before a sleep is not believed until it answers.
 */

const ANSWERS_WITHIN = 2_500; // milliseconds a line has to show, after a wake-up, that it lives
const NOT_AGAIN = 4_000; // milliseconds between two looks
const WORTH_A_WORD = 30_000; // milliseconds away after which somebody wants to know what happened
const SETTLED_WITHIN = 10_000; // milliseconds until it is told what was sent
const SIGNS = ["online", "pageshow", "focus"];

export class Waking {
  /** @param {object} live the page's line */
  constructor(live) {
    this.live = live;
    this.looked = 0;
    this.lostAt = null;
    this.listeners = new Set();
    for (const sign of SIGNS) addEventListener(sign, (event) => this.awake(event));
    for (const sign of ["visibilitychange", "resume"]) {
      document.addEventListener(sign, (event) => this.awake(event));
    }
  }

  /** @param {(back: {away: number, sent: number}) => void} listener milliseconds, texts */
  onBack(listener) {
    this.listeners.add(listener);
  }

  /** Breaks the line and takes a new one at once, without waiting for the next attempt's turn. */
  freshLine() {
    this.live.socket.disconnect();
    this.live.socket.connect();
  }

  async awake(event) {
    if (event.persisted) return location.reload(); // out of the cache of pages: long out of date
    const now = Date.now();
    if (document.hidden || (now - this.looked < NOT_AGAIN && event.type !== "online")) return;
    this.looked = now;
    const { channels, socket } = this.live;
    await this.live.restored;
    if (!socket.connected) return this.freshLine();
    const lives = await channels.probe(ANSWERS_WITHIN);
    if (!lives && socket.connected) this.freshLine();
  }

  lost() {
    this.lostAt ??= Date.now();
  }

  /** The line is there again; says so once what waited has been sent. */
  back() {
    if (this.lostAt === null) return;
    const away = Date.now() - this.lostAt;
    this.lostAt = null;
    if (away < WORTH_A_WORD) return;
    const waiting = [...this.live.allTexts()].filter((text) => text.unsaved);
    const tell = () => {
      forget();
      clearTimeout(latest);
      const sent = waiting.filter((text) => !text.unsaved).length;
      for (const listener of this.listeners) listener({ away, sent });
    };
    const forget = this.live.onStatus(({ unsaved }) => unsaved || tell());
    const latest = setTimeout(tell, SETTLED_WITHIN);
    this.live.status.renew();
  }
}
