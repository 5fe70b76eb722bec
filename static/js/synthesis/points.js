/**
 * The points of a topic: those of several tables by subtopic, ideas of one table and what is set
 * aside in lists of their own, each a card that people write in together.
 *
 * A card stays in its list while somebody works on it or holds the pointer down, so that nothing
 * slips from under a hand; it goes where it belongs when the next one is taken up.
 */

import { show } from "../frame/say.js";
import { mostMarked } from "../priorities/board.js";
import { canConfirm, confirmByKey } from "./confirming.js";
import { inOrder } from "./model.js";
import { arrange, button, keepingFocus, make, setAttribute, setWords } from "./parts.js";
import { PointActs } from "./point_acts.js";
import { PointCard } from "./point_card.js";
import { strengthOf } from "./strength.js";

const GONE = new Set(["merged", "removed"]);
const ASIDE = new Set(["noted_only", "parked"]);
const LISTS = {
  none: "No subtopic yet",
  ideas: "Ideas of one table so far",
  aside: "Noted only and parked",
};
const IDEAS = "Each goes to its subtopic once a second table says it, or when it is confirmed.";
const STILL = 300; // milliseconds after the pointer was let go before cards may move again

export class Points {
  /** @param {import("./grouping.js").Grouping} grouping @param {object} on see board.js */
  constructor(board, live, page, grouping, on) {
    this.board = board;
    this.live = live;
    this.page = page;
    this.grouping = grouping;
    this.on = on;
    this.acts = new PointActs(this, grouping, on);
    this.cards = new Map();
    this.places = new Map(); // point id -> the list it stands in
    this.sections = new Map();
    this.held = false;
    this.list = document.getElementById("points-list");
    this.removed = make("ul", { class: "board-removed small" });
    this.holdStill();
  }

  /** Walking through notes changes no point, so nothing is looked at again. */
  draw() {
    const { derived, current } = this.board;
    const drawn = this.drawn ?? {};
    const same = derived === drawn.derived && current === drawn.current;
    if (!same || this.held !== drawn.held) {
      this.drawn = { derived, current, held: this.held };
      this.drawAll();
    }
    this.openWanted();
  }

  drawAll() {
    if (!this.cards.size && !this.board.complete) return this.drawWaiting();
    const standing = this.standing();
    this.tellGone();
    const gone = [...this.board.points.values()].filter(({ status }) => status === "removed");
    document.getElementById("points-empty").hidden = standing.length + gone.length > 0;
    this.list.hidden = standing.length + gone.length === 0;
    const groups = this.groups(standing);
    this.merged = this.mergedInto();
    // A card that changes its section while somebody writes in it takes the caret along.
    keepingFocus(() => {
      const sections = groups.map(([key, title, points]) => this.section(key, title, points));
      arrange(this.list, gone.length ? [...sections, this.drawRemoved(gone)] : sections);
    });
    this.drawCount(standing);
  }

  /** How many tables say a point is known once all notes are here: none is listed before. */
  drawWaiting() {
    this.list.hidden = true;
    document.getElementById("points-empty").hidden = this.board.points.size > 0;
  }

  /** The points that are neither merged nor removed, in their order, or the most marked first. */
  standing() {
    const held = [...this.board.points.values()].filter(({ status }) => !GONE.has(status));
    const marked = mostMarked(this.board);
    return held.sort((one, other) => marked(one, other) || inOrder(one, other));
  }

  /** @returns {[string, string, object[]][]} key, title and points of each list to show */
  groups(standing) {
    const lists = new Map();
    for (const point of standing) {
      const key = this.place(point);
      lists.set(key, [...(lists.get(key) ?? []), point]);
    }
    const subtopics = this.page.topic.subtopics.map(({ id, number, title }) => [
      id,
      `${number}. ${title}`,
      lists.get(id) ?? [],
    ]);
    const others = Object.entries(LISTS).map(([key, title]) => [key, title, lists.get(key) ?? []]);
    return [...subtopics, ...others.filter(([, , points]) => points.length)];
  }

  /** The list a point stands in: where it was, while somebody is at it; else where it belongs. */
  place(point) {
    const was = this.places.get(point.id);
    const stays = was && (this.held || this.board.current === point.id);
    const key = stays ? was : this.belongs(point);
    this.places.set(point.id, key);
    return key;
  }

  belongs(point) {
    if (ASIDE.has(point.status)) return "aside";
    const shared = strengthOf(point, this.board).tables.size > 1;
    if (point.status === "proposed" && !shared) return "ideas";
    return point.subtopic ?? "none";
  }

  section(key, title, points) {
    const section = this.sections.get(key) ?? this.newSection(key, title);
    const count = key in LISTS ? String(points.length) : points.length ? "" : "no shared point yet";
    setWords(section.querySelector(".board-section-count"), count);
    const cards = points.map((point) => this.card(point, key));
    arrange(section.querySelector(".board-cards"), cards);
    return section;
  }

