/** What follows from what a board knows: the notes shown in their groups, and every count. */

import { fold } from "./folds.js";
import { arrange, sift } from "./sift.js";

const SILENT = new Set(["writing", "withdrawn"]);

/**
 * @param {import("./model.js").Board} board
 * @returns {{shown: {groups, counts, ids: string[], folded: Map<string, string[]>, under},
 *   pointsOn: Map<string, string[]>, toRead: number, discussing: number}} the rows, which notes
 *   stand under them, the points that rest on each note, how many notes of the topic wait to be
 *   read, and how many tables have said anything
 */
export function derive(board) {
  const pointsOn = pointsByNote(board.points);
  const notes = board.order.map((id) => board.notes.get(id));
  const { ids, counts } = sift(notes, board.filter, {
    status: (note) => board.status(note),
    isLoose: (note) => !pointsOn.has(note.id),
    says: board.search.finder(board.filter.words),
  });
  const arranged = arrange(ids, board.arrangement, {
    group: (id, by) => groupOf(board, board.notes.get(id), by),
    isMine: (id) => board.isMine(board.notes.get(id)),
  });
  const { groups, folded, under } = fold(arranged, board);
  const shown = { groups, counts, ids: groups.flatMap((group) => group.ids), folded, under };
  return { shown, pointsOn, ...(board.complete ? counted(board, notes) : told(board)) };
}

function pointsByNote(points) {
  const found = new Map();
  for (const { id, sources } of points.values()) {
    for (const note of sources) {
      if (found.has(note)) found.get(note).push(id);
      else found.set(note, [id]);
    }
  }
  return found;
}

function counted(board, notes) {
  const said = new Set();
  let toRead = 0;
  for (const note of notes) {
    if (board.status(note) === "submitted") toRead += 1;
    if (note.table && !SILENT.has(note.status)) said.add(note.table);
  }
  return { toRead, discussing: said.size };
}

/** As the tables count, while not all notes have arrived; what is being decided counts as done. */
function told(board) {
  const counts = [...board.tables.values()].map((table) => table.counts);
  let toRead = counts.reduce((sum, each) => sum + (each.submitted ?? 0), 0);
  for (const [id, state] of board.pending) {
    const waited = board.notes.get(id)?.status === "submitted";
    toRead += Number(state === "submitted") - Number(waited);
  }
  const said = counts.filter((each) => Object.keys(each).some((state) => !SILENT.has(state)));
  return { toRead, discussing: said.length };
}

function groupOf(board, note, by) {
  if (by === "table") {
    const order = board.tables.get(note.table)?.number ?? Infinity;
    return { key: note.table ?? "plenary", title: board.tableName(note.table), order };
  }
  const subtopic = board.subtopics.find(({ id }) => id === note.subtopic);
  if (!subtopic) return { key: "none", title: "No subtopic", order: Infinity };
  return { key: subtopic.id, title: subtopic.title, order: subtopic.number };
}
