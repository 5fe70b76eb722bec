/** Keeps the screen on while a discussion runs, where the device allows it. */

const offered = "wakeLock" in navigator; // only over https and on localhost
let wanted = false;
let lock = null;

document.addEventListener("visibilitychange", () => take());

/** Whether a device like this one lets pages keep its screen on. */
export function mayStayAwake() {
  return offered;
}

/** @param {boolean} on the system takes the lock back whenever the page is hidden */
export function stayAwake(on) {
  wanted = on;
  if (on) return void take();
  lock?.release();
  lock = null;
}

async function take() {
  if (!offered || !wanted || document.hidden || (lock && !lock.released)) return;
  try {
    lock = await navigator.wakeLock.request("screen");
    if (!wanted) lock.release();
  } catch {
    lock = null; // a low battery, a setting: the screen sleeps as it would have
  }
}
