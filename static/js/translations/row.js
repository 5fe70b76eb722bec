/** One text and what it says in another language: its field, how it stands, what may be done. */

import { bindField } from "../live/field.js";
import { SAVES } from "../live/status.js";
import { differenceParagraph } from "../synthesis/difference.js";
import { button, make, setAttribute, setWords } from "../synthesis/parts.js";

const KINDS = { point: "Point", paragraph: "Paragraph" }; // the place of a passage says it all

export class Row {
  /** @param {object} told as services/translations/views.py tells it */
  constructor(told, { live, language, soon }) {
    Object.assign(this, { live, language, soon });
    this.place = make("span", { class: "row-place" });
    this.standing = make("span", { class: "row-standing" }, make("span"));
    this.save = make("span", { class: "save" }, make("span"));
    this.source = make("p", { class: "row-words", dir: "auto" });
    this.change = make("div", { class: "row-change", hidden: true });
    this.words = make("div", { class: "row-mine" });
    const head = make("div", { class: "row-head" }, this.place, this.standing, this.save);
    const left = make("div", { class: "row-source" }, this.source, this.change);
    this.element = make("article", { class: "row", id: `t-${told.of}` }, head, left, this.words);
    this.from = live.openText(told.of, told.version, told.words);
    this.from.onChange(() => {
      this.drawSource();
      soon();
    });
  }

  /** The row as it is saved now; what is typed shows itself. */
  draw(told) {
    this.told = told;
    this.live.openText(told.of, told.version, told.words);
    setWords(this.place, this.called());
    setAttribute(this.element, "data-standing", told.made ? "made" : told.standing);
    const stands = told.made ? "Made by itself" : this.language.standings[told.standing];
    setWords(this.standing.firstElementChild, stands);
    this.drawSource();
    this.drawMine();
    this.drawState();
  }

  /** "Paragraph 12", or what the place of a passage is called. */
  called() {
    const { kind, place } = this.told;
    return [KINDS[kind], place].filter(Boolean).join(" ");
  }

  drawSource() {
    const { words } = this.from;
    const before = this.told?.before ?? null;
    const changed = before !== null && before !== words && this.told.translation;
    setWords(this.source, words);
    this.source.hidden = Boolean(changed);
    this.change.hidden = !changed;
    if (!changed) return;
    const said = make("p", { class: "quiet small" }, "Changed since this translation was last looked at:");
    this.change.replaceChildren(said, differenceParagraph(before, words));
  }

  /** The field, or what stands in its place; a field in use is never drawn anew. */
  drawMine() {
    const { translation, writes, made } = this.told;
    const removed = translation?.status === "removed";
    const shape = [removed, writes, made && !this.byHand, translation?.id ?? "none"].join(" ");
    if (shape !== this.shape && !this.begun) this.build(removed, writes, made && !this.byHand);
    if (this.begun && translation?.id === this.text.id) this.begun = false;
    if (!this.begun) this.shape = shape;
    if (translation && this.text?.id === translation.id) {
      this.live.openText(translation.id, translation.version, translation.text);
    }
    if (this.right) this.drawRight();
  }

  build(removed, writes, made) {
    this.unbind?.();
    this.unbind = this.text = this.field = this.right = null;
    const { translation } = this.told;
    if (removed) return this.words.replaceChildren(...this.takenOut(translation, writes));
    if (made) return this.words.replaceChildren(...this.byItself(writes));
    const id = translation?.id ?? this.live.newId();
    this.text = this.live.openText(id, translation?.version ?? 0, translation?.text ?? "");
    this.text.onState(() => this.stateMoved());
    if (!writes) return this.words.replaceChildren(this.read());
    return this.words.replaceChildren(this.writing(), this.acts());
  }

  takenOut({ id, text }, writes) {
    const words = make("bdi", {}, text || "(no words)");
    const said = make("p", { class: "quiet small" }, "Taken out: ", words);
    if (!writes) return [said];
    const back = () => this.send("restore_translation", { translation: id });
    return [said, this.act("Bring back", back)];
  }

  byItself(writes) {
    const how = "by itself, of the programme and of the points as they are translated.";
    const said = make("p", { class: "quiet small" }, `Made in ${this.language.name} ${how}`);
    if (!writes) return [said];
    const write = this.act("Write it by hand", () => {
      this.byHand = true;
      this.drawMine();
      this.field?.focus();
    });
    return [said, write];
  }

  read() {
    const { language, direction } = this.language;
    const words = make("p", { class: "row-words", lang: language, dir: direction });
    const show = () => setWords(words, this.text.words || "Not translated yet.");
    this.unbind = this.text.onChange(show);
    show();
    return words;
  }

  writing() {
    const { language, direction, name } = this.language;
    const written = { lang: language, dir: direction, spellcheck: true };
    this.field = make("textarea", { class: "row-field", rows: 2, ...written });
    this.field.setAttribute("aria-label", `${this.called()} in ${name}`);
    this.field.addEventListener("beforeinput", () => this.begin());
    this.unbind = bindField(this.field, this.text);
    return this.field;
  }

  /** A translation is kept from its first letter on; the letters follow in their order. */
  begin() {
    const { of, translation } = this.told;
    if (this.begun || translation?.id === this.text.id) return;
    this.begun = true;
    const facts = { translation: this.text.id, of, language: this.language.language, words: "" };
    this.send("add_translation", facts).catch(() => {
      this.begun = false; // somebody else was faster: theirs comes, and what was typed stays below
      this.lost(this.text);
    });
  }

  lost(text) {
    if (!text.words) return;
    const words = make("bdi", {}, text.words);
    const said = make("p", { class: "small" }, "Somebody else had begun it. Your words: ", words);
    this.element.append(make("div", { class: "row-lost" }, said));
    this.live.forget(text);
    this.shape = null;
  }

  acts() {
    this.right = button("It is right", { size: "small" });
    this.right.addEventListener("click", () => this.settle());
    this.out = this.act("Take out", () => {
      this.send("remove_translation", { translation: this.text.id, version: this.text.version });
    });
    this.versions = make("a", { class: "small" }, "Versions");
    return make("div", { class: "row-acts buttons" }, this.right, this.out, this.versions);
  }

  act(words, does) {
    const made = button(words, { size: "small", look: "quiet" });
    made.addEventListener("click", does);
    return made;
  }

  settle() {
    const facts = { version: this.text.version, of_version: this.from.version };
    this.send("settle_translation", { translation: this.text.id, ...facts });
  }

  /** The answer brings the row anew; a refusal is said where all are. */
  send(kind, facts) {
    const answer = this.live.send(kind, facts);
    answer.then(this.soon, this.soon);
    return answer;
  }

  drawRight() {
    const { standing, translation } = this.told;
    const there = translation && translation.status !== "removed";
    setWords(this.right.firstElementChild, standing === "stale" ? "Still right" : "It is right");
    this.right.hidden = !there || standing === "current" || standing === "none";
    this.right.disabled = this.text.state !== "saved";
    this.out.hidden = !there;
    this.versions.hidden = !there;
    if (there) this.versions.href = `/history/${translation.id}`;
  }

  /** Once words are saved, how they stand is read again. */
  stateMoved() {
    const { state } = this.text;
    if (state === "saved" && this.state !== state) this.soon();
    this.state = state;
    this.drawState();
  }

  drawState() {
    const state = this.text?.state ?? "saved";
    setAttribute(this.save, "data-state", state);
    setWords(this.save.firstElementChild, state === "saved" ? "" : SAVES[state]);
    if (this.right) this.right.disabled = state !== "saved";
  }
}
