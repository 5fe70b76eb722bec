"""What a table is doing: every combination of what is kept and what is heard that matters."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from discussion.domain.watch import CALM, STATES, Doing, Heard, Kept, doing, words_wait

NOW = datetime(2025, 7, 8, 3, 0, tzinfo=UTC)
STARTED = NOW - timedelta(minutes=30)


def before(**since: float) -> datetime:
    return NOW - timedelta(**since)


def judged(kept: Kept, heard: Heard, *, started: datetime | None = STARTED) -> Doing:
    return doing(kept, heard, NOW, started)


WROTE = Kept(seated=True, last_saved=before(minutes=2), notes=3)
NOTHING = Kept()
HERE = Heard(("Amal",), connected=True, came_at=before(minutes=20))
GONE = Heard(gone_since=before(minutes=4))
NOBODY = Heard()
ELSEWHERE = Heard(elsewhere="another topic")

TABLE = {
    "the sheet is locked, whoever is there": ("locked", replace(WROTE, state="locked"), NOBODY),
    "locked while somebody types": ("locked", replace(WROTE, state="locked"), HERE),
    "read back, and the page closed": ("read_back", replace(WROTE, state="read_back"), GONE),
    "read back and still typing": (
        "read_back",
        replace(WROTE, state="read_back"),
        replace(HERE, typing=True),
    ),
    "reopened, and quiet": ("quiet", replace(WROTE, state="reopened"), HERE),
    "a page says that somebody types": ("typing", NOTHING, replace(HERE, typing=True)),
    "words were saved a moment ago": (
        "typing",
        replace(WROTE, last_saved=before(seconds=5)),
        HERE,
    ),
    "here, and no words for two minutes": ("quiet", WROTE, HERE),
    "here, and nothing written at all": ("quiet", NOTHING, HERE),
    "every page has gone": ("offline", WROTE, GONE),
    "gone before a word was written": ("offline", NOTHING, GONE),
    "words, but no page since the house was started": ("offline", WROTE, NOBODY),
    "signed in, but no page since the house was started": (
        "offline",
        replace(NOTHING, seated=True),
        NOBODY,
    ),
    "the page was loaded anew just now": (
        "quiet",
        WROTE,
        Heard(gone_since=before(seconds=2)),
    ),
    "the house has just begun, and pages are on their way back": (
        "quiet",
        WROTE,
        Heard(settling=True),
    ),
    "just begun, and nobody ever came": ("absent", NOTHING, Heard(settling=True)),
    "connected, but no sign of life": (
        "unheard",
        WROTE,
        replace(HERE, silent_since=before(seconds=40)),
    ),
    "no sign of life, though words came a moment ago": (
        "unheard",
        replace(WROTE, last_saved=before(seconds=5)),
        replace(HERE, silent_since=before(seconds=40)),
    ),
    "nobody came, nothing is written": ("absent", NOTHING, NOBODY),
    "the sheet of a topic that is not on is open": ("wrong_topic", NOTHING, ELSEWHERE),
    "wrong topic after words on the right one": (
        "wrong_topic",
        WROTE,
        replace(GONE, elsewhere="another topic"),
    ),
    "at another topic that is on, too": ("absent", NOTHING, replace(ELSEWHERE, rightly=True)),
    "the same after words on this one": ("quiet", WROTE, replace(ELSEWHERE, rightly=True)),
}


@pytest.mark.parametrize("case", TABLE)
def test_the_state_of_a_table_while_its_topic_is_on(case: str):
    code, kept, heard = TABLE[case]
    assert judged(kept, heard).code == code


def test_every_state_is_met_and_has_its_word():
    assert {code for code, _, _ in TABLE.values()} == set(STATES)


def test_before_and_after_the_hour_no_table_is_at_the_wrong_topic_and_none_is_an_alarm():
    for code, kept, heard in TABLE.values():
        calm = judged(kept, heard, started=None)
        assert calm.rank == CALM
        assert calm.code == {"wrong_topic": "quiet" if kept.last_saved else "absent"}.get(
            code, code
        )


SINCE = {
    "quiet since the last saved words": (WROTE, HERE, before(minutes=2)),
    "with no words, since somebody came": (NOTHING, HERE, before(minutes=20)),
    "offline since the last page went": (WROTE, GONE, before(minutes=4)),
    "offline since nobody knows when": (WROTE, NOBODY, None),
    "not heard from since the last sign": (
        WROTE,
        replace(HERE, silent_since=before(seconds=40)),
        before(seconds=40),
    ),
}


@pytest.mark.parametrize("case", SINCE)
def test_since_when(case: str):
    kept, heard, since = SINCE[case]
    assert judged(kept, heard).since == since


def test_a_table_that_was_here_before_the_start_is_quiet_since_the_start():
    early = replace(HERE, came_at=before(hours=2))
    assert judged(NOTHING, early).since == STARTED


def test_those_that_need_somebody_come_first_in_this_order():
    waiting = replace(HERE, waiting_since=before(seconds=20))
    asked = replace(WROTE, returned=1)
    long_quiet = replace(WROTE, last_saved=before(minutes=9))
    in_order = [
        (WROTE, waiting),
        (WROTE, GONE),
        (NOTHING, ELSEWHERE),
        (WROTE, replace(HERE, silent_since=before(seconds=40))),
        (NOTHING, NOBODY),
        (long_quiet, HERE),
        (asked, HERE),
        (WROTE, HERE),
    ]
    ranks = [judged(kept, heard).rank for kept, heard in in_order]
    assert ranks == sorted(set(ranks)) and ranks[-1] == CALM


def test_a_table_may_come_three_minutes_late_and_be_quiet_for_five():
    for started, rank in ((before(minutes=2), CALM), (before(minutes=4), 4)):
        assert judged(NOTHING, NOBODY, started=started).rank == rank
    for saved, rank in ((before(minutes=4), CALM), (before(minutes=6), 5)):
        assert judged(replace(WROTE, last_saved=saved), HERE).rank == rank


def test_a_break_before_the_discussion_does_not_count_as_quiet():
    long_ago = replace(WROTE, last_saved=before(hours=1))
    assert judged(long_ago, HERE, started=before(minutes=2)).rank == CALM


def test_words_that_wait_for_fifteen_seconds_come_first_at_any_time():
    for seconds, late in ((14, False), (15, True)):
        heard = replace(HERE, waiting_since=before(seconds=seconds))
        assert words_wait(heard, NOW) is late
        assert (judged(WROTE, heard, started=None).rank == 0) is late
    assert judged(replace(WROTE, state="locked"), heard).rank == 0


def test_a_question_that_waits_is_worth_a_look_even_at_a_table_that_types():
    asked = replace(WROTE, returned=2)
    assert judged(asked, replace(HERE, typing=True)).rank < CALM
