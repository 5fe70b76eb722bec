/**
 * The channels a page follows: joined after every connection, caught up when something is missing.
 *
 * A frame covers the stretch `from`..`to` of the workshop's numbers for its channel.
 */

const JOIN_AGAIN = 2_000; // milliseconds after a join that was lost or came too soon

export class Channels {
  /** @param {object} live the page's line */
  constructor(live) {
    this.live = live;
    this.followed = new Map();
  }

  /** @param {string} channel @param {{fresh, entry, now, first}} listener */
  follow(channel, listener) {
    this.followed.set(channel, { listener, number: null });
    if (this.live.socket.connected) this.join(channel);
  }

  joinAll() {
    return Promise.all([...this.followed.keys()].map((channel) => this.join(channel)));
  }

  /** Catches up and shows whether the line still answers. @param {number} within milliseconds */
  async probe(within) {
    const [channel] = this.followed.keys();
    return !channel || this.join(channel, within);
  }

  /** @returns {Promise<boolean>} whether the authority answered at all */
  async join(channel, within = undefined) {
    const { live } = this;
    const kept = this.followed.get(channel);
    const since = kept.number ?? undefined;
    const { first } = kept.listener; // how many notes a board begins with
    const answer = await live.ask("join", { channel, since, first }, within);
    if (!answer || answer.refused?.code === "too_often") {
      setTimeout(() => live.socket.connected && this.join(channel), JOIN_AGAIN);
      return Boolean(answer);
    }
    if (answer.refused) {
      live.status.renew(answer.refused);
      return true;
    }
    if (answer.entries && answer.to < kept.number) return true; // frames were faster
    kept.number = answer.to;
    kept.listener.now?.(answer.now);
    if (answer.state) kept.listener.fresh(answer.state);
    else this.take(kept, answer.entries);
    return true;
  }

  frame({ channel, from, to, entries }) {
    const kept = this.followed.get(channel);
    if (!kept || kept.number === null || to <= kept.number) return;
    if (from > kept.number) {
      this.join(channel);
      return;
    }
    kept.number = to;
    this.take(kept, entries);
    this.live.status.renew();
  }

  take(kept, entries) {
    for (const entry of entries) {
      if (entry.text !== undefined) this.live.change(entry);
      else kept.listener.entry(entry);
    }
  }
}
