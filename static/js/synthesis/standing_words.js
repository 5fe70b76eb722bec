/** The words of a confirmed point, which stand until it is reopened; it must not know other cards. */

import { button, setAttribute } from "./parts.js";

const STAND = new Set(["confirmed", "drafted"]); // states in which nobody types in a point
const REFUSED = "point_confirmed";
const HOW = "Reopen to change the words";
const TOLD = {
  title: "The words of a confirmed point do not change",
  do: "Reopen it, change them, then confirm it again.",
};

export class StandingWords {
  /** @param {HTMLTextAreaElement} field @param {import("./point_card.js").PointCard} card */
  constructor(field, card) {
    Object.assign(this, { field, card });
    this.stood = true; // when last drawn; a refusal may be here before the state that explains it
    this.leave = button("Leave my words out", { size: "small", hidden: true });
    this.leave.addEventListener("click", () => {
      card.text.giveUp();
      card.tell(null);
    });
    field.addEventListener("keydown", (event) => this.typed(event));
  }

  /** The field follows the point's state; words that came too late go in once it is reopened. */
  draw() {
    const { text, point } = this.card;
    const stands = STAND.has(point.status);
    if (this.field.readOnly !== stands) this.field.readOnly = stands;
    setAttribute(this.field, "title", stands ? HOW : null);
    const late = text.refusal?.code === REFUSED;
    setAttribute(this.leave, "hidden", !(late && stands));
    const opened = this.stood && !stands;
    this.stood = stands;
    if (!late || !opened) return;
    text.lift();
    this.card.tell(null);
  }

  /** Whoever types where nothing can be typed is told why. */
  typed({ key, ctrlKey, metaKey, altKey }) {
    const types = key.length === 1 || key === "Backspace" || key === "Delete";
    if (this.field.readOnly && types && !ctrlKey && !metaKey && !altKey) this.card.tell(TOLD);
  }
}

/** What the button says that opens a point again. */
export function reopenWords(status) {
  return STAND.has(status) ? HOW : "Reopen";
}
