"""Has editions built, keeps them, and hands out their files; must not know what they say.

Order matters: the files stand in their place, on the disk, before the database tells of them.
"""

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discussion.domain.people import Actor
from discussion.domain.publications import Edition
from discussion.errors import DiscussionError, NotFound, Refused
from discussion.services.publications.building import FINISHED, REFUSED
from discussion.services.publications.child import COMMAND, run_child
from discussion.services.work import Runtime, allow
from discussion.storage import outcome, programme, publications
from discussion.storage.database import Database, Transaction
from discussion.storage.publications import EditionFile, KeptEdition

BUILD_SECONDS = 180
"""How long a build may take; one of the largest workshops we expect takes a small part of it."""

BUILD_COMMAND = (*COMMAND, "build")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Building:
    """A build that is going on."""

    workshop: str
    documents: tuple[str, ...]
    files: int  # how many it will write
    folder: Path
    final: bool = False
    address: str = ""  # where the workshop's outcome is read

    @property
    def written(self) -> int:
        """How many files it has begun or finished so far."""
        return sum(1 for file in self.folder.glob("*/*") if file.suffix != ".json")


class Builds:
    """The builds of one installation at this moment, at most one of each workshop."""

    def __init__(self) -> None:
        self._running: dict[str, Building] = {}

    def of(self, workshop: str) -> Building | None:
        """The build of that workshop that is going on, or None."""
        return self._running.get(workshop)

    @contextmanager
    def one(self, building: Building) -> Iterator[None]:
        """Holds the workshop's place and an empty folder while the block runs.

        Raises ``build_running`` when somebody else's build is going on.
        """
        if building.workshop in self._running:
            raise Refused("build_running")
        self._running[building.workshop] = building
        try:
            _clear(building.folder.parent)
            building.folder.mkdir(parents=True)
            yield
        finally:
            try:
                _clear(building.folder.parent)
            finally:  # else a disk that is full or locked for a moment would block every build
                del self._running[building.workshop]


def building_folder(exports: Path, workshop: str, build: str) -> Path:
    """Where a workshop's editions are written before they are put in their place.

    Each ``build`` has its own: when the house was killed, its child may be writing still.
    """
    return exports / workshop / ".building" / build


def run_build(database_url: str, building: Building, request: str) -> None:
    """Builds in a child process and waits for it; to be called outside the serving thread.

    Raises the refusal of a final text, and ``build_failed`` with the request id under which the
    log tells why.
    """
    reason = run_child(
        [
            *BUILD_COMMAND,
            *(["--final"] if building.final else []),
            *([f"--address={building.address}"] if building.address else []),
            building.workshop,
            str(building.folder),
            *building.documents,
        ],
        database_url,
        seconds=BUILD_SECONDS,
    )
    if reason is None:
        check_built(building.folder)
    if reason is None and not (building.folder / FINISHED).is_file():
        reason = "the build said that it was done, but it was not"
    if reason is not None:
        log.error("request %s: %s", request, reason)
        raise DiscussionError("build_failed", status=500, request=request)


def check_built(folder: Path) -> None:
    """Raises the refusal of a final text, if that is what was written there instead of editions."""
    if (refused := folder / REFUSED).is_file():
        facts = json.loads(refused.read_bytes())
        raise Refused(facts.pop("code"), **facts)


def keep_editions(
    database: Database, runtime: Runtime, actor: Actor, exports: Path, building: Building
) -> tuple[KeptEdition, ...]:
    """Puts a finished build's files in their place and keeps its editions, all or none.

    To be called in the writing thread. Raises ``build_running`` when an edition of the same
    number has come in between.
    """
    allow(actor, "build_document", building.workshop)
    built = json.loads((building.folder / FINISHED).read_bytes())
    whole = (runtime, building.workshop, actor, built)
    kept = tuple(_kept(*whole, each) for each in built["editions"])
    with database.writing() as transaction:
        if programme.find_workshop(transaction, building.workshop) is None:
            raise NotFound("workshop_unknown", workshop=building.workshop)
        for each, told in zip(kept, built["editions"], strict=True):
            _keep(transaction, exports, building, each)
            outcome.add_places(transaction, each.edition.id, told["places"])
    return kept


def find_edition(transaction: Transaction, actor: Actor, edition: str) -> KeptEdition:
    """The edition with that id; raises ``NotFound`` for another workshop's, as for none."""
    found = publications.find_edition(transaction, edition)
    if found is None:
        raise NotFound
    allow(actor, "see_publications", found.edition.workshop)
    return found


def read_file(exports: Path, kept: KeptEdition, form: str) -> tuple[EditionFile, bytes]:
    """An edition's file in a format, exactly as it was built.

    Raises ``format_unknown``, naming what there is, and ``edition_changed`` when the file is
    gone or its bytes are not those that were hashed.
    """
    file = kept.file(form)
    if file is None:
        formats = ", ".join(each.format for each in kept.files)
        raise NotFound("format_unknown", document=kept.edition.document, formats=formats)
    try:
        content = (place_of(exports, kept.edition) / file.name).read_bytes()
    except OSError as failure:
        log.error("%s cannot be read: %s", file.name, failure)
        raise Refused("edition_changed", name=file.name) from None
    if hashlib.sha256(content).hexdigest() != file.sha256:
        log.error("%s is not the file that was built: its SHA-256 differs", file.name)
        raise Refused("edition_changed", name=file.name)
    return file, content


def remove_files(exports: Path, workshop: str) -> None:
    """Removes every file of a workshop that has been deleted; none at all is fine too."""
    folder = exports / workshop
    if folder.resolve().parent == exports.resolve():  # never the whole of exports
        _clear(folder)


def _kept(
    runtime: Runtime, workshop: str, actor: Actor, built: Mapping[str, Any], each: Mapping[str, Any]
) -> KeptEdition:
    files = tuple(
        EditionFile(form, file["name"], file["size"], file["sha256"])
        for form, file in each["files"].items()
    )
    edition = Edition(
        id=runtime.new_id(),
        workshop=workshop,
        document=each["document"],
        symbol=each["symbol"],
        label=each["label"],
        number=each["number"],
        built_at=runtime.now(),
        sha256={file.format: file.sha256 for file in files},
        sequence=built["sequence"],
        head=built["head"],
        manifest=each["manifest"],
        built_by=actor.person,
    )
    return KeptEdition(edition, files, actor.name)


def _keep(transaction: Transaction, exports: Path, building: Building, kept: KeptEdition) -> None:
    edition = kept.edition
    next_number = publications.next_number(transaction, edition.workshop, edition.document)
    if edition.number != next_number:
        raise Refused("build_running")
    publications.add_edition(transaction, kept)
    place = place_of(exports, edition)
    _clear(place)  # what a crash between the move and the commit left: no edition tells of it
    place.parent.mkdir(parents=True, exist_ok=True)
    (building.folder / edition.document).rename(place)
    _sync(place, place.parent)


def place_of(exports: Path, edition: Edition) -> Path:
    """Where an edition's files stand."""
    return exports / edition.workshop / edition.document / edition.label


def _sync(*folders: Path) -> None:
    """Has the disk keep the folders' names for what was moved into them."""
    for folder in folders:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clear(folder: Path) -> None:
    """Removes a folder; of a link that leads elsewhere, the link alone."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
