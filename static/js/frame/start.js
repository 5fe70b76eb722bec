/** Starts the parts of the frame every page has; it knows no column and no socket. */

import { startClock } from "./clock.js";
import { applyTheme, startTheme } from "./theme.js";

// Before the first paint, so that a dark page never flashes white.
applyTheme();

function start() {
  startTheme();
  startClock();
}

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start, { once: true });
} else {
  start();
}
