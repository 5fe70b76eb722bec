/** Elements as frame/parts.html writes them, and keyed lists; it must not know what they show. */

/**
 * An element with attributes and children; words become text nodes, never markup.
 * @param {string} tag @param {Record<string, string|number|boolean|null|undefined>} [attributes]
 * @param {...(Node|string|null|undefined)} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Sets, or for null and false removes, an attribute; touches nothing that is so already. */
export function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value === true ? "" : value)) {
    element.setAttribute(name, value === true ? "" : value);
  }
}

export function setWords(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** A kind of note: shape and word, or the shape alone. */
export function kindMark(code, words, { hide = false } = {}) {
  const attributes = { class: hide ? "kind mark-only" : "kind", "data-kind": code };
  return make("span", { ...attributes, title: hide ? words : null }, make("span", {}, words));
}

export function stateMark(code, words) {
  return make("span", { class: "state", "data-state": code }, make("span", {}, words));
}

export function mark(name, words) {
  return make("span", { class: "mark", "data-mark": name }, make("span", {}, words));
}

/** @param {string} words @param {{look?: string, key?: string, size?: string}} [how] */
export function button(words, { look, key, size, ...attributes } = {}) {
  return make(
    "button",
    { class: "button", type: "button", "data-look": look, "data-size": size, ...attributes },
    make("span", {}, words),
    key ? make("kbd", {}, key) : null,
  );
}

/** A note's words, or what is said instead of spaces and marks that nobody sees. */
export function readable(text) {
  if (/[^\p{Z}\p{C}]/u.test(text)) return text;
  return text.trim() ? "(nothing that can be read)" : "…";
}

/** "6 of 9 tables, 4 countries, 1 objection" with a bar of the tables. */
export function strength() {
  return make("span", { class: "strength" }, make("span"));
}

/** @param {{tables: number, discussing: number, countries?: number, objections?: number}} how */
export function setStrength(whole, { tables, discussing, countries = 0, objections = 0 }) {
  const [of, ...more] = tallied({ discussing, countries, objections });
  const rest = [of, ...more].join(", ");
  if (whole.dataset.said === `${tables}${rest}`) return;
  whole.dataset.said = `${tables}${rest}`;
  const words = make("span", {}, make("b", {}, String(tables)), rest);
  const bar = { class: "strength-bar", min: 0, max: discussing, value: tables };
  const meter = discussing ? make("meter", { ...bar, "aria-hidden": "true" }) : null;
  whole.replaceChildren(...[words, meter].filter(Boolean));
}

/** " of 9 tables", "4 countries", "1 objection": what follows the number of tables. */
export function tallied({ discussing, countries, objections }) {
  const more = [counted(countries, "country", "countries"), counted(objections, "objection")];
  return [` of ${discussing} table${discussing === 1 ? "" : "s"}`, ...more.filter(Boolean)];
}

/** "4 countries", "1 objection", or nothing. */
export function counted(number, one, many = `${one}s`) {
  return number ? `${number} ${number === 1 ? one : many}` : "";
}

/** Brings a parent's children into the order wanted; what is not wanted goes. */
export function arrange(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  // What somebody types in never moves: a field that is moved loses its caret.
  const still = wanted.findIndex((element) => element.contains(document.activeElement));
  const anchor = still >= 0 && wanted[still].parentNode === parent ? still : 0;
  if (!wanted.length) return;
  if (wanted[anchor].parentNode !== parent) keepingFocus(() => parent.append(wanted[anchor]));
  for (let at = anchor - 1; at >= 0; at -= 1) {
    if (wanted[at].nextSibling !== wanted[at + 1]) parent.insertBefore(wanted[at], wanted[at + 1]);
  }
  for (let at = anchor + 1; at < wanted.length; at += 1) {
    if (wanted[at - 1].nextSibling !== wanted[at]) wanted[at - 1].after(wanted[at]);
  }
}

/** Moves something and gives the focus and the caret back to where they were. */
export function keepingFocus(move) {
  const held = document.activeElement;
  const selection = held?.selectionStart ?? null;
  const end = held?.selectionEnd ?? null;
  move();
  if (!held || held === document.activeElement || !held.isConnected) return;
  held.focus({ preventScroll: true });
  if (selection !== null) held.setSelectionRange(selection, end);
}

/** Words for how long ago something was. @param {number} seconds */
export function ago(seconds) {
  if (seconds < 60) return "just now";
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`;
}
