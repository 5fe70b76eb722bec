"""Rebuilding without regret: a truth table, and laws over long histories of edits and rebuilds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.drafting.paragraphs import Made, Paragraph, in_order
from discussion.domain.drafting.rebuilding import (
    Add,
    Keep,
    Leave,
    Proposed,
    Remember,
    Remove,
    Replace,
    Step,
    basis_of,
    rebuild,
)

OLD, NEW = "Request a list", "Request a register"


def proposed(words: str | None, slot: str = "one") -> list[Proposed]:
    if words is None:
        return []
    return [Proposed(slot, "general", None, 0, words, basis_of(words, ()), "notes")]


def paragraph(text: str, made: str | None = OLD, **fields) -> Paragraph:
    kept = None if made is None else Made(basis_of(made, ()), made)
    whole = {"slot": "one", **fields}
    return Paragraph("p", "general", None, 0, "V", text, 3, "en", made=kept, **whole)


TRUTHS = [
    ("nothing, and nothing is called for", None, None, ()),
    ("nothing, and something is called for", None, NEW, (Add,)),
    ("as it was made, from the same", paragraph(OLD), OLD, (Keep,)),
    ("as it was made, from something else", paragraph(OLD), NEW, (Replace,)),
    ("as it was made, from what is gone", paragraph(OLD), None, (Remove,)),
    ("edited, from the same", paragraph("Mine"), OLD, (Keep,)),
    ("edited, from something else", paragraph("Mine"), NEW, (Leave, "edited")),
    ("edited into what is called for", paragraph(NEW), NEW, (Remember,)),
    ("edited, from what is gone", paragraph("Mine"), None, (Leave, "edited_unfounded")),
    ("emptied, from something else", paragraph(""), NEW, (Leave, "edited")),
    ("taken out, from the same", paragraph(OLD, status="removed"), OLD, (Keep,)),
    ("taken out, from something else", paragraph(OLD, status="removed"), NEW, (Leave, "taken_out")),
    ("taken out, from what is gone", paragraph(OLD, status="removed"), None, (Keep,)),
    ("somebody's own", paragraph("Mine", None, slot=None), None, (Keep,)),
    ("somebody's own, beside", paragraph("Mine", None, slot=None), NEW, (Add, Keep)),
]


@pytest.mark.parametrize(
    ("held", "now", "done"), [t[1:] for t in TRUTHS], ids=[t[0] for t in TRUTHS]
)
def test_what_becomes_of_a_paragraph_that_is(held, now, done) -> None:
    steps = rebuild([held] if held else [], proposed(now))
    expected = [step for step in done if not isinstance(step, str)]
    assert [type(step) for step in steps] == expected
    assert [step.why for step in steps if isinstance(step, Leave)] == [
        why for why in done if isinstance(why, str)
    ]


def test_a_new_paragraph_comes_after_the_one_proposed_before_it_in_its_section() -> None:
    first, second = proposed(OLD, "one") + proposed(NEW, "two")
    elsewhere = replace(first, slot="three", section="thanks")
    steps = rebuild([paragraph(OLD)], [first, second, elsewhere])
    assert [step.after for step in steps if isinstance(step, Add)] == ["one", None]


def test_two_paragraphs_of_one_slot_are_not_both_kept_up() -> None:
    twice = [paragraph(OLD), replace(paragraph(OLD), id="q")]
    assert [type(step) for step in rebuild(twice, proposed(NEW))] == [Replace, Keep]


def test_other_neighbours_are_no_other_source() -> None:
    again = [replace(one, words=f"{OLD} also") for one in proposed(OLD)]
    assert rebuild([paragraph(OLD)], again) == (Keep(paragraph(OLD)),)


SLOTS = st.dictionaries(st.sampled_from("abc"), st.sampled_from(["x", "y", "z"]))
ACTS = st.lists(
    st.tuples(st.just("rebuild"), SLOTS)
    | st.tuples(st.just("type"), st.sampled_from("abc"), st.text("xy", max_size=3))
    | st.tuples(st.just("take out"), st.sampled_from("abc")),
    max_size=12,
)


@given(ACTS)
def test_no_hand_edit_is_ever_lost_and_a_second_rebuild_does_nothing(acts) -> None:
    ids, held = (f"p{n}" for n in count()), dict[str, Paragraph]()
    by_hand: dict[str, str] = {}
    for act, *what in acts:
        if act == "type":
            _type(held, by_hand, *what)
        elif act == "take out":
            held |= {p.id: replace(p, status="removed") for p in _of(held, what[0])}
        else:
            now = [one for slot in sorted(what[0]) for one in proposed(what[0][slot], slot)]
            steps = rebuild(held.values(), now)
            held = {p.id: p for p in carried_out(steps, ids)}
            again = rebuild(held.values(), now)
            assert {type(step) for step in again} <= {Keep, Leave}
            assert [s for s in again if isinstance(s, Leave)] == [
                s for s in steps if isinstance(s, Leave)
            ]
        assert all(held[p].text == words for p, words in by_hand.items())


@given(SLOTS, SLOTS)
def test_what_nobody_touched_ends_as_if_it_were_made_today(before, after) -> None:
    ids = (f"p{n}" for n in count())
    made = carried_out(rebuild([], _all(before)), ids)
    later = carried_out(rebuild(made, _all(after)), ids)
    fresh = carried_out(rebuild([], _all(after)), ids)
    assert {(p.slot, p.text) for p in in_order(later, ())} == {(p.slot, p.text) for p in fresh}


def test_the_laws_would_notice_a_hand_edit_overwritten() -> None:
    step = rebuild([paragraph("Mine")], proposed(NEW))[0]
    assert isinstance(step, Leave) and step.proposed
    overwritten = carried_out([Replace(step.paragraph, step.proposed)], ())
    assert overwritten[0].text != "Mine"


def carried_out(steps: Iterable[Step], ids: Iterable[str]) -> tuple[Paragraph, ...]:
    """The paragraphs after the steps, in no order."""
    fresh, done = iter(ids), list[Paragraph]()
    for step in steps:
        match step:
            case Add(proposed=now):
                new = Paragraph(
                    next(fresh), now.section, now.topic, now.level, "V", now.words, 0, "en",
                    slot=now.slot, made=now.made,
                )  # fmt: skip
                done.append(new)
            case Replace(paragraph=held, proposed=now):
                done.append(replace(held, text=now.words, made=now.made))
            case Remember(paragraph=held, proposed=now):
                done.append(replace(held, made=now.made))
            case Remove(paragraph=held):
                done.append(replace(held, status="removed", slot=None, made=None))
            case Leave(paragraph=held) | Keep(paragraph=held):
                done.append(held)
    return tuple(done)


def _all(words: dict[str, str]) -> Sequence[Proposed]:
    return [one for slot in sorted(words) for one in proposed(words[slot], slot)]


def _of(held: dict[str, Paragraph], slot: str) -> list[Paragraph]:
    return [p for p in held.values() if p.slot == slot and p.status != "removed"]


def _type(held: dict[str, Paragraph], by_hand: dict[str, str], slot: str, words: str) -> None:
    for p in _of(held, slot):
        held[p.id] = replace(p, text=words)
        if p.made and words not in ("x", "y", "z"):
            by_hand[p.id] = words
        else:
            by_hand.pop(p.id, None)
