"""Points: what a topic arrives at, and how strong it stands; counting is no consensus."""

import re
from dataclasses import dataclass

from discussion.domain.moves import LifeCycle, move

POINT = LifeCycle(
    subject="point",
    start="proposed",
    moves={
        "confirm": move("proposed", "noted_only", "parked", to="confirmed"),
        "propose": move("confirmed", "noted_only", "parked", to="proposed"),
        "draft": move("confirmed", to="drafted"),
        "note_only": move("proposed", "confirmed", "parked", to="noted_only"),
        "park": move("proposed", "confirmed", "noted_only", to="parked"),
        "merge": move("proposed", "confirmed", "noted_only", "parked", to="merged"),
        "separate": move("merged", to="proposed"),
        "remove": move("proposed", "noted_only", "parked", to="removed"),
        "restore": move("removed", to="proposed"),
    },
)

STATUS_WORDS: dict[str, str] = {
    "proposed": "proposed",
    "confirmed": "confirmed",
    "drafted": "drafted",
    "noted_only": "noted only",
    "parked": "parked",
    "merged": "merged into another",
    "removed": "removed",
}

GONE = frozenset({"merged", "removed"})
"""States of points that stand nowhere any more and rest on nothing; both can be brought back.

What a merged point rested on stands under the one it was merged into.
"""

IN_OUTPUTS = frozenset({"confirmed", "drafted"})
"""States of points that reach findings, slides and the declaration.

Points parked or noted only appear in the proceedings' section for them and nowhere else.
"""

WORDS_STAND = IN_OUTPUTS
"""States in which nobody types in a point: its words are on the room screen and in documents."""


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
    merged_into: str | None = None  # the point that took its sources
    settled: int = 0  # number of the event that led to its state


ROOM_VIEWS: dict[str, str] = {
    "points": "All confirmed points, by subtopic",
    "subtopic": "One subtopic",
    "point": "One point, large",
    "silent": "Shared points, and the tables not yet heard on them",
    "topic": "The topic, its subtopics and the clock",
    "marks": "The marks given to points",
    "title": "Nothing but the title",
}
"""What the room screen of a topic can show, in the words of the board; the first unless chosen."""

PAGES_LIMIT = 200  # pages of the room screen that can be called by their number


@dataclass(frozen=True)
class Shown:
    """What a moderator has the room screen of a topic show."""

    view: str = "points"
    subject: str | None = None  # id of the subtopic or point, for a view of one
    page: int | None = None  # from 1; None while pages turn by themselves
    names: bool = False  # whether tables that have said nothing on a point are named
    number: int = 0  # of the event that chose it


DEEDS: dict[str, str] = {
    "submit_note": "submitted it",
    "accept_note": "accepted it",
    "return_note": "returned it with a question",
    "park_note": "parked it",
    "rule_out_note": "ruled it out of scope",
    "reconsider_note": "put it back into the queue",
    "answer_question": "answered the question",
    "withdraw_note": "withdrew it",
    "restore_note": "put it forward again",
    "edit_text": "changed the words",
    "add_point": "made a point of it",
    "add_source": "added a source",
    "add_sources": "added sources",
    "remove_source": "took a source out",
    "move_sources": "moved sources",
    "split_point": "split it",
    "merge_point": "merged it",
    "separate_point": "separated it again",
    "remove_point": "removed it",
    "restore_point": "brought it back",
    "confirm_point": "confirmed it",
    "propose_point": "opened it again",
    "note_only_point": "set it aside, noted only",
    "park_point": "parked it",
    "set_point_kind": "changed its kind",
    "set_point_subtopic": "changed its subtopic",
    "move_point": "moved it",
    "undo_decision": "took a decision back",
}
"""What somebody did to a note or a point, by kind of event, as its history tells it."""


def deed_on(kind: str, of: str) -> str:
    """What somebody did, in words that name what it was done to: a note or a point.

    Empty for a kind of event that is no deed.
    """
    if kind == "add_point" and of == "point":
        return "made the point"
    owner = {"it": f"the {of}", "its": f"the {of}’s"}
    return re.sub(r"\bits?\b", lambda found: owner[found[0]], DEEDS.get(kind, ""))


def objects(point_kind: str, note_kind: str) -> bool:
    """Whether a note among a point's sources speaks against it: a dissent, unless that is said."""
    return note_kind == "dissent" and point_kind != "dissent"


STRENGTHS: dict[str, str] = {
    "none": "no table",
    "one": "one table",
    "two": "two tables",
    "all": "all tables",
    "most": "most tables",
    "many": "many tables",
    "several": "several tables",
}
"""How many tables raised a point, in words for the proceedings."""


def strength_of(raising: int, discussing: int) -> str:
    """How many tables raised a point, as a key of ``STRENGTHS``.

    ``discussing`` counts the tables with a submitted note on the topic. The first rule that
    fits holds: none, one table, two tables, all, most (more than half), many (a quarter or
    more), several.
    """
    if raising <= 0:
        return "none"
    if raising <= 2:
        return ("one", "two")[raising - 1]
    if raising >= discussing:
        return "all"
    if raising * 2 > discussing:
        return "most"
    return "many" if raising * 4 >= discussing else "several"
