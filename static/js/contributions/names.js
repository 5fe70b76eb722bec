/** Finds subtopics, countries and organisations by what is typed after # and @; no DOM. */

const ALIKE = new Map(Object.entries({ "ة": "ه", "ى": "ي", "ء": "", "ـ": "", "ı": "i" }));
const ARTICLE = "ال"; // people type Arabic names with or without it
const SHOWN = 8;

/** A text as names are compared: without case, accents, hamza; as domain/countries.py does. */
export function folded(text) {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[ةىءـı]/g, (letter) => ALIKE.get(letter))
    .replace(/['’-]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * @typedef {{value: string, words: string, more?: string, free?: boolean}} Choice
 * @param {{id: string, number: string, title: string}[]} subtopics @param {string} typed
 * @returns {Choice[]}
 */
export function findSubtopics(subtopics, typed) {
  const wanted = folded(typed);
  return subtopics
    .filter(({ number, title }) => {
      return String(number).startsWith(typed.trim()) || folded(` ${title}`).includes(wanted);
    })
    .map(({ id, number, title }) => ({ value: id, words: title, more: String(number) }));
}

/**
 * Countries and organisations, in any of three languages; last, what was typed as a name of its
 * own, which is never chosen by itself.
 * @param {{code: string, names: string[]}[]} countries @param {string[]} organisations
 * @param {string} typed @returns {Choice[]}
 */
export function findNames(countries, organisations, typed) {
  const wanted = folded(typed);
  const found = countries
    .filter(({ code, names }) => code.toLowerCase() === wanted || begins(names, wanted))
    .map(({ code, names }) => ({ value: code, words: names[0], more: other(names, wanted) }));
  found.sort((one, two) => exact(two, wanted) - exact(one, wanted));
  const bodies = organisations
    .filter((name) => folded(name).startsWith(wanted))
    .map((name) => ({ value: name, words: name, more: "organisation" }));
  return [...found, ...bodies].slice(0, SHOWN).concat(ownName(typed, found, bodies));
}

function begins(names, wanted) {
  return names.map(folded).some((name) => {
    return name.startsWith(wanted) || (name.startsWith(ARTICLE) && name.slice(2).startsWith(wanted));
  });
}

function other(names, wanted) {
  return folded(names[0]).startsWith(wanted)
    ? ""
    : (names.slice(1).find((name) => begins([name], wanted)) ?? "");
}

const exact = ({ value }, wanted) => Number(value.toLowerCase() === wanted);

function ownName(typed, found, bodies) {
  const name = typed.trim();
  const known = found.length || bodies.some((body) => folded(body.value) === folded(name));
  if (known || !/^[A-Za-z][A-Za-z0-9.-]{1,31}$/.test(name)) return [];
  return [{ value: name, words: `“${name}”`, more: "another organisation", free: true }];
}
