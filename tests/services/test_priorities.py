"""Rounds of marks and their ballots on a real database: what is counted, kept and told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discussion.domain.priorities import Round, counted
from discussion.errors import DiscussionError
from discussion.services import priorities
from discussion.services.channels import catch_up
from discussion.storage import log
from discussion.storage import priorities as kept
from tests.kit.house import Held
from tests.services.marks import (
    STATEMENTS,
    give,
    new_device,
    newest_round,
    open_marks,
    round_of,
)
from tests.services.paragraphs import restated
from tests.services.points import confirm_point

DEVICES = 4
SAME = HealthCheck.function_scoped_fixture  # every example opens a round of its own
taps = st.tuples(
    st.integers(0, DEVICES - 1),  # which device
    st.sets(st.integers(0, 2), max_size=3),  # the points it marks
    st.integers(1, 3),  # how often what it sends arrives
)


def sums_of(held: Held, made: Round) -> dict[str, int | None]:
    """Marks on each point of a round as they are kept."""
    return {one.id: one.given for one in round_of(held, made.id).points}


def ballots(held: Held, made: Round) -> tuple[tuple[str, ...], ...]:
    """Every ballot of a round."""
    with held.database.reading() as transaction:
        return kept.ballots_of(transaction, made.id)


def act(held: Held, kind: str, made: Round, **facts: object) -> None:
    """What the moderator does with a round."""
    held.act(held.actor("moderator"), kind, round=made.id, **facts)


def refused(held: Held, code: str, device: str, *points: str, base: int = 0) -> str:
    """The code a ballot is refused with."""
    with pytest.raises(DiscussionError) as refusal:
        give(held, code, device, *points, base=base)
    return refusal.value.code


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(taps, max_size=12))
def test_sums_are_a_recount_nobody_gives_more_and_a_resend_changes_nothing(
    workshop: Held, sent: list[tuple[int, set[int], int]]
) -> None:
    statements = () if newest_round(workshop, workshop.topics[0].id) else STATEMENTS
    made = open_marks(workshop, marks=2, statements=statements)
    points = [one.id for one in made.points][:3]
    devices = [new_device(workshop) for _ in range(DEVICES)]
    truth: dict[str, set[str]] = {}
    versions = dict.fromkeys(devices, 0)
    for who, marked, times in sent:
        device, chosen = devices[who], {points[n] for n in marked}
        command = workshop.runtime.new_id()
        for _ in range(times):
            if len(chosen) > made.marks:
                assert refused(workshop, made.code, device, *chosen) == "marks_too_many"
                continue
            base = versions[device]
            ballot = give(workshop, made.code, device, *chosen, base=base, command=command)
            assert (set(ballot.points), ballot.command) == (chosen, command)
            truth[device] = chosen
        with workshop.database.reading() as transaction:
            key = priorities.ballots.ballot_key(workshop.runtime.secret, made.id, device)
            found = kept.find_ballot(transaction, made.id, key)
        versions[device] = found.version if found else 0
    act(workshop, "close_marks", made)
    wanted = counted(truth.values())
    assert sums_of(workshop, made) == {one.id: wanted.get(one.id, 0) for one in made.points}
    assert counted(ballots(workshop, made)) == wanted
    assert round_of(workshop, made.id).took_part == sum(map(bool, truth.values()))


def test_a_resend_is_answered_as_before_even_after_the_round_closed(workshop: Held) -> None:
    made, device = open_marks(workshop), new_device(workshop)
    point, command = made.points[0].id, workshop.runtime.new_id()
    first = give(workshop, made.code, device, point, command=command)
    act(workshop, "close_marks", made)
    assert give(workshop, made.code, device, point, command=command) == first
    assert refused(workshop, made.code, device, point, base=1) == "marks_closed"


def test_an_older_ballot_that_arrives_late_does_not_replace_a_newer_one(workshop: Held) -> None:
    made, device = open_marks(workshop), new_device(workshop)
    one, other = (point.id for point in made.points[:2])
    give(workshop, made.code, device, one)
    give(workshop, made.code, device, other, base=1)
    assert refused(workshop, made.code, device, one, base=0) == "marks_elsewhere"
    assert ballots(workshop, made) == ((other,),)


def test_no_more_phones_than_expected_until_the_moderator_lets_them_in(workshop: Held) -> None:
    made = open_marks(workshop, phones=10)
    point = made.points[0].id
    first = new_device(workshop)
    give(workshop, made.code, first, point)
    for _ in range(9):
        give(workshop, made.code, new_device(workshop), point)
    late = new_device(workshop)
    assert refused(workshop, made.code, late, point) == "marks_full"
    give(workshop, made.code, first, base=1)  # who is in may still change
    act(workshop, "widen_marks", made, phones=11)
    give(workshop, made.code, late, point)
    assert len(ballots(workshop, made)) == 11


def test_points_and_words_are_frozen_and_what_is_withdrawn_leaves_phones_and_room(
    workshop: Held,
) -> None:
    made, device = open_marks(workshop), new_device(workshop)
    confirm_point(workshop, "Confirmed after the opening")
    first, second, third = (point.id for point in made.points)
    restated(workshop, first, "Other ")
    give(workshop, made.code, device, first, third)
    held = {"point": third, "version": 0, "state": "confirmed"}
    workshop.act(workshop.actor("moderator"), "park_point", **held)
    with workshop.database.reading() as transaction:
        page = priorities.page_of(transaction, workshop.runtime, made.code, device)
    assert [point["id"] for point in page.points] == [first, second]
    assert not page.points[0]["words"].startswith("Other")
    act(workshop, "close_marks", made)
    act(workshop, "show_marks", made)
    told = workshop.fresh(f"room:{workshop.topics[0].id}")[1]["marks"]
    assert [(one["id"], one["given"]) for one in told["results"]] == [(first, 1), (second, 0)]
    assert workshop.fresh(f"board:{workshop.topics[0].id}")[1]["marks"]["moved"] == [first]


def test_corrected_words_are_on_no_screen_once_the_round_is_closed(workshop: Held) -> None:
    made = open_marks(workshop, statements=("Somebody did wrong", "Another"))
    act(workshop, "close_marks", made)
    act(workshop, "show_marks", made)
    restated(workshop, made.points[0].id, "Better: ")
    with workshop.database.reading() as transaction:
        phone = priorities.page_of(transaction, workshop.runtime, made.code, None).points
    room = workshop.fresh(f"room:{workshop.topics[0].id}")[1]["marks"]["results"]
    for told in (phone, room):
        assert [one["words"] for one in told] == ["Better: Somebody did wrong", "Another"]
        assert [one.get("reworded", False) for one in told] == [True, False]


def test_a_code_leads_nowhere_half_a_day_after_its_round_was_closed(workshop: Held) -> None:
    made = open_marks(workshop)
    act(workshop, "close_marks", made)
    workshop.clock.advance(12 * 3600)
    with workshop.database.reading() as transaction:
        priorities.page_of(transaction, workshop.runtime, made.code, None)
        workshop.clock.advance(1)
        with pytest.raises(DiscussionError, match="marks_unknown"):
            priorities.page_of(transaction, workshop.runtime, made.code, None)


def test_nobody_marks_a_point_that_stands_no_more(workshop: Held) -> None:
    made, device = open_marks(workshop), new_device(workshop)
    held = {"point": made.points[2].id, "version": 0, "state": "confirmed"}
    workshop.act(workshop.actor("moderator"), "park_point", **held)
    with pytest.raises(DiscussionError, match="malformed"):
        give(workshop, made.code, device, made.points[2].id)
    give(workshop, made.code, device, made.points[1].id)


def test_sums_are_told_to_nobody_before_the_close_and_to_the_room_only_when_shown(
    workshop: Held,
) -> None:
    made, topic = open_marks(workshop), workshop.topics[0].id
    give(workshop, made.code, new_device(workshop), made.points[0].id)

    def told(channel: str) -> dict[str, object]:
        found: dict[str, object] = workshop.fresh(f"{channel}:{topic}")[1]["marks"]
        return found

    assert (told("board")["given"], told("board")["took_part"]) == (None, None)
    assert told("room").keys() == {"state", "code", "marks"}
    act(workshop, "close_marks", made)
    given = told("board")["given"]
    assert isinstance(given, dict) and sum(given.values()) == 1
    assert "results" not in told("room")
    shown = workshop.fresh(f"room:{topic}")[1]["shown"]
    assert shown["view"] == "points", "nobody reads any more how to take part"
    act(workshop, "show_marks", made)
    assert "results" in told("room")
    act(workshop, "hide_marks", made)
    assert "results" not in told("room")


def test_a_board_that_slept_is_told_of_the_round_when_it_wakes(workshop: Held) -> None:
    channel = f"board:{workshop.topics[0].id}"
    number = workshop.fresh(channel)[0]
    made = open_marks(workshop)
    with workshop.database.reading() as transaction:
        caught = catch_up(transaction, workshop.id, channel, number)
    assert caught is not None
    assert caught[1][-1]["marks"]["id"] == made.id


def test_the_log_keeps_rounds_and_sums_and_nothing_of_any_ballot(workshop: Held) -> None:
    made = open_marks(workshop)
    before = workshop.fresh(f"workshop:{workshop.id}")[0]
    device, command = new_device(workshop), workshop.runtime.new_id()
    give(workshop, made.code, device, made.points[0].id, command=command)
    assert workshop.fresh(f"workshop:{workshop.id}")[0] == before
    act(workshop, "close_marks", made)
    with workshop.database.reading() as transaction:
        events = log.since(transaction, workshop.id, before, limit=10)
    assert [event.kind for event in events] == ["close_marks"]
    assert events[0].facts["given"] == {made.points[0].id: 1}
    said = "".join(f"{event.payload}{event.command}" for event in events)
    assert device not in said and command not in said


def test_one_device_has_other_names_in_two_rounds(workshop: Held) -> None:
    device = new_device(workshop)
    key = priorities.ballots.ballot_key
    names = {key(workshop.runtime.secret, made, device) for made in ("roundone", "roundtwo")}
    assert len(names) == 2 and not any(device in name for name in names)


def test_a_second_round_waits_for_the_first_and_points_are_needed(workshop: Held) -> None:
    moderator = workshop.actor("moderator")
    chosen = {"topic": workshop.topics[1].id, "marks": 3, "phones": 10}
    fresh = workshop.runtime.new_id
    workshop.refused(moderator, "open_marks", code="marks_need_points", round=fresh(), **chosen)
    made = open_marks(workshop, topic=2)
    workshop.refused(moderator, "open_marks", code="marks_open_already", round=fresh(), **chosen)
    act(workshop, "close_marks", made)
    workshop.refused(moderator, "close_marks", code="move_not_possible", round=made.id)
    again = open_marks(workshop, topic=2, statements=())
    assert (again.number, again.code != made.code) == (2, True)


def test_another_workshops_round_is_nobodys(workshop: Held, another_workshop: object) -> None:
    assert callable(another_workshop)
    other = another_workshop()
    made, secretariat = open_marks(other), workshop.actor("secretariat")
    for kind in ("close_marks", "show_marks", "hide_marks"):
        workshop.refused(secretariat, kind, code="not_found", round=made.id)
    mine = open_marks(workshop)
    foreign = made.points[0].id
    assert refused(workshop, mine.code, new_device(workshop), foreign) == "malformed"
