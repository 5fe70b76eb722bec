/** Hands the secret in this page's address over to the server; it must not know whose it is. */

handOver();
addEventListener("hashchange", handOver); // another link was opened over this page

// Back from the next page shows this one as it was left: let the field stand again.
addEventListener("pageshow", (event) => {
  if (event.persisted) wait(false);
});

function handOver() {
  const secret = location.hash.slice(1);
  const form = document.querySelector("form[data-landing]");
  // The skip link leaves an element's id there, which is nobody's secret.
  if (!secret || document.getElementById(secret)) return;
  if (!form) return location.replace(`${location.pathname}?again${location.hash}`); // past the door
  // Out of the address at once: what stays there ends in screenshots and shared bookmarks.
  history.replaceState(null, "", location.pathname);
  form.elements.token.value = secret;
  wait(true);
  form.submit();
}

function wait(waiting) {
  for (const form of document.querySelectorAll(".door form")) form.hidden = waiting;
  const words = document.getElementById("landing");
  if (words) words.hidden = !waiting;
}
