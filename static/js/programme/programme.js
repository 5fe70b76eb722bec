/** Keeps the programme's page true to what is on now; it changes nothing. */

import { openLive } from "../live/live.js";
import { Clocks } from "./clocks.js";

const page = JSON.parse(document.getElementById("page-data").textContent);
const clocks = new Clocks(page.discussions, page.now);
const live = openLive();

live.follow(`workshop:${page.workshop}`, {
  now: (time) => clocks.setTime(time),
  fresh(state) {
    clocks.replace(state.discussions);
    sayWhetherAnything();
  },
  entry(entry) {
    if (entry.discussion) clocks.put(entry.discussion);
    sayWhetherAnything();
  },
});

function sayWhetherAnything() {
  document.getElementById("nothing-on").hidden = clocks.running.length > 0;
}