  /** The points that were merged away, by the one that took their sources. */
  mergedInto() {
    const merged = new Map();
    for (const point of this.board.points.values()) {
      if (point.status !== "merged") continue;
      merged.set(point.merged_into, [...(merged.get(point.merged_into) ?? []), point]);
    }
    return merged;
  }

  newSection(key, title) {
    const count = make("small", { class: "board-section-count quiet" });
    const heading = make("h3", {}, make("span", { dir: "auto" }, title), " ", count);
    const cards = make("div", { class: "board-cards" });
    const told = key === "ideas" ? make("p", { class: "small quiet" }, IDEAS) : null;
    const attributes = { class: "board-section", "data-list": key };
    const section = make("section", attributes, heading, told, cards);
    this.sections.set(key, section);
    return section;
  }

  card(point, list) {
    let card = this.cards.get(point.id);
    if (card?.point !== point) {
      const text = this.live.openText(point.id, point.version, point.text);
      card ??= this.newCard(point, text);
    }
    const under = this.page.topic.subtopics.find(({ id }) => id === point.subtopic);
    const subtopic = list in LISTS && under ? `Subtopic ${under.number}. ${under.title}` : "";
    const merged = this.merged.get(point.id) ?? [];
    card.draw(point, { discussing: this.board.discussing, merged, subtopic });
    return card.element;
  }

  newCard(point, text) {
    const card = new PointCard(point, text, this.board, this.page, this.acts);
    if (this.page.decides) confirmByKey(card);
    this.cards.set(point.id, card);
    return card;
  }

  /** Removed points can come back; their words are in the log all the time. */
  drawRemoved(gone) {
    this.removedBox ??= make(
      "details",
      { class: "board-section" },
      make("summary", {}),
      this.removed,
    );
    setWords(this.removedBox.firstElementChild, `Removed: ${gone.length}`);
    const said = gone.map((point) => [point.id, this.page.pointWords(point)]);
    if (this.removed.dataset.key !== JSON.stringify(said)) {
      this.removed.dataset.key = JSON.stringify(said);
      this.removed.replaceChildren(...gone.map((point) => this.removedRow(point)));
    }
    return this.removedBox;
  }

  removedRow(point) {
    const words = this.page.pointWords(point) || "a point without words";
    const row = make("li", {}, make("span", { dir: "auto" }, words), " ");
    if (!this.page.decides) return row;
    const label = `Bring back “${words}”`;
    const back = button("Bring back", { size: "small", look: "quiet", "aria-label": label });
    back.addEventListener("click", () => this.grouping.restore(point));
    row.append(back);
    return row;
  }

  /** Whoever works on a point that a colleague merges or removes is told, and where to go on. */
  tellGone() {
    for (const [id, card] of this.cards) {
      const point = this.board.points.get(id);
      if (point && !GONE.has(point.status)) continue;
      this.cards.delete(id);
      this.places.delete(id);
      const there = card.element.contains(document.activeElement);
      if (this.board.current === id) this.board.current = point?.merged_into ?? null;
      if (!there || !point) continue;
      const into = this.board.points.get(point.merged_into);
      const words = into ? this.page.pointWords(into) || "a point without words" : "";
      show(
        into
          ? `This point was merged into “${words}”. What you wrote is kept with it.`
          : "This point was removed. What you wrote is kept; it can be brought back below.",
      );
    }
  }

  /** The caret goes into a point of one's own making as soon as it is there. */
  openWanted() {
    const wanted = this.cards.get(this.on.wanted());
    if (wanted?.element.isConnected) this.on.opened(wanted);
  }

  /** Confirms the point at hand, as its button does. */
  confirm() {
    const card = this.cards.get(this.board.current);
    if (!card) return show("Choose a point first: C confirms the point at hand.");
    if (!canConfirm(card)) return show("This point is confirmed already.");
    this.reveal(card.point.id);
    return card.act("confirm");
  }

  /** Shows a point's card and takes it as the current one. */
  reveal(id) {
    this.cards.get(id)?.element.scrollIntoView({ block: "nearest" });
  }

  drawCount(standing) {
    const counts = new Map();
    for (const { status } of standing) counts.set(status, (counts.get(status) ?? 0) + 1);
    const words = [...counts].map(([status, count]) => `${count} ${this.page.pointStates[status]}`);
    setWords(document.getElementById("points-count"), words.join(", "));
    setAttribute(this.list, "data-count", standing.length);
  }

  /** Between press and click no card goes elsewhere: the click would meet another. */
  holdStill() {
    let timer = 0;
    this.list.addEventListener("pointerdown", () => {
      clearTimeout(timer);
      this.held = true;
    });
    const letGo = () => {
      if (!this.held) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.held = false;
        this.board.redraw();
      }, STILL);
    };
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, letGo);
  }
}
