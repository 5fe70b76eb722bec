/**
 * What the line has to ask or say in the page itself; it stays until it is settled, and moves
 * nothing that somebody types in.
 */

import { steadily } from "../frame/steady.js";

/**
 * Shows a notice, in place of the one with its id; one that says the same already stays untouched.
 * @param {string} id @param {string} words
 * @param {[string, () => (string|void)][]} choices buttons; one whose act gives "stay" leaves it
 */
export function notice(id, words, choices) {
  const before = document.getElementById(id);
  if (before?.dataset.words === words) return;
  const box = document.createElement("section");
  box.id = id;
  box.className = "notice";
  box.dataset.look = "care";
  box.dataset.words = words;
  box.setAttribute("role", "alert");
  box.append(words, " ", ...choices.flatMap(([label, act]) => [button(label, act, box), " "]));
  steadily(() => {
    if (before) before.replaceWith(box);
    else document.getElementById("main").prepend(box);
  });
}

/** Takes a notice away. */
export function drop(id) {
  steadily(() => document.getElementById(id)?.remove());
}

function button(label, act, box) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.dataset.size = "small";
  made.textContent = label;
  made.addEventListener("click", () => {
    if (act() !== "stay") steadily(() => box.remove());
  });
  return made;
}
