/** Why a rebuild left a paragraph alone, what changed, and the two ways to settle it. */

import { differenceParagraph } from "../synthesis/difference.js";
import { make } from "../synthesis/parts.js";

const TAKE = {
  edited: "Take what it would say now",
  edited_unfounded: "Take it out",
  taken_out: "Bring it back as it would be now",
};
const KEEP = { taken_out: "Leave it out" };

/**
 * @param {{why?: string, message: string, made: string, now: string|null}} told
 * @param {string} paragraph its id @param {string|false} settle where the choice is sent, if any
 * @returns {Node[]}
 */
export function leftAlone(told, paragraph, settle) {
  if (!told?.why) return [];
  const changed = told.now === null ? [] : [differenceParagraph(told.made, told.now)];
  const choice = settle ? [choose(told.why, paragraph, settle)] : [];
  const said = make("p", { class: "small" }, told.message);
  return [make("div", { class: "draft-offer" }, said, ...changed, ...choice)];
}

function choose(why, paragraph, action) {
  const hidden = (name, value) => make("input", { type: "hidden", name, value });
  const way = (value, words) => {
    const how = { class: "button", "data-size": "small", name: "do", value };
    return make("button", how, make("span", {}, words));
  };
  const csrf = document.querySelector("meta[name=csrf]")?.content ?? "";
  return make(
    "form",
    { method: "post", action, class: "buttons" },
    hidden("csrf", csrf),
    hidden("paragraph", paragraph),
    way("keep", KEEP[why] ?? "Keep these words"),
    way("take", TAKE[why]),
  );
}
