"""The paragraphs of a declaration as they are kept: where each stands and what it came from.

It must not know who may change them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from discussion.domain.drafting.openers import Part
from discussion.domain.moves import LifeCycle, move

SECTIONS: dict[str, str] = {
    "preamble": "Preamble",
    "general": "General",
    "topic": "",  # one for each topic, under its title
    "follow_up": "Partnership and follow-up",
    "thanks": "Thanks",
}
"""The sections of a declaration, in their order, with their headings."""

DEEPEST = 2  # (a) is 1, (i) is 2

PARAGRAPH = LifeCycle(
    subject="paragraph",
    start="draft",
    moves={
        "remove": move("draft", to="removed"),
        "restore": move("removed", to="draft"),
    },
)

Origin = Literal["notes", "programme", "secretariat text"]
ORIGINS: tuple[Origin, ...] = get_args(Origin)


@dataclass(frozen=True)
class Made:
    """What a paragraph was last made from, and the words that were made of it.

    ``basis`` tells whether what it was made from is still the same: two equal ones are.
    """

    basis: str
    words: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph or sub-paragraph, in the words it has now."""

    id: str
    section: str  # a key of SECTIONS
    topic: str | None  # of a topic's section
    level: int  # 0, or 1 and 2 for sub-paragraphs of what stands above
    position: str  # in its section
    text: str
    version: int
    language: str
    points: tuple[str, ...] = ()  # ids of the points it rests on
    origin: Origin = "secretariat text"
    slot: str | None = None  # what in the workshop calls for it; None: somebody wrote it
    made: Made | None = None
    status: str = PARAGRAPH.start

    @property
    def part(self) -> Part:
        """Preamble or operative part."""
        return part_of(self.section)


def part_of(section: str) -> Part:
    """The part of the declaration a section belongs to."""
    return "preamble" if section == "preamble" else "operative"


def in_order(paragraphs: Iterable[Paragraph], topics: Iterable[str]) -> tuple[Paragraph, ...]:
    """The paragraphs that stand, as they follow each other; ``topics``: ids, in their order."""
    sections, numbers = list(SECTIONS), {topic: n for n, topic in enumerate(topics)}
    standing = (p for p in paragraphs if p.status != "removed")
    return tuple(
        sorted(
            standing,
            key=lambda p: (
                sections.index(p.section),
                numbers.get(p.topic or "", len(numbers)),
                p.position.encode(),
                p.id,
            ),
        )
    )
