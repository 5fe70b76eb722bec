/** Leads from change to change by keys and buttons; it must not know what changed. */

import { say } from "../frame/say.js";
import "./written.js";

const links = [...document.querySelectorAll("a[data-change]")];
const where = document.getElementById("where");
let at = -1;
if (where) where.textContent = `${links.length} to see`;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const step = { n: 1, p: -1 }[event.key];
  if (step) go(at + step);
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const step = target?.closest("[data-step]");
  if (step instanceof HTMLElement) go(at + Number(step.dataset.step));
  const link = target?.closest("a[data-change]");
  if (link) {
    event.preventDefault();
    go(links.indexOf(link));
  }
});

/** Shows the change with that number; behind the last one comes the first again. */
function go(wanted) {
  if (!links.length) return;
  at = (wanted + links.length) % links.length;
  const link = links[at];
  const place = document.getElementById(link.dataset.change ?? "");
  document.querySelectorAll("[data-here]").forEach((each) => each.removeAttribute("data-here"));
  links.forEach((each) => each.removeAttribute("aria-current"));
  link.setAttribute("aria-current", "true");
  if (link.closest("details[open]")) link.scrollIntoView({ block: "nearest" });
  place?.setAttribute("data-here", "");
  place?.scrollIntoView({ block: "center" });
  if (where) where.textContent = `${at + 1} of ${links.length}`;
  say(`${at + 1} of ${links.length}: ${link.textContent?.replace(/\s+/g, " ").trim() ?? ""}`);
}

function typing(target) {
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, select");
}
