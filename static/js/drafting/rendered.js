/** A paragraph as it will read: brackets and who stands behind them as shapes, not as signs. */

import { make } from "../synthesis/parts.js";

/** @param {object[]} pieces as services/drafting/remarks.py tells them @returns {Node[]} */
export function rendered(pieces) {
  return pieces.map(piece);
}

function piece(told) {
  if (told.words !== undefined) return document.createTextNode(told.words);
  if (told.emphasis) return make("em", {}, ...rendered(told.emphasis));
  const bracket = make("span", { class: "draft-bracket" }, "[");
  told.options.forEach((option, number) => {
    if (number) bracket.append(make("span", { class: "draft-bar" }, " | "));
    bracket.append(...rendered(option));
  });
  bracket.append("]");
  for (const { who, reason } of told.stands) bracket.append(stand(who, reason));
  return bracket;
}

function stand(who, reason) {
  const why = reason ? `: ${reason}` : "";
  return make("span", { class: "draft-stand" }, `${who.join(", ")}${why}`);
}
