/** Fetches every note as a file and says so while it is written; it must not know what is in it. */

import { say } from "../frame/say.js";
import { clearTrouble, showTrouble } from "./trouble.js";

const KEPT_MS = 60_000; // until a browser has surely begun to save what it was handed

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-export]") : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (link.getAttribute("aria-disabled") !== "true") fetchNotes(link);
});

/** @param {HTMLAnchorElement} link */
async function fetchNotes(link) {
  clearTrouble();
  const done = showWriting(link);
  try {
    const answer = await fetch(link.href, { headers: { accept: "application/json" } });
    if (!answer.ok) throw (await answer.json()).error;
    save(await answer.blob(), nameIn(answer.headers.get("content-disposition") ?? ""));
    say("The file is there.");
  } catch (failure) {
    showTrouble(failure, "The notes are as they were. Ask again in a moment.");
  } finally {
    done();
  }
}

/** Nobody can say how long it will take, but how much there is to write. */
function showWriting(link) {
  const label = Object.assign(document.createElement("label"), { className: "progress" });
  const said = document.createElement("span");
  const { export: format, notes } = link.dataset;
  said.textContent = `Writing ${notes} note${notes === "1" ? "" : "s"} as ${format}`;
  label.append(said, document.createElement("progress"));
  link.closest(".export")?.querySelector(".progress-place")?.replaceChildren(label);
  link.setAttribute("aria-disabled", "true");
  return () => {
    label.remove();
    link.removeAttribute("aria-disabled");
  };
}

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

function nameIn(disposition) {
  return /filename="?([^";]+)/.exec(disposition)?.[1] ?? "notes";
}
