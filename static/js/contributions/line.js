/** One note as a line of the sheet; it shows what it is given and must not decide anything. */

import { bindField } from "../live/field.js";
import { counted, make, setWords } from "./elements.js";
import { kindMark } from "./kinds.js";
import { lengthOf } from "./words.js";
import { drawAside } from "./aside.js";
import { agreementButton, drawAgreement } from "./naming.js";

const SAVE_WORDS = {
  on_device: "On this device",
  sending: "Sending",
  saved: "Saved",
  in_page: "Only on this page",
  needs_you: "Needs you",
};
const COUNT_FROM = 200; // characters left from which they are counted down
const GROWS = CSS.supports("field-sizing", "content");

export class Line {
  /**
   * @param {import("./note.js").Note} note @param {object} sheet the page's facts and doings
   */
  constructor(note, sheet) {
    this.note = note;
    this.sheet = sheet;
    this.build();
    if (note.text) this.bind();
    note.onChange = () => this.draw();
    this.draw();
  }

  get id() {
    return this.note.id;
  }

  get focused() {
    return this.element.contains(document.activeElement);
  }

  /** Puts the caret into the words, at their end unless told otherwise. */
  focus({ atStart = false } = {}) {
    const place = atStart ? 0 : this.field.value.length;
    this.field.focus();
    this.field.setSelectionRange(place, place);
  }

  /** Ties the field to the note's words; what stands in it already goes into them. */
  bind({ composing = false } = {}) {
    const typed = this.field.value !== "";
    this.unbind = bindField(this.field, this.note.text, { typed, composing });
    this.forget = this.note.text.onState(() => this.draw());
    this.grow();
  }

  /** Takes the line off the page. */
  remove() {
    this.unbind?.();
    this.forget?.();
    this.note.onChange = () => {};
    this.element.remove();
  }

  /** The field's height for browsers whose fields do not grow by themselves. */
  grow() {
    if (GROWS) return;
    this.field.style.blockSize = "auto";
    this.field.style.blockSize = `${this.field.scrollHeight}px`;
  }

  build() {
    this.kind = make("button", { type: "button", class: "kind-button note-kind",
      "aria-haspopup": "menu", "aria-expanded": "false" });
    this.field = make("textarea", { class: "note-words", rows: "1", dir: "auto",
      enterkeyhint: "next", "aria-autocomplete": "list", "aria-describedby": `meta-${this.id}` });
    this.save = make("span", { class: "save mark-only" }, make("span"));
    this.more = make("button", { type: "button", class: "note-more", "aria-label": "More",
      "aria-haspopup": "menu", "aria-expanded": "false" }, "···");
    this.aside = make("div", { class: "note-aside" });
    this.element = make("li", { class: "note", "data-id": this.id },
      this.kind,
      make("div", { class: "note-body" }, this.field, this.buildMeta(), this.aside),
      make("div", { class: "note-side" }, this.save, this.more));
  }

  buildMeta() {
    const { subtopics } = this.sheet;
    this.subtopic = make("select", { class: "note-subtopic", "aria-label": "Subtopic" },
      make("option", { value: "" }, "# subtopic"),
      ...subtopics.map(({ id, number, title }) => {
        return make("option", { value: id }, `${number} ${title}`);
      }));
    this.subtopic.hidden = !subtopics.length;
    this.country = make("button", { type: "button", class: "note-country" }, "@ country");
    this.countries = make("ul", { class: "chips" });
    this.agreed = agreementButton();
    this.left = make("span", { class: "note-left", hidden: true });
    this.here = make("span", { class: "note-here", dir: "auto" });
    this.carets = null; // other people's, while there are any
    this.status = make("span", { class: "note-status", id: `meta-${this.id}` });
    return make("div", { class: "note-meta" }, this.subtopic, this.countries, this.agreed,
      this.country,
      make("span", { class: "note-end" }, this.here, this.left, this.status));
  }

  draw() {
    const { note, sheet } = this;
    const kind = note.get("kind");
    this.element.dataset.status = note.get("status");
    this.element.toggleAttribute("data-made", note.made);
    if (this.kind.dataset.of !== kind) {
      this.kind.dataset.of = kind;
      this.kind.replaceChildren(kindMark(kind, sheet.kinds[kind], { hidden: true }));
      this.field.setAttribute("aria-label", `Note, ${sheet.kinds[kind].toLowerCase()}`);
    }
    const subtopic = note.get("subtopic") ?? "";
    if (this.subtopic.value !== subtopic) this.subtopic.value = subtopic;
    this.subtopic.toggleAttribute("data-set", subtopic !== "");
    this.drawCountries(note.get("countries"));
    drawAgreement(this.agreed, note, sheet.asks);
    this.drawSave();
    this.drawLeft();
    this.drawStatus();
    drawAside(this.aside, note, sheet);
  }

  drawCountries(chosen) {
    const key = chosen.join(" ");
    if (this.countries.dataset.of === key) return;
    this.countries.dataset.of = key;
    this.countries.replaceChildren(...chosen.map((code) => this.chip(code)));
  }

  chip(code) {
    const name = this.sheet.nameOf(code);
    return make("li", { class: "chip" }, name,
      make("button", { type: "button", class: "chip-remove", "data-code": code,
        "aria-label": `Take out ${name}` }, "×"));
  }

  drawSave() {
    const state = this.saveState();
    this.save.hidden = !state;
    if (!state || this.save.dataset.state === state) return;
    this.save.dataset.state = state;
    this.save.title = SAVE_WORDS[state];
    setWords(this.save.firstChild, SAVE_WORDS[state]);
  }

  /** Between two keystrokes words wait for a moment; only without a line they stay here. */
  saveState() {
    const state = this.note.text?.state;
    return state === "on_device" && this.sheet.connected ? "sending" : state;
  }

  drawLeft() {
    const left = this.sheet.limit - lengthOf(this.field.value);
    this.left.hidden = left > COUNT_FROM;
    setWords(this.left, left > 0 ? `${counted(left, "character")} left` : "Full: go on in a new note");
  }

  drawStatus() {
    const marks = this.sheet.marksOf(this.note);
    const key = marks.map(([look, code, words]) => `${look} ${code} ${words}`).join("|");
    if (this.status.dataset.of === key) return;
    this.status.dataset.of = key;
    this.status.replaceChildren(...marks.map(([look, code, words]) => {
      return make("span", { class: look, [`data-${look}`]: code }, make("span", {}, words));
    }));
  }
}
