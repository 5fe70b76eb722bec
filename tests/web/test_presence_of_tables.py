"""What a table's pages say together, as the watch hears it; also once they have gone."""

from datetime import UTC, datetime, timedelta

import pytest

from discussion.domain.people import Actor
from discussion.domain.watch import Heard
from discussion.web.live.presence import EXPIRES, NAMED, SETTLING, Page, Presence, Sign
from tests.web.test_presence import SHEET, page

OTHER = "sheet0000002"
BEGAN = datetime(2025, 7, 8, 1, 0, tzinfo=UTC)


def moment(steady: float) -> datetime:
    return BEGAN + timedelta(seconds=steady)


def heard(presence: Presence, now: float, sheet: str = SHEET) -> Heard:
    return presence.heard(sheet, now, moment)


@pytest.fixture
def one() -> Presence:
    presence = Presence()
    presence.arrive(SHEET, "Amal", page("Amal"))
    presence.hear(SHEET, "Amal", Sign(), 0.0)
    presence.touched()
    return presence


def test_a_table_with_a_page_open_is_connected_with_its_people(one: Presence):
    assert heard(one, 1.0) == Heard(("Amal",), connected=True, came_at=BEGAN)
    assert heard(one, 1.0, OTHER) == Heard()


def test_a_page_that_only_joined_counts_as_here_and_awake():
    presence = Presence()
    presence.arrive(SHEET, "Amal", page("Amal"))
    assert heard(presence, 1_000.0) == Heard(("Amal",), connected=True, came_at=BEGAN)


def test_one_of_two_who_types_makes_the_table_type(one: Presence):
    one.arrive(SHEET, "Budi", page("Budi", 5.0))
    one.hear(SHEET, "Budi", Sign(typing=True), 5.0)
    assert heard(one, 6.0).typing and heard(one, 6.0).names == ("Amal", "Budi")


def test_a_table_is_silent_only_when_all_its_pages_are(one: Presence):
    one.arrive(SHEET, "Budi", page("Budi"))
    one.hear(SHEET, "Budi", Sign(typing=True), 3.0)
    one.hear(SHEET, "Amal", Sign(), EXPIRES)
    awake = heard(one, EXPIRES + 4)
    assert awake.silent_since is None and awake.names == ("Amal",) and not awake.typing
    assert heard(one, 3 * EXPIRES).silent_since == moment(EXPIRES)


def test_a_table_whose_last_page_goes_is_gone_since_its_last_sign(one: Presence):
    one.leave(SHEET, "Amal", 10.0)
    assert heard(one, 20.0) == Heard(gone_since=moment(10.0))
    one.arrive(SHEET, "Amal", page("Amal", 30.0))
    one.hear(SHEET, "Amal", Sign(), 30.0)
    one.leave(SHEET, "Amal", 200.0)
    assert heard(one, 201.0).gone_since == moment(30.0)
    one.arrive(SHEET, "Amal", page("Amal", 210.0))
    assert heard(one, 211.0).gone_since is None


def test_the_oldest_word_that_waits_is_told_by_its_moment_and_does_not_tremble(one: Presence):
    one.arrive(SHEET, "Budi", page("Budi"))
    one.hear(SHEET, "Budi", Sign(waiting=4), 10.0)
    one.hear(SHEET, "Amal", Sign(waiting=7), 10.0)
    assert heard(one, 10.0).waiting_since == moment(3.0)
    one.hear(SHEET, "Amal", Sign(waiting=16), 20.9)
    assert heard(one, 20.9).waiting_since == moment(3.0)
    one.hear(SHEET, "Amal", Sign(waiting=1), 30.0)
    assert heard(one, 30.0).waiting_since == moment(6.0)
    one.hear(SHEET, "Amal", Sign(), 31.0)
    one.hear(SHEET, "Budi", Sign(), 31.0)
    assert heard(one, 31.0).waiting_since is None


def test_words_that_waited_when_a_table_was_last_heard_are_remembered(one: Presence):
    one.hear(SHEET, "Amal", Sign(waiting=5), 20.0)
    one.leave(SHEET, "Amal", 22.0)
    assert heard(one, 60.0).waiting_since == moment(15.0)


def test_after_a_restart_a_table_is_given_time_to_come_back():
    presence = Presence(began=100.0)
    assert heard(presence, 101.0) == Heard(settling=True)
    assert heard(presence, 100.0 + SETTLING) == Heard()
    presence.arrive(SHEET, "Amal", page("Amal", 102.0))
    assert not heard(presence, 103.0).settling


def test_a_moderator_who_looks_at_a_sheet_is_not_its_table():
    presence = Presence()
    moderator = Actor("s", "p", "Mona", "moderator", "w")
    presence.arrive(SHEET, "Mona", Page("mona", moderator, 0.0))
    presence.hear(SHEET, "Mona", Sign(typing=True, waiting=60), 0.0)
    assert heard(presence, 1.0) == Heard()
    assert presence.sheets_of_tables(1.0) == {}
    presence.leave(SHEET, "Mona", 2.0)
    assert heard(presence, 3.0) == Heard()


def test_the_sheets_a_table_has_open_are_known_while_it_gives_signs(one: Presence):
    one.arrive(OTHER, "Amal", page("Amal"))
    assert one.sheets_of_tables(1.0) == {"table": (SHEET, OTHER)}
    assert one.sheets_of_tables(2 * EXPIRES) == {"table": (OTHER,)}
    assert one.pages_of_table("table") == [("Amal", SHEET), ("Amal", OTHER)]


def test_a_watch_is_only_told_of_what_it_shows(one: Presence):
    one.hear(SHEET, "Amal", Sign(caret=(1, 1), version=3), 1.0)
    one.hear(SHEET, "Amal", Sign(caret=(2, 2), version=4), 2.0)
    assert one.touched() == frozenset()
    one.hear(SHEET, "Amal", Sign(typing=True), 3.0)
    assert one.touched() == {SHEET}
    one.hear(SHEET, "Amal", Sign(typing=True, waiting=1), 4.0)
    assert one.touched() == {SHEET}
    one.hear(SHEET, "Amal", Sign(typing=True, waiting=2), 5.0)
    assert one.touched() == frozenset()


def test_a_crowd_at_one_table_is_named_in_part():
    presence = Presence()
    for n in range(20):
        presence.arrive(SHEET, str(n), page(str(n)))
    assert len(heard(presence, 0.0).names) == NAMED
