/** What arrives may grow the page above the field somebody types in: that field stays in place. */

/**
 * Remembers where a field stands; what it gives back puts the field there again.
 * @param {Element | null | undefined} field
 */
export function hold(field) {
  const before = field?.getBoundingClientRect().top;
  return () => {
    const moved = field?.isConnected ? field.getBoundingClientRect().top - before : 0;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
  };
}

/** Does what may move things, and leaves the field that somebody types in where it is. */
export function steadily(act, field = document.activeElement) {
  const held = hold(field);
  act();
  held();
}
