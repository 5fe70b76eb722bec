/** Hands the secret in this page's address over to the server; it must not know whose it is. */

// Out of the address at once: what stays there ends in screenshots and shared bookmarks.
const secret = location.hash.slice(1);
const form = document.querySelector("form[data-landing]");

// The skip link leaves an element's id there, which is nobody's secret.
if (secret && form && !document.getElementById(secret)) {
  history.replaceState(null, "", location.pathname);
  form.elements.token.value = secret;
  for (const other of document.querySelectorAll(".door form")) other.hidden = true;
  document.getElementById("landing").hidden = false;
  form.submit();
}

// Back from the next page shows this one as it was left: let the field stand again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const other of document.querySelectorAll(".door form")) other.hidden = false;
  document.getElementById("landing")?.toggleAttribute("hidden", true);
});
