/** A menu that opens under its button, for hands and keys; it must not know what it offers. */

import { make } from "./elements.js";

let close = () => {};

/**
 * @typedef {{words: string, node?: Node, key?: string, checked?: boolean, pick: () => void}} Item
 * @param {HTMLElement} opener @param {string} label @param {Item[]} items
 */
export function openMenu(opener, label, items) {
  const again = opener.getAttribute("aria-expanded") === "true";
  close();
  if (again) return;
  const menu = make("div", { class: "menu note-menu", role: "menu", "aria-label": label });
  menu.append(...items.map((item) => row(item, () => close())));
  opener.setAttribute("aria-expanded", "true");
  opener.after(menu);
  keepInView(menu);
  const elsewhere = (event) => {
    if (!menu.contains(event.target) && !opener.contains(event.target)) close();
  };
  document.addEventListener("pointerdown", elsewhere);
  menu.addEventListener("keydown", (event) => keyPressed(event, menu, opener, items));
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close();
  });
  close = () => {
    close = () => {};
    document.removeEventListener("pointerdown", elsewhere);
    opener.setAttribute("aria-expanded", "false");
    menu.remove();
  };
  (menu.querySelector('[aria-checked="true"]') ?? menu.firstElementChild)?.focus();
}

/** Near the foot of the window a menu moves up; the page does not scroll for it. */
function keepInView(menu) {
  const beyond = menu.getBoundingClientRect().bottom - innerHeight + 8;
  if (beyond > 0) menu.style.translate = `0 ${-beyond}px`;
}

function row({ words, node, key, checked, pick }, done) {
  const role = checked === undefined ? "menuitem" : "menuitemradio";
  const attributes = { type: "button", role, tabindex: "-1", "aria-checked": checked?.toString() };
  const hint = key ? make("kbd", { "aria-hidden": "true" }, key) : null;
  return make("button", { ...attributes, click: () => (done(), pick()) }, node ?? words, hint);
}

function keyPressed(event, menu, opener, items) {
  const rows = [...menu.children];
  const at = rows.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  const typed = items.findIndex(({ key }) => key === event.key);
  if (to !== undefined) rows.at(to % rows.length).focus();
  else if (typed >= 0) rows[typed].click();
  else if (event.key === "Escape") {
    close();
    opener.focus();
  } else return;
  event.preventDefault();
}
