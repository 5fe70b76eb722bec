/** One cell per table: how it is doing, and when it last saved words; it must not know notes. */

import { arrange, make, setAttribute, setWords } from "./parts.js";

const WRITING = 45; // seconds since words were last saved for which a table counts as writing
const QUIET = 180; // seconds after which a table counts as quiet

export class Strip {
  /** @param {(table: string) => void} choose called with a table's id */
  constructor(board, page, choose) {
    this.board = board;
    this.page = page;
    this.choose = choose;
    this.cells = new Map();
    this.list = document.getElementById("strip");
  }

  draw() {
    const tables = [...this.board.tables.values()].sort((a, b) => a.number - b.number);
    arrange(
      this.list,
      tables.map((table) => this.cell(table)),
    );
  }

  cell(table) {
    const cell = this.cells.get(table.id) ?? this.newCell(table.id);
    const now = doing(table, this.page.now(), this.page.running());
    const button = cell.firstElementChild;
    const [name, state, waiting] = button.children;
    setAttribute(button, "aria-pressed", String(this.board.filter.table === table.id));
    setAttribute(button, "data-doing", now.code);
    setWords(name, this.board.tableName(table.id));
    setAttribute(state, "data-state", now.code);
    setWords(state.firstElementChild, now.words);
    const count = table.counts.submitted ?? 0;
    setWords(waiting, count ? `${count} to read` : "");
    return cell;
  }

  newCell(id) {
    const state = make("span", { class: "state" }, make("span"));
    const button = make(
      "button",
      { type: "button", class: "cell" },
      make("b", { dir: "auto" }),
      state,
      make("span", { class: "board-waiting" }),
    );
    button.addEventListener("click", () => this.choose(id));
    const cell = make("li", {}, button);
    this.cells.set(id, cell);
    return cell;
  }
}

/** How long ago, short enough for a cell. @param {number} seconds */
function span(seconds) {
  if (seconds < 60) return "now";
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

/**
 * What a table is doing, as a code with a shape and in words.
 * Quiet is worth a word only while the tables are to write.
 * @param {{state: string, last_saved: string|null}} table @param {number} now ms at the server
 * @param {boolean} running whether the discussion is on
 */
export function doing(table, now, running) {
  const since = table.last_saved ? (now - Date.parse(table.last_saved)) / 1000 : null;
  if (table.state === "locked") return { code: "locked", words: "locked" };
  if (since === null) return { code: "none", words: "no notes yet" };
  if (since < WRITING) return { code: "writing", words: "writing" };
  if (table.state === "read_back") return { code: "read_back", words: "read back" };
  if (running && since >= QUIET) return { code: "quiet", words: `quiet ${span(since)}` };
  return { code: "saved", words: `saved ${span(since)}` };
}
