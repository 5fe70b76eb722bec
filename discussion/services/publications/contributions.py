"""Writes every note out, those too that no other output may hold; must not know how files look."""

import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from discussion.documents.builders.contributions import (
    contributions_head,
    contributions_listing,
    contributions_values,
)
from discussion.documents.writers.csv import write_csv_to
from discussion.documents.writers.json import write_json_to
from discussion.documents.writers.xlsx import write_xlsx
from discussion.domain.attribution import Policy, shown
from discussion.domain.contributions import Contribution, same_words
from discussion.domain.programme import Topic, Workshop
from discussion.domain.publications import EveryNote, NoteLine
from discussion.domain.synthesis import Point
from discussion.errors import DiscussionError, NotFound
from discussion.live.changes import apply
from discussion.services.publications.child import COMMAND, run_child
from discussion.storage import contributions, programme, publications, synthesis
from discussion.storage.contributions import Note
from discussion.storage.database import Database, Transaction
from discussion.storage.log import history

CONTRIBUTIONS = "contributions"
FORMATS = ("xlsx", "csv", "json")
EXPORT_SECONDS = 300
"""How long writing may take: 37,500 notes take 12 s of a quiet machine."""
EXPORT_COMMAND = (*COMMAND, "export", CONTRIBUTIONS)

_AT_ONCE = 500  # notes held in memory
_DECISIONS = ("accept_note", "return_note", "park_note", "rule_out_note", "reconsider_note")

log = logging.getLogger(__name__)


def check_format(form: str) -> None:
    """Raises ``format_unknown``, naming what there is."""
    if form not in FORMATS:
        raise NotFound("format_unknown", document=CONTRIBUTIONS, formats=", ".join(FORMATS))


def write_contributions(
    database: Database, workshop: str, form: str, path: Path, *, topic: int | None = None
) -> None:
    """Writes every note of a workshop, or of one topic, into a file: whole, or not at all.

    Raises ``workshop_unknown``, ``topic_unknown``, ``format_unknown`` and ``file_unwritable``.
    """
    check_format(form)
    part = path.with_name(f"{path.name}.part")
    try:
        with database.reading() as transaction:
            _write(every_note(transaction, workshop, topic=topic), form, part)
        os.replace(part, path)
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise DiscussionError("file_unwritable", file=path, reason=reason) from None
    finally:
        part.unlink(missing_ok=True)


def every_note(transaction: Transaction, workshop: str, *, topic: int | None = None) -> EveryNote:
    """All notes of a workshop or of one topic; its lines can be read while the transaction lasts.

    Raises ``workshop_unknown`` and ``topic_unknown``.
    """
    held = programme.find_workshop(transaction, workshop)
    if held is None:
        raise NotFound("workshop_unknown", workshop=workshop)
    chosen = None if topic is None else _topic(held, topic)
    sequence, head, last_event_at = programme.log_position(transaction, workshop)
    return EveryNote(
        workshop=held,
        topic=chosen,
        sequence=sequence,
        head=head.hex(),
        last_event_at=last_event_at,
        lines=_lines(transaction, held, chosen),
    )


def export_folder(exports: Path, workshop: str) -> Path:
    """Where a workshop's notes are written before they are handed out."""
    return exports / workshop / ".notes"


def run_export(
    database_url: str, workshop: str, topic: int | None, form: str, folder: Path, request: str
) -> Path:
    """Has the notes written in a child process; the file. Not to be called in the serving thread.

    Whatever an earlier one left in the folder goes. Raises ``export_failed`` with the request id
    under which the log tells why.
    """
    clear(folder)
    folder.mkdir(parents=True)
    file = folder / f"notes.{form}"
    of_topic = [] if topic is None else ["--topic", str(topic)]
    command = [*EXPORT_COMMAND, form, "--workshop", workshop, *of_topic, "-o", str(file)]
    reason = run_child(command, database_url, seconds=EXPORT_SECONDS)
    if reason is None and not file.is_file():
        reason = "the export said that it was done, but it was not"
    if reason is not None:
        clear(folder)
        log.error("request %s: %s", request, reason)
        raise DiscussionError("export_failed", status=500, request=request)
    return file


def take(file: Path) -> BinaryIO:
    """The file, open to be read; nothing of it stays on the disk once it is closed."""
    opened = file.open("rb")
    clear(file.parent)
    return opened


