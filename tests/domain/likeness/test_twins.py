"""Twins are found whatever came before, and never without what tells them apart."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.labelled import families
from discussion.domain.likeness import Alteration, Twin, Twins
from discussion.domain.likeness.reading import Reading

BASES = [family.text for family in families()[:6]] + [
    pair.other for family in families()[:6] for pair in family.pairs
]
IDS = st.sampled_from("abcdefg")
MOVES = st.lists(st.tuples(IDS, st.sampled_from([*BASES, "", None])), max_size=30)


def held(moves: list[tuple[str, str | None]]) -> tuple[Twins, dict[str, str]]:
    twins, texts = Twins(), {}
    for id, text in moves:
        if text is None:
            twins.drop(id)
            texts.pop(id, None)
        else:
            twins.put(id, text)
            texts[id] = text
    return twins, texts


@settings(max_examples=100)
@given(MOVES)
def test_after_any_history_the_twins_are_those_of_a_fresh_index(
    moves: list[tuple[str, str | None]],
) -> None:
    twins, texts = held(moves)
    fresh = Twins()
    for id in sorted(texts, reverse=True):
        fresh.put(id, texts[id])
    assert len(twins) == len(fresh)
    assert all(twins.of(id) == fresh.of(id) == twins.of(id) for id in "abcdefg")


@settings(max_examples=100)
@given(MOVES)
def test_twins_are_twins_both_ways(moves: list[tuple[str, str | None]]) -> None:
    twins, texts = held(moves)
    found = {(id, twin.id): twin for id in texts for twin in twins.of(id, limit=100)}
    for (one, other), twin in found.items():
        back = found[other, one]
        assert (twin.score, twin.same) == (back.score, back.same)


def test_the_best_come_first_and_no_text_is_its_own_twin() -> None:
    twins = Twins()
    twins.put("far", "Employers should check the register")
    twins.put("near", "Every portal should check all employers in the business register.")
    twins.put(
        "note", "Portals should check each employer in the business register before publishing."
    )
    twins.put("other", "Childcare helps mothers to finish a course")
    assert [twin.id for twin in twins.of("note")] == ["near", "far"]
    assert [twin.id for twin in twins.of("note", limit=1)] == ["near"]
    assert twins.of("unknown") == () == twins.of("other")
    assert {twin.id for twin in twins.like(BASES[0])} >= {"near", "note"}


def test_a_note_finds_the_same_idea_in_two_other_languages() -> None:
    twins = Twins()
    for family in families()[:20]:
        twins.put(family.name, family.text)
    found = {
        language: twins.like(text)[0].id
        for language, text in (
            ("fr", "Vérifier les employeurs au registre du commerce avant toute première offre"),
            ("ar", "التحقق من أصحاب العمل في السجل التجاري قبل نشر أول إعلان على البوابة"),
        )
    }
    assert found == {"fr": "register check", "ar": "register check"}
    assert not any(twin.same for twin in twins.like("إنشاء خط ساخن مجاني للباحثين عن عمل"))


def test_what_differs_makes_it_impossible_to_call_a_twin_the_same() -> None:
    told = Twin("a", 1.0, (Alteration("number", ("3",), ("5",)),), ())
    assert not told.same and told.turned
    assert not Twin("a", 1.0, (Alteration("word", ("x",), ()),), ()).same
    assert Twin("a", 1.0, (), ()).same


def test_another_scorer_may_find_but_what_differs_is_told_all_the_same() -> None:
    class Everything:
        near = 0.5

        def __init__(self) -> None:
            self.ids: list[str] = []

        def put(self, id: str, reading: Reading) -> None:
            self.ids.append(id)

        def drop(self, id: str) -> None:
            self.ids.remove(id)

        def like(self, reading: Reading, at_least: float) -> Iterator[tuple[str, float]]:
            return ((id, 0.99) for id in self.ids)

    twins = Twins(Everything())
    twins.put("a", "Portals should answer within 3 days")
    twins.put("b", "Portals should not answer within 5 days")
    (twin,) = twins.of("a")
    assert {alteration.kind for alteration in twin.alters} >= {"number", "negation"}
    assert not twin.same and {piece.sort for piece in twin.words} == {"keep", "insert", "delete"}
