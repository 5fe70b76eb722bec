/**
 * Finding words in notes, whatever their form: in Arabic, French and English.
 *
 * The rules are those of discussion/domain/likeness/ (words.py and stems.py), held together by
 * tests; it must not know what a note is besides its id, words, version and language.
 */

import { SINGULARS } from "./plurals.js";

const SPACE = "[ \\u00a0\\u202f.,\\u066c'\\u2019]"; // between groups of three digits
const WORDS = new RegExp(
  "[wW]/[oO](?![\\p{L}\\p{N}])|" +
    `(?<![\\p{L}\\p{N}])\\p{Nd}{1,3}(?:${SPACE}\\p{Nd}{3})+(?![\\p{L}\\p{N}])` + // 12 500 is one word
    "|\\p{Nd}+(?:[.,\\u066b]\\p{Nd}+)?(?![\\p{L}\\p{N}])" +
    "|[a-zA-Z]+[nN]['\\u2019\\u02bc][tT](?![\\p{L}\\p{N}])" + // don't
    "|(?:[\\p{L}\\p{N}]|\\p{Mn})+|[%\\u066a]",
  "gu",
);
const GROUPS = new RegExp(`(?<=\\d)${SPACE}(?=\\d{3}(?!\\d))`, "gu");
const ALIKE = {
  "ة": "ه", "ى": "ي", "ی": "ي", "ء": "", "ـ": "", "ٱ": "ا", "ک": "ك",
  "ı": "i", "œ": "oe", "æ": "ae", "ß": "ss", "٪": "%",
};
const APOSTROPHES = "'\u2019\u02bc";
const ELIDED = new Set(["l", "d", "j", "m", "s", "c", "t", "qu"]);
const ARTICLES = ["وبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل"];
const ARABIC_ENDINGS = ["اتها", "اتهم", "ات", "ها", "هم", "ان", "ون", "ين", "يه", "نا", "ه", "ي"];
const FRENCH_ENDINGS = ["ent", "ee", "er", "ez", "e"];
const ROOTED = 5; // letters; in a word no longer "waw" may belong to the root
const PREFIXES = new Set("ولبفكس"); // one-letter words that Arabic writes together with the next
const LONG = 4; // letters of a word that may hold another
const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6]; // digits of Arabic, Persian, N'Ko, Hindi, Bengali
const REMEMBERED = 60_000; // words
const SLICE = 8; // milliseconds of reading ahead at once

const folds = new Map();
const stems = { ar: new Map(), fr: new Map(), en: new Map() };

/** A text's words as they are compared: without case, accents, vowel marks, letter forms. */
export function foldedWords(text) {
  const found = [];
  for (const { 0: written, index } of text.matchAll(WORDS)) {
    const word = folded(written);
    if (word && !(ELIDED.has(word) && isElided(text, index, index + written.length))) {
      found.push(word);
    }
  }
  return found;
}

/** Whether it is what is left of a word at an apostrophe; plan C has none and is no plan D. */
function isElided(text, start, end) {
  return [text[end], text[start - 1]].some((one) => one && APOSTROPHES.includes(one));
}

/** One word as words are compared. @param {string} written */
export function folded(written) {
  return remembered(folds, written, foldWord);
}

/** What forms of one folded word have in common. @param {"ar"|"fr"|"en"} language of the text */
export function stem(word, language) {
  return remembered(stems[language] ?? stems.en, word, (each) => stemWord(each, language));
}

/** The notes read so far, each as it is searched; any other is read when it is asked for. */
export class Search {
  constructor() {
    this.read = new Map(); // note id -> [version, language, folded words, stems]
    this.waiting = [];
    this.reading = false;
  }

  /**
   * Whether a note says all the words searched for, in some form; the last may be half typed.
   * @param {string} words @returns {(note: object) => boolean}
   */
  finder(words) {
    const wanted = foldedWords(words);
    if (!wanted.length) return () => true;
    const forms = {};
    for (const language of ["ar", "fr", "en"]) {
      const begun = (word) => (/^\d/u.test(word) ? ` ${word} ` : ` ${word}`); // numbers are whole
      forms[language] = wanted.map((word) => [begun(word), ` ${stem(word, language)} `]);
    }
    return (note) => {
      const [, language, said, roots] = this.asRead(note);
      return (forms[language] ?? forms.en).every(
        ([begun, root]) => said.includes(begun) || roots.includes(root),
      );
    };
  }

