/** Makes elements for the sheet; words go in as text, never as markup. */

/**
 * @param {string} tag @param {Record<string, any>} [attributes] functions become listeners
 * @param {...(Node|string|null|false)} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** A button that does not take the focus from the field somebody types in. */
export function button(words, press, attributes = {}) {
  return make("button", { type: "button", class: "button", click: press, ...attributes }, words);
}

/** Sets the words of an element, touching it only when they differ. */
export function setWords(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** "1 note", "4 notes". @param {number} count @param {string} one */
export function counted(count, one) {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
