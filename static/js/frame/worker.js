/**
 * The service worker: a sheet that is reloaded while the server is out of reach is shown again.
 *
 * It keeps the pages whose answers say so (`Discussion-Keep`), for the person they were made for
 * and no longer than they allow, with the scripts of their own build and no others. It must not
 * know what stands in a page. The server puts BUILD and SHELL, addresses of files, in front.
 */

/* global BUILD, SHELL */

const FILES = `files-${BUILD}`;
const PAGES = `pages-${BUILD}`;
const OURS = /^(files|pages)-/;
const OFFLINE = "/offline";
const PATIENCE = 3_000; // milliseconds for a line that may be stalled, while a copy is at hand
const OUT_OF_REACH = new Set([502, 503, 504]); // what a proxy answers while the server is down

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", (event) => event.waitUntil(told(event.data)));
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate") event.respondWith(page(event, pathname));
  else if (pathname.startsWith("/static/build-")) event.respondWith(file(event));
  else if (pathname === "/session") event.respondWith(heard(event));
});

/**
 * Everything or nothing: the files of this build, and the kept pages as this build has them. What
 * fails is tried again at the next visit, and until then the former worker goes on.
 */
async function install() {
  const files = await caches.open(FILES);
  await files.addAll([OFFLINE, ...SHELL]);
  await Promise.all((await keptPaths()).map(keep));
  await skipWaiting();
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (OURS.test(name) && name !== FILES && name !== PAGES) await caches.delete(name);
  }
  await clients.claim();
}

/** @param {{keep?: string, used?: string[], forget?: boolean}} wish of a page */
async function told({ keep: path, used = [], forget }) {
  if (forget) await caches.delete(PAGES);
  if (!path) return;
  const files = await caches.open(FILES);
  for (const address of used) {
    const { pathname } = new URL(address);
    if (!ofThisBuild(pathname) || (await files.match(pathname))) continue;
    await files.add(pathname).catch(() => {}); // it was not to be had for the page either
  }
  if (await keptCopy(path, 60_000)) return;
  await keep(path).catch(() => {}); // out of reach: what is kept stays
}

/** From the network; the kept copy when that fails or stalls; else a page that says so. */
async function page(event, path) {
  const copy = await keptCopy(path);
  const answer = fetch(event.request);
  try {
    const response = await (copy ? inTime(answer) : answer);
    if (copy && OUT_OF_REACH.has(response.status)) return asKept(copy);
    event.waitUntil(learn(path, response.clone()));
    return response;
  } catch {
    answer.catch(() => {});
    return copy ? asKept(copy) : caches.match(OFFLINE);
  }
}

/** A file of a build never changes, so the one at hand is as good as any. */
async function file(event) {
  const { url } = event.request;
  const kept = await caches.match(url);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok && ofThisBuild(new URL(url).pathname)) {
    const copy = response.clone();
    event.waitUntil(caches.open(FILES).then((files) => files.put(url, copy)));
  }
  return response;
}

/** Who is signed in passes by here. */
async function heard(event) {
  const response = await fetch(event.request);
  event.waitUntil(learn(null, response.clone()));
  return response;
}

/** Takes from an answer of the server what may be kept now, and what no longer. */
async function learn(path, response) {
  const pages = await caches.open(PAGES);
  const person = response.headers.get("Discussion-Person");
  if (response.type === "opaqueredirect") await pages.delete(path); // signed out, or moved
  if (person === null) return; // not an answer of the house
  for (const request of await pages.keys()) {
    const copy = await pages.match(request);
    if (copy?.headers.get("Discussion-Person") !== person) await pages.delete(request);
  }
  if (path === null) return;
  const [build] = (response.headers.get("Discussion-Keep") ?? "").split(" ");
  if (!response.ok || !build) await pages.delete(path);
  else if (build === BUILD) await put(pages, path, response);
}

async function put(pages, path, response) {
  const headers = new Headers(response.headers);
  headers.set("Discussion-Kept-At", String(Date.now()));
  await pages.put(path, new Response(await response.blob(), { headers }));
}

async function keep(path) {
  const response = await fetch(path, { redirect: "manual" });
  if (OUT_OF_REACH.has(response.status)) throw new Error("out of reach");
  await learn(path, response);
}

/** The copy of a page, while its time lasts. @param {number} [within] milliseconds */
async function keptCopy(path, within = Infinity) {
  const pages = await caches.open(PAGES);
  const copy = await pages.match(path);
  if (!copy) return null;
  const age = Date.now() - Number(copy.headers.get("Discussion-Kept-At"));
  const [, seconds] = copy.headers.get("Discussion-Keep").split(" ");
  if (age > seconds * 1_000) await pages.delete(path);
  return age <= Math.min(within, seconds * 1_000) ? copy : null;
}

/** A copy that says of itself when it was made: its clock is not to be believed. */
async function asKept(copy) {
  const kept = new Date(Number(copy.headers.get("Discussion-Kept-At"))).toISOString();
  const words = (await copy.text()).replace("<html ", `<html data-kept="${kept}" `);
  return new Response(words, { headers: copy.headers });
}

/** Paths of the pages that any build keeps. @returns {Promise<string[]>} */
async function keptPaths() {
  const paths = new Set();
  for (const name of await caches.keys()) {
    if (!name.startsWith("pages-")) continue;
    const pages = await caches.open(name);
    for (const { url } of await pages.keys()) paths.add(new URL(url).pathname);
  }
  return [...paths];
}

function inTime(answer) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("stalled")), PATIENCE);
    answer.then(resolve, reject);
  });
}

function ofThisBuild(pathname) {
  return pathname.startsWith(`/static/build-${BUILD}/`);
}
