/** One paragraph: its field, how it will read, what is remarked on it, what may be done with it. */

import { utf16 } from "../live/changes.js";
import { bindField } from "../live/field.js";
import { SAVES } from "../live/status.js";
import { differenceParagraph } from "../synthesis/difference.js";
import { button, make, setAttribute, setWords } from "../synthesis/parts.js";
import { leftAlone } from "./left_alone.js";
import { rendered } from "./rendered.js";

const DEEPEST = 2;

export class Paragraph {
  /** @param {object} paragraph @param {import("../live/text.js").Text} text */
  constructor(paragraph, text, { writes, settle, acts, languages }) {
    this.paragraph = paragraph;
    this.text = text;
    this.settle = settle;
    this.acts = acts;
    this.languages = languages;
    this.number = make("span", { class: "draft-number" });
    this.save = make("span", { class: "save" }, make("span"));
    this.line = make("p", { class: "draft-line", dir: "auto" });
    this.remarks = make("ul", { class: "draft-remarks" });
    this.beside = make("div", { class: "draft-beside" });
    const head = make("div", { class: "draft-head" }, this.number, this.save);
    this.element = make("article", { class: "draft-paragraph", id: `p-${paragraph.id}` }, head);
    if (writes) this.element.append(this.writing());
    this.element.append(this.line, this.remarks, this.beside);
    if (writes) this.element.append(this.controls());
    this.writes = writes;
    text.onState(() => this.drawState());
    this.drawState();
  }

  /** The paragraph as it is now; its words show themselves. */
  draw(paragraph, remarks) {
    this.paragraph = paragraph;
    setAttribute(this.element, "data-level", paragraph.level);
    if (!this.writes) return this.remark(remarks);
    this.less.disabled = paragraph.level === 0;
    this.more.disabled = paragraph.level === DEEPEST;
    return this.remark(remarks);
  }

  /** What is remarked on the words that are saved. */
  remark(told) {
    if (!told?.shown || told === this.told) return;
    this.told = told;
    setWords(this.number, told.number);
    if (this.field) this.field.setAttribute("aria-label", `Paragraph ${told.number}`);
    this.line.replaceChildren(...rendered(told.shown));
    // Words without a sign read as they are typed: once is enough.
    this.line.hidden = Boolean(this.field) && told.shown.every(({ words }) => words !== undefined);
    this.remarks.replaceChildren(...told.remarks.map((one) => this.remarkRow(one)));
    this.beside.replaceChildren(...this.softer(told.softer), ...leftAlone(told.left, this.paragraph.id, this.writes && this.settle));
  }

  write() {
    this.field?.focus();
  }

  writing() {
    this.field = make("textarea", { class: "draft-field", dir: "auto", rows: 1, spellcheck: true });
    this.field.setAttribute("aria-label", "Paragraph");
    bindField(this.field, this.text);
    return this.field;
  }

  /** A remark leads to its place in the field. */
  remarkRow({ message, start, end }) {
    if (!this.field) return make("li", { dir: "auto" }, message);
    const to = make("button", { type: "button", class: "draft-remark" }, message);
    to.addEventListener("click", () => {
      const { words } = this.text;
      this.field.focus();
      this.field.setSelectionRange(utf16(words, start), utf16(words, end));
    });
    return make("li", { dir: "auto" }, to);
  }

  softer(told) {
    if (!told || !this.writes) return [];
    const words = make("p", { class: "small" }, "Softer, for the text this is to be:");
    const take = button("Take it", { size: "small" });
    take.addEventListener("click", () => this.text.write(told.text));
    const difference = differenceParagraph(this.text.words, told.text);
    return [make("div", { class: "draft-offer" }, words, difference, take)];
  }

  controls() {
    const act = (words, does) => {
      const made = button(words, { size: "small", look: "quiet" });
      made.addEventListener("click", () => does(this.paragraph, this.text));
      return made;
    };
    this.less = act("Less deep", (one) => this.acts.deeper(one, -1));
    this.more = act("Deeper", (one) => this.acts.deeper(one, 1));
    const split = act("Split at the caret", (one, text) => {
      this.acts.split(one, text, this.field.selectionStart);
    });
    return make(
      "details",
      { class: "draft-acts" },
      make("summary", {}, "Move, split, add, take out, earlier versions"),
      make(
        "div",
        { class: "buttons" },
        act("Up", this.acts.up),
        act("Down", this.acts.down),
        this.less,
        this.more,
        split,
        act("Add below", this.acts.add),
        act("Take out", this.acts.remove),
      ),
      make("a", { href: `/history/${this.paragraph.id}` }, "All versions of this paragraph"),
      ...this.languages.flatMap(({ code, name }) => {
        const href = `/translations/${code}#t-${this.paragraph.id}`;
        return [" · ", make("a", { href }, `In ${name}`)];
      }),
    );
  }

  drawState() {
    const { state } = this.text;
    setAttribute(this.save, "data-state", state);
    setWords(this.save.firstElementChild, state === "saved" ? "" : SAVES[state]);
  }
}
