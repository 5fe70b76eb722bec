"""The parts of a workshop's archive, each put in and listed; must not know who asked for it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from discussion.documents.builders.contributions import (
    contributions_head,
    contributions_listing,
    contributions_values,
)
from discussion.documents.builders.whole_workshop import Listed, Part
from discussion.documents.writers.archive import Archive
from discussion.documents.writers.csv import write_csv_to
from discussion.documents.writers.json import write_json_to
from discussion.documents.writers.xlsx import write_xlsx
from discussion.domain.drafting import day_in_words
from discussion.domain.drafting.passages import HandEdit, Passage
from discussion.domain.programme import Workshop
from discussion.domain.programme_file import programme_to_json
from discussion.domain.publications import documents_of
from discussion.domain.translations import LANGUAGES
from discussion.errors import Refused
from discussion.services import outcome
from discussion.services.publications import (
    contributions,
    editions,
    hand_edits,
    making,
    table_reports,
)
from discussion.services.publications.house_styles import styles_in_force
from discussion.services.publications.overview import FORMAT_WORDS, document_title
from discussion.storage import drafting, log, programme, publications
from discussion.storage.database import Transaction
from discussion.storage.log import Event
from discussion.storage.publications import KeptEdition

_EVENTS_AT_ONCE = 2_000
_REPORT_FORMS = ("docx", "html")


@dataclass(frozen=True)
class Whole:
    """What every part of the archive needs."""

    transaction: Transaction
    exports: Path
    workshop: Workshop
    archive: Archive
    sequence: int
    head: str
    moment: datetime

    def when(self, at: datetime) -> str:
        """``8 July 2025, 18:30``, in the workshop's own time."""
        local = at.astimezone(ZoneInfo(self.workshop.programme.timezone))
        return f"{day_in_words(local.date())}, {local:%H:%M}"

    def listed(self, title: str, told: datetime | None = None) -> Listed:
        """The file that was put in last."""
        entry = self.archive.entries[-1]
        return Listed(entry.name, title, entry.size, self.when(told or self.moment))


def document_parts(whole: Whole) -> Iterator[Part]:
    """The newest edition of each document in all its formats, and the manifests of all."""
    kept = publications.list_editions(whole.transaction, whole.workshop.id)
    newest = {each.edition.document: each for each in reversed(kept)}
    files, gone = list[Listed](), list[str]()
    for document in documents_of(whole.workshop.programme):
        if document in newest:
            _files(whole, newest[document], files, gone)
    about = "The newest edition of each document, exactly as it was built."
    if gone:
        about += f" Missing, or not what was built, and therefore left out: {', '.join(gone)}."
    yield Part("Documents", about, tuple(files))
    manifests = []
    for each in kept:
        edition = each.edition
        name = f"manifests/{edition.document}/{edition.label}.json"
        whole.archive.add(name, _manifest(each))
        title = f"{document_title(whole.workshop, edition.document)}, {edition.label}"
        manifests.append(whole.listed(title, edition.built_at))
    about = "Of every edition, earlier ones too: its files' hashes, and what it rests on."
    yield Part("Manifests", about, tuple(manifests))


def _files(whole: Whole, kept: KeptEdition, files: list[Listed], gone: list[str]) -> None:
    edition = kept.edition
    for file in kept.files:
        try:
            _, content = editions.read_file(whole.exports, kept, file.format)
        except Refused:
            gone.append(file.name)
            continue
        whole.archive.add(f"documents/{edition.document}/{file.name}", content)
        title = document_title(whole.workshop, edition.document)
        words = ", ".join(filter(None, (FORMAT_WORDS[file.form], LANGUAGES.get(file.language))))
        files.append(whole.listed(f"{title}, {edition.label}: {words}", edition.built_at))


def _manifest(kept: KeptEdition) -> bytes:
    edition = kept.edition
    told = {
        "id": edition.id,
        "document": edition.document,
        "symbol": edition.symbol,
        "label": edition.label,
        "number": edition.number,
        "built_at": edition.built_at.isoformat(),
        "sequence": edition.sequence,
        "head": edition.head,
        "files": {
            file.format: {"name": file.name, "size": file.size, "sha256": file.sha256}
            for file in kept.files
        },
        "manifest": edition.manifest,
    }
    return _json(told)


def programme_part(whole: Whole) -> Part:
    """The programme in every form that is no document."""
    listed = []
    written: dict[str, bytes] = {
        form: write()
        for form, write in making.programme_files(whole.workshop, whole.moment).items()
    }
    written["json"] = _json(programme_to_json(whole.workshop.programme))
    for form, content in sorted(written.items()):
        whole.archive.add(f"programme/programme.{form}", content)
        listed.append(whole.listed(FORMAT_WORDS.get(form, "Programme file (JSON)")))
    return Part("Programme", "From its file, in JSON or TOML, the same workshop can be set up.",
                tuple(listed))  # fmt: skip


