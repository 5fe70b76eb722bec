/** One key for each thing a moderator does; typed into a field it is a letter and no more. */

const FIELDS = "textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])";
const PRESSABLE = "button, a, summary, input";

/** @param {Record<string, () => void>} acts by name, as the bar's buttons */
export function startKeys(acts) {
  const keys = {
    a: acts.accept,
    r: acts.return,
    p: acts.park,
    x: acts.rule_out,
    u: acts.undo,
    g: acts.group,
    n: acts.point,
    j: acts.next,
    k: acts.previous,
    ArrowDown: acts.next,
    ArrowUp: acts.previous,
    " ": acts.tick,
  };
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.target.closest?.(FIELDS)) return leave(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = keyOf(event);
    const act = keys[key];
    if (!act || (key === " " && event.target.closest?.(PRESSABLE))) return;
    if (event.key.startsWith("Arrow") && event.target.closest?.('[role="tablist"], [type="radio"]'))
      return;
    event.preventDefault();
    if (!event.repeat || isMoving(key)) act();
  });
}

/** The Latin letter on the key, also where the keyboard writes Arabic. */
function keyOf(event) {
  if (event.key.length !== 1) return event.key;
  const letter = event.key.toLowerCase();
  return /[a-z ]/u.test(letter) ? letter : event.code.replace("Key", "").toLowerCase();
}

/** Escape leaves a field, so that keys decide again. */
function leave(event) {
  if (event.key !== "Escape" || event.isComposing) return;
  event.preventDefault();
  event.target.blur();
}

/** Held down, a key may walk through notes; it never decides twice. */
function isMoving(key) {
  return ["j", "k", "ArrowDown", "ArrowUp"].includes(key);
}
