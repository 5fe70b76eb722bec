/**
 * Brings former words back: typed anew into the live text, once what that changes was shown. What
 * others type meanwhile shows in the question, and is not taken for agreed to.
 */

import { changes } from "./marked.js";

const TIME_TO_READ = 1_500; // milliseconds in which what has just changed cannot be agreed to

/**
 * @param {() => import("../live/text.js").Text} present the live text
 * @returns {((words: string) => Promise<boolean>)|null} asks; null where nobody may bring back
 */
export function startRestore(present) {
  const dialog = document.getElementById("restore");
  if (!dialog) return null;
  const shown = dialog.querySelector(".history-changes");
  const go = dialog.querySelector("[data-go]");
  let wanted = "";
  let timer = 0;
  const look = () => {
    const { words } = present();
    shown.replaceChildren(...changes(words, wanted));
    if (words === wanted) shown.append(words ? " " : "", "(These are the words as they stand.)");
    go.disabled = words === wanted;
  };
  const moved = () => {
    look();
    if (go.disabled) return;
    go.disabled = true;
    clearTimeout(timer);
    timer = setTimeout(look, TIME_TO_READ);
  };
  dialog.querySelector("[data-back]").addEventListener("click", () => dialog.close());
  return (words) => {
    wanted = words;
    look();
    dialog.returnValue = "";
    dialog.showModal();
    dialog.querySelector("[data-back]").focus();
    const forget = present().onChange(moved);
    return new Promise((resolve) => {
      const over = new AbortController();
      const { signal } = over;
      dialog.querySelector("form").addEventListener("submit", () => {
        present().write(wanted);
        resolve(true);
      }, { signal });
      dialog.addEventListener("close", () => {
        forget();
        clearTimeout(timer);
        over.abort();
        resolve(false);
      }, { signal });
    });
  };
}
