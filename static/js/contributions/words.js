/** The words of a note as typed or pasted: their length, their bullets, their pieces; no DOM. */

// Word's own bullets come as private characters, or as "o" and "§" before a tab.
const BULLET =
  /^\s*(?:[-\u2010-\u2015\u2022\u2023\u2043\u2219\u25aa\u25cf\u25cb\u25e6\u25a0\u25ba\u2713\u066d*\u00b7\uf000-\uf0ff]\s+|[o\u00a7]\t\s*)/;
const NUMBER = // 1. 2) (3) 4- 1.2. \u0661- \u0623) a) iv.; also without a space before a letter
  /^\s*\(?(?:[\d\u0660-\u0669\u06f0-\u06f9]{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4}|[\u0621-\u064a])[.):\u066b\u2013-](?:\s+|(?=[\p{L}]))/iu;
const LINES = /\r\n|[\n\r\f\u2028\u2029]/;
const QUOTED = /(^|[\t\n])"((?:[^"]|"")*\n(?:[^"]|"")*)"(?=[\t\r\n]|$)/g; // a cell with line breaks
const ARABIC = /[\u0600-\u06ff]/;
const ENDED = /[.!?:;,\u060c\u061b\u061f\u06d4\u2026]$/;
const CLINGS = /[\p{M}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]/u; // belongs to the character before it

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

/** Words on one line, as a note has them; what other programs hide in a text falls out. */
export function onOneLine(words) {
  return words
    .replace(/[\0\u00ad\u200b\ufeff]/g, "")
    .replace(/\u00a0(?![;:!?\u00bb%])(?<!\u00ab\u00a0)/g, " ")
    .replace(/\s*[\n\r\v\f\u2028\u2029]+\s*/g, " ");
}

/**
 * The notes in a pasted text: one a line, without bullets; numbers fall where every line has one.
 * The cells of a row stay together, with a dash between them.
 * @param {string} pasted @param {number} limit code points a note may have
 * @returns {string[]}
 */
export function notesIn(pasted, limit) {
  const whole = pasted.replace(/\r\n/g, "\n").replace(QUOTED, unquoted);
  const lines = whole.split(LINES).map(withoutBullet).filter((line) => onOneLine(line).trim());
  const numbered = lines.length > 1 && lines.every((line) => NUMBER.test(line));
  const bare = numbered ? lines.map((line) => line.replace(NUMBER, "")) : lines;
  return bare.map(tidy).filter(Boolean).flatMap((line) => pieces(line, limit));
}

/** Several lines as one note that can still be read. @param {string[]} parts */
export function joined(parts) {
  return parts.reduce((whole, part) => {
    if (ENDED.test(whole)) return `${whole} ${part}`;
    return `${whole}${ARABIC.test(whole) ? "\u061b" : ";"} ${part}`;
  });
}

/**
 * A line in pieces that fit; cut after a sentence, else after a word, else between characters.
 * @param {string} line @param {number} limit @returns {string[]}
 */
export function pieces(line, limit) {
  const found = [];
  let rest = Array.from(line);
  while (rest.length > limit) {
    const head = rest.slice(0, limit).join("");
    const sentence = head.search(/[.!?\u061f\u06d4]\s[^.!?\u061f\u06d4]*$/) + 1;
    const word = head.lastIndexOf(" ");
    const end = sentence > head.length / 2 ? sentence : word > 0 ? word : wholeEnd(rest, limit);
    found.push(head.slice(0, end).trim());
    rest = rest.slice(lengthOf(head.slice(0, end)));
  }
  return [...found, rest.join("").trim()].filter(Boolean);
}

function unquoted(_whole, before, cell) {
  return before + cell.replace(/""/g, '"').replace(/\s*\n\s*/g, " ");
}

function tidy(line) {
  const cells = line.split("\t").map((cell) => onOneLine(cell).trim());
  return withoutBullet(cells.filter(Boolean).join(" \u2013 "));
}

/** Where a line may be cut at the latest without taking a character apart, in UTF-16 units. */
function wholeEnd(characters, limit) {
  let end = limit;
  while (end > 1 && (CLINGS.test(characters[end]) || characters[end - 1] === "\u200d")) end -= 1;
  return characters.slice(0, end).join("").length;
}
