/** What a moderator is told of that others did: tables that answered, notes that changed. */

import { show } from "../frame/say.js";

/** @param {import("./model.js").Board} board whose news is told once and then forgotten */
export function tellNews(board) {
  tellChanged(board);
  tellAnswers(board);
}

/** Says that chosen notes have changed and are chosen no more: they were not read so. */
function tellChanged(board) {
  if (!board.dropped) return;
  const many = board.dropped > 1;
  show(`${board.dropped} of the notes you had chosen ${many ? "have" : "has"} changed since, and
    ${many ? "are" : "is"} chosen no more.`);
  board.dropped = 0;
}

/** Says to whoever asked that a table has answered; the note stands at the top of the queue. */
function tellAnswers(board) {
  for (const { table } of board.answers.splice(0)) {
    show(`${board.tableName(table)} has answered your question.`);
  }
}
