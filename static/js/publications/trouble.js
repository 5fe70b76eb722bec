/** Shows on the page of publications what went wrong there; it must not know what was tried. */

/**
 * A refusal has what, safe and do; anything else is the network's.
 * @param {unknown} failure
 * @param {string} silence what to say when no answer came
 */
export function showTrouble(failure, silence) {
  const known = failure && typeof failure.what === "string";
  const words = known
    ? [failure.title, `${failure.what} ${failure.safe} ${failure.do}`]
    : ["No answer from the server", silence];
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.dataset.look = "alarm";
  notice.setAttribute("role", "alert");
  const mark = Object.assign(document.createElement("span"), { className: "mark" });
  mark.dataset.mark = "needs_you";
  const strong = document.createElement("strong");
  const more = document.createElement("p");
  strong.textContent = words[0];
  more.textContent = words[1];
  notice.append(mark, strong, more);
  document.getElementById("trouble")?.replaceChildren(notice);
  notice.scrollIntoView({ block: "nearest" });
}

export function clearTrouble() {
  document.getElementById("trouble")?.replaceChildren();
}
