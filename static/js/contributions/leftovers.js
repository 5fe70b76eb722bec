/**
 * Words of this device that have no line on this sheet and were not taken where they belong: they
 * stand here with the reason until somebody decides.
 */

import { button, make } from "./elements.js";
import { spread } from "./pasting.js";

/** @param {object} live @param {object} sheet @param {import("./lines.js").Lines} lines */
export function drawLeftovers(live, sheet, lines) {
  const left = [...live.allTexts()].filter((text) => text.refusal && !isShown(text, live, sheet));
  const key = left.map((text) => `${text.id} ${text.words}`).join("\n");
  const before = document.getElementById("leftovers");
  if ((before?.dataset.of ?? "") === key) return;
  before?.remove();
  if (!left.length) return;
  document.getElementById("main").prepend(make("section",
    { id: "leftovers", class: "notice", "data-look": "care", "data-of": key, role: "alert" },
    make("b", {}, "Words on this device that could not be saved where they were written."),
    make("ul", {}, ...left.map((text) => row(text, live, lines)))));
}

function row(text, live, lines) {
  let put = false;
  const here = async () => {
    if (put) return;
    put = true;
    spread(await emptyLine(lines), [text.words.trim()], lines);
    live.forget(text);
  };
  return make("li", {},
    make("q", { dir: "auto" }, text.words), ` ${text.refusal.what} `,
    button("Put them into a note here", here, { "data-size": "small" }), " ",
    button("Throw them away", () => live.forget(text), { "data-size": "small", "data-look": "quiet" }));
}

/** The first empty line; a sheet that is still being opened has none yet. */
async function emptyLine(lines) {
  while (!lines.firstEmpty()) await new Promise((resolve) => setTimeout(resolve, 50));
  return lines.firstEmpty();
}

function isShown(text, live, sheet) {
  return live.text(text.id) === text && text.describe()?.sheet === sheet.id;
}
