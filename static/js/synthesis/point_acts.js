/** What a card of a point may ask for: questions first, then the command; it draws nothing. */

import { say, show } from "../frame/say.js";
import { choosePoint } from "./dialogs.js";
import { startDrag } from "./drag.js";
import { showHistory } from "./history.js";
import { nameOf } from "./point_names.js";

const MERGING =
  "The notes of both stand under the one you choose. " +
  "This one’s words stay with it, and the two can be separated again.";

export class PointActs {
  /**
   * @param {import("./points.js").Points} points @param {import("./grouping.js").Grouping} grouping
   * @param {object} on see board.js
   */
  constructor(points, grouping, on) {
    this.points = points;
    this.grouping = grouping;
    this.on = on;
    this.name = (point) => nameOf(point, points.board, points.page);
  }

  choose(id) {
    this.on.choose(id);
  }

  open(note) {
    this.on.open(note);
  }

  move(name, point, text) {
    return this.grouping.move(name, point, text);
  }

  set(command, point, value) {
    return this.grouping.set(command, point, value);
  }

  take(point, note) {
    return this.grouping.takeOut(point, note);
  }

  remove(point, text) {
    return this.grouping.remove(point, text);
  }

  separate(point) {
    return this.grouping.separate(point);
  }

  async merge(point) {
    const into = await choosePoint(this.points.page, point, this.others(point), {
      title: "Merge this point into another",
      help: MERGING,
      button: "Merge",
      compare: true,
      name: this.name,
    });
    if (!into || !(await this.grouping.merge(point, into))) return;
    this.on.choose(into.id);
    this.points.reveal(into.id);
    this.points.cards.get(into.id)?.write();
  }

  /** @returns {Promise<boolean>} whether the notes were moved */
  async moveSources(point, notes) {
    const what = notes.length === 1 ? "this note" : "these notes";
    const asked = { title: `Move ${what} to another point`, button: "Move", name: this.name };
    const into = await choosePoint(this.points.page, point, this.others(point), asked);
    return Boolean(into) && this.grouping.moveSources(point, into, notes);
  }

  /** @returns {Promise<boolean>} whether the notes were split off */
  async split(point, notes) {
    const made = await this.grouping.split(point, notes);
    if (made) this.on.want(made);
    this.points.board.redraw(); // the new point may be here before the answer is
    return Boolean(made);
  }

  history(point) {
    showHistory(this.points.page, this.points.live, {
      item: point.id,
      title: "History of this point",
      undone: this.on.undone,
    });
  }

  others(point) {
    return this.points.standing().filter(({ id }) => id !== point.id);
  }

  /** One place up or down within the list the point stands in. */
  step(point, by) {
    const sisters = this.sisters(point);
    const at = sisters.findIndex(({ id }) => id === point.id) + by;
    if (at < 0 || at >= sisters.length) {
      say(by < 0 ? "This is the first point here." : "This is the last point here.");
      return undefined;
    }
    const others = sisters.filter(({ id }) => id !== point.id);
    say(`Place ${at + 1} of ${sisters.length}.`);
    return this.grouping.place(point, this.around(point, others[at - 1], others[at]));
  }

  sisters(point) {
    const key = this.points.places.get(point.id);
    return this.points.standing().filter(({ id }) => this.points.places.get(id) === key);
  }

  /**
   * The neighbours, of all the topic's points, between which a point comes to stand after or
   * before another one of its list.
   */
  around(point, before, after) {
    const all = this.points.standing().filter(({ id }) => id !== point.id);
    const place = (one) => all.findIndex(({ id }) => id === one.id);
    if (before) return [before, all[place(before) + 1]];
    return after ? [all[place(after) - 1], after] : [all.at(-1), undefined];
  }

  drag(event, card) {
    startDrag(event, card.element, this.points.list, (list, beforeId) => {
      const point = this.points.board.points.get(card.point.id);
      const within = list === this.points.places.get(point.id);
      const subtopic = this.points.page.topic.subtopics.some(({ id }) => id === list) ? list : null;
      if (!within && list !== "none" && subtopic === null) {
        return show("Points go to this list by themselves: by their state, or by who says them.");
      }
      const others = this.points.standing().filter(
        ({ id }) => id !== point.id && this.points.places.get(id) === list,
      );
      const found = others.findIndex(({ id }) => id === beforeId);
      const at = found < 0 ? others.length : found;
      this.points.places.set(point.id, list);
      const between = this.around(point, others[at - 1], others[at]);
      return this.grouping.place(point, between, within ? point.subtopic : subtopic);
    });
  }
}
