"""The long proofs fail when a trial fails, say where to go on, and would see what grows."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.soak import __main__ as soak
from tests.soak.boards import Replica
from tests.soak.parts import Measure, Part, Run, Trial, growth


@contextmanager
def fails_at_three() -> Iterator[Run]:
    yield lambda seed: Trial(10, ["planted"] if seed == 3 else [])


@contextmanager
def lasts() -> Iterator[Run]:
    yield lambda _: Trial(10)


def test_a_trial_that_fails_is_named_and_the_rest_goes_on(capsys):
    found = soak.run(Part("planted", "tries", 50, fails_at_three), seconds=60, first=1)
    assert (found.first, found.last, found.tried, found.failed) == (1, 5, 50, (3,))
    assert "FAILED in trials 3" in str(found) and "FROM=6" in str(found)
    assert "FAILED planted" in capsys.readouterr().out


def test_without_a_failure_the_rate_that_is_ruled_out_is_said():
    found = soak.run(Part("lasting", "tries", 1_000_000, lasts), seconds=0, first=7)
    assert (found.last, found.tried) == (7, 10), "one trial at least, and no longer than allowed"
    assert "below 30.000% with 95 % confidence" in str(found)


def test_what_grows_is_seen():
    begun, later = Measure(0, 80, 20, 6), 60 * 30
    assert growth([begun, Measure(later, 100, 22, 6)]) == []
    assert len(growth([begun, Measure(later, 180, 60, 40)])) == 3


def state(status: str, counted: int = 1) -> dict:
    note = {"id": "n", "table": "t", "status": status}
    return {"notes": [note], "tables": [{"id": "t", "counts": {status: counted}}]}


def told(*frames: dict) -> Replica:
    board = Replica(at=1)
    board.take(state("submitted"))
    for frame in frames:
        board.follow(frame)
    return board


def test_a_board_that_was_told_everything_is_right():
    board = told({"from": 1, "to": 3, "entries": [state("accepted")]})
    assert board.faults(state("accepted")) == []


@pytest.mark.parametrize(
    ("frames", "fault"),
    [
        ([], "1 notes are told otherwise"),
        ([{"from": 2, "to": 3, "entries": [state("accepted")]}], "1 gaps between frames"),
        ([{"from": 1, "to": 3, "entries": [state("accepted", 2)]}], "1 tables count otherwise"),
    ],
)
def test_a_board_that_missed_something_or_counts_wrongly_is_seen(frames, fault):
    assert any(fault in each for each in told(*frames).faults(state("accepted")))


def test_a_page_that_comes_late_does_not_overwrite_what_a_frame_told():
    board = told({"from": 1, "to": 3, "entries": [state("accepted")]})
    board.take_page({"notes": state("submitted")["notes"]})
    assert board.notes["n"]["status"] == "accepted"
