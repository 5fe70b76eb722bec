/** What can be taken back on this page, newest last, also over a reload; it takes nothing back. */

const LIMIT = 100;

export class Done {
  /**
   * @param {string} place where the browser keeps it
   * @param {object[]} told by the log, for a page that kept nothing: opened anew, or elsewhere
   */
  constructor(place, told) {
    this.place = place;
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    this.list = kept.length ? kept : told;
  }

  get last() {
    return this.list.at(-1);
  }

  /**
   * @param {string} words @param {string[]} commands their ids, in order, those on notes first
   * @param {{id: string, status: string}[]} [notes] as they were before
   * @param {number} at when it was decided: answers may come in another order
   * @param {{apart?: boolean}} [how] whether the commands after those on notes rest on no other
   *   one of them
   */
  keep(words, commands, notes = [], at = Date.now(), { apart = false } = {}) {
    const before = notes.map(({ id, status }) => ({ id, status }));
    this.list.push({ words, commands, notes: before, at, apart });
    this.list.sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
    if (this.list.length > LIMIT) this.list.shift();
    this.remember();
  }

  /** The last one, which is then no longer kept. */
  take() {
    const last = this.list.pop();
    this.remember();
    return last;
  }

  /** What was taken back elsewhere, from its history. */
  forget(command) {
    this.list = this.list.filter(({ commands }) => !commands.includes(command));
    this.remember();
  }

  remember() {
    sessionStorage.setItem(this.place, JSON.stringify(this.list));
  }
}