  /** Reads notes while nothing else is to be done, so that the first search is quick, too. */
  readAhead(notes) {
    this.waiting.push(...notes);
    if (this.reading || !this.waiting.length) return;
    this.reading = true;
    idle(() => this.slice());
  }

  slice() {
    const until = performance.now() + SLICE;
    while (this.waiting.length && performance.now() < until) this.asRead(this.waiting.pop());
    this.reading = false;
    this.readAhead([]);
  }

  asRead(note) {
    const known = this.read.get(note.id);
    if (known && known[0] === note.version && known[1] === note.language) return known;
    const words = foldedWords(note.text);
    const joined = words.filter((word) => PREFIXES.has(word[0]) && word.length >= LONG);
    const forms = [...words, ...joined.map((word) => word.slice(1))];
    const roots = forms.map((word) => stem(word, note.language));
    const made = [note.version, note.language, ` ${words.join(" ")} `, ` ${roots.join(" ")} `];
    this.read.set(note.id, made);
    return made;
  }
}

function remembered(known, word, make) {
  let made = known.get(word);
  if (made === undefined) {
    if (known.size >= REMEMBERED) known.clear();
    made = make(word);
    known.set(word, made);
  }
  return made;
}

function foldWord(written) {
  const lower = written.toLowerCase();
  if (/^[a-z]+$/u.test(lower)) return lower;
  let plain = "";
  for (const letter of lower.normalize("NFKD")) {
    if (!/\p{Mn}/u.test(letter)) plain += ALIKE[letter] ?? digit(letter);
  }
  if (!/^\d/u.test(plain)) return plain.replace(/['\u2019\u02bc]/gu, "");
  return plain.replace(GROUPS, "").replace("\u066b", ".").replace(",", ".");
}

function digit(letter) {
  const code = letter.codePointAt(0);
  const zero = code < 0x660 ? undefined : ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? letter : String(code - zero);
}

function stemWord(word, language) {
  if (word[0] >= "\u0600" && word[0] <= "\u06ff") return arabic(word);
  if (!/^\p{L}/u.test(word)) return word;
  return language === "fr" ? french(word) : english(word);
}

/** Without conjunction, article and endings. */
function arabic(word) {
  const article = ARTICLES.find((each) => word.startsWith(each) && word.length - each.length >= 3);
  const bare = without(article ? word.slice(article.length) : word, ARABIC_ENDINGS);
  const rest = bare[0] === "و" ? bare.slice(1) : bare;
  return SINGULARS.get(rest) ?? (bare.length > ROOTED ? rest : bare);
}

/** Without the endings of number, gender, infinitive and participle. */
function french(word) {
  if (word.endsWith("eaux")) return word.slice(0, -1); // reseaux: no form of a word in -al
  if (word.endsWith("aux") && word.length > 5) return `${word.slice(0, -3)}al`;
  if ("sx".includes(word.at(-1)) && word.length > 3) word = word.slice(0, -1);
  return without(word, FRENCH_ENDINGS);
}

/** Without plural, -ed, -ing and a last e or y. */
function english(word) {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}i`;
  if (word.length > 3 && word.endsWith("s") && !"suio'".includes(word.at(-2))) {
    word = word.slice(0, -1);
  }
  for (const ending of ["ing", "ed"]) {
    const rest = word.endsWith(ending) ? word.slice(0, -ending.length) : "";
    if (rest.length < 3 || !/[aeiouy]/u.test(rest)) continue;
    word = rest.at(-1) === rest.at(-2) && !"lsz".includes(rest.at(-1)) ? rest.slice(0, -1) : rest;
    break;
  }
  if (word.length > 3 && word.endsWith("e")) return word.slice(0, -1);
  return word.length > 3 && word.endsWith("y") ? `${word.slice(0, -1)}i` : word;
}

function without(word, endings) {
  const least = (ending) => (ending === "ent" ? 4 : 3);
  const fits = (each) => word.endsWith(each) && word.length - each.length >= least(each);
  const ending = endings.find(fits);
  return ending ? word.slice(0, -ending.length) : word;
}

function idle(work) {
  if (globalThis.requestIdleCallback) requestIdleCallback(work, { timeout: 1_000 });
  else setTimeout(work, 30);
}
