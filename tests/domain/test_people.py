"""Who may do what, role by role and place by place, written down a second time and compared."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from discussion.domain.people import PERMISSIONS, ROLES, Actor, Subject, may

# all: everywhere in the own workshop; topic: not on another topic; table: only at the own table
GRID = """
                    secretariat  moderator  rapporteur  chair  room
add_note            all          topic      table       -      -
edit_note           all          topic      table       -      -
submit_note         all          topic      table       -      -
set_note_kind       all          topic      table       -      -
set_note_subtopic   all          topic      table       -      -
set_note_countries  all          topic      table       -      -
set_note_agreement  all          -          table       -      -
move_note           all          topic      table       -      -
withdraw_note       -            -          table       -      -
restore_note        -            -          table       -      -
answer_question     -            -          table       -      -
read_back_sheet     -            -          table       -      -
take_in_copy        all          -          -           -      -
lock_sheet          all          topic      -           -      -
reopen_sheet        all          topic      -           -      -
nudge_table         all          topic      -           -      -
accept_note         all          topic      -           -      -
return_note         all          topic      -           -      -
park_note           all          topic      -           -      -
rule_out_note       all          topic      -           -      -
reconsider_note     all          topic      -           -      -
add_point           all          topic      -           -      -
edit_point          all          topic      -           -      -
add_source          all          topic      -           -      -
add_sources         all          topic      -           -      -
remove_source       all          topic      -           -      -
move_sources        all          topic      -           -      -
split_point         all          topic      -           -      -
merge_point         all          topic      -           -      -
separate_point      all          topic      -           -      -
remove_point        all          topic      -           -      -
restore_point       all          topic      -           -      -
set_point_kind      all          topic      -           -      -
set_point_subtopic  all          topic      -           -      -
move_point          all          topic      -           -      -
confirm_point       all          topic      -           -      -
propose_point       all          topic      -           -      -
note_only_point     all          topic      -           -      -
park_point          all          topic      -           -      -
undo_decision       all          topic      -           -      -
open_marks          all          topic      -           -      -
widen_marks         all          topic      -           -      -
close_marks         all          topic      -           -      -
show_marks          all          topic      -           -      -
hide_marks          all          topic      -           -      -
show_on_room_screen  all         topic      -           -      -
add_paragraph       all          topic      -           -      -
edit_paragraph      all          topic      -           -      -
place_paragraph     all          topic      -           -      -
remove_paragraph    all          topic      -           -      -
restore_paragraph   all          topic      -           -      -
settle_paragraph    all          topic      -           -      -
begin_passage       all          topic      -           -      -
edit_passage        all          topic      -           -      -
settle_passage      all          topic      -           -      -
draft_common        all          -          -           -      -
set_drafting        all          -          -           -      -
rebuild_paragraphs  all          -          -           -      -
add_translation     all          topic      -           -      -
edit_translation    all          topic      -           -      -
settle_translation  all          topic      -           -      -
remove_translation  all          topic      -           -      -
restore_translation all          topic      -           -      -
set_issued_languages all         -          -           -      -
add_table           all          -          -           -      -
rename_table        all          -          -           -      -
remove_table        all          -          -           -      -
reissue_card        all          -          -           -      -
set_participants    all          -          -           -      -
start_discussion    all          topic      -           -      -
extend_discussion   all          topic      -           -      -
close_discussion    all          topic      -           -      -
see_home            all          topic      all         all    topic
see_sheet           all          topic      table       -      -
see_board           all          topic      -           all    -
see_watch           all          topic      -           all    -
see_topic_history   all          topic      -           -      -
see_room_screen     all          topic      -           all    topic
see_programme       all          topic      all         all    topic
see_setup           all          -          -           -      -
see_cards           all          -          -           -      -
see_participants    all          -          -           -      -
see_drafting        all          topic      -           all    -
see_translations    all          topic      -           all    -
see_publications    all          topic      -           all    -
see_outcome         all          topic      all         all    topic
see_table_outcome   all          topic      table       all    -
set_outcome_readers all          -          -           -      -
set_attribution     all          -          -           -      -
make_link           all          -          -           -      -
revoke_link         all          -          -           -      -
build_document      all          -          -           -      -
set_house_style     all          -          -           -      -
circulate_edition   all          -          -           -      -
export_contributions  all        -          -           -      -
export_workshop     all          -          -           -      -
export_topic        all          topic      -           -      -
make_workshop       all          -          -           -      -
delete_workshop     all          -          -           -      -
"""

PLACES = {
    "own table, own topic": Subject("w1", table="table 1", topic="topic 1"),
    "own table, other topic": Subject("w1", table="table 1", topic="topic 2"),
    "other table, own topic": Subject("w1", table="table 2", topic="topic 1"),
    "other table, other topic": Subject("w1", table="table 2", topic="topic 2"),
    "no table, own topic": Subject("w1", topic="topic 1"),
    "no table, other topic": Subject("w1", topic="topic 2"),
    "the workshop": Subject("w1"),
    "other workshop": Subject("w2"),
    "other workshop, same table and topic": Subject("w2", table="table 1", topic="topic 1"),
}

REACH = {
    "-": set(),
    "all": {place for place in PLACES if "other workshop" not in place},
    "topic": {p for p in PLACES if "other topic" not in p and "other workshop" not in p},
    "table": {p for p in PLACES if p.startswith("own table")},
}

ACTORS = {
    "secretariat": Actor("s", "p", "Secretariat", "secretariat", "w1"),
    "moderator": Actor("s", "p", "Moderator", "moderator", "w1", topic="topic 1"),
    "rapporteur": Actor("s", "p", "Rapporteur", "rapporteur", "w1", table="table 1"),
    "chair": Actor("s", "p", "Chair", "chair", "w1"),
    "room": Actor("s", "p", "Room screen", "room", "w1", topic="topic 1"),
}


def test_every_role_may_do_every_action_where_the_grid_says_and_nowhere_else() -> None:
    assert surprises(may) == []


def test_the_grid_names_every_action_and_every_role() -> None:
    assert {action for action, _ in as_written()} == set(PERMISSIONS)
    assert {role for _, role in as_written()} == set(ROLES) == set(ACTORS)


def test_the_grid_notices_a_rapporteur_who_reaches_another_table() -> None:
    def careless(actor: Actor | None, action: str, subject: Subject) -> bool:
        return may(actor, action, replace(subject, table="table 1"))

    assert "rapporteur, add_note, other table, own topic: True" in surprises(careless)


def test_the_grid_notices_somebody_who_reaches_another_workshop() -> None:
    def careless(actor: Actor | None, action: str, subject: Subject) -> bool:
        return may(actor, action, replace(subject, workshop="w1"))

    assert "secretariat, delete_workshop, other workshop: True" in surprises(careless)


@pytest.mark.parametrize("action", ["see_home", "add_note", "make_workshop"])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_somebody_signed_out_may_do_nothing(action: str, place: Subject) -> None:
    assert not may(None, action, place)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ["", "see_everything", "ADD_NOTE", "__class__"])
def test_an_unknown_action_is_nobodys(role: str, action: str) -> None:
    assert not may(ACTORS[role], action, PLACES["own table, own topic"])


def test_an_unknown_role_may_do_nothing() -> None:
    stranger = replace(ACTORS["secretariat"], role="administrator")
    assert not any(may(stranger, action, PLACES["the workshop"]) for action in PERMISSIONS)


@pytest.mark.parametrize("role", ["moderator", "room"])
def test_without_a_topic_in_the_link_all_topics_are_served(role: str) -> None:
    everywhere = replace(ACTORS[role], topic=None)
    assert may(everywhere, "see_room_screen", PLACES["no table, own topic"])
    assert may(everywhere, "see_room_screen", PLACES["no table, other topic"])


def test_a_rapporteur_without_a_table_reaches_no_sheet_not_even_one_without_a_table() -> None:
    lost = replace(ACTORS["rapporteur"], table=None)
    assert not any(may(lost, "see_sheet", place) for place in PLACES.values())


def surprises(asked: Callable[[Actor | None, str, Subject], bool]) -> list[str]:
    """Each role, action and place where the answer is not the grid's."""
    return [
        f"{role}, {action}, {place}: {answer}"
        for (action, role), reach in as_written().items()
        for place, subject in PLACES.items()
        if (answer := asked(ACTORS[role], action, subject)) != (place in REACH[reach])
    ]


def as_written() -> dict[tuple[str, str], str]:
    roles, *rows = (line.split() for line in GRID.strip().splitlines())
    return {
        (action, role): reach
        for action, *reaches in rows
        for role, reach in zip(roles, reaches, strict=True)
    }
