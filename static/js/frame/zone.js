/** Times of day by the clock of the workshop, whatever clock the device has. */

const timeZone = document.querySelector('meta[name="person"]')?.dataset.zone || undefined;

/** "14:05" where the workshop is. @param {string|number|Date} at */
export function timeAt(at) {
  const hours = { hour: "2-digit", minute: "2-digit", timeZone };
  return new Date(at).toLocaleTimeString("en-GB", hours);
}
