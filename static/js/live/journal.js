/**
 * What this device holds until the authority has it: entries in IndexedDB, durable before sending.
 *
 * Everything asked for while one write is under way becomes the next one. Each page writes under a
 * lease of its own (its `tab`); whoever takes over the entries of a page that is gone ends its
 * lease in the same transaction, so that no two pages ever go on with the same words, even if
 * the other page was only asleep. It must not know what texts, commands or sockets are.
 *
 * @typedef {"kept"|"unkept"|"taken"} Became whether the device holds it, cannot, or gave all that
 *   this page had kept to another page
 * @typedef {{key: string, kind: string, order: number, tab: string, workshop: string}} Entry
 */

import { OpenTabs } from "./journal_tabs.js";

const DATABASE = "discussion-journal";
const ENTRIES = "entries";
const TABS = "tabs";
const PATIENCE = 2_500; // milliseconds after which a store that does not answer counts as broken
const AGAIN = 5_000; // milliseconds until a broken store is tried again

export class Journal {
  /** @param {string} workshop @param {() => string} newId */
  constructor(workshop, newId) {
    this.workshop = workshop;
    this.newId = newId;
    this.tab = newId();
    this.entries = new Map();
    this.dirty = new Set();
    this.waiting = [];
    this.writing = false;
    this.order = 0;
    /** @type {"full"|"unavailable"|null} */
    this.trouble = null;
    this.onTrouble = () => {};
    this.onTaken = () => {};
    this.tabs = new OpenTabs(() => this.tab);
  }

  /**
   * Keeps an entry, in place of the one with its key.
   * @param {object} entry with a `key` of its own @returns {Promise<Became>} never rejected
   */
  keep(entry) {
    this.entries.set(entry.key, { ...entry, tab: this.tab, workshop: this.workshop });
    return this.changed(entry.key);
  }

  /** The authority has it. */
  drop(key) {
    if (this.entries.delete(key)) this.changed(key);
  }

  /** A number above all given before, also by pages that are gone and by clocks that went back. */
  nextOrder() {
    this.order = Math.max(this.order + 1, Date.now());
    return this.order;
  }

  /**
   * Makes the entries of pages that are gone this page's own, and ends those pages' leases.
   * @param {{entriesOnly?: boolean}} [how] whether to look only for pages that left entries
   * @returns {Promise<Entry[]>} those entries in their order; none when the store does not answer
   */
  async takeOver({ entriesOnly = false } = {}) {
    try {
      const database = await within(PATIENCE, this.opened());
      const others = await within(PATIENCE, this.othersIn(database, entriesOnly));
      if (!others.size) return [];
      const here = await this.tabs.ask();
      const gone = new Set([...others].filter((tab) => !here.has(tab)));
      return gone.size ? await within(PATIENCE, this.take(database, gone)) : [];
    } catch (failure) {
      this.fail(failure);
      return [];
    }
  }

  changed(key) {
    this.dirty.add(key);
    if (this.trouble) {
      this.write();
      return Promise.resolve("unkept");
    }
    const became = new Promise((resolve) => this.waiting.push({ key, resolve }));
    this.write();
    return became;
  }

  async write() {
    if (this.writing || !this.dirty.size || this.resting) return;
    const batch = [...this.dirty].map((key) => [key, this.entries.get(key)]);
    const { waiting } = this;
    [this.dirty, this.waiting, this.writing] = [new Set(), [], true];
    const became = await this.commit(batch);
    this.writing = false;
    if (became === "unkept") this.tryLater(batch);
    const told = became === "taken" ? this.handOver(waiting) : waiting;
    for (const { resolve } of told) resolve(became);
    this.write();
  }

  /** @returns {Promise<Became>} */
  async commit(batch) {
    try {
      const database = await within(PATIENCE, this.opened());
      const became = await within(PATIENCE, this.put(database, batch));
      this.mend();
      return became;
    } catch (failure) {
      this.fail(failure);
      return "unkept";
    }
  }

  put(database, batch) {
    return new Promise((resolve, reject) => {
      const transaction = begin(database);
      const entries = transaction.objectStore(ENTRIES);
      const lease = transaction.objectStore(TABS).get(this.tab);
      let taken = false;
      lease.onsuccess = orElse(reject, () => {
        taken = !lease.result;
        if (taken) return transaction.abort();
        for (const [key, entry] of batch) entry ? entries.put(entry) : entries.delete(key);
        return transaction.commit(); // at once: the page may be gone before a put is answered
      });
      transaction.oncomplete = () => resolve("kept");
      transaction.onabort = () => (taken ? resolve("taken") : reject(transaction.error));
    });
  }

