/** Which pages of this browser are open now; it must not know what they keep. */

const ANSWER_WITHIN = 200; // milliseconds; whoever is slower loses nothing, see journal.js
const NAME = "discussion-tabs";

export class OpenTabs {
  /** @param {() => string} self the id under which this page answers */
  constructor(self) {
    this.self = self;
    this.heard = new Set();
    if (!("BroadcastChannel" in globalThis)) return;
    this.channel = new BroadcastChannel(NAME);
    this.channel.onmessage = ({ data }) => {
      if (data === "who is here?") this.channel.postMessage({ here: this.self() });
      else if (data?.here) this.heard.add(data.here);
    };
  }

  /** @returns {Promise<Set<string>>} the ids of the pages that answered */
  ask() {
    if (!this.channel) return Promise.resolve(new Set());
    this.heard = new Set();
    this.channel.postMessage("who is here?");
    return new Promise((resolve) => setTimeout(() => resolve(this.heard), ANSWER_WITHIN));
  }
}
