/** How strong a point stands, and which words its notes offer; counting is no consensus. */

/**
 * @param {object} point @param {import("./model.js").Board} board
 * @returns {{notes: object[], tables: Set<string>, countries: Set<string>, objections: number}}
 *   the accepted notes that say it, their tables and countries, and how many notes object
 */
export function strengthOf(point, board) {
  const accepted = point.sources
    .map((id) => board.notes.get(id))
    .filter((note) => note?.status === "accepted");
  const objects = (note) => note.kind === "dissent" && point.kind !== "dissent";
  const notes = accepted.filter((note) => !objects(note));
  return {
    notes,
    tables: new Set(notes.map((note) => note.table).filter(Boolean)),
    countries: new Set(notes.flatMap((note) => note.countries)),
    objections: accepted.length - notes.length,
  };
}

/** Tables that neither say a point nor object to it, in their order. */
export function silentTables(point, board) {
  const heard = new Set(point.sources.map((id) => board.notes.get(id)?.table));
  return [...board.tables.values()]
    .filter((table) => !heard.has(table.id))
    .sort((a, b) => a.number - b.number);
}

/** The notes that say a point, the one nearest to all others first: candidates for its wording. */
export function wordings(point, board) {
  const { notes } = strengthOf(point, board);
  const words = notes.map((note) => wordsOf(note.text));
  const near = (one) => words.reduce((sum, other) => sum + alike(one, other), 0);
  const ranked = notes.map((note, at) => ({ note, near: near(words[at]) }));
  return ranked.sort((a, b) => b.near - a.near).map(({ note }) => note);
}

/** How much two sets of words share, from 0 to 1. */
export function alike(one, other) {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / (one.size + other.size - shared || 1);
}

export function wordsOf(text) {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
