/** Tabs by click and arrow keys over panels with data-shown; it must not know what they hold. */

/**
 * Brings a tab list to life.
 * @param {HTMLElement} list an element with role tablist
 */
export function startTabs(list) {
  list.addEventListener("click", (event) => {
    const tab = event.target.closest('[role="tab"]');
    if (tab) showTab(tab);
  });
  list.addEventListener("keydown", (event) => {
    const next = nextTab(list, event.key);
    if (!next) return;
    event.preventDefault();
    showTab(next);
    next.focus();
  });
}

/** Shows a tab's panel and hides its sisters. @param {HTMLElement} tab */
export function showTab(tab) {
  for (const other of tab.closest('[role="tablist"]').querySelectorAll('[role="tab"]')) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    const panel = document.getElementById(other.getAttribute("aria-controls"));
    panel?.toggleAttribute("data-shown", chosen);
  }
}

/** @param {HTMLElement} list @param {string} key @returns {HTMLElement | undefined} */
function nextTab(list, key) {
  const tabs = [...list.querySelectorAll('[role="tab"]')];
  const at = tabs.indexOf(document.activeElement);
  const forward = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "Home") return tabs[0];
  if (key === "End") return tabs.at(-1);
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  return tabs.at((at + (key === forward ? 1 : -1)) % tabs.length);
}
