"""Has variants written in a process of their own and keeps comparisons; it knows no tree.

Editions never change, so a comparison of two is made once and then only read.
"""

import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discussion.domain.people import Actor
from discussion.domain.publications import file_key
from discussion.errors import DiscussionError, NotFound
from discussion.services.publications.child import COMMAND, run_child
from discussion.services.publications.contributions import clear
from discussion.services.publications.editions import find_edition
from discussion.services.publications.variants import (
    COMPARISON,
    CONCORDANCE,
    Wanted,
    check_kept,
    check_wanted,
    has_tree,
)
from discussion.storage.database import Transaction
from discussion.storage.publications import KeptEdition

VARIANT_COMMAND = (*COMMAND, "variant")
VARIANT_SECONDS = 120
"""How long one may take; the largest redline we expect takes a small part of it."""

COMPARED_AS = "2"
"""Counted up when comparisons kept before should be made again."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pair:
    """An edition, and the one it is compared with, if it is."""

    kept: KeptEdition
    against: KeptEdition | None = None
    language: str = ""  # a further one they were issued in

    def symbol_of(self, variant: str, form: str) -> str:
        """``.../DECL/REV.2-CHANGES-SINCE-REV.1``, or ``...-CLEAN``: what its file is called by."""
        what = variant.upper()
        if self.against is not None:
            what = "NUMBERS" if form == CONCORDANCE else "CHANGES"
            what = f"{what}-SINCE-{self.against.edition.label}"
        told = (self.kept.edition.symbol, self.language.upper(), what)
        return "-".join(filter(None, told))

    def wanted(self, variant: str, form: str) -> Wanted:
        """The wish for one of its variants; raises what ``check_wanted`` does."""
        against = self.against.edition.id if self.against else None
        wished = Wanted(self.kept.edition.id, variant, form, against, self.language)
        check_wanted(wished, self.kept, self.against)
        return wished


def find_pair(
    transaction: Transaction,
    actor: Actor,
    edition: str,
    against: str | None = None,
    language: str = "",
) -> Pair:
    """The editions with those ids; raises ``NotFound`` for another workshop's, as for none.

    As for a ``language`` it was not issued in.
    """
    kept = find_edition(transaction, actor, edition)
    if language and language not in kept.languages:
        raise NotFound
    return Pair(kept, find_edition(transaction, actor, against) if against else None, language)


def in_common(pair: Pair) -> tuple[str, ...]:
    """The further languages in which both of two editions can be compared."""
    both = [pair.kept, pair.against or pair.kept]
    return tuple(
        language
        for language in pair.kept.languages
        if all(has_tree(each, file_key("working", language)) for each in both)
    )


def run_comparison(database_url: str, exports: Path, pair: Pair, request: str) -> dict[str, Any]:
    """What the page of a comparison shows: its text, its list of changes, what stands beside.

    Not to be called in the serving thread. Raises what ``run_variant`` does.
    """
    wanted = pair.wanted("redline", COMPARISON)
    named = (wanted.against or "", wanted.edition, wanted.language, COMPARED_AS)
    names = "-".join(filter(None, named))
    file = exports / pair.kept.edition.workshop / ".compared" / f"{names}.json"
    if not file.is_file():
        _check_trees(exports, pair)
        _run(database_url, exports, wanted, file, request)
    told: dict[str, Any] = json.loads(file.read_bytes())
    return told


def run_variant(
    database_url: str, exports: Path, pair: Pair, variant: str, form: str, request: str
) -> bytes:
    """The file that is wanted. Not to be called in the serving thread.

    Raises what ``check_wanted`` and ``check_kept`` do, and ``variant_failed`` with the request
    id under which the log tells why.
    """
    wanted = pair.wanted(variant, form)
    _check_trees(exports, pair)
    folder = exports / pair.kept.edition.workshop / ".variants" / request
    try:
        _run(database_url, exports, wanted, folder / "written", request)
        return (folder / "written").read_bytes()
    finally:
        clear(folder)


def _check_trees(exports: Path, pair: Pair) -> None:
    for each in filter(None, (pair.kept, pair.against)):
        check_kept(exports, each, file_key("working", pair.language))


def _run(database_url: str, exports: Path, wanted: Wanted, file: Path, request: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{request}.part")
    against = ["--against", wanted.against] if wanted.against else []
    against += ["--language", wanted.language] if wanted.language else []
    named = [str(exports), wanted.edition, wanted.variant, wanted.form]
    command = [*VARIANT_COMMAND, *named, *against, "-o", str(part)]
    reason = run_child(command, database_url, seconds=VARIANT_SECONDS)
    if reason is None and part.is_file():
        os.replace(part, file)
        return
    part.unlink(missing_ok=True)
    log.error("request %s: %s", request, reason or "no file was written")
    raise DiscussionError("variant_failed", status=500, request=request)
