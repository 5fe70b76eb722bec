"""Paragraphs made the way people make them, for tests of what comes after; not a test itself."""

from typing import Any

from discussion.domain.drafting.paragraphs import Paragraph
from discussion.live.positions import between
from discussion.storage import drafting
from tests.kit.house import Held


def add_paragraph(
    held: Held, words: str, *, topic: str | None = None, section: str | None = None, **facts: Any
) -> str:
    """A paragraph of the secretariat's, in a topic's section or a common one; its id."""
    made = held.runtime.new_id()
    whole = {
        "paragraph": made,
        "section": section or ("topic" if topic else "general"),
        "topic": topic,
        "level": 0,
        "position": between(None, None),
        "words": words,
        "points": [],
        "origin": "secretariat text",
        **dict.fromkeys(("slot", "basis", "made")),
        **facts,
    }
    held.act(held.actor("secretariat"), "add_paragraph", **whole)
    return made


def paragraphs(held: Held) -> dict[str, Paragraph]:
    """Every paragraph by its slot, or by its id where it has none."""
    with held.database.reading() as transaction:
        kept = drafting.paragraphs_of_workshop(transaction, held.id)
    return {paragraph.slot or paragraph.id: paragraph for paragraph in kept}


def typed(held: Held, paragraph: Paragraph, words: str, by: str = "secretariat") -> None:
    """Somebody writes at the end of a paragraph."""
    change = [len(paragraph.text), words] if paragraph.text else [words]
    facts = {"text": paragraph.id, "base": paragraph.version, "change": change}
    held.act(held.actor(by), "edit_text", **facts)


def restated(held: Held, point: str, words: str) -> None:
    """Somebody reopens a point, writes at its beginning and confirms it again."""
    staff = held.actor("secretariat")
    held.act(staff, "propose_point", point=point, version=0, state="confirmed")
    held.act(staff, "edit_text", text=point, base=0, change=[words])
    held.act(staff, "confirm_point", point=point, version=1, state="proposed")


def of_point(held: Held, point: str) -> Paragraph:
    """The paragraph made of a point."""
    return next(p for slot, p in paragraphs(held).items() if slot.startswith(f"{point}<"))
