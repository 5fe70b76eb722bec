/** What arrives may grow the page above the field somebody types in: that field stays in place. */

/** @param {import("./lines.js").Lines} lines @param {() => void} act what may move things */
export function steadily(lines, act) {
  const held = hold(lines);
  act();
  held();
}

/** Others' words that arrive in a note; fields tell before and after they show them. */
export function stayWhileWordsArrive(lines) {
  let held = () => {};
  lines.list.addEventListener("arriving", () => {
    held = hold(lines);
  });
  lines.list.addEventListener("arrived", () => held());
}

function hold(lines) {
  const field = lines.inFocus?.field;
  const before = field?.getBoundingClientRect().top;
  return () => {
    const moved = field?.isConnected ? field.getBoundingClientRect().top - before : 0;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
  };
}
