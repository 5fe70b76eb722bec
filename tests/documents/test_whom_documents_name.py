"""No document names whom its policy keeps back, or who did not agree.

Each table, organisation and delegate has a name that stands nowhere else. One format of each
document is read: all are written from one tree, which the writers' own tests see to.
"""

from dataclasses import replace
from functools import partial
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from discussion.documents.builders import drafted
from discussion.domain.attribution import LEVELS, Attribution, Named, Policy
from discussion.domain.drafting.paragraphs import Paragraph
from discussion.domain.publications import Record, document_kind, documents_of
from discussion.services.publications import reading
from discussion.services.publications.making import make
from discussion.services.publications.reading import as_published
from tests.documents.sample import empty_record, stamp_for
from tests.documents.test_nothing_leaks import PROGRAMME, READ, a_note, a_point

TOPICS = [topic.id for topic in PROGRAMME.topics]
KINDS = ("good_practice", "recommendation", "challenge")


def a_record(levels: list[str | None], whole: str, agreed: list[bool]) -> Record:
    """A note of each of nine tables on each topic, each behind a point of its own."""
    own = {
        topic: Policy(published=level)
        for topic, level in zip(TOPICS, levels, strict=True)
        if level is not None
    }
    notes = [
        a_note(
            number,
            topic=topic,
            kind=KINDS[number % 3],
            countries=(f"ORG{number}X",),
            agreed=agreed[number % len(agreed)],
            said_by=f"Person{number}x" if agreed[number % len(agreed)] else None,
        )
        for topic in TOPICS
        for number in range(9 * TOPICS.index(topic), 9 * TOPICS.index(topic) + 9)
    ]
    points = [
        a_point(n, (note.id,), topic=note.topic, kind=note.kind) for n, note in enumerate(notes)
    ]
    record = empty_record(
        PROGRAMME,
        notes=tuple(notes),
        points=tuple(points),
        attribution=Attribution(Policy(published=whole), own),
    )
    return replace(record, tables=tuple(replace(t, name=f"Tafel{t.id}x") for t in record.tables))


def outputs(record: Record, *documents: str) -> dict[str, str]:
    """All words of some documents or every one, as far as their record may be published."""
    found = {}
    stamps = partial(stamp_for, PROGRAMME)
    for made in make(as_published(record), documents or documents_of(PROGRAMME), stamps):
        formats = document_kind(made.document)[0].formats
        quick = "html" if "html" in formats else formats[0]
        found[made.document] = READ[quick](made.write(quick))
    return found


def named(record: Record, made: dict[str, str]) -> list[str]:
    """Where a document names somebody that it may not."""
    may = {topic: record.attribution.on(topic).published for topic in TOPICS}
    tables = [table.name for table in record.tables]
    secret: list[tuple[str, str]] = []
    for note in record.contributions:
        level = LEVELS.index(may[note.topic or ""])
        if level < 2 or not note.agreed:
            secret += [("", name) for name in note.countries]
        if note.said_by and level < 3:
            secret.append(("", note.said_by))
    if set(may.values()) == {"none"}:
        secret += [("", name) for name in tables]
    for number, topic in enumerate(TOPICS, 1):
        if may[topic] == "none":
            secret += [(f"presentation-topic-{number}", name) for name in tables]
    return [
        f"{name}: {words}"
        for name, text in made.items()
        for where, words in secret
        if name.startswith(where) and words in text
    ]


BEHIND = {"Table 4": 1, "Tafelt1x": 1, "Suriname": 2, "APEA": 2, "Somebody Else": 3}
"""Who may stand in braces, and from which level on a document names them."""


def with_braces(record: Record) -> Record:
    """With a paragraph of each topic and one of none, each of the parties behind a bracket."""
    places = [(topic, "topic") for topic in TOPICS] + [(None, "general")]
    paragraphs = tuple(
        Paragraph(
            id=f"paragraph{topic}{place}",
            section=section,
            topic=topic,
            level=0,
            position=f"{place}V",
            text=f"Urge all to [check]{{{who}: Grund-{topic}-{place}}}",
            version=0,
            language="en",
        )
        for topic, section in places
        for place, who in enumerate(BEHIND)
    )
    return replace(record, paragraphs=paragraphs)


