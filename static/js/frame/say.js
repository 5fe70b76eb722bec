/** Short messages, spoken to screen readers or shown to all; it must not know their causes. */

const SHOWN_MS = 7000;
/** @type {Record<string, string[]>} */
const waiting = { say: [], "say-now": [] };

/**
 * Speaks to a screen reader; nothing is shown.
 * @param {string} words a whole sentence
 * @param {{ urgent?: boolean }} [how] urgent interrupts what is being read
 */
export function say(words, { urgent = false } = {}) {
  const id = urgent ? "say-now" : "say";
  waiting[id].push(words);
  if (waiting[id].length > 1) return;
  const region = document.getElementById(id);
  if (!region) return void (waiting[id] = []);
  // A region speaks only when it changes: empty it first, and join what comes at the same time.
  region.textContent = "";
  setTimeout(() => {
    region.textContent = waiting[id].join(" ");
    waiting[id] = [];
  }, 120);
}

/**
 * Shows a message for a few seconds, in the place of the one before; it is spoken too.
 *
 * Only for what may be missed: whatever needs an answer stands in the page itself.
 * @param {string} words
 */
export function show(words) {
  const message = document.createElement("p");
  message.className = "message";
  message.textContent = words;
  document.getElementById("messages")?.replaceChildren(message);
  setTimeout(() => message.remove(), SHOWN_MS);
}
