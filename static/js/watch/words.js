/** What a table is doing, in the words of the screens; it must not know sockets or elements. */

const LASTS = new Set(["quiet", "offline", "unheard"]); // states worth saying how long

/** How long, short enough for a cell; nothing below a minute. @param {number} milliseconds */
export function span(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d`;
}

/** The same for what may last seconds only. */
export function precisely(milliseconds) {
  return span(milliseconds) || `${Math.max(0, Math.floor(milliseconds / 1_000))} s`;
}

/**
 * "Typing", "Quiet 6 min", "Offline 40 s".
 * @param {{doing: string, since?: string}} cell @param {Record<string, string>} states
 * @param {number} now milliseconds at the server
 */
export function doing(cell, states, now) {
  const words = states[cell.doing];
  if (!LASTS.has(cell.doing) || !cell.since) return words;
  const lasted = now - Date.parse(cell.since);
  const said = cell.doing === "quiet" ? span(lasted) : precisely(lasted);
  return said ? `${words} ${said}` : words;
}

/** "1 note", "4 notes". */
export function counted(count, one) {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
