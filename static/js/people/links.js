/** Copies a new link's address; it must not know what the link is for. */

import { show } from "../frame/say.js";

const field = document.getElementById("address");
const button = document.getElementById("copy");

if (field && button) {
  button.hidden = false;
  button.addEventListener("click", copy);
  field.addEventListener("focus", () => field.select());
}

async function copy() {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    show("The address is copied.");
  } catch {
    // Without https there is no clipboard to write to; the older way still works there.
    if (document.execCommand("copy")) show("The address is copied.");
    else show("This browser does not let us copy. The address is marked: copy it yourself.");
  }
}
