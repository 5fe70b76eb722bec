"""A workshop's own house styles: brought, looked through, kept, left; must not know their insides.

What is brought is read in a process of its own with little memory and little time, and counts for
nothing until that process has said that every document can be written with it.
"""

import hashlib
import json
import logging
import posixpath
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from discussion.documents.house_styles import FINDINGS, FORMATS, Need, own_style
from discussion.documents.writers.package import house_style
from discussion.domain.people import Actor
from discussion.errors import DiscussionError, NotFound, Refused
from discussion.services.publications.child import COMMAND, run_child
from discussion.services.work import Runtime, allow
from discussion.storage import house_styles, people
from discussion.storage.database import Database, Transaction
from discussion.storage.house_styles import HouseStyleChoice

INSPECT_SECONDS = 20
"""How long looking through a file may take; ours takes a second."""

INSPECT_COMMAND = (*COMMAND, "inspect")
PROGRAMS = {"docx": "Word", "pptx": "PowerPoint"}
OWN = {"docx": "document.docx", "pptx": "slides.pptx"}
"""The house's own styles in ``templates/office``, by format."""

_TEMPLATES = {"docx": "dotx", "pptx": "potx"}
_UNFIT_FOR_NAMES = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\"<>|:*?]+")
_NAME_LIMIT = 120

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Looked:
    """What a file turned out to be."""

    needs: tuple[Need, ...]
    remarks: tuple[str, ...]
    specimen: bytes | None  # every style at work; None where something is missing

    @property
    def missing(self) -> tuple[Need, ...]:
        """What it would have to have."""
        return tuple(need for need in self.needs if not need.there)


def check_format(form: str) -> None:
    """Raises ``format_unknown``, naming what there is."""
    if form not in FORMATS:
        raise NotFound("format_unknown", document="house style", formats=", ".join(FORMATS))


def look_through(
    database_url: str, form: str, package: bytes, folder: Path, request: str
) -> Looked:
    """Has a child process look through a file; not to be called in the serving thread.

    Raises the refusal it comes to, and ``house_style_unreadable`` when it ended or was ended.
    """
    try:
        folder.mkdir(parents=True)
        (folder / f"style.{form}").write_bytes(package)
        command = [*INSPECT_COMMAND, form, str(folder)]
        reason = run_child(command, database_url, seconds=INSPECT_SECONDS)
        if reason is not None or not (folder / FINDINGS).is_file():
            log.warning(
                "request %s: a house style could not be looked through: %s", request, reason
            )
            raise Refused("house_style_unreadable")
        return _looked(folder, form)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def own_package(form: str) -> bytes:
    """The house's own style as a file to be changed: every style at work, every place shown."""
    check_format(form)
    return own_style(form)


def keep_style(
    database: Database,
    runtime: Runtime,
    actor: Actor,
    form: str,
    brought: tuple[str, bytes] | None,
    remarks: tuple[str, ...],
) -> None:
    """Puts a file that was looked through in force; None: the house's own again.

    To be called in the writing thread.
    """
    allow(actor, "set_house_style", actor.workshop)
    check_format(form)
    name, content = brought or ("", None)
    with database.writing() as transaction:
        choice = HouseStyleChoice(
            id=runtime.new_id(),
            format=form,
            number=house_styles.next_number(transaction, actor.workshop, form),
            name=_file_name(name, form) if brought else "",
            sha256=hashlib.sha256(content).hexdigest() if content is not None else None,
            findings=remarks,
            set_by=actor.person,
            set_at=runtime.now(),
            held=content is not None,
        )
        house_styles.add_choice(transaction, actor.workshop, choice, content)


def choices_by_format(
    transaction: Transaction, workshop: str
) -> tuple[dict[str, list[HouseStyleChoice]], dict[str, str]]:
    """Each format's changes, newest first, and the names of whoever made them, by person."""
    found = house_styles.choices(transaction, workshop)
    by_format = {form: [c for c in found if c.format == form] for form in FORMATS}
    return by_format, people.names(transaction, {c.set_by for c in found})


def names_in_force(transaction: Transaction, workshop: str) -> dict[str, str]:
    """By program, the name of the file whose style is followed; "" for the house's own."""
    by_format = choices_by_format(transaction, workshop)[0]
    return {PROGRAMS[form]: made[0].name if made else "" for form, made in by_format.items()}


def find_file(transaction: Transaction, actor: Actor, choice: str) -> tuple[str, bytes]:
    """A file as it was brought; raises ``NotFound`` for another workshop's, as for none."""
    allow(actor, "set_house_style", actor.workshop)
    found = house_styles.find_content(transaction, actor.workshop, choice)
    if found is None:
        raise NotFound
    return found


def styles_in_force(transaction: Transaction, workshop: str) -> dict[str, bytes]:
    """The house style of every format that has one: the workshop's, else the house's own."""
    own = {form: house_style(name).read_bytes() for form, name in OWN.items()}
    return own | house_styles.in_force(transaction, workshop)


def hashes_in_force(transaction: Transaction, workshop: str) -> dict[str, str]:
    """The SHA-256 of each house style in force, without reading what was brought."""
    by_format = choices_by_format(transaction, workshop)[0]
    brought = {form: made[0].sha256 for form, made in by_format.items() if made}
    return _own_hashes() | {form: digest for form, digest in brought.items() if digest}


def hashes(styles: Mapping[str, bytes], forms: tuple[str, ...]) -> dict[str, str]:
    """The SHA-256 of the house style behind each of these formats that has one."""
    return {form: hashlib.sha256(styles[form]).hexdigest() for form in forms if form in styles}


@cache
def _own_hashes() -> dict[str, str]:
    own = {form: house_style(name).read_bytes() for form, name in OWN.items()}
    return hashes(own, FORMATS)


def _looked(folder: Path, form: str) -> Looked:
    told: Mapping[str, Any] = json.loads((folder / FINDINGS).read_text())
    if "refused" in told:
        raise DiscussionError(told["refused"], status=422, **told["facts"])
    specimen = folder / f"specimen.{form}"
    return Looked(
        needs=tuple(Need(*need) for need in told["needs"]),
        remarks=tuple(told["remarks"]),
        specimen=specimen.read_bytes() if specimen.is_file() else None,
    )


def _file_name(name: str, form: str) -> str:
    """The name without a path or anything that would show as another one."""
    last = posixpath.basename(name.replace("\\", "/"))
    stem, dot, ending = _UNFIT_FOR_NAMES.sub(" ", last).strip().rpartition(".")
    if not dot or ending.lower() not in (form, _TEMPLATES[form]):
        stem, ending = f"{stem}{dot}{ending}", form
    return f"{stem[:_NAME_LIMIT] or 'house style'}.{ending.lower()}"
