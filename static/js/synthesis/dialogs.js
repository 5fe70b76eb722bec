/** The small questions before a decision: what to ask the table, for which reason, which point. */

import { differenceParagraph } from "./difference.js";
import { button, make, setAttribute } from "./parts.js";
import { alike, wordsOf } from "./strength.js";

const ALIKE = 0.2; // share of words from which two statements are compared word by word
const WORDS = {
  park: { title: "Park this note", button: "Park it" },
  rule_out: { title: "Out of scope", button: "Rule it out" },
};

const choices = {}; // the reasons offered, by the decision they serve

/**
 * Asks what a decision needs: nothing, a question for the table, or a reason and a remark.
 * @param {string} name the decision @param {{text: string}} note
 * @returns {Promise<object|null>} facts for the command; null when the moderator went back
 */
export function askFor(name, note) {
  if (name === "return") return ask("ask-question", note, question);
  if (name in WORDS) {
    document.getElementById("reasons").replaceChildren(...choices[name]);
    return ask("ask-reason", note, reason, WORDS[name]);
  }
  return Promise.resolve({});
}

/** Asks whether to go on. @param {string} id of a dialog @returns {Promise<boolean>} */
export async function agreed(id) {
  return (await ask(id, null, () => ({}))) !== null;
}

/**
 * A dialog with a heading, opened at once and gone when it is closed.
 * @param {string} title @param {HTMLElement[]} children
 * @returns {HTMLDialogElement}
 */
export function openDialog(title, children, buttons = []) {
  const heading = make("h2", { id: "asked-title" }, title);
  const close = button("Close", { key: "Esc", look: "quiet" });
  const row = make("div", { class: "buttons" }, close, ...buttons);
  const dialog = make("dialog", { class: "dialog", "aria-labelledby": heading.id });
  dialog.append(heading, ...children, row);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Asks for another point; those that share most words with the one at hand come first.
 * @param {object} point @param {object[]} others
 * @param {{title: string, button: string, name: (point) => string, help?: string,
 *   compare?: boolean}} asked `compare` shows what differs between the two, word by word, before
 *   they are taken for one
 * @returns {Promise<object|null>} the point chosen; null when the moderator went back
 */
export function choosePoint(page, point, others, asked) {
  const { title, help, name, button: words, compare = false } = asked;
  const said = page.pointWords(point);
  const near = (one) => alike(wordsOf(said), wordsOf(page.pointWords(one)));
  const ranked = others.map((one) => ({ one, near: near(one) })).sort((a, b) => b.near - a.near);
  const rows = ranked.map(({ one }) => pointRow(one, name(one)));
  const group = { class: "board-choices", role: "radiogroup", "aria-label": title };
  const list = make("div", group, ...rows);
  const search = make("input", { class: "input", type: "search", "aria-label": "Find a point" });
  setAttribute(search, "placeholder", "Find a point");
  const differs = make("div", { class: "board-differs", "aria-live": "polite" });
  const go = button(words, { look: "primary", key: "Enter", "aria-disabled": "true" });
  const children = [
    make("blockquote", { class: "board-asked", dir: "auto" }, name(point)),
    ...(others.length > 5 ? [search] : []),
    others.length ? list : make("p", {}, "There is no other point on this topic yet."),
    differs,
    ...(help ? [make("p", { class: "small quiet" }, help)] : []),
  ];
  const dialog = openDialog(title, children, [go]);
  (list.querySelector("input") ?? search).focus();
  const chosen = () => others.find(({ id }) => id === list.querySelector("input:checked")?.value);
  const look = () => {
    const one = chosen();
    setAttribute(go, "aria-disabled", one ? null : "true");
    const close = one && compare && near(one) > ALIKE;
    const other = close ? page.pointWords(one) : "";
    differs.replaceChildren(...(other && said ? [differenceParagraph(said, other)] : []));
  };
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    for (const row of rows) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
      if (row.hidden) row.querySelector("input").checked = false; // nothing unseen is chosen
    }
    look();
  });
  list.addEventListener("change", look);
  return new Promise((resolve) => {
    const end = () => {
      const one = chosen();
      if (!one) return;
      resolve(one);
      dialog.close();
    };
    go.addEventListener("click", end);
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || event.target.closest("button")) return;
      event.preventDefault();
      end();
    });
    dialog.addEventListener("close", () => resolve(null));
  });
}

function pointRow(point, words) {
  const input = make("input", { type: "radio", name: "point", value: point.id });
  const said = make("span", { dir: "auto" }, words);
  return make("label", { class: "choice" }, input, said);
}

/**
 * Brings the digits and Enter of the dialogs to life.
 * @param {Record<string, string>} reasons their words @param {Record<string, string[]>} offered
 *   which of them serve which decision, in their order
 */
export function startDialogs(reasons, offered) {
  for (const [name, codes] of Object.entries(offered)) {
    choices[name] = codes.map((code, at) => choice(code, reasons[code], at + 1));
  }
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
  dialog.scrollTop = 0; // what is long is read from its top, wherever its button stands
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
