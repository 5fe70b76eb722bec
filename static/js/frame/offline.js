/** The page shown for one that is out of reach: which sheets are at hand, and when to try again. */

const AGAIN = 5_000; // milliseconds between two tries

listKept();
setInterval(tryAgain, AGAIN);
addEventListener("online", tryAgain);
document.getElementById("again").addEventListener("click", () => location.reload());

async function listKept() {
  const list = document.getElementById("kept");
  for (const name of await caches.keys()) {
    if (!name.startsWith("pages-")) continue;
    const pages = await caches.open(name);
    for (const request of await pages.keys()) {
      const words = await (await pages.match(request)).text();
      const kept = new DOMParser().parseFromString(words, "text/html");
      list.append(item(new URL(request.url).pathname, kept));
    }
  }
  list.parentElement.hidden = !list.children.length;
}

/** @param {string} path @param {Document} kept */
function item(path, kept) {
  const link = document.createElement("a");
  const topic = kept.querySelector(".sheet-head .eyebrow")?.textContent.trim();
  link.href = path;
  link.dir = "auto";
  link.textContent = [kept.title.split(" · ")[0], topic].filter(Boolean).join(" · ");
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}

async function tryAgain() {
  try {
    const answer = await fetch("/healthz", { cache: "no-store" });
    if (answer.ok) location.reload();
  } catch {
    // Still out of reach.
  }
}
