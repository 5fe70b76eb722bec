/** The page of all editions: files are fetched in place, and a comparison says that it is made. */

import { say } from "../frame/say.js";
import "./written.js";

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches(".compare-form")) return;
  const button = form.querySelector(".compare-now button span");
  if (button) button.textContent = "Comparing …";
  say("Comparing.");
});

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload(); // back from a comparison: the button says so no more
});
