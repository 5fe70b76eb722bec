/**
 * Giving marks on a phone: what is chosen is kept on the device, sent whole, and sent again until
 * it is answered; "saved" is only said of what the server has answered. It imports nothing.
 *
 * What was sent is frozen until it is answered: a choice made meanwhile waits its turn.
 */

const ANSWER_WITHIN = 10_000; // milliseconds
const AGAIN = [2_000, 4_000, 8_000, 15_000]; // milliseconds between two tries
const LOOK = { least: 45_000, more: 30_000 }; // milliseconds; no hall asks all at once

const { address, told, words } = JSON.parse(document.getElementById("page-data").textContent);
const buttons = new Map();
for (const button of document.querySelectorAll("[data-point]")) {
  buttons.set(button.dataset.point, button);
}
const shelf = `marks:${told.round}`;
const page = {
  open: told.state === "open",
  version: 0,
  saved: [], // what the server has
  chosen: [], // what is to be seen
  sent: null, // {id, base, points}, until it is answered
  next: false, // whether the choice is to be sent once that is
  tries: 0,
  note: "", // name of a sentence that the last answer asked for
  shelved: true, // whether the device keeps what is not saved
};

start();

function start() {
  const kept = unshelve();
  take(told.mine);
  page.chosen = [...page.saved];
  if (kept) takeUp(kept);
  for (const [id, button] of buttons) button.addEventListener("click", () => tap(id));
  document.getElementById("send").addEventListener("click", send);
  addEventListener("online", () => page.sent && post());
  document.addEventListener("visibilitychange", () => document.hidden || look());
  lookLater();
  draw();
}

/** What this page, or one before it, had not got an answer for. */
function takeUp({ chosen, sent }) {
  page.chosen = standing(chosen);
  const answered = sent && told.mine?.id === sent.id;
  if (!page.open && !answered) return late();
  if (sent && !answered) {
    page.sent = sent;
    post();
  }
  return undefined;
}

function tap(id) {
  if (!page.open) return;
  page.note = "";
  if (page.chosen.includes(id)) page.chosen = page.chosen.filter((one) => one !== id);
  else if (page.chosen.length < told.marks) page.chosen = [...page.chosen, id];
  else page.note = "none_left";
  shelve();
  draw();
}

function send() {
  page.note = "";
  if (page.sent) page.next = true;
  else {
    page.sent = { id: newId(), base: page.version, points: page.chosen };
    shelve();
    post();
  }
  draw();
}

async function post() {
  clearTimeout(page.timer);
  const { sent } = page;
  if (!sent || page.posting) return;
  page.posting = true;
  const answer = await ask(address, sent);
  page.posting = false;
  if (answer?.mine) arrived(answer.mine);
  else if (answer?.error) await refused(answer.error.code);
  else {
    const wait = AGAIN[Math.min(page.tries, AGAIN.length - 1)];
    page.tries += 1;
    page.timer = setTimeout(post, wait);
  }
  draw();
}

function arrived(mine) {
  page.sent = null;
  page.tries = 0;
  take(mine);
  shelve();
  if (page.next && !same(page.chosen, page.saved)) {
    page.next = false;
    send();
  }
}

/** The server will not take it: what it has is shown, or the choice stays to be sent once more. */
async function refused(code) {
  page.sent = null;
  page.next = false;
  page.tries = 0;
  const now = await ask(`${address}/state`);
  if (now?.round) take(now.mine);
  if (now?.state === "closed" || code === "marks_closed") {
    page.open = false;
    return late();
  }
  if (code === "marks_elsewhere") page.chosen = [...page.saved];
  page.note = code in words ? code : "refused";
  return shelve();
}

/** The round closed before the last change arrived: only what was saved counts. */
function late() {
  const lost = !same(page.chosen, page.saved);
  page.sent = null;
  page.chosen = [...page.saved];
  page.note = lost ? "closed_late" : "";
  shelve();
}

/** @returns {Promise<object|null>} the answer; null when none came, or one to be tried again */
async function ask(where, body) {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), ANSWER_WITHIN);
  const headers = { Accept: "application/json" };
  const csrf = document.querySelector('meta[name="csrf"]')?.content;
  if (csrf) headers["X-CSRF-Token"] = csrf;
  const how = body ? { method: "POST", body: JSON.stringify(body) } : {};
  try {
    const answer = await fetch(where, { ...how, headers, signal: over.signal, cache: "no-store" });
    if (answer.status >= 500 || answer.status === 429) return null;
    return await answer.json();
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function look() {
  const now = await ask(`${address}/state`);
  if (!now?.round) return;
  const before = page.saved;
  if (!page.sent && (now.mine?.version ?? 0) > page.version) {
    const untouched = same(page.chosen, before);
    take(now.mine);
    if (untouched) page.chosen = [...page.saved];
  }
  withdraw(now.points);
  if (page.open && now.state === "closed" && !page.sent) {
    page.open = false;
    late();
  }
  draw();
}

function lookLater() {
  setTimeout(async () => {
    if (!document.hidden && page.open) await look();
    lookLater();
  }, LOOK.least + Math.random() * LOOK.more);
}

/** A point that no longer stands goes from the page, and the mark on it is free. */
function withdraw(left) {
  for (const [id, button] of buttons) {
    if (left.includes(id)) continue;
    button.closest("li").remove();
    buttons.delete(id);
    if (page.chosen.includes(id)) page.note = "gone";
  }
  page.chosen = standing(page.chosen);
  page.saved = standing(page.saved);
}

function take(mine) {
  page.version = mine?.version ?? 0;
  page.saved = standing(mine?.points ?? []);
}

function standing(points) {
  return points.filter((id) => buttons.has(id));
}

function draw() {
  for (const [id, button] of buttons) {
    button.setAttribute("aria-pressed", String(page.chosen.includes(id)));
    button.setAttribute("aria-disabled", String(!page.open));
  }
  const of = words.given.replace("{marks}", told.marks);
  const counted = of.replace("{given}", page.chosen.length);
  document.getElementById("left").textContent = counted;
  document.getElementById("send").hidden = !page.open || saved() || waits();
  const state = document.getElementById("state");
  if (state.textContent !== words[stateName()]) state.textContent = words[stateName()];
  state.dataset.state = stateName();
}

function stateName() {
  if (page.note) return page.note;
  if (!page.open) return page.version ? "closed_saved" : "closed";
  if (page.tries) return page.shelved ? "on_device" : "in_page";
  if (page.sent) return "sending";
  if (saved()) return "saved";
  return page.version ? "changed" : "choosing";
}

/** Whether what is to be seen is what the server has. */
function saved() {
  return page.version > 0 && !page.sent && same(page.chosen, page.saved);
}

/** Whether what is to be seen is under way already. */
function waits() {
  return page.sent !== null && (page.next || same(page.chosen, page.sent.points));
}

function same(some, others) {
  return some.length === others.length && some.every((id) => others.includes(id));
}

function shelve() {
  try {
    const kept = JSON.stringify({ chosen: page.chosen, sent: page.sent });
    if (!page.sent && same(page.chosen, page.saved)) localStorage.removeItem(shelf);
    else localStorage.setItem(shelf, kept);
    page.shelved = true;
  } catch {
    page.shelved = false; // a private window: the page itself still tries again
  }
}

function unshelve() {
  try {
    return JSON.parse(localStorage.getItem(shelf));
  } catch {
    return null;
  }
}

/** An id; plain http has no randomUUID. */
function newId() {
  const random = crypto.getRandomValues(new Uint8Array(20));
  return Array.from(random, (byte) => (byte % 36).toString(36)).join("");
}
