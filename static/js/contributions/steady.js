/** Others' words that arrive in notes leave the line somebody types in where it is. */

import { hold } from "../frame/steady.js";

/** Fields tell before and after they show what others typed. @param {import("./lines.js").Lines} lines */
export function stayWhileWordsArrive(lines) {
  let held = () => {};
  lines.list.addEventListener("arriving", () => {
    held = hold(lines.inFocus?.field);
  });
  lines.list.addEventListener("arrived", () => held());
}
