"""Who may send which command about what, and who may listen: every pair, said once more here.

The table is written out, not read from the code: a permission given by mistake fails.
"""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest

from discussion.domain.people import Actor
from discussion.errors import DiscussionError
from discussion.live.commands import COMMANDS, parse_command
from discussion.services import channels
from discussion.services.commands import USE_CASES
from discussion.services.pad import Pad
from discussion.services.recent import Recent
from discussion.services.work import Work
from discussion.storage.database import Transaction
from tests.kit.house import Held
from tests.services.places import Nowhere, Place, facts

TABLE = {"rapporteur"}
STAFF = {"secretariat", "moderator", "bound"}
SECRETARIAT = {"secretariat"}
EVERYBODY = {"rapporteur", "second", *STAFF, "chair", "room", "bound room"}

MAY = {
    **dict.fromkeys(
        [
            "add_note",
            "edit_text",
            "submit_note",
            "set_note_kind",
            "set_note_subtopic",
            "set_note_countries",
            "move_note",
        ],
        TABLE | STAFF,
    ),
    "set_note_agreement": TABLE | SECRETARIAT,
    **dict.fromkeys(["withdraw_note", "restore_note", "answer_question", "read_back_sheet"], TABLE),
    **dict.fromkeys(
        [
            "lock_sheet",
            "reopen_sheet",
            "accept_note",
            "return_note",
            "park_note",
            "rule_out_note",
            "reconsider_note",
            "add_point",
            "add_source",
            "add_sources",
            "remove_source",
            "move_sources",
            "split_point",
            "merge_point",
            "separate_point",
            "remove_point",
            "restore_point",
            "set_point_kind",
            "set_point_subtopic",
            "move_point",
            "confirm_point",
            "propose_point",
            "note_only_point",
            "park_point",
            "undo_decision",
            "open_marks",
            "widen_marks",
            "close_marks",
            "show_marks",
            "hide_marks",
            "show_on_room_screen",
            "add_paragraph",
            "place_paragraph",
            "remove_paragraph",
            "restore_paragraph",
            "settle_paragraph",
            "begin_passage",
            "settle_passage",
            "add_translation",
            "settle_translation",
            "remove_translation",
            "restore_translation",
            "start_discussion",
            "extend_discussion",
            "close_discussion",
        ],
        STAFF,
    ),
    **dict.fromkeys(["add_table", "rename_table", "remove_table", "reissue_card"], SECRETARIAT),
    "set_outcome_readers": SECRETARIAT,
    "set_participants": SECRETARIAT,
    "set_attribution": SECRETARIAT,
    "set_drafting": SECRETARIAT,
    "set_issued_languages": SECRETARIAT,
    "circulate_edition": SECRETARIAT,
    "edit_text of a point": STAFF,
    "edit_text of a paragraph": STAFF,
    "edit_text of a passage": STAFF,
    "edit_text of a translation": STAFF,
}
"""Who of table 1's rapporteur and the others may do what on table 1's sheets and topic 1."""

LISTEN = {
    "workshop": EVERYBODY,
    "sheet": TABLE | STAFF,
    "board": STAFF | {"chair"},
    "points": STAFF | {"chair"},
    "room": STAFF | {"chair", "room", "bound room"},
    "watch": STAFF | {"chair"},
    "drafting": STAFF | {"chair"},
    "translations": STAFF | {"chair"},
}
TOPIC_BOUND = {"bound", "bound room"}


@pytest.fixture
def crowd(workshop: Held) -> dict[str, Actor]:
    """One person of every sort."""
    topic = workshop.topics[0].id
    workshop.people["bound"] = workshop.somebody("moderator", topic=topic)
    workshop.people["bound room"] = workshop.somebody("room", topic=topic)
    return {name: signed_in.actor for name, signed_in in workshop.people.items()}


@pytest.fixture
def undone(workshop: Held) -> Iterator[Transaction]:
    """A transaction of which nothing stays."""
    with workshop.database.writes.connect() as connection:
        yield connection
        connection.rollback()


def asks(held: Held, transaction: Transaction, actor: Actor, kind: str, place: Any) -> Any:
    """The refusal's code and facts when who asks may not; None when nothing but rules decide."""
    message = held.command(kind.partition(" ")[0], **facts(kind, place))
    command = parse_command(message)
    pad = Pad(transaction, held.clock.now, 0, Recent())
    work = Work(transaction, held.runtime, held.id, held.clock.now, 1_000, pad)
    tried = transaction.begin_nested()
    try:
        USE_CASES[command.kind](work, actor, command.facts)
    except DiscussionError as refusal:
        return (refusal.code, dict(refusal.facts)) if refusal.status == 404 else None
    finally:
        tried.rollback()
    return None


def test_every_command_and_channel_has_its_line_in_the_table():
    assert {kind.partition(" ")[0] for kind in MAY} == set(COMMANDS)
    joining = ast.parse(textwrap.dedent(inspect.getsource(channels.may_join)))
    cases = [n.value for n in ast.walk(joining) if isinstance(n, ast.MatchValue)]
    assert {c.value for c in cases if isinstance(c, ast.Constant)} == set(LISTEN)


