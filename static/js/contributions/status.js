/** What moderators and the table made of a note, in words and shapes; no DOM. */

const DECIDED_WORDS = {
  accepted: "accepted",
  returned: "sent back",
  parked: "parked",
  out_of_scope: "put out of scope",
};

/** The marks at the end of a note: class, code and words. @returns {[string, string, string][]} */
export function marksOf(note) {
  const marks = [];
  if (note.get("read_back")) marks.push(["mark", "read_back", "Top point"]);
  if (note.get("late")) marks.push(["mark", "late", "Late"]);
  const status = statusMark(note);
  return status ? [...marks, ["state", ...status]] : marks;
}

function statusMark(note) {
  switch (note.get("status")) {
    case "accepted":
      return ["accepted", "Accepted"];
    case "returned":
      return ["returned", "Question for you"];
    case "parked":
      return ["parked", "Parked"];
    case "out_of_scope":
      return ["out_of_scope", "Out of scope"];
    case "withdrawn":
      return ["withdrawn", "Withdrawn"];
    case "submitted":
      return changedSince(note) ? ["submitted", `Changed since it was ${decided(note)}`] : null;
    default:
      return null;
  }
}

/** Whether its words have changed after a decision; spaces do not count. */
function changedSince(note) {
  const decided = note.get("decided_text");
  if (decided === null || decided === undefined) return false;
  return decided.split(/\s+/).join(" ").trim() !== note.words.split(/\s+/).join(" ").trim();
}

/** Why a moderator decided against a note, as a sentence, or "". */
export function reasonOf(note, reasons) {
  const status = note.get("status");
  if (status !== "parked" && status !== "out_of_scope") return "";
  const why = reasons[note.get("reason")] ?? "";
  const remark = note.get("remark");
  const did = status === "parked" ? "Kept aside" : "Not taken up";
  return `${did} by a moderator: ${why}${remark ? `. ${remark}` : "."}`;
}

function decided(note) {
  return DECIDED_WORDS[note.get("decided_status")] ?? "read";
}
