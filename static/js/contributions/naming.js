/**
 * Whether the delegate agrees to be named with a note, and by which name. It must not know what is
 * published: that is chosen elsewhere, and a mark that is not needed now may be needed tomorrow.
 */

import { make, setWords } from "./elements.js";

/** The mark under a note's words, pressed when the delegate agrees. */
export function agreementButton() {
  return make(
    "button",
    {
      type: "button",
      class: "note-agreed",
      "aria-pressed": "false",
      mousedown: (event) => event.preventDefault(), // a phone's keyboard stays
    },
    make("span", { class: "note-agreed-box", "aria-hidden": "true" }),
    make("bdi"),
  );
}

/**
 * Shows a note's agreement; where nothing is named there is nothing to agree to.
 * @param {boolean} asks whether this page's reader is one who asks delegates
 */
export function drawAgreement(button, note, asks) {
  const agreed = Boolean(note.get("agreed"));
  button.hidden = !note.made || !(agreed || note.get("countries").length);
  button.disabled = !asks;
  button.setAttribute("aria-pressed", String(agreed));
  const name = note.get("said_by");
  setWords(button.lastChild, name ? `Agrees to be named: ${name}` : "Agrees to be named");
}

/** Marks that the delegate agrees, or takes the mark away, and the name with it. */
export function agree(note, agreed, name = note.get("said_by")) {
  const said_by = agreed ? name || null : null;
  const facts = { note: note.id, agreed, said_by, countries: note.get("countries") };
  return note.ask("set_note_agreement", facts, { agreed, said_by });
}

/** The question who said a note, in the page's dialog. */
export class WhoSaidIt {
  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.dialog = dialog;
    this.form = dialog.querySelector("form");
    this.field = dialog.querySelector("input[name=said-by]");
    this.form.addEventListener("submit", (event) => this.confirmed(event));
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  }

  open(note) {
    this.note = note;
    this.field.value = note.get("said_by") ?? "";
    this.dialog.showModal();
  }

  confirmed(event) {
    event.preventDefault();
    this.dialog.close();
    agree(this.note, true, this.field.value.trim());
  }
}
