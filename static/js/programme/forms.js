/** Sends the set-up page's forms without leaving the page; it must not know what they ask for. */

import { say, show } from "../frame/say.js";

const UNREACHABLE = {
  title: "The server does not answer",
  what: "Nothing was changed. What you typed is still here.",
  do: "Try again in a moment.",
};
const DONE = {
  rename: "The name is saved.",
  reissue: "The table has a new card: print it now. The old one has ended.",
  remove: "The table is taken out.",
};

/** Takes over every form that says `data-here`. @param {() => void} done after each success */
export function startForms(done) {
  document.addEventListener("submit", (event) => {
    if (!event.target.dataset.here) return;
    event.preventDefault();
    send(event.target, event.submitter, done);
  });
  startDisclosures();
}

async function send(form, submitter, done) {
  if (form.ariaBusy === "true") return;
  const body = new FormData(form);
  if (submitter?.name) body.append(submitter.name, submitter.value);
  form.ariaBusy = "true";
  forget(form);
  const refusal = await post(form.getAttribute("action"), body);
  form.ariaBusy = null;
  if (refusal) return tell(form, refusal);
  settle(form, submitter, done);
}

/** @returns {Promise<object | null>} the refusal, or null when it is done and durable */
async function post(address, body) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
    });
    if (answer.ok) return null;
    const { error, typed } = await answer.json();
    return { ...error, typed };
  } catch {
    return UNREACHABLE;
  }
}

function settle(form, submitter, done) {
  form.closest("details")?.removeAttribute("open");
  for (const opened of form.querySelectorAll("details[open]")) opened.removeAttribute("open");
  const names = form.elements.names;
  if (names) names.value = "";
  const words = DONE[submitter?.value];
  if (words) show(words);
  else say("Done.");
  done();
}

function tell(form, refusal) {
  const names = form.elements.names;
  if (names && refusal.typed?.names) names.value = refusal.typed.names; // the others are added
  const words = document.createElement("p");
  words.className = "field-error form-refusal";
  words.setAttribute("role", "alert");
  words.textContent = `${refusal.title}. ${refusal.what} ${refusal.do}`;
  form.append(words);
  const field = form.querySelector("input:not([type=hidden]), textarea");
  field?.setAttribute("aria-invalid", "true");
}

function forget(form) {
  form.querySelector(".form-refusal")?.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

/** One question at a time: opening another, Escape or a press elsewhere closes it. */
function startDisclosures() {
  document.addEventListener("pointerdown", (event) => {
    const inside = event.target.closest("details.sure");
    for (const other of document.querySelectorAll("details.sure[open]")) {
      if (other !== inside) other.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const open = event.target.closest?.("details.sure[open]");
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
}
