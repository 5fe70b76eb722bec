"""House styles that a secretariat brings: opened with mistrust, looked through, tried out.

To be called in a process of its own with little memory and little time, for a file that somebody
made to do harm.
"""

import json
from pathlib import Path

from discussion.documents.house_styles.found import Found, Need
from discussion.documents.house_styles.opened import Refusal, opened
from discussion.documents.house_styles.slides import look_through_slides, slide_specimen
from discussion.documents.house_styles.words import (
    look_through_words,
    word_specimen,
    words_at_work,
)
from discussion.documents.writers.odt import write_odt
from discussion.documents.writers.package import HouseStyleIncomplete
from discussion.documents.writers.pdf import write_pdf
from discussion.errors import DiscussionError

__all__ = ["FINDINGS", "FORMATS", "Found", "Need", "inspect", "own_style", "specimen"]

FORMATS = ("docx", "pptx")
FINDINGS = "findings.json"


def own_style(form: str) -> bytes:
    """The house's own style with every style in use, and the places that a letterhead may have."""
    return specimen(form, None, places=True)


def specimen(form: str, style: bytes | None, *, places: bool = False) -> bytes:
    """A file in which every style is in use; ``places``: with the places themselves, unfilled."""
    return (word_specimen if form == "docx" else slide_specimen)(style, places=places)


def inspect(form: str, folder: Path) -> None:
    """Looks through ``folder/style.<form>`` and tries it out as ``folder/specimen.<form>``.

    ``FINDINGS``, written last, says what was found or why the file is refused.
    """
    package = (folder / f"style.{form}").read_bytes()
    told: dict[str, object] = {}
    try:
        held = opened(package, form)
        look = look_through_words if form == "docx" else look_through_slides
        found = look(package, held)
        told = {
            "needs": [(need.name, need.kind, need.use, need.there) for need in found.needs],
            "remarks": found.remarks,
        }
        if found.complete:
            (folder / f"specimen.{form}").write_bytes(_tried_out(form, package))
    except Refusal as refusal:
        told = {"refused": refusal.code, "facts": refusal.facts}
    except DiscussionError as refusal:
        told = {"refused": refusal.code, "facts": dict(refusal.facts)}
    (folder / FINDINGS).write_text(json.dumps(told, ensure_ascii=False))


def _tried_out(form: str, package: bytes) -> bytes:
    """The specimen, once every format that follows the style has been written with it.

    What a file that nobody has seen yet makes a writer stumble over cannot be foreseen.
    """
    try:
        if form == "docx":
            write_odt(words_at_work(), package)
            _print(package)
        return specimen(form, package)
    except (DiscussionError, Refusal):
        raise
    except Exception as failure:
        part = f"{type(failure).__name__} {failure}"[:80]
        raise Refusal("house_style_damaged", part=part) from failure


def _print(package: bytes) -> None:
    """In PDF, whose maker is not ours: a page of one millimetre stops it, in every build to come.

    A picture that would take all memory there is ends this process, which is what it is for.
    """
    try:
        write_pdf(words_at_work(), package)
    except HouseStyleIncomplete as failure:
        raise Refusal("house_style_unprintable") from failure