def braces_amiss(record: Record) -> list[str]:
    """Where braces of the declaration name somebody they may not, or keep back whom they may."""
    text = outputs(record, "declaration")["declaration"]
    may = {topic: LEVELS.index(record.attribution.on(topic).published) for topic in TOPICS}
    return [
        f"{said} of {topic}"
        for topic in (*TOPICS, None)
        for place, (who, wanted) in enumerate(BEHIND.items())
        for named in [(may[topic] if topic else min(may.values())) >= wanted]
        for said in [f"{{{who if named else 'not named'}: Grund-{topic}-{place}}}"]
        if said not in text
    ]


@settings(max_examples=20, deadline=None, phases=[Phase.generate])
@given(st.lists(st.sampled_from([None, *LEVELS]), min_size=3, max_size=3), st.sampled_from(LEVELS))
def test_braces_behind_brackets_name_nobody_further_than_the_policy_goes(
    levels: list[str | None], whole: str
) -> None:
    assert braces_amiss(with_braces(a_record(levels, whole, [False]))) == []


def test_braces_that_name_everybody_would_be_found(monkeypatch: Any) -> None:
    """The planted fault: whoever was typed is named."""
    monkeypatch.setattr(drafted, "parties_shown", lambda level, parties, tables: tuple(parties))
    amiss = braces_amiss(with_braces(a_record(["none", "table", "country"], "person", [False])))
    assert len(amiss) == 5 + 3 + 1 + 5  # of no topic: as the strictest of all


@settings(max_examples=30, deadline=None, phases=[Phase.generate])  # shrinking takes long
@given(
    st.lists(st.sampled_from([None, *LEVELS]), min_size=3, max_size=3),
    st.sampled_from(LEVELS),
    st.lists(st.booleans(), min_size=4, max_size=4),
)
def test_no_document_names_whom_its_policy_keeps_back(
    levels: list[str | None], whole: str, agreed: list[bool]
) -> None:
    record = a_record(levels, whole, agreed)
    assert named(record, outputs(record)) == []


def test_where_no_one_is_named_tables_are_counted_all_the_same() -> None:
    record = a_record([None, None, None], "none", [True])
    one = a_point(99, tuple(n.id for n in record.contributions if n.topic == TOPICS[0]))
    record = replace(record, points=(*record.points, one))
    made = outputs(record)
    assert named(record, made) == []
    assert "Raised by all tables (9 of 9 tables).\n" in made["presentation-topic-1"]
    assert "Statements are attributed to no table, country or person." in made["proceedings"]
    assert "Tables and their accepted notes" not in made["proceedings"]


def test_who_agreed_is_named_where_persons_are_so_these_tests_do_look() -> None:
    made = outputs(a_record(["table", "country", "person"], "table", [True]))
    proceedings, slides = made["proceedings"], made["presentation-topic-3"]
    assert "Tafelt1x" in proceedings and "ORG0X" not in proceedings
    assert "ORG9X" in proceedings and "Person9x" not in proceedings
    assert "ORG18X, Person18x" in proceedings and "Said by Person18x" in slides
    assert "On topic 2: statements are attributed to tables and not to persons." in proceedings


def test_a_filter_that_lets_everybody_through_would_be_found(monkeypatch: Any) -> None:
    """The planted fault: the one filter before every document shows all there is."""
    everything = lambda policy, note, place: Named(True, note.countries, note.said_by)  # noqa: E731
    monkeypatch.setattr(reading, "shown", everything)
    record = a_record(["none", "table", "country"], "table", [True, False])
    found = {fault.split(": ")[1] for fault in named(record, outputs(record))}
    assert {"ORG9X", "ORG0X", "Person18x", "Tafelt1x"} <= found
