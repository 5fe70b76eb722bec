/** The words of a note as typed or pasted: their length, their bullets, their pieces; no DOM. */

const BULLET = /^\s*[-\u2010-\u2015\u2022\u2023\u2043\u25aa\u25cf\u25e6*\u00b7]\s+/;
const NUMBER = /^\s*[\d\u0660-\u0669]{1,2}[.)\u066b]\s+/;

/** How many characters (Unicode code points) a text has. @param {string} words */
export function lengthOf(words) {
  let length = words.length;
  for (let at = 0; at < words.length - 1; at += 1) {
    const unit = words.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) length -= 1;
  }
  return length;
}

/** The words without the dash or bullet they begin with. @param {string} words */
export function withoutBullet(words) {
  return words.replace(BULLET, "");
}

/** Whether all that stands there is a dash or bullet, and a space would make it one. */
export function isBullet(words) {
  return BULLET.test(`${words} `) && words.trim().length === 1;
}

/**
 * The notes in a pasted text: one a line, without bullets; numbers fall where every line has one.
 * @param {string} pasted @param {number} limit code points a note may have
 * @returns {string[]}
 */
export function notesIn(pasted, limit) {
  const lines = pasted.split(/\r\n|[\n\r\u2028\u2029]/).map(tidy).filter(Boolean);
  const numbered = lines.length > 1 && lines.every((line) => NUMBER.test(line));
  const bare = numbered ? lines.map((line) => line.replace(NUMBER, "")) : lines;
  return bare.flatMap((line) => pieces(line, limit));
}

function tidy(line) {
  return withoutBullet(line.replace(/\t/g, " ").replace(/\0/g, "")).trim();
}

/** Cuts after a sentence, else after a word, else where it must be. */
function pieces(line, limit) {
  const found = [];
  let rest = Array.from(line);
  while (rest.length > limit) {
    const head = rest.slice(0, limit).join("");
    const cut = Math.max(head.search(/[.!?\u061f\u06d4][^.!?\u061f\u06d4]*$/) + 1, 0);
    const word = head.lastIndexOf(" ");
    const end = cut > head.length / 2 ? cut : word > 0 ? word : head.length;
    found.push(head.slice(0, end).trim());
    rest = rest.slice(Array.from(head.slice(0, end)).length);
  }
  return [...found, rest.join("").trim()].filter(Boolean);
}
