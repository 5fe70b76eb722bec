/** The list of tables, row by row; a row somebody types in is never touched. */

/** @typedef {{ id: string, number: number, name: string, removed?: boolean }} Table */

export class Seats {
  /** @param {HTMLElement} list @param {Table[]} tables as the page was drawn with */
  constructor(list, tables) {
    this.list = list;
    this.template = document.getElementById("seat");
    this.names = new Map(tables.map((each) => [each.id, each.name]));
    list.dataset.scripted = "";
    list.addEventListener("input", (event) => this.mark(event.target.closest("[data-table]")));
  }

  get size() {
    return this.names.size;
  }

  /** @param {Table[]} tables all of them */
  replace(tables) {
    const held = new Set(tables.map((each) => each.id));
    for (const id of this.names.keys()) if (!held.has(id)) this.remove(id);
    for (const each of tables) this.put(each);
  }

  /** @param {Table} table one that is new, changed or removed */
  put(table) {
    if (table.removed) return this.remove(table.id);
    const before = this.names.get(table.id);
    this.names.set(table.id, table.name);
    const row = this.row(table.id) ?? this.add(table);
    const field = row.querySelector(".seat-name");
    // Words being typed stay; words that were just saved are these.
    if (field.value === before || document.activeElement !== field) field.value = table.name;
    return this.mark(row);
  }

  remove(id) {
    this.names.delete(id);
    this.row(id)?.remove();
  }

  row(id) {
    return this.list.querySelector(`[data-table="${CSS.escape(id)}"]`);
  }

  add(table) {
    const row = this.template.content.firstElementChild.cloneNode(true);
    row.dataset.table = table.id;
    row.querySelector(".seat-number").textContent = table.number;
    row.querySelector("form").setAttribute("action", `/tables/${table.id}`);
    row.querySelector(".seat-name").value = table.name;
    row.querySelector(".seat-name").setAttribute("aria-label", `Name of table ${table.number}`);
    row.querySelector(".seat-card").href = `/cards?table=${table.id}`;
    this.list.append(row);
    return row;
  }

  /** Shows whether a row holds a name that is not saved. @param {HTMLElement | null} row */
  mark(row) {
    if (!row) return;
    const saved = this.names.get(row.dataset.table) ?? "";
    row.toggleAttribute("data-dirty", row.querySelector(".seat-name").value !== saved);
  }
}
