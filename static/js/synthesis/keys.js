/** One key for each thing a moderator does; typed into a field it is a letter and no more. */

const FIELDS = "textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])";
const PRESSABLE = "button, a, summary, input";
const OWN_ARROWS = '[role="tablist"], [type="radio"]';
const WALKING = new Set(["j", "k", "ArrowDown", "ArrowUp"]);

/**
 * @param {Record<string, () => void>} acts by name, as the bar's buttons; some may be missing.
 *   `ahead` is asked of each key first, whether it was meant for a field that is on its way;
 *   `twin` and `look` are given the number of an entry in the list of what is nearly the same.
 */
export function startKeys(acts) {
  const keys = {
    a: acts.accept,
    r: acts.return,
    p: acts.park,
    o: acts.rule_out,
    u: acts.undo,
    g: acts.group,
    n: acts.point,
    c: acts.confirm,
    h: acts.history,
    s: acts.steer,
    j: acts.next,
    k: acts.previous,
    ArrowDown: acts.next,
    ArrowUp: acts.previous,
    x: acts.tick,
    " ": acts.tick,
    e: acts.unfold,
    t: acts.same,
    "/": acts.search,
    "?": acts.help,
    Escape: acts.none,
  };
  const shifted = {
    j: acts.extend_next,
    k: acts.extend_previous,
    ArrowDown: acts.extend_next,
    ArrowUp: acts.extend_previous,
  };
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return undefined;
    if (isTypedInto(event.target)) return leave(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
    if (acts.ahead?.(event)) return event.preventDefault();
    const number = /^Digit([1-9])$/u.exec(event.code)?.[1]; // the key, whatever it writes there
    const twin = number && (event.shiftKey || !acts.twin ? acts.look : acts.twin);
    if (twin) {
      event.preventDefault();
      return event.repeat ? undefined : twin(Number(number));
    }
    const key = keyOf(event);
    const act = (event.shiftKey && shifted[key]) || keys[key];
    if (!act || (key === " " && event.target.closest?.(PRESSABLE))) return undefined;
    if (event.key.startsWith("Arrow") && event.target.closest?.(OWN_ARROWS)) return undefined;
    event.preventDefault();
    if (!event.repeat || WALKING.has(key)) act(); // held down, a key walks; it never decides twice
    return undefined;
  });
}

/** A dialog that was closed a blink ago may still hold the focus; nobody types there. */
function isTypedInto(target) {
  return Boolean(target.closest?.(FIELDS)) && !target.closest("dialog:not([open])");
}

/** The Latin letter on the key, also where the keyboard writes Arabic. */
function keyOf(event) {
  if (event.key.length !== 1) return event.key;
  const letter = event.key.toLowerCase();
  if (/[a-z /?]/u.test(letter)) return letter;
  const place = { Slash: event.shiftKey ? "?" : "/" };
  return place[event.code] ?? event.code.replace("Key", "").toLowerCase();
}

/** Escape leaves a field, so that keys decide again. */
function leave(event) {
  if (event.key !== "Escape" || event.isComposing) return;
  event.preventDefault();
  event.target.blur();
}
