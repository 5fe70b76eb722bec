/** One text of a document: what it says, whose words they are, its field, what may be done. */

import { bindField } from "../live/field.js";
import { SAVES } from "../live/status.js";
import { differenceParagraph } from "../synthesis/difference.js";
import { button, counted, make, setAttribute, setWords } from "../synthesis/parts.js";

const SOON = 400; // milliseconds after words were saved in which more may come
const GAP = /^\s*\[\[[^\]]*\]\]\s*$/u; // nothing but a place to complete
const FIT = 12; // words of a bullet that are read from the last row

export class Passage {
  /** @param {object} data of the page @param {object} ways to act, see passages.js */
  constructor({ writes, standings }, ways) {
    this.ways = ways;
    this.standings = standings;
    this.writes = writes;
    this.slot = null; // what is generated here, as it was last read
    this.passage = null; // the text somebody began here, as the channel tells it
    this.text = null; // and as it is typed in
    this.wanted = false; // somebody asked for the field before there was a text to bind it to
    this.unbind = null;
    this.build();
  }

  /** "generated", "edited" or "left_behind", as discussion/domain/drafting/passages.py says it. */
  get standing() {
    if (!this.text || [this.passage.made, this.slot.words].includes(this.text.words)) {
      return "generated";
    }
    if (this.slot.needed && !this.text.words.trim()) return "generated";
    return this.passage.basis === this.slot.basis ? "edited" : "left_behind";
  }

  /** Begun, not edited, and the field would show words of before. */
  get stale() {
    if (!this.text || this.standing !== "generated") return false;
    return this.text.words !== this.slot.words && this.text.words.trim() !== "";
  }

  /** Whether what stands here is still to be completed, as a final text would find. */
  get waits() {
    return (this.standing === "generated" ? this.slot : this.text).words.includes("[[");
  }

  get title() {
    return this.slot.title;
  }

  /** What is generated here, and the text that stands for it, if somebody has begun one. */
  draw(slot, passage, text) {
    const first = slot !== this.slot;
    this.slot = slot;
    this.passage = passage;
    if (text && text !== this.text) {
      this.text = text;
      text.onChange(() => this.soon());
      text.onState(() => this.drawSaving());
    }
    if (first) this.render(slot.now ?? slot.shown);
    if (first && this.text?.version > 0) this.soon();
    this.drawHead();
    if (this.wanted && this.text) this.open();
  }

  build() {
    this.heading = make("h2", { dir: "auto" });
    this.badge = make("span", { class: "passage-standing" });
    this.save = make("span", { class: "save" }, make("span"));
    this.writing = make("div", { class: "passage-writing", hidden: true });
    this.shown = make("div", { class: "passage-shown" });
    this.beside = make("div");
    this.rests = make("details", { class: "passage-rests small" });
    this.buildActs();
    const { heading, badge, save, edit, done } = this;
    this.element = make(
      "article",
      { class: "passage" },
      make("div", { class: "passage-head" }, heading, badge, save, edit, done),
      this.writing,
      this.shown,
      this.beside,
      this.acts,
      this.rests,
    );
  }

  buildActs() {
    const act = (words, look, does) => {
      const named = make("span", { class: "visually-hidden" });
      const made = button(words, { size: "small", look });
      made.append(" ", named);
      made.addEventListener("click", does);
      return [made, named];
    };
    const [edit, named] = act("Edit", null, () => this.begin());
    const [done] = act("Done", null, () => this.close());
    const [back] = act("Back to the generated words", "quiet", () => this.take());
    this.versions = make("a", { class: "small" }, "All versions");
    Object.assign(this, { edit, named, done, back });
    this.acts = make("div", { class: "buttons passage-acts" }, back, this.versions);
  }

  drawHead() {
    const { standing, slot, passage } = this;
    this.element.id = passage ? `p-${passage.id}` : `s-${slot.slot}`;
    setAttribute(this.element, "data-standing", standing);
    setWords(this.heading, slot.title);
    setWords(this.named, slot.title);
    setWords(this.badge, this.standings[standing]);
    if (passage) this.versions.href = `/history/${passage.id}`;
    const open = !this.writing.hidden;
    this.edit.hidden = !this.writes || open;
    this.done.hidden = !open;
    this.back.hidden = !this.writes || standing !== "edited";
    this.versions.hidden = !passage || this.text.version === 0;
    this.acts.hidden = this.back.hidden && this.versions.hidden;
    this.shown.hidden = open && slot.form === "line";
    this.drawBeside();
    this.drawRests();
    this.drawSaving();
  }

  /** What changed since the words were settled, and the two ways to settle them. */
  drawBeside() {
    const asks = this.standing === "left_behind" || (this.stale && !this.writing.hidden);
    const told = asks ? `${this.standing}\n${this.passage.made}\n${this.slot.words}` : "";
    if (told === this.told) return;
    this.told = told;
    this.beside.replaceChildren(...(asks ? [this.offer()] : []));
  }

