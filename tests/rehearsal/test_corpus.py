"""The words of the rehearsal are many, clean, complete and dealt the same way twice."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

import discussion
from discussion.domain.contributions import CONTRIBUTION, KINDS, READ_BACK_CHOICES, REASONS
from discussion.domain.countries import COUNTRIES
from discussion.domain.programme import Programme, Subtopic, Topic
from discussion.domain.programme_file import read_programme
from discussion.domain.synthesis import POINT
from discussion.rehearsal.corpus import Script, plain_notes, script_for, written_topics

SAMPLE = Path(discussion.__file__).parent / "samples" / "kuala_lumpur.json"
SIZES = (1, 2, 3, 6, 10, 40)
FORBIDDEN = re.compile(
    r"\d\s*%|\bper cent\b|\bpour cent\b|\b(?:mr|mrs|ms|dr|prof|mme|dato|datuk|tan sri|sheikh"
    r"|excellency|h\.\s?e)\b\.?|\bbin\b|http|www\.|@",
    re.IGNORECASE,
)


def sample_programme() -> Programme:
    ids = iter(range(10_000))
    return read_programme(SAMPLE.read_bytes(), make_id=lambda: f"id{next(ids)}")


def programme_of(*topics: tuple[str, tuple[str, ...]], language: str = "en") -> Programme:
    made = tuple(
        Topic(f"t{n}", n, title, tuple(Subtopic(f"s{n}{m}", m, s) for m, s in enumerate(subs, 1)))
        for n, (title, subs) in enumerate(topics, start=1)
    )
    return replace(sample_programme(), topics=made, language=language)


def every_text() -> list[str]:
    texts = []
    for topic in written_topics():
        texts += [point.statement for point in topic.points]
        for note in topic.notes:
            texts += [t for t in (note.text, note.question, note.answer, note.remark) if t]
    plain = json.loads(
        (Path(discussion.__file__).parent / "rehearsal/corpus/plain.json").read_bytes()
    )
    for kind in plain["kinds"]:
        texts += [text for language in kind["notes"].values() for text in language]
        texts += kind["statement"].values()
    return texts


def test_the_written_topics_are_those_of_the_sample_workshop() -> None:
    programme = sample_programme()
    assert [t.title for t in programme.topics] == [t.title for t in written_topics()]
    for topic, written in zip(programme.topics, written_topics(), strict=True):
        assert tuple(s.title for s in topic.subtopics) == written.subtopics


@pytest.mark.parametrize(("language", "least"), [("en", 50), ("ar", 6), ("fr", 6)])
def test_each_topic_has_enough_different_notes(language: str, least: int) -> None:
    for topic in written_topics():
        assert len({n.text for n in topic.notes if n.language == language}) >= least


def test_all_subtopics_and_all_kinds_are_spoken_of() -> None:
    for topic in written_topics():
        numbers = set(range(1, len(topic.subtopics) + 1))
        assert {n.subtopic for n in topic.notes} - {None} == numbers
        assert {p.subtopic for p in topic.points} == numbers
        assert {n.kind for n in topic.notes} == set(KINDS)


def test_a_note_is_as_long_as_one_idea() -> None:
    for topic in written_topics():
        for note in topic.notes:
            assert 60 <= len(note.text) <= 350, note.text
            assert note.text == note.text.strip()


def test_countries_are_members_by_their_code() -> None:
    for topic in written_topics():
        for note in topic.notes:
            assert set(note.countries) <= set(COUNTRIES)


def test_twins_come_in_groups_and_differ_in_words() -> None:
    for topic in written_topics():
        groups = Counter(n.twin for n in topic.notes if n.twin)
        assert len(groups) >= 8
        assert all(count >= 2 for count in groups.values())
    texts = [n.text for t in written_topics() for n in t.notes]
    assert len(texts) == len(set(texts))


def test_a_percentage_and_a_title_of_honour_would_be_noticed() -> None:
    planted = ("about 70 % of vacancies", "said Dr. Somebody", "H.E. the Minister", "Dato' X")
    assert all(FORBIDDEN.search(text) for text in planted)


def test_no_statistic_and_no_person_is_claimed() -> None:
    for text in every_text():
        assert not FORBIDDEN.search(text), text


def test_rare_characters_are_among_the_words() -> None:
    words = "".join(every_text())
    assert set("éçşıöü") <= set(words)
    assert "\u0301" in words  # a combining accent, as some keyboards send it
    assert "\u064f" in words  # an Arabic vowel mark
    assert sum(ord(character) > 0xFFFF for character in words) == 1


def test_statements_stand_in_a_frame() -> None:
    for topic in written_topics():
        assert 8 <= len(topic.points) <= 12
        for point in topic.points:
            assert point.statement[0].isupper()
            assert not point.statement.endswith((".", ";", ":", ","))
            assert " should " in point.statement or point.kind != "recommendation"
            assert (" will " in point.statement) == (point.kind == "commitment")
            assert point.statement.startswith("One view held ") == (point.kind == "dissent")
            assert point.statement.endswith("?") == (point.kind == "question")


@pytest.mark.parametrize("tables", SIZES)
def test_every_table_has_an_hour_of_notes_on_every_topic(tables: int) -> None:
    script = script_for(sample_programme(), tables, 1, seed=5)
    for table in range(1, tables + 1):
        for topic in (1, 2, 3):
            assert 8 <= len(script.sheet(table, topic)) <= 14


@pytest.mark.parametrize("tables", SIZES)
def test_every_dealt_note_has_exactly_one_fate(tables: int) -> None:
    check_fates(script_for(sample_programme(), tables, 2, seed=5))


def test_a_note_with_two_fates_would_be_noticed() -> None:
    script = script_for(sample_programme(), 3, 1, seed=5)
    doubled = replace(script.points[0], sources=script.points[1].sources)
    with pytest.raises(AssertionError):
        check_fates(replace(script, points=(doubled, *script.points[1:])))


def check_fates(script: Script) -> None:
    notes = {deal.note.key: deal.note for deal in script.deals}
    assert len(notes) == len(script.deals)
    assert [v.note for v in script.verdicts] == list(notes)
    sources = Counter(source for point in script.points for source in point.sources)
    for verdict in script.verdicts:
        accepted = verdict.outcome == "accepted"
        assert sources[verdict.note] == (1 if accepted else 0)
        assert (verdict.point is not None) == accepted
        assert (verdict.reason in REASONS) == (verdict.outcome in ("parked", "out_of_scope"))
        assert (verdict.question is not None) == (verdict.decision == "return")
        assert verdict.then is None or verdict.answer
        assert {verdict.decision, verdict.then or "accept"} <= set(CONTRIBUTION.moves)
    for point in script.points:
        assert point.sources
        assert point.status in POINT.states
        assert all(notes[source].topic == point.topic for source in point.sources)


def test_most_notes_are_accepted_and_all_decisions_occur() -> None:
    script = script_for(sample_programme(), 10, 1, seed=5)
    outcomes = Counter(verdict.outcome for verdict in script.verdicts)
    assert set(outcomes) == {"accepted", "returned", "parked", "out_of_scope"}
    assert 0.80 <= outcomes["accepted"] / len(script.verdicts) <= 0.92
    assert {v.reason for v in script.verdicts} - {None} == set(REASONS)


def test_points_rest_on_notes_in_three_languages() -> None:
    script = script_for(sample_programme(), 10, 1, seed=5)
    languages = {deal.note.key: deal.note.language for deal in script.deals}
    for topic in (1, 2, 3):
        sets = [{languages[s] for s in point.sources} for point in script.points_of(topic)]
        assert sum(spoken == {"en", "ar", "fr"} for spoken in sets) >= 3


def test_with_three_tables_one_writes_arabic_and_one_french() -> None:
    script = script_for(sample_programme(), 3, 1, seed=5)
    spoken = {deal.table: deal.note.language for deal in script.deals}
    assert spoken == {1: "en", 2: "ar", 3: "fr"}
    assert {d.note.language for d in script_for(sample_programme(), 2, 1, seed=5).deals} == {"en"}


def test_ten_tables_say_everything_the_corpus_holds() -> None:
    script = script_for(sample_programme(), 10, 1, seed=5)
    assert len({d.base for d in script.deals}) == sum(len(t.notes) for t in written_topics())


def test_one_idea_waiting_for_an_echo_is_heard_at_one_table() -> None:
    script = script_for(sample_programme(), 40, 1, seed=5)
    waiting = {v.note for v in script.verdicts if v.reason == "needs_echo"}
    bases = Counter(deal.base for deal in script.deals if deal.note.key in waiting)
    assert bases
    assert set(bases.values()) == {1}


def test_tables_that_share_an_idea_mostly_word_it_differently() -> None:
    script = script_for(sample_programme(), 10, 1, seed=5)
    assert len({deal.note.text for deal in script.deals}) == len(script.deals)


def test_a_table_repeats_itself_only_after_saying_it() -> None:
    script = script_for(sample_programme(), 40, 1, seed=5)
    repeated = {v.note for v in script.verdicts if v.reason == "said_elsewhere"}
    assert repeated
    for key in repeated:
        deal = next(d for d in script.deals if d.note.key == key)
        sheet = script.sheet(deal.table, deal.note.topic)
        assert any(d.base == deal.base for d in sheet[: sheet.index(deal)])


def test_a_table_confirms_three_to_five_accepted_notes() -> None:
    script = script_for(sample_programme(), 6, 1, seed=5)
    accepted = {v.note for v in script.verdicts if v.outcome == "accepted"}
    assert len(script.read_backs) == 18
    for chosen in script.read_backs:
        assert READ_BACK_CHOICES[0] <= len(chosen.notes) <= READ_BACK_CHOICES[1]
        own = {deal.note.key for deal in script.sheet(chosen.table, chosen.topic)}
        assert set(chosen.notes) <= accepted & own


def test_two_rapporteurs_share_a_table() -> None:
    script = script_for(sample_programme(), 2, 2, seed=5)
    assert {(d.table, d.rapporteur) for d in script.deals} == {(1, 1), (1, 2), (2, 1), (2, 2)}


def test_one_seed_gives_one_script() -> None:
    assert script_for(sample_programme(), 10, 2, seed=5) == script_for(
        sample_programme(), 10, 2, seed=5
    )
    assert script_for(sample_programme(), 10, 2, seed=5) != script_for(
        sample_programme(), 10, 2, seed=6
    )


def test_a_dropped_subtopic_leaves_its_notes_without_one() -> None:
    first = sample_programme().topics[0]
    shorter = replace(first, title=first.title.upper(), subtopics=first.subtopics[1:])
    script = script_for(replace(sample_programme(), topics=(shorter,)), 3, 1, seed=5)
    numbers = {deal.note.subtopic for deal in script.deals}
    assert numbers == {None, *(s.number for s in shorter.subtopics)}


@pytest.mark.parametrize(
    "topic",
    [
        ("Water for mountain villages", ()),
        ("Water {for} 100 villages", ("Springs", "Pipes")),
        ("المياه في القرى الجبلية", ("الينابيع", "الأنابيب", "الصيانة")),
        ("山村用水", ("泉水",)),
        ("x" * 300, tuple(f"Part {n}" for n in range(1, 13))),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar", "fr", "ru"])
def test_any_other_topic_gets_plain_words(
    topic: tuple[str, tuple[str, ...]], language: str
) -> None:
    script = script_for(programme_of(topic, language=language), 4, 2, seed=5)
    check_fates(script)
    named = (topic[0][:20], *topic[1])
    for deal in script.deals:
        assert any(title in deal.note.text for title in named)
        assert deal.note.kind in KINDS
    for table in range(1, 5):
        assert 8 <= len(script.sheet(table, 1)) <= 14
    assert len(script.points) == len(KINDS)


def test_a_workshop_mixes_known_and_unknown_topics() -> None:
    known = written_topics()[2]
    script = script_for(programme_of(("Bees", ()), (known.title, known.subtopics)), 3, 1, seed=5)
    check_fates(script)
    assert {deal.note.topic for deal in script.deals} == {1, 2}
    assert script.points_of(2)[0].statement == known.points[0].statement


def test_plain_notes_are_one_of_each_kind_and_one_repeated() -> None:
    notes = plain_notes("Bees", ["Hives"], 2, "fr", Random(1), topic=7)
    assert sorted(n.kind for n in notes[:-1]) == sorted(KINDS)
    assert len({n.key for n in notes}) == len(notes)
    assert {(n.topic, n.language, n.subtopic) for n in notes} == {(7, "fr", 1)}


def test_a_programme_without_topics_gives_an_empty_script() -> None:
    assert script_for(programme_of(), 3, 1, seed=5) == Script((), (), (), ())


@pytest.mark.parametrize(("tables", "rapporteurs"), [(0, 1), (1, 0)])
def test_nobody_at_no_table_is_refused(tables: int, rapporteurs: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        script_for(sample_programme(), tables, rapporteurs, seed=5)
