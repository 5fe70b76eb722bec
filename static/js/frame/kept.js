/**
 * Has the service worker keep this page, so that it can be reloaded while the server is away.
 *
 * Over plain http a browser offers none, and nothing here happens. It must not know what stands in
 * the page.
 */

const worker = navigator.serviceWorker; // undefined over plain http

if (worker) {
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

async function start() {
  try {
    await worker.register("/worker.js", { updateViaCache: "none" });
    await worker.ready;
    await document.fonts.ready;
  } catch {
    return; // refused, as with a certificate that is not trusted: it goes on as over plain http
  }
  worker.addEventListener("controllerchange", keep);
  document.addEventListener("signed-out", () => fetch("/session").catch(() => {}));
  document.querySelector('form[action$="/out"]')?.addEventListener("submit", forget);
  keep();
}

async function keep() {
  const used = performance.getEntriesByType("resource").map((entry) => entry.name);
  const ours = used.filter((name) => name.startsWith(`${location.origin}/static/`));
  (await worker.ready).active.postMessage({ keep: location.pathname, used: ours });
}

/** Also when the server does not hear of it: whoever signs out leaves nothing to read. */
function forget() {
  worker.controller?.postMessage({ forget: true });
}
