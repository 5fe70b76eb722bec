"""What the queue folds, and that it hides nothing by it; in a browser."""

import pytest

from tests.browser.rules import BOARD, Ask, note

pytestmark = pytest.mark.browser

FOLDED = """board.takeFolds({ mark: 1, groups: act }, Date.now() + 1);
    const row = () => [...board.visible()].map((id) => Number(id.slice(1)));
    const folded = () => [...board.shown.folded].map(([id, under]) => [id, ...under]);"""


def test_what_is_folded_stands_under_the_oldest_and_is_counted_all_the_same(ask: Ask):
    script = f"""{FOLDED}
        const told = [row(), folded(), board.toRead, board.shown.counts.show.get("to_read")];
        board.setFocus("n0000");
        const next = board.nextToRead();
        board.setFocus("n0004");
        return [...told, next, row()];"""
    notes = [note(number) for number in range(6)]
    asked = {"notes": notes, "filter": {}, "act": [["n0000", "n0002", "n0004"]]}
    rows, folded, to_read, counted, following, after = ask(BOARD % script, asked)
    assert (rows, folded) == ([5, 3, 1, 0], [["n0000", "n0002", "n0004"]])
    assert to_read == counted == 6
    assert following == "n0002", "what says the same comes next, and is not jumped over"
    assert after == [5, 3, 1, 0, 2, 4], "what is read is a row of its own"


def test_nothing_is_folded_that_somebody_waits_for_or_that_says_something_else_now(ask: Ask):
    script = f"""{FOLDED}
        const before = row();
        board.renew({{ notes: [{{ ...board.notes.get("n0001"), text: "Shall", version: 2 }}] }});
        return [before, row(), board.folds.mark];"""
    answered = {"decided_status": "returned", "decided_by": "other", "answer": "Yes."}
    others = [note(2, kind="challenge"), note(3, **answered), note(4, status="parked")]
    asked = {"filter": {"show": "all"}, "act": [[f"n000{number}" for number in range(5)]]}
    found = ask(BOARD % script, {**asked, "notes": [note(0), note(1), *others]})
    assert found == [[4, 3, 2, 0], [4, 3, 2, 1, 0], None]


def test_words_that_changed_after_the_question_are_not_folded_by_its_answer(ask: Ask):
    script = """const since = Date.now();
        board.renew({ notes: [{ ...act, text: "Other words", version: 2 }] });
        board.takeFolds({ mark: 1, groups: [["n0000", "n0001"]] }, since);
        return [board.visible().length, board.folds.mark];"""
    notes = [note(0), note(1)]
    assert ask(BOARD % script, {"notes": notes, "filter": {}, "act": notes[0]}) == [2, None]
