/** One cell per table: what it is doing, in the words of the watch; it must not know notes. */

import { doing } from "../watch/words.js";
import { arrange, counted, make, setAttribute, setWords } from "./parts.js";

const AT_ONCE = 40; // cells: more than can be seen before somebody scrolls

export class Strip {
  /** @param {(table: string) => void} choose called with a table's id */
  constructor(board, page, choose) {
    this.board = board;
    this.page = page;
    this.choose = choose;
    this.cells = new Map();
    this.watched = new Map(); // by table: its cell on the watch
    this.list = document.getElementById("strip");
    this.limit = AT_ONCE;
  }

  /** What the watch tells of the tables. */
  take({ tables, cells }) {
    if (tables) this.watched.clear();
    for (const cell of cells) this.watched.set(cell.table, cell);
    this.draw();
  }

  draw() {
    const tables = [...this.board.tables.values()].sort((a, b) => a.number - b.number);
    arrange(
      this.list,
      tables.slice(0, this.limit).map((table) => this.cell(table)),
    );
    if (tables.length > this.limit) this.later ??= setTimeout(() => this.drawAll());
  }

  /** The notes go first: the cells of five hundred tables take as long as a screen of them. */
  drawAll() {
    this.limit = Infinity;
    this.draw();
  }

  /** Five hundred tables are looked through for every key: what is as it was costs no more. */
  cell(table) {
    const cell = this.cells.get(table.id) ?? this.newCell(table.id);
    const watched = this.watched.get(table.id);
    const pressed = this.board.filter.table === table.id;
    const words = watched ? doing(watched, this.page.doing, this.page.now()) : "";
    const { submitted: unread = 0, returned = 0 } = table.counts;
    const waits = [unread ? `${unread} to read` : "", counted(returned, "question")];
    const waitsFor = waits.filter(Boolean).join("\n");
    const key = [table.name, waitsFor, pressed, words, watched?.rank].join("|");
    if (cell.key === key) return cell;
    cell.key = key;
    const button = cell.firstElementChild;
    const [name, state, waiting] = button.children;
    setAttribute(button, "aria-pressed", String(pressed));
    setAttribute(button, "data-rank", watched?.rank);
    setWords(name, this.board.tableName(table.id));
    setAttribute(state, "data-state", watched?.doing);
    setWords(state.firstElementChild, words);
    setWords(waiting, waitsFor);
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