def clear(folder: Path) -> None:
    """Removes a folder of written notes, if there is one."""
    if folder.exists():
        shutil.rmtree(folder)


def counts(database: Database, workshop: Workshop) -> dict[int | None, int]:
    """How many notes each topic has by its number, and all of the workshop under None.

    Of the largest workshop that takes 50 ms: not to be called in the serving thread.
    """
    with database.reading() as transaction:
        by_topic = publications.counts_by_topic(transaction, workshop.id)
    found: dict[int | None, int] = {
        topic.number: by_topic.get(topic.id, 0) for topic in workshop.programme.topics
    }
    return found | {None: sum(by_topic.values())}


def _write(notes: EveryNote, form: str, path: Path) -> None:
    if form == "xlsx":
        write_xlsx(path, contributions_listing(notes))
        return
    with path.open("wb") as file:
        if form == "csv":
            listing = contributions_listing(notes)
            write_csv_to(file, listing.header, listing.rows)
        else:
            head, values = contributions_head(notes), contributions_values(notes)
            write_json_to(file, head, "notes", values)


def _topic(workshop: Workshop, number: int) -> Topic:
    for topic in workshop.programme.topics:
        if topic.number == number:
            return topic
    raise NotFound("topic_unknown", topic=number)


def _lines(transaction: Transaction, workshop: Workshop, topic: Topic | None) -> Iterator[NoteLine]:
    tables = programme.list_tables(transaction, workshop.id, removed=True)
    names = {table.id: table.name for table in tables}
    topics = {each.id: each for each in workshop.programme.topics}
    people = publications.deciders(transaction, workshop.id)
    points = _points_by_note(synthesis.points_of_workshop(transaction, workshop.id))
    again = publications.subjects_again(transaction, workshop.id, kinds=_DECISIONS)
    policies = programme.attribution_of(transaction, workshop.id)
    for note in _notes(transaction, workshop.id, topic.id if topic else None):
        said = note.contribution
        yield NoteLine(
            note=_at_work(said, policies.on(said.topic)),
            topic=topics.get(said.topic or ""),
            table=names.get(said.table or ""),
            typed_at=note.typed_at,
            submitted_at=note.submitted_at,
            decision=note.decided_status,
            decided_by=people.get(note.decided_by or ""),
            decided_at=note.decided_at,
            edited_from=_edited_from(transaction, note, again=said.id in again),
            points=points.get(said.id, ()),
        )


def _at_work(note: Contribution, policy: Policy) -> Contribution:
    """The note as those who decide on it may see it."""
    may_see = shown(policy, note, "moderators")
    return replace(note, countries=may_see.countries, said_by=may_see.said_by)


def _notes(transaction: Transaction, workshop: str, topic: str | None) -> Iterator[Note]:
    ids = publications.every_note(transaction, workshop, topic)
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        found = {n.contribution.id: n for n in contributions.notes_by_id(transaction, some)}
        yield from (found[note] for note in some)


def _points_by_note(points: tuple[Point, ...]) -> Mapping[str, tuple[Point, ...]]:
    found: dict[str, tuple[Point, ...]] = {}
    for point in points:
        for note in point.sources:
            found[note] = (*found.get(note, ()), point)
    return found


def _edited_from(transaction: Transaction, note: Note, *, again: bool) -> str | None:
    """The words last decided on that the note does not say any more, if there were any.

    ``again``: it was decided on more than once, so that the log has to be asked as well.
    """
    words = note.contribution.text
    if note.decided_text is not None and not same_words(note.decided_text, words):
        return note.decided_text
    return _earlier_words(transaction, note) if again else None


def _earlier_words(transaction: Transaction, note: Note) -> str | None:
    """The same out of the log; None as well where a part of it has been erased or compacted."""
    past = history(transaction, note.contribution.id)
    undone = {event.facts.get("undone") for event in past if event.kind == "undo_decision"}
    text, decided_on = "", list[str]()
    for event in past:
        if event.kind == "edit_text" and event.payload is None:
            return None
        if event.kind == "edit_text":
            text = apply(text, event.facts["change"])
        if event.kind in _DECISIONS and event.command not in undone:
            decided_on.append(text)
    earlier = (said for said in reversed(decided_on) if not same_words(said, text))
    return next(earlier, None)
