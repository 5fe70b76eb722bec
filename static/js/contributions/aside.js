/** What stands under a note: a refusal, a moderator's question with its answer, a reason. */

import { button, make, setWords } from "./elements.js";
import { reasonOf } from "./status.js";

const ANSWER_LIMIT = 600; // characters the server takes in an answer
const REFUSED = "The answer was not taken. Your words are still here: read the note and send again.";

/** Draws what belongs under a note, and leaves alone a field somebody answers in. */
export function drawAside(aside, note, sheet) {
  part(aside, "refusal", note.text?.refusal ?? null, (refusal) => refusalBox(refusal, note, sheet));
  part(aside, "question", questionOf(note), (asked) => questionBox(asked, note, sheet));
  part(aside, "reason", reasonOf(note, sheet.reasons) || null, (words) => {
    return make("p", { class: "note-reason", dir: "auto" }, words);
  });
}

/** Keeps one part per name, drawn anew only when what it says has changed. */
function part(aside, name, facts, draw) {
  const held = aside.querySelector(`[data-part="${name}"]`);
  const key = JSON.stringify(facts);
  if (held?.dataset.of === key) return;
  if (facts === null) {
    held?.remove();
    return;
  }
  const drawn = draw(facts);
  drawn.dataset.part = name;
  drawn.dataset.of = key;
  if (held) held.replaceWith(drawn);
  else aside.append(drawn);
}

function questionOf(note) {
  const question = note.get("question");
  if (!question) return null;
  const open = note.get("status") === "returned" || note.unsentAnswer !== "";
  const answer = open ? null : note.get("answer");
  return { question, open, answer, waits: note.wishes.has("answer"), trouble: note.answerRefused };
}

function questionBox({ question, open, answer, waits, trouble }, note, sheet) {
  const who = sheet.table ? "You" : "The table";
  const asked = make("p", { class: "asked", dir: "auto" }, make("b", {}, "Moderator: "), question);
  const said = waits ? "Your answer, not sent yet: " : `${who}: `;
  const under = open
    ? sheet.table && answerForm(note, trouble)
    : answer && make("p", { class: "answered", dir: "auto" }, make("b", {}, said), answer);
  return make("div", { class: "question", "data-open": open }, asked, under ?? null);
}

function answerForm(note, trouble) {
  const field = make("textarea", { rows: "1", dir: "auto", class: "input", enterkeyhint: "send",
    maxlength: ANSWER_LIMIT, "aria-label": "Your table's answer", placeholder: "Your answer" });
  field.value = note.unsentAnswer;
  const words = trouble && make("p", { class: "field-error", role: "alert" }, REFUSED);
  const form = make("form", { class: "answer" }, field,
    button("Send answer", () => form.requestSubmit(), { "data-size": "small" }), words ?? null);
  field.addEventListener("input", () => {
    note.unsentAnswer = field.value;
  });
  field.addEventListener("beforeinput", (event) => {
    if (!/^insert(LineBreak|Paragraph)$/.test(event.inputType) || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) note.answer(field.value.trim());
    else field.focus();
  });
  return form;
}

function refusalBox(refusal, note, sheet) {
  return make("div", { class: "note-refused", role: "alert" },
    make("b", {}, `${refusal.title}. `), `${refusal.what} ${refusal.safe} ${refusal.do} `,
    button("Put these words into a new note", () => sheet.copyToNew(note), { "data-size": "small" }));
}
