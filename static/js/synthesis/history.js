/** The panel that tells what was decided on a note or point: who, when, on which words. */

import { say } from "../frame/say.js";
import { timeAt } from "../frame/zone.js";
import { openDialog } from "./dialogs.js";
import { differenceParagraph } from "./difference.js";
import { ago, button, make } from "./parts.js";

/**
 * Opens the panel on one note or point.
 * @param {{item: string, title: string, undone: (command: string) => void}} about `undone` is
 *   called when one's own decision was taken back from here
 */
export async function showHistory(page, live, { item, title, undone }) {
  const list = make("ol", { class: "board-history" });
  const told = make("p", { class: "board-point-trouble", role: "alert", hidden: true });
  openDialog(title, [told, list, ...versionsOf(page, item)]);
  const draw = async () => {
    const deeds = await deedsOf(item);
    if (!deeds) return list.replaceChildren(make("li", {}, "The history could not be read now."));
    return list.replaceChildren(...rows(deeds));
  };
  const rows = (deeds) => {
    let before = null;
    return deeds.map((deed) => {
      const row = rowOf(page, deed, before, take);
      before = deed.words ?? before;
      return row;
    });
  };
  const take = async (deed) => {
    try {
      await live.send("undo_decision", { decision: deed.decision });
      undone(deed.decision);
      say(`Taken back: ${deed.did}.`);
      told.hidden = true;
    } catch (refusal) {
      told.hidden = false;
      told.textContent = `${refusal.title}. ${refusal.what} ${refusal.do}`;
    }
    await draw();
  };
  await draw();
}

/** The way to every version of the words, for whoever decides on them. */
function versionsOf(page, item) {
  if (!page.decides) return [];
  const link = make("a", { href: `/history/${item}`, target: "_blank", rel: "noopener" });
  link.append("All versions of these words");
  return [make("p", { class: "small" }, link)];
}

async function deedsOf(item) {
  try {
    const response = await fetch(`/decisions/${item}`, { headers: { Accept: "application/json" } });
    return response.ok ? (await response.json()).deeds : null;
  } catch {
    return null;
  }
}

function rowOf(page, deed, before, take) {
  const when = make("time", { datetime: deed.at }, timeOf(page, deed.at));
  const did = deed.undid ? `${deed.did}: ${deed.undid}` : deed.did;
  const other = deed.other === null ? null : make("q", { dir: "auto" }, deed.other || "…");
  const head = make("p", {}, make("b", { dir: "auto" }, deed.who), ` ${did}`);
  head.append(...(other ? [": ", other] : []), " · ", when);
  if (deed.undone) head.append(" · ", make("span", { class: "quiet" }, "taken back since"));
  const row = make("li", { "data-undone": deed.undone }, head);
  const reason = deed.reason && (page.reasons[deed.reason] ?? deed.reason);
  for (const words of [deed.question, deed.answer, reason, deed.remark].filter(Boolean)) {
    row.append(make("p", { class: "small", dir: "auto" }, `“${words}”`));
  }
  if (deed.words !== null && deed.words !== before) row.append(wordsOf(deed.words, before));
  if (deed.decision && page.decides) {
    const label = `Take back: ${did}`;
    const back = button("Take back", { size: "small", look: "quiet", "aria-label": label });
    back.addEventListener("click", () => take(deed));
    row.append(back);
  }
  return row;
}

function wordsOf(words, before) {
  if (before) return differenceParagraph(before, words);
  return make("p", { class: "board-difference", dir: "auto" }, words || "no words yet");
}

function timeOf(page, at) {
  return `${timeAt(at)}, ${ago((page.now() - Date.parse(at)) / 1000)}`;
}
