/** Whether what the watch shows is of now, and what the time is at the server. */

const UNHEARD = 7_000; // milliseconds without a word from the server, which speaks every 2 s
const GRACE = 2_000; // milliseconds before a lost connection is worth a word

export class Freshness {
  /** @param {object} live @param {string} now the server's time when it made the page */
  constructor(live, now) {
    this.live = live;
    this.offset = Date.parse(now) - Date.now();
    this.heardAt = performance.now();
    this.since = Date.parse(now);
    this.notice = document.getElementById("out-of-date");
    this.tables = document.getElementById("tables");
  }

  /** The server spoke. @param {string} moment its time */
  heard(moment) {
    this.since = Date.parse(moment);
    this.offset = this.since - Date.now();
    this.heardAt = performance.now();
  }

  /** Milliseconds since 1970 at the server, whatever this device's clock says. */
  now() {
    return Date.now() + this.offset;
  }

  draw() {
    const silent = performance.now() - this.heardAt;
    const lost = !this.live.socket.connected && silent > GRACE;
    const stale = lost || silent > UNHEARD;
    document.querySelector(".watch").toggleAttribute("data-stale", stale);
    if (this.notice.hidden !== !stale) this.notice.hidden = !stale;
    if (!stale) return;
    const at = new Date(this.since - this.offset).toLocaleTimeString("en-GB");
    const words = `Out of date since ${at}. This page has no connection; the tables go on, and it will catch up by itself.`;
    const said = this.notice.querySelector("strong");
    if (said.textContent !== words) said.textContent = words;
  }
}
