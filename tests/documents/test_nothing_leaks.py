"""Notes decided against reach no output: every document in every format, of any record at all.

Each note, question, answer, remark and statement has a word of its own that nobody else says.
What a new document or format shows is asked here as soon as it stands in ``DOCUMENTS``.
Exceptions are papers for those who work with the notes, no editions: EXCEPT names them.
"""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from discussion.documents.builders.passages import generated_of
from discussion.domain import synthesis
from discussion.domain.contributions import CONTRIBUTION, KINDS, REASONS, Contribution
from discussion.domain.drafting.passages import Passage
from discussion.domain.publications import Record, document_kind, documents_of
from discussion.domain.synthesis import Point
from discussion.services.publications.contributions import CONTRIBUTIONS
from discussion.services.publications.making import make
from discussion.services.publications.table_reports import TABLE_REPORTS
from tests.documents.reading import notes_text, pdf_text, slides_text, word_text
from tests.documents.reading_odt import akn_text, odt_text
from tests.documents.sample import EVENING, empty_record, kuala_lumpur, stamp_for

PROGRAMME = kuala_lumpur()
READ = {
    "akn": akn_text,
    "docx": word_text,
    "pptx": lambda content: slides_text(content) + notes_text(content),
    "html": bytes.decode,
    "md": bytes.decode,
    "odt": odt_text,
    "pdf": pdf_text,
    "csv": lambda content: content.decode("utf-8-sig"),
    "ics": bytes.decode,
    "toml": bytes.decode,
}
EXCEPT = (CONTRIBUTIONS, TABLE_REPORTS)
FORBIDDEN = tuple(status for status in CONTRIBUTION.states if status != "accepted")


def test_every_format_of_every_document_is_read_here() -> None:
    documents = documents_of(PROGRAMME)
    assert {form for d in documents for form in document_kind(d)[0].formats} <= set(READ)


def test_papers_that_hold_such_notes_are_named_and_are_no_editions() -> None:
    assert not {*EXCEPT} & {*documents_of(PROGRAMME)}
    with pytest.raises(KeyError):
        document_kind(TABLE_REPORTS)


def outputs(record: Record) -> dict[str, str]:
    """All words of every document in every format."""
    documents = documents_of(record.workshop.programme)
    return {
        f"{made.document}.{form}": READ[form](made.write(form))
        for made in make(record, documents, lambda key: stamp_for(PROGRAMME, key))
        for form in document_kind(made.document)[0].formats
    }


def a_note(number: int, **fields: Any) -> Contribution:
    """A note with words that stand nowhere else."""
    made = Contribution(
        id=f"note{number}",
        sheet="s",
        table=f"t{1 + number % 9}",
        topic=PROGRAMME.topics[0].id,
        text=f"said{number}x of portals",
        version=1,
        kind="recommendation",
        subtopic=None,
        countries=("MY",),
        status="accepted",
        position=f"a{number:03d}",
        question=f"asked{number}x",
        answer=f"answered{number}x",
        reason="needs_echo",
        remark=f"remarked{number}x",
        late=False,
        read_back=True,
        language="en",
        created_at=EVENING,
    )
    return replace(made, **fields)


def a_point(number: int, sources: tuple[str, ...], **fields: Any) -> Point:
    """A point whose statement stands nowhere else."""
    made = Point(
        id=f"point{number}",
        topic=PROGRAMME.topics[0].id,
        subtopic=None,
        kind="recommendation",
        statement=f"stated{number}x by portals",
        version=1,
        status="confirmed",
        position=f"a{number:03d}",
        sources=sources,
        language="en",
    )
    return replace(made, **fields)


def leaks(record: Record, made: dict[str, str] | None = None) -> list[str]:
    """Where an output says what it may not: a note that is not accepted, or words beside a note.

    ``made``: the record's outputs, where they have been made already.
    """
    secret = [n.text.split()[0] for n in record.contributions if n.status != "accepted"]
    for note in record.contributions:
        secret += [said for said in (note.question, note.answer, note.remark) if said]
    shown = synthesis.IN_OUTPUTS | {"parked", "noted_only"}
    gone = [p.statement.split()[0] for p in record.points if p.status not in shown]
    return [
        f"{name}: {words}"
        for name, text in (made or outputs(record)).items()
        for words in (*secret, *gone)
        if words in text
    ]


