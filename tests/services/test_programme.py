"""Tables, discussions, and what pages read of a workshop."""

import pytest

from discussion.errors import DiscussionError
from discussion.services.programme import plan
from discussion.storage import people
from tests.kit.house import Held


def begun(workshop: Held) -> plan.Beginnings:
    with workshop.database.reading() as transaction:
        return plan.beginnings(transaction, workshop.runtime, workshop.actor("secretariat"))


def at_hand(workshop: Held, who) -> int:
    with workshop.database.reading() as transaction:
        topic = plan.topic_at_hand(transaction, who)
    assert topic is not None
    return topic.number


def discussion(workshop: Held, number: int):
    with workshop.database.reading() as transaction:
        return plan.discussions_of(transaction, workshop.id)[number - 1]


def test_set_up_begins_with_what_is_missing_and_ticks_what_is_done(workshop: Held):
    before = begun(workshop)
    assert (before.tables, before.writing, before.begun) == (2, 0, 0)
    workshop.say("One register of licensed recruiters.")
    workshop.act(
        workshop.actor("secretariat"),
        "start_discussion",
        discussion=discussion(workshop, 1).id,
        minutes=None,
    )
    after = begun(workshop)
    assert (after.writing, after.begun) == (1, 1)


def test_a_table_counts_as_reached_once_somebody_came_to_it(workshop: Held):
    with workshop.database.reading() as transaction:
        ids = people.tables_come_to(transaction, workshop.id)
    assert begun(workshop).seated == len(ids)
    workshop.act(
        workshop.actor("secretariat"), "add_table", table=workshop.runtime.new_id(), name=""
    )
    after = begun(workshop)
    assert (after.tables, after.seated) == (3, len(ids))


def test_only_links_in_force_count_as_sent(workshop: Held):
    sent = begun(workshop).moderators
    workshop.somebody("moderator")
    assert begun(workshop).moderators == sent + 1
    workshop.clock.advance(hours=73)
    assert begun(workshop).moderators == 0


def test_cards_are_for_the_secretariat_alone_and_open_their_own_table(workshop: Held):
    with workshop.database.reading() as transaction:
        cards = plan.table_cards(transaction, workshop.runtime, workshop.actor("secretariat"))
        with pytest.raises(DiscussionError, match="not_found"):
            plan.table_cards(transaction, workshop.runtime, workshop.actor("moderator"))
    assert [(card.code, card.token) for card in cards] == [workshop.card(1), workshop.card(2)]


def test_the_topic_at_hand_is_ones_own_else_the_one_discussed_else_the_first(workshop: Held):
    bound = workshop.somebody("moderator", topic=workshop.topics[2].id).actor
    free = workshop.actor("chair")
    assert (at_hand(workshop, free), at_hand(workshop, bound)) == (1, 3)
    workshop.act(workshop.actor("secretariat"), "start_discussion", **on(workshop, 2), minutes=30)
    assert (at_hand(workshop, free), at_hand(workshop, bound)) == (2, 3)


def test_a_table_has_a_sheet_for_every_topic_and_the_plenary_one_for_every_item(workshop: Held):
    with workshop.database.reading() as transaction:
        own = plan.sheets_by_topic(transaction, workshop.id, workshop.tables[0].id)
        plenary = plan.plenary_sheets(transaction, workshop.id)
    assert set(own) == {topic.id for topic in workshop.topics}
    items = {i.id: i.kind for i in workshop.plan.programme.items}
    assert len(plenary) == 9
    assert not {items[i] for i in plenary} & {"logistics", "group_discussion"}


def test_an_unknown_table_is_called_so(workshop: Held):
    who = workshop.actor("secretariat")
    for do, more in (("rename_table", {"name": "A"}), ("remove_table", {}), ("reissue_card", {})):
        workshop.refused(who, do, table="nosuchtable", code="table_unknown", **more)


def test_a_table_of_another_workshop_is_as_unknown_as_none(workshop: Held, another_workshop):
    theirs = another_workshop().tables[0].id
    workshop.refused(
        workshop.actor("secretariat"), "reissue_card", table=theirs, code="table_unknown"
    )


def test_two_tables_never_share_a_name_whatever_its_case(workshop: Held):
    who, second = workshop.actor("secretariat"), workshop.tables[1].id
    workshop.refused(who, "rename_table", table=second, name="TABLE 1", code="name_taken")
    workshop.act(who, "rename_table", table=second, name="Table Two")
    assert [table.name for table in workshop.tables] == ["Table 1", "Table Two"]


def test_a_table_that_wrote_stays_and_one_that_did_not_can_go(workshop: Held):
    who, (first, second) = workshop.actor("secretariat"), workshop.tables
    workshop.say("Fees are asked in advance.")
    workshop.refused(who, "remove_table", table=first.id, code="table_not_empty")
    workshop.act(who, "remove_table", table=second.id)
    assert workshop.tables == (first,)


def test_the_number_of_a_table_taken_out_is_never_given_again(workshop: Held):
    who = workshop.actor("secretariat")
    workshop.act(who, "remove_table", table=workshop.tables[1].id)
    workshop.act(who, "add_table", table=workshop.runtime.new_id(), name="")
    assert [table.name for table in workshop.tables] == ["Table 1", "Table 3"]


def test_the_clock_runs_from_the_start_and_extending_moves_its_end(workshop: Held):
    who, one = workshop.actor("secretariat"), on(workshop, 1)
    workshop.act(who, "start_discussion", **one, minutes=None)
    start = workshop.clock.now
    workshop.clock.advance(600)
    workshop.act(who, "extend_discussion", **one, minutes=5)
    ends = discussion(workshop, 1).ends_at
    assert (ends - start).total_seconds() == 65 * 60
    workshop.refused(who, "extend_discussion", **one, minutes=-600, code="minutes_out_of_range")
    workshop.act(who, "close_discussion", **one)
    workshop.refused(who, "extend_discussion", **one, minutes=5, code="move_not_possible")
    workshop.act(who, "start_discussion", **one, minutes=20)
    assert discussion(workshop, 1).state == "running"


def on(workshop: Held, number: int) -> dict[str, str]:
    return {"discussion": discussion(workshop, number).id}