  /** Which pages of this workshop, other than this one, have left something in the store. */
  othersIn(database, entriesOnly) {
    return new Promise((resolve, reject) => {
      const names = entriesOnly ? [ENTRIES] : [ENTRIES, TABS];
      const transaction = database.transaction(names, "readonly");
      const found = names.map((name) => transaction.objectStore(name).getAll());
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        const mine = found.flatMap(({ result }) => result)
          .filter(({ workshop, tab }) => workshop === this.workshop && tab !== this.tab);
        resolve(new Set(mine.map(({ tab }) => tab)));
      };
    });
  }

  take(database, gone) {
    return new Promise((resolve, reject) => {
      const transaction = begin(database);
      const entries = transaction.objectStore(ENTRIES);
      const lease = transaction.objectStore(TABS).get(this.tab);
      const all = entries.getAll();
      let taken = [];
      all.onsuccess = orElse(reject, () => {
        if (!lease.result) return; // what others hold may be this page's own: see below
        taken = all.result
          .filter(({ tab, workshop }) => gone.has(tab) && workshop === this.workshop)
          .map((entry) => ({ ...entry, tab: this.tab }));
        for (const entry of taken) entries.put(entry);
        for (const tab of gone) transaction.objectStore(TABS).delete(tab);
      });
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        if (!lease.result) for (const { resolve } of this.handOver([])) resolve("taken");
        for (const entry of taken) this.entries.set(entry.key, entry);
        this.order = Math.max(this.order, ...taken.map(({ order }) => order));
        resolve(taken.sort((one, other) => one.order - other.order));
      };
    });
  }

  /** Another page has all that this one kept; commands go on (their ids are known), words do not. */
  handOver(waiting) {
    this.tab = this.newId();
    this.letGo();
    const again = new Set();
    for (const [key, entry] of this.entries) {
      if (entry.kind !== "command") this.entries.delete(key);
      else this.entries.set(key, { ...entry, tab: this.tab });
      if (entry.kind === "command") again.add(key);
    }
    this.dirty = again; // and nothing else: what went with the other page is not ours to delete
    const all = [...waiting, ...this.waiting];
    this.waiting = all.filter(({ key }) => again.has(key));
    this.onTaken();
    this.write();
    return all.filter(({ key }) => !again.has(key));
  }

  opened() {
    this.database ??= open(this).catch((failure) => {
      this.database = null;
      throw failure;
    });
    return this.database;
  }

  fail(failure) {
    const trouble = failure?.name === "QuotaExceededError" ? "full" : "unavailable";
    this.letGo();
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.onTrouble();
  }

  letGo() {
    this.database?.then((database) => database.close()).catch(() => {});
    this.database = null;
  }

  mend() {
    if (!this.trouble) return;
    this.trouble = null;
    this.onTrouble();
  }

  /** Tries again in a while with everything, since nobody knows what the store still holds. */
  tryLater(batch) {
    for (const [key] of batch) this.dirty.add(key);
    for (const key of this.entries.keys()) this.dirty.add(key);
    for (const { resolve } of this.waiting.splice(0)) resolve("unkept");
    this.resting = setTimeout(() => {
      this.resting = undefined;
      this.write();
    }, AGAIN);
  }
}

/** Opens the store and takes out this page's lease. */
function open(journal) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(ENTRIES, { keyPath: "key" });
      asked.result.createObjectStore(TABS, { keyPath: "tab" });
    };
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = orElse(reject, () => {
      const database = asked.result;
      database.onclose = () => (journal.database = null);
      database.onversionchange = () => {
        journal.database = null;
        database.close();
      };
      const transaction = begin(database);
      const { tab, workshop } = journal;
      transaction.objectStore(TABS).put({ tab, workshop });
      transaction.oncomplete = () => resolve(database);
      transaction.onabort = () => reject(transaction.error);
    });
  });
}

/** What a store throws at those who only listen to it counts as its failure, too. */
function orElse(reject, act) {
  return () => {
    try {
      act();
    } catch (failure) {
      reject(failure);
    }
  };
}

/** Browsers tell of a commit before it is on the disk unless asked to be strict. */
function begin(database) {
  return database.transaction([ENTRIES, TABS], "readwrite", { durability: "strict" });
}

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("the store does not answer")), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
