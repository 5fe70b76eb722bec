"""Words round pages, on slides' controls, table cards and listings, in English; data, no rules."""

PHRASES: dict[str, str] = {
    # how words stand together
    "labelled": "{label}: ",
    "semicolon": "; ",
    "sentence": "{words}.",
    "comma": ", ",
    # round every page
    "printed.contents": "Contents",
    "printed.page": "Page {page} of {pages}",
    "printed.rehearsal": "REHEARSAL: made-up content, not a record",
    "printed.rehearsal_short": "REHEARSAL: made-up content",
    "printed.rehearsal_mark": "REHEARSAL",
    "printed.way_in": "What became of what tables said:",
    "printed.code": "QR code",
    "printed.code_of": "QR code of {address}",
    # slides in a browser
    "printed.slide": "Slide {number}",
    "printed.notes": "Speaker notes",
    "printed.back": "Back",
    "printed.next": "Next",
    "printed.since": "since this window opened",
    # table cards
    "cards.title": "Table cards",
    "cards.square": "QR code that opens the sheet of {table}",
    "cards.scan": "1. Scan the square with your phone.",
    "cards.name": "2. Give your name.",
    "cards.write": "3. Write one idea to a note.",
    "cards.type": "No camera? Open {address} and type",
    # every note, as rows
    "notes.title": "Every note",
    "notes.workshop": "Workshop",
    "notes.of": "Notes of",
    "notes.as_of": "As of",
    "notes.head": "Head of the log there",
    "notes.every": "Every topic, and the plenary",
    "notes.moment": "{moment}, event {number} of the log",
    "notes.for_whom": "For whom",
    "notes.for_whom_said": (
        "The secretariat and the moderators. Notes that were parked, ruled out or withdrawn stand "
        "here and in their own table’s report, and may stand in no other paper."
    ),
    "notes.decision_said": (
        "What the last decision made of the note. If the table changed the words afterwards, the "
        "status is submitted again: the note waits for another decision."
    ),
    "notes.before_said": (
        "What the note said when it was last decided on, if it says another thing now."
    ),
    "notes.points_said": (
        "The points the note is a source of, as they read now, each with its state."
    ),
    "notes.agreed_said": (
        "The delegate agrees to be named with the note: the countries and the name beside it may "
        "be published as far as the workshop publishes them at all, and without it never."
    ),
    "notes.late_said": "Words came after the sheet was locked.",
    "notes.read_back_said": "The table confirmed it as one of its three to five.",
    "notes.times": "Times",
    "notes.times_said": "The workshop’s own time, with its distance from UTC.",
    "notes.taken_back": "taken back",
    "notes.plenary": "Plenary",
    "notes.topic": "Topic",
    "notes.subtopic": "Subtopic",
    "notes.table": "Table",
    "notes.kind": "Kind",
    "notes.words": "Words",
    "notes.status": "Status",
    "notes.reason": "Reason",
    "notes.remark": "Moderator's remark",
    "notes.question": "Question",
    "notes.answer": "Answer",
    "notes.points": "Points",
    "notes.before": "Words before",
    "notes.decision": "Decision",
    "notes.decided_by": "Decided by",
    "notes.decided": "Decided",
    "notes.countries": "Countries",
    "notes.agreed": "Agreed",
    "notes.yes_agreed": "agreed",
    "notes.said_by": "Said by",
    "notes.language": "Language",
    "notes.late": "Late",
    "notes.yes_late": "late",
    "notes.read_back": "Read back",
    "notes.yes_read_back": "read back",
    "notes.begun": "Begun",
    "notes.typed": "Last typed",
    "notes.submitted": "Submitted",
    "notes.note": "Note",
    "notes.secretariat": "Secretariat",
    "notes.moderator": "Moderator",
}
