"""What is done from a terminal, also while the server runs: links, exports, certificates."""

import json
import os
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from discussion.domain.programme_file import read_programme
from discussion.errors import DiscussionError, NotFound
from discussion.services import people, publications
from discussion.services.programme import workshops
from discussion.services.publications import (
    building,
    contributions,
    table_cards,
    table_reports,
    variants,
    whole_workshop,
)
from discussion.services.work import Runtime
from discussion.settings import Settings
from discussion.storage import programme
from discussion.storage.database import Database, open_database


def new_link(
    settings: Settings, role: str, *, workshop: str | None = None, topic: int | None = None
) -> str:
    """A new sign-in link for a role, in the newest workshop unless one is named."""
    database, runtime = open_database(settings.database_url), _runtime(settings)
    chosen = _workshop(database, workshop)
    _, token = people.make_link(
        database,
        runtime,
        workshop=chosen,
        role=role,
        topic=_topic_id(database, chosen, topic),
        hours=settings.link_hours,
    )
    return f"{settings.url}/link#{token}"


def new_workshop(settings: Settings, file: bytes) -> str:
    """Makes a workshop from a programme file; its id. Raises ``ProgrammeProblems``."""
    runtime = _runtime(settings)
    plan = read_programme(file, make_id=runtime.new_id)
    return workshops.make_workshop(open_database(settings.database_url), runtime, plan)


def export(
    settings: Settings,
    document: str,
    form: str,
    *,
    workshop: str | None = None,
    language: str = "",
) -> bytes:
    """A document as it would stand now, in one of its formats; no edition is kept of it.

    ``language``: another one than the workshop's own. Raises ``workshop_unknown``,
    ``document_unknown`` and ``format_unknown``.
    """
    with closing(open_database(settings.database_url)) as database:
        chosen = _workshop(database, workshop)
        return publications.export(database, chosen, document, form, language=language)


def export_variant(
    settings: Settings,
    document: str,
    wanted: tuple[str, str],
    *,
    against: str | None = None,
    workshop: str | None = None,
    language: str = "",
) -> bytes:
    """A document as it stands now in a variant and a format; ``against`` is an edition's label.

    Raises what ``variants.export_variant`` does.
    """
    with closing(open_database(settings.database_url)) as database:
        chosen = _workshop(database, workshop)
        return variants.export_variant(
            database, settings.exports, chosen, document, wanted, against, language
        )


def write_variant(settings: Settings, exports: Path, wanted: variants.Wanted) -> bytes:
    """A variant of a kept edition, for the server; at a lower priority than its own."""
    os.nice(10)
    with closing(open_database(settings.database_url)) as database:
        return variants.write_variant(database, exports, wanted)


def export_contributions(
    settings: Settings,
    form: str,
    path: Path,
    *,
    workshop: str | None = None,
    topic: int | None = None,
) -> None:
    """Writes every note of a workshop or of one topic into a file, whatever became of it.

    At a lower priority than the server's. Raises ``workshop_unknown``, ``topic_unknown``,
    ``format_unknown`` and ``file_unwritable``.
    """
    os.nice(10)
    with closing(open_database(settings.database_url)) as database:
        contributions.write_contributions(
            database, _workshop(database, workshop), form, path, topic=topic
        )


def export_table_reports(
    settings: Settings,
    form: str,
    *,
    workshop: str | None = None,
    table: int | None = None,
    reader: str | None = None,
) -> bytes:
    """What became of what one table said, or all of them, as far as a reader may know.

    Without one it is read as the secretariat reads it. At a lower priority than the server's.
    Raises what ``table_reports.write_report`` does.
    """
    os.nice(10)
    with closing(open_database(settings.database_url)) as database:
        wanted = table_reports.Wanted(_workshop(database, workshop), table, form)
        told = table_reports.reader_from_json(json.loads(reader)) if reader else None
        told = told or table_reports.secretariat_of(wanted.workshop)
        return table_reports.write_report(database, told, wanted)


def write_cards(settings: Settings, told: bytes) -> bytes:
    """Table cards as a file, for the server, which says what stands on each."""
    os.nice(10)
    with closing(open_database(settings.database_url)) as database:
        return table_cards.write_cards(database, table_cards.cards_from_json(told))


def export_workshop(
    settings: Settings, path: Path, *, workshop: str | None = None, exports: Path | None = None
) -> None:
    """Writes a whole workshop into one archive, with the documents that stand in ``exports``.

    At a lower priority than the server's. Raises ``workshop_unknown`` and ``file_unwritable``.
    """
    os.nice(10)
    with closing(open_database(settings.database_url)) as database:
        chosen = _workshop(database, workshop)
        whole_workshop.write_workshop(database, exports or settings.exports, chosen, path)


def build(
    settings: Settings,
    workshop: str,
    documents: Sequence[str],
    folder: Path,
    *,
    final: bool = False,
    address: str = "",
) -> None:
    """Writes the next editions of documents into a folder, for the server to keep.

    At a lower priority than the server's: whoever types at a table goes first.
    """
    os.nice(10)
    with closing(open_database(settings.database_url)) as database:
        building.build(database, workshop, documents, folder, final=final, address=address)


def make_certificate(settings: Settings, *, anew: bool = False) -> tuple[str, datetime]:
    """A certificate for the venue's address; the authority's fingerprint and when all of it ends.

    Raises ``certificate_not_needed`` where the address is not https.
    """
    from discussion.certificates import checking, making

    hosts = checking.hosts_of(settings)
    if not settings.url.startswith("https:"):
        raise DiscussionError("certificate_not_needed", url=settings.url)
    files, now = checking.venue_files(settings), _runtime(settings).now()
    authority = making.make_for_venue(files, hosts, now, anew=anew)
    return making.fingerprint(authority), authority.not_valid_after_utc


def _runtime(settings: Settings) -> Runtime:
    from discussion.app import make_runtime  # here, since builds do without the pages it imports

    return make_runtime(settings)


def _workshop(database: Database, workshop: str | None) -> str:
    with database.reading() as transaction:
        chosen = workshop or workshops.newest_workshop(transaction)
        if chosen is None or programme.find_workshop(transaction, chosen) is None:
            raise NotFound("workshop_unknown", workshop=workshop or "")
    return chosen


def _topic_id(database: Database, workshop: str, number: int | None) -> str | None:
    if number is None:
        return None
    with database.reading() as transaction:
        held = programme.find_workshop(transaction, workshop)
    for topic in held.programme.topics if held else ():
        if topic.number == number:
            return topic.id
    raise NotFound("topic_unknown", topic=number)
