/** Fetches files that are written when asked for and says so meanwhile; it knows no content. */

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
    showTrouble(failure, "Nothing was changed. Ask again in a moment.");
  } finally {
    done();
  }
}

/** Nobody can say how long it will take, but what is being written. */
function showWriting(link) {
  const label = Object.assign(document.createElement("label"), { className: "progress" });
  const said = document.createElement("span");
  said.textContent = link.dataset.writing ?? "Writing";
  label.append(said, document.createElement("progress"));
  link.closest(".export, [data-writes], .compare-files")?.querySelector(".progress-place")?.replaceChildren(label);
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
  return /filename="?([^";]+)/.exec(disposition)?.[1] ?? "file";
}