topics = st.sampled_from([topic.id for topic in PROGRAMME.topics])
noted = st.fixed_dictionaries(
    {
        "status": st.sampled_from(CONTRIBUTION.states),
        "topic": topics,
        "kind": st.sampled_from(list(KINDS)),
        "reason": st.sampled_from([None, *REASONS]),
        "late": st.booleans(),
        "read_back": st.booleans(),
    }
)
pointed = st.fixed_dictionaries(
    {
        "status": st.sampled_from(synthesis.POINT.states),
        "topic": topics,
        "kind": st.sampled_from(list(KINDS)),
        "sources": st.lists(st.integers(0, 11), max_size=5, unique=True).map(
            lambda numbers: tuple(f"note{n}" for n in numbers)
        ),
    }
)


@settings(max_examples=4, deadline=None, phases=[Phase.generate])  # to shrink one takes minutes
@given(st.lists(noted, min_size=12, max_size=12), st.lists(pointed, max_size=8))
def test_notes_that_are_not_accepted_reach_no_output_whatever_points_rest_on_them(
    notes: list[dict[str, Any]], points: list[dict[str, Any]]
) -> None:
    made = tuple(a_note(n, **fields) for n, fields in enumerate(notes))
    stated = tuple(a_point(n, fields.pop("sources"), **fields) for n, fields in enumerate(points))
    assert leaks(empty_record(PROGRAMME, notes=made, points=stated)) == []


@pytest.fixture(scope="module")
def everything() -> tuple[Record, dict[str, str]]:
    """A note of every status on every topic, all of them sources of a point of every kind."""
    cases = list(product(PROGRAMME.topics, CONTRIBUTION.states))
    notes = tuple(a_note(n, topic=t.id, status=status) for n, (t, status) in enumerate(cases))
    points = tuple(
        a_point(n, tuple(note.id for note in notes if note.topic == t.id), topic=t.id, kind=kind)
        for n, (t, kind) in enumerate(product(PROGRAMME.topics, KINDS))
    )
    record = empty_record(PROGRAMME, notes=notes, points=points)
    return record, outputs(record)


@pytest.mark.parametrize("status", FORBIDDEN)
def test_a_note_of_this_status_reaches_no_output(everything, status: str) -> None:
    record, texts = everything
    own = [note.text.split()[0] for note in record.contributions if note.status == status]
    assert len(own) == len(PROGRAMME.topics)
    assert [(name, words) for name, text in texts.items() for words in own if words in text] == []


def test_no_question_answer_or_remark_of_any_note_reaches_an_output(everything) -> None:
    record, texts = everything
    assert leaks(record, texts) == []


def test_accepted_notes_reach_the_provenance_table_so_these_tests_do_look(everything) -> None:
    record, texts = everything
    own = [note.text.split()[0] for note in record.accepted.values()]
    assert [words for words in own if words not in texts["provenance.csv"]] == []


def test_words_written_by_hand_bring_no_other_note_into_an_output(everything) -> None:
    """What they rest on in the provenance table are accepted notes alone, wherever they stand."""
    record, _ = everything
    documents = ("proceedings", *(f"presentation-topic-{t.number}" for t in PROGRAMME.topics))
    places = [(document, one) for document in documents for one in generated_of(record, document)]
    by_hand = {
        (document, one.slot): Passage(
            one.slot, document, one.slot, f"Byhand{n}x.", 1, "", one.words
        )
        for n, (document, one) in enumerate(places)
    }
    written = replace(record, passages=by_hand)
    texts = {
        f"{made.document}.{form}": READ[form](made.write(form))
        for made in make(written, ("provenance", *documents), lambda key: stamp_for(PROGRAMME, key))
        for form in {"html", "pptx", "csv"} & {*document_kind(made.document)[0].formats}
    }
    assert leaks(written, texts) == []
    told = "".join(texts.values())
    assert [n for n in range(len(by_hand)) if f"Byhand{n}x." not in told] == []


def test_a_filter_that_lets_one_status_through_would_be_found(monkeypatch) -> None:
    """The planted fault: the one filter of all outputs takes parked notes, too."""
    let_through = property(
        lambda self: {c.id: c for c in self.contributions if c.status in ("accepted", "parked")}
    )
    monkeypatch.setattr(Record, "accepted", let_through)
    note = a_note(1, status="parked")
    record = empty_record(PROGRAMME, notes=(note,), points=(a_point(1, (note.id,)),))
    assert "provenance.csv: said1x" in leaks(record)
