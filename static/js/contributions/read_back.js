/** "Read back to your table": choose the three to five notes that matter and confirm them. */

import { show } from "../frame/say.js";
import { counted, make, setWords } from "./elements.js";
import { kindMark } from "./kinds.js";

export class ReadBack {
  /** @param {HTMLDialogElement} dialog @param {object} live @param {object} sheet */
  constructor(dialog, live, sheet, lines) {
    Object.assign(this, { dialog, live, sheet, lines });
    this.list = dialog.querySelector(".read-back-list");
    this.count = dialog.querySelector(".read-back-count");
    this.trouble = dialog.querySelector(".field-error");
    this.confirm = dialog.querySelector("[data-confirm]");
    this.list.addEventListener("change", () => this.chose());
    this.confirm.addEventListener("click", () => this.send());
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  }

  open() {
    this.list.replaceChildren();
    this.trouble.hidden = true;
    this.draw();
    this.dialog.showModal();
  }

  /** Notes keep coming while the table listens: the list grows, what was chosen stays. */
  draw() {
    const rows = new Map([...this.list.children].map((row) => [row.dataset.id, row]));
    const said = this.said();
    for (const note of said) {
      const row = rows.get(note.id) ?? this.row(note);
      setWords(row.querySelector(".read-back-words"), note.words);
      this.list.append(row);
      rows.delete(note.id);
    }
    for (const row of rows.values()) row.remove();
    const none = this.dialog.querySelector(".read-back-none");
    none.hidden = said.length > 0;
    this.chose();
  }

  /** Notes that were said: a note still being written is not chosen from. */
  said() {
    return this.lines.notes.filter((note) => {
      return note.words.trim() && !["writing", "withdrawn"].includes(note.get("status"));
    });
  }

  row(note) {
    const box = make("input", { type: "checkbox", value: note.id });
    box.checked = Boolean(note.get("read_back"));
    const kind = note.get("kind");
    return make("li", { "data-id": note.id }, make("label", { class: "read-back-choice" }, box,
      make("span", { class: "read-back-words", dir: "auto" }),
      kindMark(kind, this.sheet.kinds[kind])));
  }

  get chosen() {
    return [...this.list.querySelectorAll("input:checked")].map((box) => box.value);
  }

  chose() {
    const [least, most] = this.bounds();
    const count = this.chosen.length;
    const fits = count >= least && count <= most && count > 0;
    this.confirm.disabled = !fits;
    const wanted = least === most ? `${most}` : `${least} to ${most}`;
    setWords(this.count, fits ? `${count} chosen.` : `${count} chosen; choose ${wanted}.`);
  }

  bounds() {
    const [least, most] = this.sheet.choices;
    const there = this.list.children.length;
    return [Math.min(least, there), Math.min(most, there)];
  }

  async send() {
    const chosen = this.chosen;
    this.confirm.disabled = true;
    this.trouble.hidden = true;
    try {
      await this.live.send("read_back_sheet", { sheet: this.sheet.id, notes: chosen });
      this.dialog.close();
      show(`Confirmed: ${counted(chosen.length, "top point")}. You can change them until the end.`);
    } catch (refusal) {
      this.trouble.hidden = false;
      setWords(this.trouble, `${refusal.what} ${refusal.do}`);
      this.chose();
    }
  }
}
