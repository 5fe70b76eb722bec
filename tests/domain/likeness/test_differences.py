"""What turns the meaning is told, whatever else is the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.labelled import families
from discussion.domain.likeness.differences import KINDS, MILD, alterations
from discussion.domain.likeness.pieces import common, pieces
from discussion.domain.likeness.reading import read
from discussion.domain.likeness.words import words

WORDS = """
employers workers should must not never publish wages 3 5 days Mali Oman the by and encourage
establish les employeurs doivent ne pas يجب على أصحاب العمل لا نشر
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)


def kinds(one: str, other: str) -> set[str]:
    return {alteration.kind for alteration in alterations(read(one), read(other))}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("number", "Answer in 3 days", "Answer in 5 days"),
        ("number", "Answer in three days", "Answer in three weeks"),
        ("number", "Répondre sous 12 500 jours", "Répondre sous 1 250 jours"),
        ("number", "خلال ٣٠ يوما من البلاغ", "خلال ٦٠ يوما من البلاغ"),
        ("number", "Train three people in five regions", "Train five people in three regions"),
        ("negation", "Portals do publish wages", "Portals don't publish wages"),
        ("negation", "Publish with the wage", "Publish without the wage"),
        ("negation", "Les portails vérifient", "Les portails ne vérifient pas"),
        ("negation", "تستطيع النساء الحضور", "لا تستطيع النساء الحضور"),
        ("negation", "Publish, do not check", "Do not publish, check"),
        ("modal", "Portals should publish wages", "Portals shall publish wages"),
        ("modal", "Portals may publish wages", "Portals must publish wages"),
        ("modal", "Portals publish wages", "Portals should publish wages"),
        ("modal", "Le portail doit publier", "Le portail devrait publier"),
        ("modal", "يجب نشر الأجور هنا", "ينبغي نشر الأجور هنا"),
        ("strength", "Encourage a regional fund", "Establish a regional fund"),
        ("strength", "Invite states to join", "Urge states to join"),
        ("strength", "Encourager un fonds pour tous", "Créer un fonds pour tous"),
        ("strength", "تشجيع نشر الأجور", "إلزام نشر الأجور"),
        ("country", "Malaysia links its registers", "Indonesia links its registers"),
        ("country", "في ماليزيا بوابة واحدة", "في مصر بوابة واحدة"),
        ("body", "A centre hosted by the ILO", "A centre hosted by the IOM"),
        ("who", "Courses for women", "Courses for refugees"),
        ("who", "Employers should rate workers", "Workers should rate employers"),
        ("who", "Employers should rate workers", "Employers should be rated by workers"),
        ("scope", "Check before publication", "Check after publication"),
        ("scope", "At least ten places", "At most ten places"),
        ("scope", "The label is voluntary", "The label is mandatory"),
        ("scope", "Reduce forms, increase offices", "Increase forms, reduce offices"),
        ("order", "Forms replace visits", "Visits replace forms"),
        ("moved", "Replace forms by visits", "Replace visits by forms"),
        ("word", "A lawful offer", "An unlawful offer"),
        ("word", "Publish the wage", "Publish the wage quickly"),
        ("language", "Publish the wages of the staff", "Publier les salaires du personnel"),
    ],
)
def test_a_difference_of_meaning_is_told_both_ways(kind: str, one: str, other: str) -> None:
    assert kind in kinds(one, other)
    assert kinds(one, other) == kinds(other, one)
    assert not kinds(one, one) and not kinds(other, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Portals should publish the wage.", "The portal should publish wages"),
        ("Portals must publish within thirty days", "Within 30 days portals must publish"),
        ("Establish a hotline", "A hotline should be established"),
        ("Les portails ne publient pas les salaires", "Le portail ne publie pas le salaire"),
        ("ينبغي نشر الوظائف", "يَنْبَغي نشر وظائف"),
        ("Companies shall be vetted", "Firms shall be checked"),
    ],
)
def test_forms_synonyms_and_moved_clauses_are_no_difference(one: str, other: str) -> None:
    assert kinds(one, other) == set()


def test_countries_chosen_beside_the_text_count_as_named() -> None:
    named, chosen = read("Malaysia links its registers"), read("Its registers are linked", ("MY",))
    assert "country" not in {a.kind for a in alterations(named, chosen)}
    elsewhere = read("Its registers are linked", ("TR",))
    told = [a for a in alterations(chosen, elsewhere) if a.kind == "country"]
    assert [(a.before, a.after) for a in told] == [(("MY",), ("TR",))]


def test_the_words_themselves_are_shown() -> None:
    one, other = read("Portals should answer in 3 days"), read("Portals must answer in five days")
    assert [(a.kind, a.before, a.after) for a in alterations(one, other)] == [
        ("number", ("3",), ("five",)),
        ("modal", ("should",), ("must",)),
    ]
    assert [(piece.sort, piece.text) for piece in pieces(one, other)] == [
        ("keep", "Portals"),
        ("delete", "should"),
        ("insert", "must"),
        ("keep", "answer in"),
        ("delete", "3"),
        ("insert", "five"),
        ("keep", "days"),
    ]


def test_no_pair_that_a_person_calls_altered_is_ever_told_without_it() -> None:
    pairs = [pair for family in families() for pair in family.pairs if pair.label == "altered"]
    silent = [pair for pair in pairs if not kinds(pair.one, pair.other) - MILD - {"language"}]
    assert len(pairs) >= 140 and silent == []


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_differences_are_the_same_both_ways_and_words_lead_from_one_to_the_other(
    one: str, other: str
) -> None:
    first, second = read(one), read(other)
    forth, back = alterations(first, second), alterations(second, first)
    assert [(a.kind, a.before, a.after) for a in forth] == [
        (a.kind, a.after, a.before) for a in back
    ]
    assert [a.kind for a in forth] == sorted((a.kind for a in forth), key=list(KINDS).index)
    way = pieces(first, second)
    assert row(p.text for p in way if p.sort != "insert") == row([one])
    assert row(p.text for p in way if p.sort != "delete") == row([other])


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_what_is_kept_is_a_longest_common_subsequence(first: list[str], second: list[str]) -> None:
    kept = common(first, second)
    assert all(first[i] == second[j] for i, j in kept)
    assert all(a < c and b < d for (a, b), (c, d) in zip(kept, kept[1:], strict=False))
    lengths = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i, x in enumerate(first):
        for j, y in enumerate(second):
            longer = lengths[i][j] + 1 if x == y else 0
            lengths[i + 1][j + 1] = max(longer, lengths[i][j + 1], lengths[i + 1][j])
    assert len(kept) == lengths[-1][-1]


def row(texts: object) -> list[str]:
    return [word.folded for text in texts for word in words(text)]  # type: ignore[attr-defined]
