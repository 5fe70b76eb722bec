/** Light, dark, or as the device has it, kept on this device; it must not know any page. */

const PROJECTED = document.documentElement.dataset.screen === "room"; // dark, unless it is chosen
const KEY = PROJECTED ? "discussion.theme.room" : "discussion.theme";
const CHOICES = ["auto", "light", "dark"];
const UNCHOSEN = PROJECTED ? "dark" : "auto";

/** @returns {string} "auto", "light" or "dark" */
export function chosenTheme() {
  try {
    const kept = localStorage.getItem(KEY);
    return CHOICES.includes(kept) ? kept : UNCHOSEN;
  } catch {
    return UNCHOSEN; // a browser may refuse storage
  }
}

/** Shows the page in `theme` and keeps the choice. @param {string} theme */
export function chooseTheme(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Not kept, but shown.
  }
  applyTheme(theme);
}

/** @param {string} [theme] */
export function applyTheme(theme = chosenTheme()) {
  const root = document.documentElement;
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** Brings the choice in the top line to life, and follows other tabs. */
export function startTheme() {
  const field = document.getElementById("theme");
  if (field) {
    field.hidden = false;
    field.querySelector(`input[value="${chosenTheme()}"]`).checked = true;
    field.addEventListener("change", (event) => chooseTheme(event.target.value));
  }
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) applyTheme();
  });
  startWho();
}

/** The card under one's name closes as people expect: Escape, or a press elsewhere. */
function startWho() {
  const who = document.getElementById("who");
  if (!who) return;
  document.addEventListener("pointerdown", (event) => {
    if (!who.contains(event.target)) who.open = false;
  });
  who.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !who.open) return;
    who.open = false;
    who.querySelector("summary").focus();
  });
}
