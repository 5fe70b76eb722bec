/** What a moderator does with points: confirm, place, merge, split, separate; it draws nothing. */

import { say, show } from "../frame/say.js";
import { between } from "../live/positions.js";
import { inOrder } from "./model.js";

const DID = {
  confirm: "Point confirmed",
  note_only: "Point noted only",
  park: "Point parked",
  propose: "Point reopened",
};

export class Grouping {
  /** @param {import("./decisions.js").Decisions} decisions keeps what can be taken back */
  constructor(board, live, decisions) {
    this.board = board;
    this.live = live;
    this.decisions = decisions;
  }

  /**
   * A move of a point, on its words as they are saved.
   * @returns {Promise<object|null>} the refusal, or null when it is done
   */
  async move(name, point, text) {
    await saved(text);
    const seen = { point: point.id, version: text.version, state: point.status };
    return this.send(DID[name], `${name}_point`, seen);
  }

  set(command, point, value) {
    return this.tell("Point sorted", command, { point: point.id, value });
  }

  /** Puts a point between two others of the topic, and under a subtopic if one is given. */
  async place(point, [before, after], subtopic = point.subtopic) {
    const value = positionBetween([...this.board.points.values()], before, after);
    this.board.putPoint({ ...point, position: value, subtopic });
    const facts = { point: point.id };
    const sorting = [["move_point", { ...facts, value }]];
    if (subtopic !== point.subtopic) {
      sorting.unshift(["set_point_subtopic", { ...facts, value: subtopic }]);
    }
    return this.tellAll("Point moved", sorting);
  }

  takeOut(point, note) {
    return this.tell("Note taken out", "remove_source", { point: point.id, note });
  }

  /** @returns {Promise<string|null>} the id of the new point that the notes went to */
  async split(point, notes) {
    const sisters = [...this.board.points.values()].sort(inOrder);
    const next = sisters[sisters.findIndex(({ id }) => id === point.id) + 1];
    const position = positionBetween(sisters, point, next);
    const made = this.live.newId();
    const facts = { point: point.id, new: made, notes, position };
    return (await this.tell("Point split", "split_point", facts)) ? made : null;
  }

  moveSources(point, into, notes) {
    const words = notes.length === 1 ? "Note moved" : `${notes.length} notes moved`;
    return this.tell(words, "move_sources", { point: point.id, into: into.id, notes });
  }

  /** Merges a point into another, on the words of both as they are saved. */
  async merge(point, into) {
    const [one, other] = [this.live.text(point.id), this.live.text(into.id)];
    await Promise.all([saved(one), saved(other)]);
    const versions = { version: one.version, into_version: other.version };
    return this.tell("Points merged", "merge_point", {
      point: point.id,
      into: into.id,
      ...versions,
    });
  }

  separate(point) {
    return this.tell("Points separated", "separate_point", { point: point.id });
  }

  async remove(point, text) {
    await saved(text);
    return this.tell("Point removed", "remove_point", { point: point.id, version: text.version });
  }

  restore(point) {
    return this.tell("Point brought back", "restore_point", { point: point.id });
  }

  /** Sends a command and tells of a refusal. @returns {Promise<boolean>} whether it was done */
  tell(words, kind, facts) {
    return this.tellAll(words, [[kind, facts]]);
  }

  async tellAll(words, commands) {
    const refusal = await this.sendAll(words, commands);
    if (refusal) show(`${refusal.title}. ${refusal.what} ${refusal.do}`);
    return !refusal;
  }

  send(words, kind, facts) {
    return this.sendAll(words, [[kind, facts]]);
  }

  /** Sends commands one after the other; what was done of them is taken back together. */
  async sendAll(words, commands) {
    const done = [];
    let refusal = null;
    for (const [kind, facts] of commands) {
      try {
        done.push((await this.live.send(kind, facts)).id);
      } catch (refused) {
        refusal = refused;
        break;
      }
    }
    if (done.length) this.decisions.keep(words, done);
    if (!refusal) say(`${words}.`);
    return refusal;
  }
}

/** A decision names a version of the authority, so one's own last words go first. */
function saved(text) {
  return new Promise((resolve) => {
    if (text.state === "saved" || text.state === "needs_you") return resolve();
    const forget = text.onState(() => {
      if (text.state !== "saved" && text.state !== "needs_you") return;
      forget();
      resolve();
    });
    return undefined;
  });
}

/**
 * A position between two neighbours; two that stand at one place, as moves of two moderators in
 * one moment may leave them, count as one.
 */
export function positionBetween(points, before, after) {
  const low = before?.position ?? null;
  if (low === null || !after || low < after.position) return between(low, after?.position ?? null);
  const higher = points.map(({ position }) => position).filter((position) => position > low);
  return between(low, higher.sort((a, b) => (a < b ? -1 : 1))[0] ?? null);
}
