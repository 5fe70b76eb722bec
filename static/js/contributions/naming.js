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
  const lost = !agreed && note.get("agreement_lost_by");
  button.hidden = !note.made || !(agreed || lost || note.get("countries").length);
  button.disabled = !asks;
  button.setAttribute("aria-pressed", String(agreed));
  const name = note.get("said_by");
  const words = name ? `Agrees to be named: ${name}` : "Agrees to be named";
  setWords(button.lastChild, lost ? askAgain(lost) : words);
}

function askAgain(lost) {
  const who = lost === "moderator" ? "a moderator" : "the secretariat";
  return `The words were changed by ${who}; ask the delegate again`;
}

/** Marks that the delegate agrees, or takes the mark away, and the name with it. */
export function agree(note, agreed, name = note.get("said_by")) {
  const said_by = agreed ? name || null : null;
  const ended = note.get("agreement_ended") ?? 0;
  const facts = { note: note.id, agreed, said_by, countries: note.get("countries"), ended };
  const wanted = { agreed, said_by, agreement_lost_by: null };
  return note.ask("set_note_agreement", facts, agreed ? wanted : { ...wanted, ...over(note) });
}

/** What the end of an agreement leaves behind: a mark that was set before it counts no more. */
export function over(note) {
  return { agreed: false, said_by: null, agreement_ended: (note.get("agreement_ended") ?? 0) + 1 };
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
