/** Which notes a moderator asked to see, and how many there would be instead; it draws nothing. */

/** The lists a moderator works from, in the order of the filter. */
export const SHOWS = {
  to_read: "To read",
  loose: "Accepted, in no point yet",
  accepted: "Accepted",
  returned: "Returned with a question",
  parked: "Parked",
  out_of_scope: "Out of scope",
  all: "All notes",
};

/** What may be said of a note besides its state. */
export const MARKS = {
  late: "Late",
  read_back: "Top points of tables",
  answered: "Answered by the table",
  changed: "Changed since decided",
};

export const ARRANGEMENTS = {
  newest: "Newest first",
  oldest: "Oldest first",
  "subtopic newest": "By subtopic, newest",
  "subtopic oldest": "By subtopic, oldest",
  "table newest": "By table, newest",
  "table oldest": "By table, oldest",
};

/** What is asked for at first; `words` are searched for, "" is everything. */
export const NOTHING_ASKED = {
  show: "to_read",
  words: "",
  table: "",
  subtopic: "",
  kind: "",
  country: "",
  language: "",
  mark: "",
};

/** States that a moderator's decision led to. */
export const DECIDED = new Set(["accepted", "returned", "parked", "out_of_scope"]);

/** What a note says when the server leaves it out. */
const EMPTY = {
  table: null,
  subtopic: null,
  countries: [],
  question: null,
  answer: null,
  reason: null,
  remark: null,
  late: false,
  read_back: false,
  decided_text: null,
  decided_status: null,
  decided_by: null,
};

/** The choices besides `show` and `words`, each with what it chooses among. */
const FACETS = {
  table: (note) => note.table,
  subtopic: (note) => note.subtopic ?? "none",
  kind: (note) => note.kind,
  language: (note) => note.language,
  country: (note) => note.countries,
  mark: (note) => note.marks,
};
const NAMES = Object.keys(FACETS);

/**
 * @param {Iterable<object>} notes in the order they are wanted @param {object} asked
 * @param {{status: (note) => string, isLoose: (note) => boolean, says: (note) => boolean}} of
 * @returns {{ids: string[], counts: Record<string, Map<string, number>>}} the notes to be shown,
 *   and for each choice how many notes there would be if that choice alone were another
 */
export function sift(notes, asked, { status, isLoose, says }) {
  const ids = [];
  const counts = Object.fromEntries(["show", ...NAMES].map((name) => [name, new Map()]));
  const wanted = NAMES.filter((name) => asked[name]);
  for (const note of notes) {
    if (!says(note)) continue;
    const wrong = wanted.filter((name) => !fits(FACETS[name](note), asked[name]));
    if (wrong.length > 1) continue;
    const state = status(note);
    const shows = showsOf(note, state, isLoose);
    const shown = shows.includes(asked.show);
    const counted = state !== "writing" || asked.show === "all";
    if (!wrong.length) {
      for (const show of shows) if (state !== "writing" || show === "all") count(counts.show, show);
      if (shown) ids.push(note.id);
    }
    if (!shown || !counted) continue;
    for (const name of wrong.length ? wrong : NAMES) countAll(counts[name], FACETS[name](note));
  }
  return { ids, counts };
}

/** A note as it was told, with what was left out, and the marks it bears. */
export function whole(told) {
  const note = { ...EMPTY, ...told };
  const back = note.status === "submitted" && DECIDED.has(note.decided_status);
  note.marks = [];
  if (note.late) note.marks.push("late");
  if (note.read_back) note.marks.push("read_back");
  if (back && note.decided_status === "returned" && note.answer) note.marks.push("answered");
  if (back && note.decided_text !== null) note.marks.push("changed");
  return note;
}

/** The lists that a note stands in; while it is written, in grey among those to read. */
function showsOf(note, state, isLoose) {
  if (state === "writing") return note.text.trim() ? ["to_read", "all"] : [];
  if (state === "submitted") return ["to_read", "all"];
  if (state === "accepted" && isLoose(note)) return ["accepted", "loose", "all"];
  return [state, "all"];
}

function fits(value, wanted) {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

function countAll(counts, value) {
  if (Array.isArray(value)) for (const each of value) count(counts, each);
  else count(counts, value);
}

function count(counts, value) {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/**
 * The notes shown, in groups in their order; answers to one's own questions always come first.
 * @param {string[]} ids @param {string} arrangement
 * @param {{group: (id, by) => {key, title, order}, isMine: (id) => boolean}} of
 * @returns {{key: string, title: string, ids: string[]}[]} one without a title where there are none
 */
export function arrange(ids, arrangement, { group, isMine }) {
  const [by, order] = arrangement.includes(" ") ? arrangement.split(" ") : ["", arrangement];
  const inOrder = order === "oldest" ? ids.toReversed?.() ?? [...ids].reverse() : ids;
  const mine = { key: "mine", title: "Answers to your questions", order: -1, ids: [] };
  const groups = new Map();
  for (const id of inOrder) {
    if (isMine(id)) {
      mine.ids.push(id);
      continue;
    }
    const { key, title, order: place } = by ? group(id, by) : { key: "", title: "", order: 0 };
    if (!groups.has(key)) groups.set(key, { key, title, order: place, ids: [] });
    groups.get(key).ids.push(id);
  }
  const rest = [...groups.values()].sort((a, b) => a.order - b.order);
  if (!mine.ids.length) return rest;
  return [mine, ...rest.map((each) => ({ ...each, title: each.title || "All others" }))];
}
