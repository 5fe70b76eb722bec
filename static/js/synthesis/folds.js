/**
 * Notes that say the same, each under the oldest of them; it draws nothing and hides none from a
 * count. Nothing is folded but what nothing was found to tell apart, word by word.
 */

const KEPT_APART = ["answered", "changed"]; // marks of notes that somebody waits for

/** What the authority says of notes that say the same, as far as it holds for the words here. */
export class Folds {
  constructor() {
    this.keys = new Map(); // note id -> the first note of those that say the same
    this.unfolded = new Set(); // of `ofKind`
    this.stood = new Map(); // note id -> the note it was first folded under on this page
    this.changedAt = new Map(); // note id -> when its words last changed here
    this.told = false; // whether anything was told yet
    this.mark = null; // of what was told last
  }

  /** @param {{mark: number, groups?: string[][]}} told @param {number} since words stood still */
  take({ mark, groups }, since) {
    if (!groups) return false;
    this.told = true;
    this.keys.clear();
    this.mark = mark;
    for (const group of groups) {
      for (const id of group) {
        if ((this.changedAt.get(id) ?? 0) < since) this.keys.set(id, group[0]);
        else this.mark = null;
      }
    }
    return true;
  }

  /** Other words are the same as no others until they are looked at again. */
  forget(id) {
    this.changedAt.set(id, Date.now());
    this.stood.delete(id);
    if (this.keys.delete(id)) this.mark = null;
  }

  /** Folds or unfolds the notes that say the same as this one. @returns {boolean} whether open */
  toggle(note) {
    const key = this.ofKind(note);
    if (this.unfolded.delete(key)) return false;
    this.unfolded.add(key);
    return true;
  }

  /** What a note is folded by, if it may be: others of one state and kind that say the same. */
  keyOf(note, status) {
    if (!this.keys.has(note.id) || status !== "submitted") return null;
    return note.marks.some((mark) => KEPT_APART.includes(mark)) ? null : this.ofKind(note);
  }

  isOpen(note) {
    return this.unfolded.has(this.ofKind(note));
  }

  /** What notes have in common that say the same and are of one kind. */
  ofKind({ id, kind }) {
    return `${this.keys.get(id)} ${kind}`;
  }
}

/**
 * @param {{key: string, title: string, ids: string[]}[]} groups in their order
 * @param {import("./model.js").Board} board
 * @returns {{groups: object[], folded: Map<string, string[]>, under: Set<string>}} the groups with
 *   the rows to be drawn, and under which of them stand which others, whether drawn or not
 */
export function fold(groups, board) {
  const folded = new Map();
  if (!board.folds.keys.size) return { groups, folded, under: new Set() };
  const drawn = groups.map((group) => {
    if (group.key === "mine") return group;
    return { ...group, ids: foldOne(group.ids, board, folded) };
  });
  return { groups: drawn, folded, under: new Set([...folded.values()].flat()) };
}

function foldOne(ids, board, folded) {
  const alike = new Map();
  for (const id of ids) {
    const note = board.notes.get(id);
    const key = board.folds.keyOf(note, board.status(note));
    if (!key) continue;
    if (alike.has(key)) alike.get(key).push(id);
    else alike.set(key, [id]);
  }
  const under = new Set();
  for (const [key, same] of alike) {
    if (same.length < 2) continue;
    const [oldest, ...others] = same.sort((one, other) => board.newestFirst(other, one));
    folded.set(oldest, others);
    for (const id of others) {
      under.add(id);
      if (!board.folds.stood.has(id)) board.folds.stood.set(id, oldest);
    }
  }
  const rows = under.size ? ids.filter((id) => !under.has(id)) : ids;
  const shown = (id) => (board.folds.isOpen(board.notes.get(id)) ? [id, ...(folded.get(id) ?? [])] : [id]);
  return inPlace(rows, board).flatMap(shown);
}

/** A note keeps the place of the one it stood under: no decision on that one moves a row. */
function inPlace(ids, board) {
  const { stood } = board.folds;
  const moved = stood.size ? ids.filter((id) => stood.has(id)) : [];
  if (!moved.length) return ids;
  const turn = board.arrangement.endsWith("oldest") ? -1 : 1;
  const placeOf = (id) => stood.get(id) ?? id;
  const rows = ids.filter((id) => !stood.has(id));
  for (const id of moved) {
    const place = placeOf(id);
    const at = rows.findIndex((one) => {
      return placeOf(one) !== place && turn * board.newestFirst(placeOf(one), place) > 0;
    });
    rows.splice(at < 0 ? rows.length : at, 0, id);
  }
  return rows;
}

/** What is read stands in the queue, also if it was under another that says the same. */
export function unfoldFor(id, board) {
  if (!board.folds.keys.has(id) || board.visible().includes(id)) return;
  board.made = null; // what it stood under may be decided by now
  if (![...board.shown.folded.values()].some((under) => under.includes(id))) return;
  board.folds.unfolded.add(board.folds.ofKind(board.notes.get(id)));
  board.made = null;
}
