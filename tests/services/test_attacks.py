"""What one table could do to the writing thread, on which everybody's words wait."""

import csv
import io
import time

import pytest

from discussion.documents.writers.csv import write_csv
from discussion.errors import Malformed
from discussion.live.commands import parse_command
from discussion.live.texts import MERGE_LIMIT
from tests.kit.house import Held

MANY = 1_100  # letters in a row, so that an edit may touch each of them on its own
TWO_FACED = ([part for _ in range(MANY) for part in (1, "b")], [1, -1] * MANY)


def test_an_edit_that_must_pass_thousands_of_cut_up_ones_is_stale_not_slow(workshop: Held):
    note, who = workshop.write("a" * MANY), workshop.actor("rapporteur")
    rounds = MERGE_LIMIT // (2 * MANY) + 2
    edits = [
        workshop.command("edit_text", text=note, base=base + 1, change=TWO_FACED[base % 2])
        for base in range(rounds)
    ]
    answers = workshop.batch(*((who, edit) for edit in edits)).answers
    assert [answer.refusal for answer in answers] == [None] * rounds
    change = [part for _ in range(MANY) for part in ("z", 1)]
    begun = time.perf_counter()
    facts = {"text": note, "base": 1, "change": change}
    workshop.refused(who, "edit_text", **facts, code="stale")
    assert time.perf_counter() - begun < 1
    workshop.type(note, "Words typed as people do. ", base=rounds - 2)


def test_an_edit_of_long_ago_is_stale_before_its_history_is_read(workshop: Held):
    note, who = workshop.write("a"), workshop.actor("rapporteur")
    for base in range(1, 2_101, 100):
        edits = [
            workshop.command("edit_text", text=note, base=at, change=["b"] if at % 2 else [-1])
            for at in range(base, base + 100)
        ]
        assert not any(a.refusal for a in workshop.batch(*((who, edit) for edit in edits)).answers)
    late = {"text": note, "base": 1, "change": ["late"]}
    workshop.refused(who, "edit_text", **late, code="stale")
    workshop.type(note, "In time. ", base=200)


def test_no_cell_begins_like_a_formula_not_even_a_wide_one():
    cells = ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", "1=1"]
    text = write_csv(["words"], ([cell] for cell in cells)).decode("utf-8-sig")
    kept = [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert [cell[0] for cell in kept] == ["'"] * (len(cells) - 1) + ["1"]


def test_a_decision_without_the_state_that_was_seen_is_no_decision(workshop: Held):
    note = workshop.say("Words")
    message = workshop.command("accept_note", note=note, version=1)
    with pytest.raises(Malformed):
        parse_command(message)
