"""What is said of the board follows from what was measured, and a fault would be seen."""

from bench.board.forms import QUERIES, holding, judged
from bench.board.goals import goals
from bench.board.results import share, summed
from bench.board.table import sections


def row(part: str, what: str, **figures: object) -> dict[str, object]:
    return {"part": part, "what": what, "who": "discussion", **figures}


def results(*rows: dict[str, object]) -> dict[str, object]:
    machine = {"cores": 2, "cpu": "x", "load_before": 0.1}
    head = {"notes": 12_500, "runs": 5, "took_s": 300, "measured_at": "2026-11-23", "commit": "a"}
    return {**head, "machine": machine, "rows": list(rows)}


def test_one_slow_key_is_enough_to_miss_the_goal() -> None:
    quick = [row("browser", f"key {key}", p95_ms=20.0) for key in "jkau"]
    assert all(goal.met is not False for goal in goals(results(*quick)))
    (missed,) = [g for g in goals(results(*quick, row("browser", "key x", p95_ms=101.0))) if
                 g.met is False]  # fmt: skip
    assert "key x: 101 ms" in missed.reached


def test_nothing_is_claimed_of_what_was_not_measured() -> None:
    assert {goal.met for goal in goals(results())} == {None}


def test_runs_are_summed_by_what_was_done_and_by_whom_and_the_worst_is_kept() -> None:
    runs = [row("browser", "key j", p50_ms=p50, max_ms=most) for p50, most in ((3, 9), (1, 40))]
    (found,) = summed(runs)
    assert (found["p50_ms"], found["max_ms"], found["runs"]) == (2, 40, 2)
    assert len(summed([*runs, {**runs[0], "who": "plain"}])) == 2


def test_the_share_of_boards_is_what_a_key_costs_more_with_them() -> None:
    without, with_them = ({"hub_ms_per_1000": cost} for cost in (200.0, 300.0))
    assert share(without, with_them) == 0.333


def test_a_search_is_judged_by_forms_that_were_written_by_hand() -> None:
    notes = [
        {"id": "a", "text": "Two counsellors came."},
        {"id": "b", "text": "COUNSELLOR wanted"},
        {"id": "c", "text": "counselling"},
        {"id": "d", "text": "بإشراف مُرشِد مُدرَّب"},
    ]
    forms = dict(QUERIES)
    assert holding(forms["counsellors"], notes) == {"a", "b"}
    assert holding(forms["المرشد"], notes) == {"d"}, "vowel marks are no letters"
    assert judged(["a", "c"], {"a", "b"}) == {"right": 1, "missed": 1, "beside": 1}


def test_the_page_has_a_section_for_each_part() -> None:
    told = "\n".join(sections(results(row("browser", "key j", p50_ms=2.0, p95_ms=0.25))))
    assert "| key j | discussion | 2 | 0.25 | - | - |" in told
    assert told.count("Not measured.") == 6
