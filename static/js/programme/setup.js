/** The secretariat's set-up, live: discussions and tables as they are, forms that stay in place. */

import { openLive } from "../live/live.js";
import { Clocks } from "./clocks.js";
import { Seats } from "./seats.js";
import { startForms } from "./forms.js";

const page = JSON.parse(document.getElementById("page-data").textContent);
const clocks = new Clocks(page.discussions, page.now);
const seats = new Seats(document.getElementById("seats"), page.tables);
const live = openLive();
let connected = false;

live.onStatus(({ state }) => {
  connected = state === "saved" || state === "sending";
});
live.follow(`workshop:${page.workshop}`, {
  now: (time) => clocks.setTime(time),
  fresh(state) {
    clocks.replace(state.discussions);
    seats.replace(state.tables);
    count();
  },
  entry(entry) {
    if (entry.discussion) clocks.put(entry.discussion);
    if (entry.table) seats.put(entry.table);
    count();
  },
});
// What a form did comes over the line; without one, the page is asked for anew.
startForms(() => {
  if (!connected) location.reload();
});

function count() {
  for (const place of document.querySelectorAll('[data-count="tables"]')) {
    place.textContent = seats.size;
  }
  document.getElementById("no-tables").hidden = seats.size > 0;
  document.getElementById("seats").hidden = seats.size === 0;
  document.getElementById("step-tables").toggleAttribute("data-done", seats.size > 0);
  if (clocks.running.length) document.getElementById("step-begun").setAttribute("data-done", "");
}
