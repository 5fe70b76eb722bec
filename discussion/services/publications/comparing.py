"""Has variants written in a process of their own and keeps comparisons; it knows no tree.

Editions never change, so a comparison of two is made once and then only read.
"""

import json
import logging
import os
from pathlib import Path
from typing import Any

from discussion.errors import DiscussionError
from discussion.services.publications.child import COMMAND, run_child
from discussion.services.publications.contributions import clear
from discussion.services.publications.variants import (
    COMPARISON,
    Wanted,
    check_kept,
    check_wanted,
)
from discussion.storage.publications import KeptEdition

VARIANT_COMMAND = (*COMMAND, "variant")
VARIANT_SECONDS = 120
"""How long one may take; the largest redline we expect takes a small part of it."""

COMPARED_AS = "1"
"""Counted up when comparisons kept before should be made again."""

log = logging.getLogger(__name__)


def run_comparison(
    database_url: str, exports: Path, kept: KeptEdition, against: KeptEdition, request: str
) -> dict[str, Any]:
    """What the page of a comparison shows: its text, its list of changes, what stands beside.

    Not to be called in the serving thread. Raises what ``run_variant`` does.
    """
    wanted = Wanted(kept.edition.id, "redline", COMPARISON, against.edition.id)
    check_wanted(wanted, kept, against)
    names = "-".join((against.edition.id, kept.edition.id, COMPARED_AS))
    file = exports / kept.edition.workshop / ".compared" / f"{names}.json"
    if not file.is_file():
        _run(database_url, exports, wanted, file, request)
    told: dict[str, Any] = json.loads(file.read_bytes())
    return told


def run_variant(
    database_url: str,
    exports: Path,
    wanted: Wanted,
    kept: KeptEdition,
    against: KeptEdition | None,
    request: str,
) -> bytes:
    """The file that is wanted. Not to be called in the serving thread.

    Raises what ``check_wanted`` and ``check_kept`` do, and ``variant_failed`` with the request
    id under which the log tells why.
    """
    check_wanted(wanted, kept, against)
    for each in filter(None, (kept, against)):
        check_kept(exports, each)
    folder = exports / kept.edition.workshop / ".variants" / request
    try:
        _run(database_url, exports, wanted, folder / "written", request)
        return (folder / "written").read_bytes()
    finally:
        clear(folder)


def _run(database_url: str, exports: Path, wanted: Wanted, file: Path, request: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{request}.part")
    against = ["--against", wanted.against] if wanted.against else []
    named = [str(exports), wanted.edition, wanted.variant, wanted.form]
    command = [*VARIANT_COMMAND, *named, *against, "-o", str(part)]
    reason = run_child(command, database_url, seconds=VARIANT_SECONDS)
    if reason is None and part.is_file():
        os.replace(part, file)
        return
    part.unlink(missing_ok=True)
    log.error("request %s: %s", request, reason or "no file was written")
    raise DiscussionError("variant_failed", status=500, request=request)