def texts_part(whole: Whole) -> Iterator[Part]:
    """What people wrote in the place of generated words, with those it was made from."""
    kept = drafting.passages_of_workshop(whole.transaction, whole.workshop.id)
    begun = {passage.id: passage for passage in kept}
    listed = []
    for document, edits in hand_edits.edits_now(whole.transaction, whole.workshop).items():
        if edits:
            told = [_hand_written(edit, begun[edit.passage]) for edit in edits]
            whole.archive.add(f"texts/{document}.json", _json(told))
            listed.append(whole.listed(document_title(whole.workshop, document)))
    if listed:
        about = "What people wrote in the place of generated words; the log has every version."
        yield Part("Texts written by hand", about, tuple(listed))


def _hand_written(edit: HandEdit, passage: Passage) -> dict[str, str]:
    return {
        "slot": edit.slot,
        "title": edit.title,
        "standing": edit.standing,
        "words": passage.text,
        "made": passage.made,
    }


def notes_part(whole: Whole, path: Path) -> Part:
    """Read once for each format: they are more than memory should hold."""
    listed = []
    for form in contributions.FORMATS:
        notes = contributions.every_note(whole.transaction, whole.workshop.id)
        name = f"notes/notes.{form}"
        match form:
            case "xlsx":
                book = path.with_name(f"{path.name}.xlsx")
                try:
                    write_xlsx(book, contributions_listing(notes))
                    whole.archive.take(name, book)
                finally:
                    book.unlink(missing_ok=True)
            case "csv":
                with whole.archive.entry(name) as file:
                    listing = contributions_listing(notes)
                    write_csv_to(file, listing.header, listing.rows)
            case _:
                with whole.archive.entry(name) as file:
                    values = contributions_values(notes)
                    write_json_to(file, contributions_head(notes), "notes", values)
        listed.append(whole.listed(f"Every note ({form})"))
    about = "With status, reason, who decided when, and the points each went into."
    return Part("Every note", about, tuple(listed))


def tables_part(whole: Whole) -> Part:
    """One table after the other, so that memory holds one table's notes at a time."""
    reader = table_reports.secretariat_of(whole.workshop.id)
    styles = styles_in_force(whole.transaction, whole.workshop.id)
    listed = []
    for table in programme.list_tables(whole.transaction, whole.workshop.id):
        page = outcome.read_table(
            whole.transaction, whole.moment, reader, whole.workshop.id, table.number
        )
        for form in _REPORT_FORMS:
            content = table_reports.write_reports((page,), form, styles)
            whole.archive.add(f"tables/table-{table.number}.{form}", content)
            listed.append(whole.listed(f"{table.name}: {FORMAT_WORDS[form]}"))
    return Part("What became of what tables said", "A paper for each table.", tuple(listed))


def log_part(whole: Whole) -> Part:
    """The log as JSON lines, and the chain over it; docs/reference/archive.md says how to check."""
    with whole.archive.entry("log/events.jsonl") as file:
        for event in _all_events(whole):
            file.write(orjson.dumps(_event(event), option=orjson.OPT_APPEND_NEWLINE))
    listed = [whole.listed("Every event")]
    with whole.archive.entry("log/chain.jsonl") as file:
        for first, last, hashed in log.chain(whole.transaction, whole.workshop.id):
            link = {"first": first, "last": last, "hash": hashed.hex()}
            file.write(orjson.dumps(link, option=orjson.OPT_APPEND_NEWLINE))
    listed.append(whole.listed("The hash chain over them"))
    about = "Who did what when, by ids of persons, and the chain that shows any change to it."
    return Part("The log", about, tuple(listed))


def _all_events(whole: Whole) -> Iterator[Event]:
    number = 0
    while found := log.since(whole.transaction, whole.workshop.id, number, limit=_EVENTS_AT_ONCE):
        yield from found
        number = found[-1].number


def _event(event: Event) -> dict[str, Any]:
    return {
        "number": event.number,
        "at": event.at.isoformat(),
        "person": event.person,
        "kind": event.kind,
        "subject": event.subject,
        "version": event.version,
        "command": event.command,
        "digest": event.digest.hex(),
        "salt": event.salt.hex() if event.salt is not None else None,
        "payload": event.payload,
        "sheet": event.sheet,
        "topic": event.topic,
    }


def _json(told: Any) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
