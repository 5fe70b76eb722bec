/**
 * The list that opens at # and @: subtopics and countries to choose from; what is chosen leaves
 * the text. It must not know what becomes of a choice.
 */

import { say } from "../frame/say.js";
import { counted, make } from "./elements.js";

const TOKEN = /(?:^|\s)([#@])([^\n#@]{0,40})$/u;
const STAY = { mousedown: (event) => event.preventDefault() };

/**
 * @typedef {import("./names.js").Choice} Choice
 * @typedef {{sign: string, typed: string, start: number, end: number}} Token
 */

/** The token the caret stands at the end of. @param {string} words @param {number} caret */
export function tokenAt(words, caret) {
  const found = TOKEN.exec(words.slice(0, caret));
  if (!found || /^\s/.test(found[2])) return null;
  return { sign: found[1], typed: found[2], start: caret - found[2].length - 1, end: caret };
}

/** The one list of the page; it serves the field it was last shown for. */
export class TokenList {
  /**
   * @param {(sign: string, typed: string) => Choice[]} find
   * @param {(field: HTMLTextAreaElement, token: Token, choice: Choice) => void} pick
   */
  constructor(find, pick) {
    this.find = find;
    this.pick = pick;
    const listbox = { class: "menu token-list", role: "listbox", id: "tokens", tabindex: "0" };
    this.list = make("div", { ...listbox, ...STAY });
    this.close();
  }

  get open() {
    return this.field !== null;
  }

  /** Looks at what stands before the caret of a field, and opens, narrows or closes. */
  look(field) {
    const token = tokenAt(field.value, field.selectionStart);
    if (!token || this.left(field, token)) return this.close();
    const choices = this.find(token.sign, token.typed);
    const exact = token.typed.includes(" ") ? choices.filter((choice) => !choice.free) : choices;
    if (!exact.length) return this.close();
    return this.show(field, token, exact);
  }

  /** Keys while it is open; true when the key was its own. @param {KeyboardEvent} event */
  key(event) {
    if (!this.open || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark((this.at + step + this.choices.length) % this.choices.length);
    else if (event.key === "Escape") this.leave();
    else if (event.key === "Tab" && !event.shiftKey && this.at >= 0) this.choose(this.at);
    else return false;
    event.preventDefault();
    return true;
  }

  /** Enter was pressed; true when it chose something. */
  enter() {
    if (!this.open || this.at < 0) return false;
    this.choose(this.at);
    return true;
  }

  close() {
    for (const name of ["aria-controls", "aria-activedescendant"]) this.field?.removeAttribute(name);
    this.list.remove();
    Object.assign(this, { field: null, token: null, choices: [], at: -1 });
  }

  /** Escape leaves the sign in the text, and the list does not come back for it. */
  leave() {
    this.leftAt = { field: this.field, start: this.token.start };
    this.close();
  }

  left(field, { start }) {
    return this.leftAt?.field === field && this.leftAt.start === start;
  }

  show(field, token, choices) {
    if (this.field !== field) this.close();
    const opened = !this.open;
    Object.assign(this, { field, token, choices, leftAt: null });
    this.list.setAttribute("aria-label", token.sign === "#" ? "Subtopics" : "Countries");
    this.list.replaceChildren(...choices.map((choice, at) => this.option(choice, at)));
    if (opened) {
      field.after(this.list);
      field.setAttribute("aria-controls", "tokens");
      say(`${counted(choices.length, "suggestion")}.`);
    }
    this.mark(choices[0].free ? -1 : 0);
    this.keepInView();
  }

  /** Near the foot of the window the list stands above the words instead of below them. */
  keepInView() {
    this.list.removeAttribute("data-above");
    const foot = document.querySelector(".dock").getBoundingClientRect().top;
    const { bottom } = this.list.getBoundingClientRect();
    this.list.toggleAttribute("data-above", bottom > foot);
  }

  option({ words, more }, at) {
    const attributes = { role: "option", id: `token-${at}`, click: () => this.choose(at) };
    const beside = more ? make("span", { class: "token-more", dir: "auto" }, more) : null;
    return make("div", attributes, make("span", { dir: "auto" }, words), beside);
  }

  mark(at) {
    this.at = at;
    for (const [index, row] of [...this.list.children].entries()) {
      row.setAttribute("aria-selected", String(index === at));
    }
    if (at < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `token-${at}`);
    const row = this.list.children[at];
    if (row) this.list.scrollTop = Math.max(0, row.offsetTop - this.list.clientHeight / 2);
  }

  choose(at) {
    const { field, token } = this;
    const choice = this.choices[at];
    this.close();
    this.pick(field, token, choice);
  }
}