  offer() {
    const { made } = this.passage;
    const edited = this.standing === "left_behind";
    const same = made === this.slot.words;
    const why = same
      ? "The points these words rest on have changed since; the generated words are the same."
      : "What is generated here has changed since:";
    const lines = made.split("\n").length > 1 || this.slot.words.includes("\n");
    const changed = same ? null : differenceParagraph(made, this.slot.words);
    if (changed && lines) changed.classList.add("passage-words");
    const offer = make("div", { class: "draft-offer" }, make("p", { class: "small" }, why), changed);
    if (!this.writes) return offer;
    const keep = button("Keep mine", { size: "small" });
    keep.addEventListener("click", () => this.ways.settle(this.passage, this.slot));
    const take = button("Take the new words", { size: "small" });
    take.addEventListener("click", () => this.take());
    offer.append(make("div", { class: "buttons" }, edited ? keep : null, take));
    return offer;
  }

  drawRests() {
    const { points } = this.slot;
    if (points === this.points) return;
    this.points = points;
    this.rests.hidden = points.length === 0;
    this.rests.open = GAP.test(this.slot.words); // who fills it in needs to see what it is about
    this.rests.replaceChildren(
      make("summary", {}, `Rests on ${counted(points.length, "point")}`),
      make("ul", {}, ...points.map((words) => make("li", { dir: "auto" }, words || "(no words yet)"))),
    );
  }

  drawSaving() {
    const state = this.text?.state ?? "saved";
    setAttribute(this.save, "data-state", state);
    setWords(this.save.firstElementChild, SAVES[state]);
    this.save.hidden = this.writing.hidden && state === "saved";
    if (state === "saved" && this.shownOf !== this.text?.version) this.soon();
  }

  /** Somebody wants to write here: first there must be a text, in the words that stand here now. */
  async begin() {
    this.wanted = true;
    if (this.text) return this.open();
    this.edit.disabled = true;
    const begun = await this.ways.begin(this.slot);
    this.edit.disabled = false;
    if (!begun) this.wanted = false;
    return undefined; // the text comes by the channel
  }

  open() {
    this.wanted = false;
    if (this.stale) this.take();
    const line = this.slot.form === "line";
    const field = make("textarea", { class: "draft-field", dir: "auto", spellcheck: true });
    setAttribute(field, "rows", line ? 1 : 4);
    field.setAttribute("aria-label", this.slot.title);
    this.unbind = bindField(field, this.text);
    this.fits = make("p", { class: "small quiet passage-fits", hidden: !line });
    if (line) field.addEventListener("keydown", (event) => this.ends(event));
    field.addEventListener("input", () => this.drawFits());
    this.writing.replaceChildren(field, this.fits);
    this.writing.hidden = false;
    this.drawFits();
    this.drawHead();
    field.focus();
  }

  /** A line has no second one: Enter ends it. */
  ends(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.close();
  }

  close() {
    this.unbind?.();
    this.unbind = null;
    this.writing.hidden = true;
    this.writing.replaceChildren();
    this.drawHead();
    this.edit.focus();
  }

  drawFits() {
    if (this.slot.form !== "line" || !this.fits) return;
    const many = this.text.words.split(/\s+/u).filter(Boolean).length;
    setWords(this.fits, `${counted(many, "word") || "No words"}; about ${FIT} fit a bullet.`);
    setAttribute(this.fits, "data-over", many > FIT);
  }

  /** The words generated now take the place of those that stand here; the history keeps both. */
  take() {
    const { slot } = this;
    this.text.write(slot.words);
    this.ways.settle(this.passage, slot);
    this.drawHead();
  }

  /** How it reads is asked once the words are saved and nobody types for a moment. */
  soon() {
    this.drawFits();
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.refresh();
    }, SOON);
  }

  async refresh() {
    this.drawHead();
    this.ways.changed();
    if (this.text.state !== "saved") return;
    const { version } = this.text;
    if (this.standing === "generated") return this.render(this.slot.shown, version);
    const shown = await this.ways.shown(this.passage);
    if (shown !== null) this.render(shown, version);
    return undefined;
  }

  /** Elements that the house's own writer made; nothing in them is what somebody typed as markup. */
  render(shown, version = this.text?.version) {
    this.shownOf = version;
    if (shown === this.html) return;
    this.html = shown;
    const parsed = new DOMParser().parseFromString(shown, "text/html");
    this.shown.replaceChildren(...parsed.body.childNodes);
    if (!this.shown.textContent.trim()) {
      this.shown.replaceChildren(make("p", { class: "quiet small" }, "No words: nothing is printed here."));
    }
  }
}
