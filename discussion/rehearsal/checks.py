"""What a rehearsal must find again: every acknowledged character and point; it sends nothing."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from discussion.documents.phrases import PHRASES, phrase
from discussion.documents.readers.words import (
    bookmarks_of_docx,
    words_of_docx,
    words_of_odt,
    words_of_pptx,
)
from discussion.domain.drafting import FRAMES
from discussion.rehearsal.stage import Stage

SHOWN = 80  # characters of a text in a message
AGAINST = ("parked", "out_of_scope")
DATA = (".csv", ".toml")  # files for programs, which are not marked; their names are
_NUMBERED = re.compile(r"par_OP_\d+")
_ESCAPED = re.compile(r"\\(\W)")  # a sign of Markdown that somebody typed


@dataclass(frozen=True)
class Missing:
    """A text of which acknowledged characters are not where they were acknowledged to be."""

    text: str  # id of the note or point
    place: str  # where it was looked for
    expected: str
    found: str

    @property
    def characters(self) -> int:
        """How many of the acknowledged characters are gone, at the least."""
        matcher = SequenceMatcher(None, self.expected, self.found, autojunk=False)
        kept = sum(block.size for block in matcher.get_matching_blocks())
        return max(1, len(self.expected) - kept)

    def __str__(self) -> str:
        return (
            f"{self.place}: {self.characters} characters are not as acknowledged in {self.text}:"
            f" {self.expected[:SHOWN]!r}, but there stands {self.found[:SHOWN]!r}"
        )


def expected_words(stage: Stage) -> dict[str, str]:
    """What was typed and acknowledged, by id of notes and points."""
    notes = {stage.notes[deal.note.key]: deal.note.text for deal in stage.script.deals}
    return notes | {stage.points[point.key]: point.statement for point in stage.script.points}


def missing_words(
    expected: Mapping[str, str], held: Mapping[str, str], place: str
) -> tuple[Missing, ...]:
    """Every text that is not, character for character, what was acknowledged."""
    return tuple(
        Missing(text, place, words, held.get(text, ""))
        for text, words in expected.items()
        if held.get(text) != words
    )


def states_astray(stage: Stage, statuses: Mapping[str, str]) -> tuple[str, ...]:
    """Notes and points that are not in the state they were decided into; sentences for people."""
    wanted = {stage.notes[v.note]: v.outcome for v in stage.script.verdicts}
    wanted |= {stage.points[point.key]: point.status for point in stage.script.points}
    return tuple(
        f"the server: {subject} was decided {status}, but is {statuses.get(subject, 'not there')}"
        for subject, status in wanted.items()
        if statuses.get(subject) != status
    )


def faults_in_outputs(stage: Stage, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """What the documents lack, and what should not be in them; sentences for people."""
    missing = [name for name in _needed(stage) if name not in files]
    if missing:
        return tuple(f"{name} was not built" for name in missing)
    try:
        words = {name: _joined(_words(name, content)) for name, content in files.items()}
        notes = {
            name: _joined(words_of_pptx(content)[1])
            for name, content in files.items()
            if name.endswith(".pptx")
        }
    except ValueError as failure:
        return (f"a document cannot be read: {failure}",)
    return (
        *_absent_points(stage, words, notes),
        *_absent_notes(stage, words["provenance.csv"]),
        *_leaked_notes(stage, words),
        *_unmarked(words),
    )


def numbered_paragraphs(declaration: bytes) -> int:
    """How many numbered paragraphs a declaration has; sub-paragraphs belong to theirs."""
    names = bookmarks_of_docx(declaration)
    return len({found[0] for name in names if (found := _NUMBERED.match(name))})


def _needed(stage: Stage) -> Iterable[str]:
    yield from (f"presentation-topic-{number}.pptx" for number in stage.topics)
    yield from ("proceedings.docx", "declaration.docx", "provenance.csv")


def _absent_points(
    stage: Stage, words: Mapping[str, str], notes: Mapping[str, str]
) -> Iterable[str]:
    for point in stage.script.points:
        if point.status != "confirmed":
            continue
        statement = _joined(point.statement)
        slides = f"presentation-topic-{point.topic}.pptx"
        places = {
            "proceedings.docx": words["proceedings.docx"],
            "provenance.csv": words["provenance.csv"],
            f"the notes of {slides}": notes[slides],
        }
        if point.kind in FRAMES:
            places["declaration.docx"] = words["declaration.docx"]
        for place, text in places.items():
            if statement not in text:
                yield f"{place} lacks the point {point.statement[:SHOWN]!r}"


def _absent_notes(stage: Stage, provenance: str) -> Iterable[str]:
    """An accepted note whose point is confirmed has its way back in the provenance table."""
    for point in stage.script.points:
        for key in point.sources if point.status == "confirmed" else ():
            text = stage.deals[stage.notes[key]].note.text
            if _joined(text) not in provenance:
                yield f"provenance.csv lacks the accepted note {text[:SHOWN]!r}"


def _leaked_notes(stage: Stage, words: Mapping[str, str]) -> Iterable[str]:
    """Notes decided against reach no output, unless a note or point says just the same."""
    said = [p.statement for p in stage.script.points]
    said += [d.note.text for d in stage.script.deals if _outcome(stage, d.note.key) == "accepted"]
    allowed = _joined("\n".join(said))
    for deal in stage.script.deals:
        text = _joined(deal.note.text)
        if _outcome(stage, deal.note.key) in AGAINST and text not in allowed:
            for name, content in words.items():
                if text in content:
                    yield f"{name} holds a note decided against: {deal.note.text[:SHOWN]!r}"


def _unmarked(words: Mapping[str, str]) -> Iterable[str]:
    marks = [phrase(language, "printed.rehearsal_mark") for language in PHRASES]
    for name, content in words.items():
        if not name.endswith(DATA) and not any(mark in content for mark in marks):
            yield f"{name} is not marked REHEARSAL"


def _outcome(stage: Stage, key: str) -> str:
    return stage.verdicts[key].outcome


def _words(name: str, content: bytes) -> str:
    match name.rpartition(".")[2]:
        case "docx":
            return words_of_docx(content)
        case "odt":
            return words_of_odt(content)
        case "pptx":
            return "\n".join(words_of_pptx(content))
        case "csv":
            rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
            return "\n".join(cell for row in rows for cell in row)
        case "md":
            return _ESCAPED.sub(r"\1", content.decode())
        case _:
            return content.decode("utf-8", "replace")


def _joined(text: str) -> str:
    """Without what only steers how words are shown: direction marks, runs of spaces."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(seen.split())
