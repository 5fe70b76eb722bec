"""Guidelines: one for every recommendation, with why and examples, and nothing invented."""

from dataclasses import replace

from discussion.documents.builders.guidelines import build_guidelines
from discussion.documents.tree import Heading, Paragraph, Table, plain
from discussion.domain.attribution import Attribution, Policy
from discussion.domain.publications import Record, points_for_outputs
from tests.documents.sample import empty_record, kuala_lumpur, sample_record, stamp_for

RECORD = sample_record()


def blocks(record: Record = RECORD):
    return build_guidelines(record, stamp_for(record.workshop.programme, "guidelines")).blocks


def lines(record: Record = RECORD, style: str = "bullet") -> list[str]:
    return [
        plain(b.content) for b in blocks(record) if isinstance(b, Paragraph) and b.style == style
    ]


def test_every_recommendation_is_a_guideline_once_with_its_sources():
    topics = RECORD.workshop.programme.topics
    points = [p for topic in topics for p in points_for_outputs(RECORD, topic.id)]
    recommended = {p.id: p.statement for p in points if p.kind == "recommendation"}
    given = [b for b in blocks() if isinstance(b, Paragraph) and b.style == "caption"]
    assert sorted(b.sources[0].point for b in given) == sorted(recommended)
    for block in given:
        assert recommended[block.sources[0].point] in plain(block.content)
    assert plain(given[0].content).startswith("A.1. ")


def test_parts_are_lettered_by_topic_and_guidelines_count_through_a_part():
    parts = [b.number for b in blocks() if isinstance(b, Heading) and b.number.startswith("Part")]
    assert parts == ["Part A", "Part B", "Part C"]
    numbers = [words.partition(" ")[0] for words in lines(style="caption")]
    for letter in "ABC":
        mine = [number for number in numbers if number.startswith(letter)]
        assert mine == [f"{letter}.{n}." for n in range(1, len(mine) + 1)]


def test_an_example_is_given_only_where_its_countries_may_be_named():
    assert any(line.startswith("Example: ") and line.endswith("Türkiye)") for line in lines())
    hidden = replace(RECORD, attribution=Attribution(Policy(published="table")))
    unnamed = replace(
        hidden, contributions=tuple(replace(n, countries=()) for n in hidden.contributions)
    )
    assert not any(line.startswith("Example") for line in lines(unnamed))


def test_what_nobody_said_is_a_place_to_fill_and_never_a_sentence():
    told = lines()
    assert "Indicator: [to be completed]" in told
    assert "Why: [to be completed]" in told
    assert any(line.startswith("Why: Career tools trained on data") for line in told)


def test_the_checklist_leads_to_every_guideline():
    (table,) = (b for b in blocks() if isinstance(b, Table))
    assert len(table.rows) == len(lines(style="caption"))
    assert all(row.cells[2:] == ((), (), ()) for row in table.rows)


def test_a_workshop_without_recommendations_says_so():
    bare = empty_record(kuala_lumpur())
    said = [plain(b.content) for b in blocks(bare) if isinstance(b, Paragraph)]
    assert sum(words.startswith("No recommendation") for words in said) == 3
    assert not any(isinstance(b, Table) for b in blocks(bare))