def test_each_command_is_open_to_exactly_those_in_the_table(
    workshop: Held, crowd: dict[str, Actor], undone: Transaction
):
    place = Place(workshop)
    for kind, allowed in MAY.items():
        got = {w for w, who in crowd.items() if not asks(workshop, undone, who, kind, place)}
        assert got == allowed, kind


def test_who_is_bound_to_a_topic_does_nothing_on_another(
    workshop: Held, crowd: dict[str, Actor], undone: Transaction
):
    place = Place(workshop, topic=2)
    for kind, allowed in MAY.items():
        got = {w for w, who in crowd.items() if not asks(workshop, undone, who, kind, place)}
        assert got == allowed - TOPIC_BOUND, kind


def test_nobody_does_anything_in_another_workshop(
    workshop: Held, crowd: dict[str, Actor], undone: Transaction, another_workshop: Any
):
    undone.rollback()
    elsewhere = Place(another_workshop())
    here = {"add_table", "set_outcome_readers", "set_drafting"}  # name nothing elsewhere
    here |= {"set_participants", "begin_passage", "set_issued_languages"}
    for kind in set(MAY) - here:
        got = {w for w, who in crowd.items() if not asks(workshop, undone, who, kind, elsewhere)}
        assert got == set(), kind


def test_unknown_and_forbidden_answer_alike(
    workshop: Held, crowd: dict[str, Actor], undone: Transaction
):
    place = Place(workshop)
    for kind, allowed in MAY.items():
        for name in set(crowd) - allowed:
            forbidden = asks(workshop, undone, crowd[name], kind, place)
            unknown = asks(workshop, undone, crowd[name], kind, Nowhere)
            assert forbidden == unknown, f"{name} can find out by {kind} what there is"


@pytest.mark.parametrize("kind", LISTEN)
def test_each_channel_is_open_to_exactly_those_in_the_table(
    workshop: Held, crowd: dict[str, Actor], another_workshop: Any, kind: str
):
    here, there = Place(workshop), Place(workshop, topic=2)
    elsewhere = Place(another_workshop())
    whole = kind in ("workshop", "drafting", "translations")
    subject = "workshop" if whole else {"sheet": "sheet"}.get(kind, "topic")
    elsewhere_allowed: set[str] = set()
    for place, allowed in (
        (here, LISTEN[kind]),
        (there, LISTEN[kind] - (set() if whole else TOPIC_BOUND)),
        (elsewhere, elsewhere_allowed),
        (Nowhere, elsewhere_allowed),
    ):
        channel = f"{kind}:{getattr(place, subject)}"
        assert {w for w, who in crowd.items() if joins(workshop, who, channel)} == allowed, channel


def test_the_watch_of_all_topics_is_for_those_who_are_bound_to_none(
    workshop: Held, crowd: dict[str, Actor], another_workshop: Any
):
    unbound = LISTEN["watch"] - TOPIC_BOUND
    for place, allowed in ((workshop.id, unbound), (another_workshop().id, set[str]())):
        assert {w for w, who in crowd.items() if joins(workshop, who, f"watch:{place}")} == allowed


def test_there_are_no_other_channels(workshop: Held, crowd: dict[str, Actor]):
    for channel in ("presence:x", "sheet", "", ":", f"Sheet:{workshop.sheet()}", "log:1"):
        assert not any(joins(workshop, who, channel) for who in crowd.values())


def test_changes_of_a_text_are_read_by_those_who_see_the_text(
    workshop: Held, crowd: dict[str, Actor], another_workshop: Any
):
    here, elsewhere = Place(workshop), Place(another_workshop())
    for text, allowed in (
        (here.note, LISTEN["sheet"]),
        (here.point, LISTEN["points"]),
        (here.paragraph, LISTEN["drafting"]),
        (here.passage, LISTEN["drafting"]),
        (here.translation, LISTEN["translations"]),
        (elsewhere.translation, set()),
        (elsewhere.paragraph, set()),
        (elsewhere.passage, set()),
        (elsewhere.note, set()),
        (elsewhere.point, set()),
        ("nothingatall", set()),
    ):
        assert {w for w, who in crowd.items() if reads(workshop, who, text)} == allowed


def joins(held: Held, actor: Actor, channel: str) -> bool:
    """Whether the channel lets somebody in."""
    with held.database.reading() as transaction:
        try:
            channels.may_join(transaction, actor, channel)
        except DiscussionError as refusal:
            assert refusal.code == "not_found"
            return False
    return True


def reads(held: Held, actor: Actor, wanted: str) -> bool:
    """Whether somebody gets a text's changes."""
    with held.database.reading() as transaction:
        try:
            channels.text_changes(transaction, actor, wanted, 0)
        except DiscussionError as refusal:
            assert refusal.code == "not_found"
            return False
    return True
