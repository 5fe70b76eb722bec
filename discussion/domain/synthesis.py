"""Points: what a topic arrives at, and how strong it stands; counting is no consensus."""

from dataclasses import dataclass

from discussion.domain.moves import LifeCycle, move

STATEMENT_LIMIT = 2_400  # code points

POINT = LifeCycle(
    subject="point",
    start="proposed",
    moves={
        "confirm": move("proposed", "noted_only", "parked", to="confirmed"),
        "propose": move("confirmed", "noted_only", "parked", to="proposed"),
        "draft": move("confirmed", to="drafted"),
        "note_only": move("proposed", "confirmed", "parked", to="noted_only"),
        "park": move("proposed", "confirmed", "noted_only", to="parked"),
    },
)

STATUS_WORDS: dict[str, str] = {
    "proposed": "proposed",
    "confirmed": "confirmed",
    "drafted": "drafted",
    "noted_only": "noted only",
    "parked": "parked",
}

IN_OUTPUTS = frozenset({"confirmed", "drafted"})
"""States of points that reach findings, slides and the declaration.

Points parked or noted only appear in the proceedings' section for them and nowhere else.
"""


@dataclass(frozen=True)
class Point:
    """A statement a topic arrives at, with the contributions it is based on."""

    id: str
    topic: str
    subtopic: str | None
    kind: str
    statement: str
    version: int
    status: str
    position: str
    sources: tuple[str, ...]  # contribution ids, in the order they were added
    language: str


def strength_word(raising: int, discussing: int) -> str:
    """How many tables raised a point, in a word for the proceedings.

    ``discussing`` counts the tables with a submitted note on the topic. The first rule that
    fits holds: none, one table, two tables, all, most (more than half), many (a quarter or
    more), several.
    """
    if raising <= 0:
        return "no table"
    if raising == 1:
        return "one table"
    if raising == 2:
        return "two tables"
    if raising >= discussing:
        return "all tables"
    if raising * 2 > discussing:
        return "most tables"
    if raising * 4 >= discussing:
        return "many tables"
    return "several tables"
