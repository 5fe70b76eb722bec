/** What a point is called in a list; it must not know which. */

const SHORT = 60; // characters of a note that a point without words is called by

/** Its words; one without any is called by the first note it rests on. */
export function nameOf(point, board, page) {
  const words = page.pointWords(point);
  if (words) return words;
  const note = point.sources.map((id) => board.notes.get(id)).find((one) => one?.text.trim());
  if (!note) return "No words yet, and no note";
  const said = note.text.trim();
  const short = said.length > SHORT ? `${said.slice(0, SHORT).trimEnd()}…` : said;
  return `No words yet: ${board.tableName(note.table)}, \u2068${short}\u2069`; // its own direction
}
