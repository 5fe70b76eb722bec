/** The two small questions before a decision: what to ask the table, and for which reason. */

import { make } from "./parts.js";

const WORDS = {
  park: { title: "Park this note", button: "Park it" },
  rule_out: { title: "Out of scope", button: "Rule it out" },
};

/**
 * Asks what a decision needs: nothing, a question for the table, or a reason and a remark.
 * @param {string} name the decision @param {{text: string}} note
 * @returns {Promise<object|null>} facts for the command; null when the moderator went back
 */
export function askFor(name, note) {
  if (name === "return") return ask("ask-question", note, question);
  if (name in WORDS) return ask("ask-reason", note, reason, WORDS[name]);
  return Promise.resolve({});
}

/** Asks whether to go on. @param {string} id of a dialog @returns {Promise<boolean>} */
export async function agreed(id) {
  return (await ask(id, null, () => ({}))) !== null;
}

/** Brings the digits and Enter of the dialogs to life. @param {Record<string, string>} reasons */
export function startDialogs(reasons) {
  const list = document.getElementById("reasons");
  list?.append(...Object.entries(reasons).map(([code, words], at) => choice(code, words, at + 1)));
  document.getElementById("ask-reason")?.addEventListener("keydown", chooseByDigit);
  for (const area of document.querySelectorAll("dialog textarea")) {
    area.addEventListener("keydown", sendOnEnter);
  }
}

function choice(code, words, digit) {
  const input = make("input", { type: "radio", name: "reason", value: code, required: true });
  return make("label", { class: "choice" }, input, make("kbd", {}, String(digit)), words);
}

function chooseByDigit(event) {
  if (event.target.closest("textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const radios = event.currentTarget.querySelectorAll('input[type="radio"]');
  const chosen = radios[Number(event.key) - 1];
  if (!chosen) return;
  event.preventDefault();
  chosen.checked = true;
  chosen.focus();
}

function sendOnEnter(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}

function ask(id, note, read, words) {
  const dialog = document.getElementById(id);
  const form = dialog.querySelector("form");
  form.reset();
  if (words) {
    dialog.querySelector("h2").textContent = words.title;
    form.querySelector('[type="submit"] > span').textContent = words.button;
  }
  if (note) dialog.querySelector(".board-asked").textContent = note.text;
  dialog.showModal();
  form.querySelector("[data-first], textarea, input")?.focus();
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (facts) => {
      over.abort();
      dialog.close();
      resolve(facts);
    };
    const { signal } = over;
    form.addEventListener("submit", (event) => end((event.preventDefault(), read(form))), {
      signal,
    });
    dialog.addEventListener("close", () => end(null), { signal });
    form.querySelector("[data-back]").addEventListener("click", () => end(null), { signal });
  });
}

function question(form) {
  return { question: form.elements.question.value.trim() };
}

function reason(form) {
  return { reason: form.elements.reason.value, remark: form.elements.remark.value.trim() || null };
}
