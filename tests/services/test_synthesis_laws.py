"""Two moderators regroup points at random: no source is lost, and every count is a recount."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discussion.domain.synthesis import GONE
from discussion.services.synthesis import grouping
from discussion.storage import synthesis
from tests.kit.house import Held
from tests.services.test_synthesis import point

ACTS = ("merge", "split", "move", "separate", "remove", "restore", "add", "undo", "confirm", "park")


class Hands:
    """Two moderators who regroup points at random; it knows what must hold after each act."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self.done: list[str] = []
        self.notes = [
            held.accept(f"Note {n}", by=("rapporteur", "second")[n % 2]) for n in range(4)
        ]
        self.points = [point(held, f"Point {n}", sources=[self.notes[n]]) for n in range(3)]

    def act(self, act: str, one: int, other: int, who: int) -> None:
        """One thing tried by one of them."""
        states = self.states()
        first, second = self.points[one % len(self.points)], self.points[other % len(self.points)]
        sources = states[first]["sources"]
        facts: dict[str, tuple[str, dict[str, Any]]] = {
            "merge": ("merge_point", {"into": second, "version": 0, "into_version": 0}),
            "split": ("split_point", {"notes": sources[:1], "position": "V"}),
            "move": ("move_sources", {"into": second, "notes": sources[:1]}),
            "separate": ("separate_point", {}),
            "remove": ("remove_point", {"version": 0}),
            "restore": ("restore_point", {}),
            "add": ("add_source", {"note": self.notes[other % 4]}),
            "confirm": ("confirm_point", {"version": 0, "state": states[first]["status"]}),
            "park": ("park_point", {"version": 0, "state": states[first]["status"]}),
            "undo": ("undo_decision", {"decision": self.recent(other % 3)}),
        }
        kind, more = facts[act]
        if "notes" in more and not sources:
            return
        new = {"new": self.held.runtime.new_id()} if act == "split" else {}
        about = {} if act == "undo" else {"point": first}
        command = self.held.command(kind, **about, **more, **new)
        actor = self.held.actor(("moderator", "secretariat")[who])
        answer = self.held.batch((actor, command)).answers[0]
        if answer.refusal is None:
            self.done.append(command["id"])
            self.points += new.values()

    def recent(self, back: int) -> str:
        """One of the last decisions."""
        return self.done[-1 - back] if len(self.done) > back else "nosuchthing"

    def states(self) -> dict[str, dict[str, Any]]:
        """Every point as moderators see it."""
        topic = self.held.topics[0].id
        return {p["id"]: p for p in self.held.fresh(f"points:{topic}")[1]["points"]}

    def check(self, before: set[str], act: str) -> set[str]:
        """No source is lost, those who are gone rest on nothing, and a recount agrees."""
        states = self.states()
        now = {note for p in states.values() for note in p["sources"]}
        assert act in ("undo", "separate") or before <= now, f"{act} lost {before - now}"
        assert set(self.notes[:3]) <= now, "what points were made of is never lost"
        with self.held.database.reading() as transaction:
            recount = {p: synthesis.source_rows(transaction, p) for p in states}
        for key, held in states.items():
            assert [note for note, _ in recount[key]] == held["sources"]
            assert (held["status"] in GONE) <= (held["sources"] == [])
            assert (held["status"] == "merged") == (held["merged_into"] is not None)
        return now


STEP = st.tuples(st.sampled_from(ACTS), st.integers(0, 5), st.integers(0, 5), st.integers(0, 1))


def regroup(held: Held, steps: list[tuple[str, int, int, int]]) -> Hands:
    """Two moderators do these things, and the laws hold after each."""
    hands = Hands(held)
    known = hands.check(set(), "undo")
    for step in steps:
        hands.act(*step)
        known = hands.check(known, step[0])
    assert not held.bugs
    return hands


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=10, max_size=25))
def test_no_source_is_ever_lost_and_every_count_is_a_recount(workshop: Held, steps):
    regroup(workshop, steps)


def test_the_laws_notice_a_merge_that_drops_a_source(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    put_in: Callable[..., Any] = grouping.put_in
    monkeypatch.setattr(grouping, "put_in", lambda w, p, notes: put_in(w, p, list(notes)[1:]))
    with pytest.raises(AssertionError, match="lost"):
        regroup(workshop, [("merge", 0, 1, 0)])
