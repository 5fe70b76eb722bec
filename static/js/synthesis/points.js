/** The points of a topic by subtopic, each a card that people write in together. */

import { inOrder } from "./model.js";
import { PointCard } from "./point_card.js";
import { arrange, keepingFocus, make, setAttribute, setWords } from "./parts.js";

const UNSORTED = { id: null, number: null, title: "No subtopic yet" };

export class Points {
  /** @param {object} on what a card may ask for; see PointCard */
  constructor(board, live, page, on) {
    this.board = board;
    this.live = live;
    this.page = page;
    this.on = on;
    this.cards = new Map();
    this.sections = new Map();
    this.list = document.getElementById("points-list");
  }

  draw() {
    const discussing = this.board.discussing;
    document.getElementById("points-empty").hidden = this.board.points.size > 0;
    this.list.hidden = this.board.points.size === 0;
    const groups = [...this.page.topic.subtopics, UNSORTED];
    const loose = this.board.pointsOf(null).length > 0;
    const shown = groups.filter(({ id }) => id !== null || loose);
    // A card that changes its section while somebody writes in it takes the caret along.
    keepingFocus(() => {
      arrange(
        this.list,
        shown.map((subtopic) => this.section(subtopic, discussing)),
      );
    });
    this.drawCount();
    this.openWanted();
  }

  section(subtopic, discussing) {
    const section = this.sections.get(subtopic.id) ?? this.newSection(subtopic);
    const points = this.board.pointsOf(subtopic.id);
    setWords(section.querySelector(".board-section-count"), points.length ? "" : "no point yet");
    const cards = points.map((point) => this.card(point, discussing));
    arrange(section.querySelector(".board-cards"), cards);
    return section;
  }

  newSection(subtopic) {
    const title =
      subtopic.number === null ? subtopic.title : `${subtopic.number}. ${subtopic.title}`;
    const section = make(
      "section",
      { class: "board-section" },
      make(
        "h3",
        {},
        make("span", { dir: "auto" }, title),
        " ",
        make("small", { class: "board-section-count quiet" }),
      ),
      make("div", { class: "board-cards" }),
    );
    this.sections.set(subtopic.id, section);
    return section;
  }

  card(point, discussing) {
    const text = this.live.openText(point.id, point.version, point.text);
    let card = this.cards.get(point.id);
    if (!card) {
      card = new PointCard(point, text, this.board, this.page, this.on);
      this.cards.set(point.id, card);
    }
    card.draw(point, discussing);
    return card.element;
  }

  /** The caret goes into a point of one's own making as soon as it is there. */
  openWanted() {
    const wanted = this.cards.get(this.on.wanted());
    if (wanted?.element.isConnected) this.on.opened(wanted);
  }

  /** Shows a point's card and takes it as the current one. */
  reveal(id) {
    this.cards.get(id)?.element.scrollIntoView({ block: "nearest" });
  }

  drawCount() {
    const counts = new Map();
    for (const { status } of this.board.points.values())
      counts.set(status, (counts.get(status) ?? 0) + 1);
    const words = [...counts].map(([status, count]) => `${count} ${this.page.pointStates[status]}`);
    setWords(document.getElementById("points-count"), words.join(", "));
    setAttribute(this.list, "data-count", this.board.points.size);
  }
}

/** The positions a point would stand between, one step up or down; null at the end. */
export function stepBetween(points, point, step) {
  const sisters = points.filter((one) => one.subtopic === point.subtopic).sort(inOrder);
  const at = sisters.findIndex((one) => one.id === point.id) + step;
  if (at < 0 || at >= sisters.length) return null;
  const others = points.filter((one) => one.id !== point.id).sort(inOrder);
  const beside = others.findIndex((one) => one.id === sisters[at].id);
  const before = step < 0 ? others[beside - 1] : others[beside];
  const after = step < 0 ? others[beside] : others[beside + 1];
  return [before?.position ?? null, after?.position ?? null];
}
