"""Documents of workshops of every shape: empty, bare, Arabic, one topic or nine."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discussion.documents.builders.declaration import build_declaration
from discussion.documents.builders.presentation import build_presentation
from discussion.documents.builders.proceedings import build_proceedings
from discussion.documents.deck import BulletSlide
from discussion.documents.direction import runs
from discussion.documents.phrases import phrase
from discussion.documents.tree import Document, letters, plain, roman
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.html import write_html
from discussion.documents.writers.pptx import write_pptx
from discussion.domain.programme import Host, Mandate, Programme, Subtopic, Topic
from discussion.domain.publications import Record, suggested_symbol
from discussion.domain.synthesis import Point
from tests.documents.reading import notes_text, word_text
from tests.documents.sample import empty_record, kuala_lumpur, sample_record, stamp_for

BARE = Programme(
    title="A meeting",
    type="meeting",
    status=None,
    dates=(),
    venue=None,
    city=None,
    country=None,
    timezone="UTC",
    language="en",
    hosts=(),
    invited_international=(),
    topics=(),
    items=(),
    objectives=(),
    mandate=(),
    participants=(),
    method=None,
)
ARABIC = replace(
    kuala_lumpur(),
    title="تمكين الباحثين عن عمل",
    city="الرباط",
    country="MA",
    language="ar",
    hosts=(Host("سيسرك", "مركز الأبحاث الإحصائية"),),
    mandate=(Mandate("خطة العمل", "الاجتماع الرابع", "مراكش", (date(2024, 3, 1),)),),
    topics=(Topic("t", 1, "الإرشاد المهني", (Subtopic("s", 1, "أدوات المهن"),)),),
)
NINE = replace(BARE, topics=tuple(Topic(f"t{n}", n, f"Topic name {n}") for n in range(1, 10)))
ONE = replace(BARE, topics=(Topic("t1", 1, "The only topic"),), city="Ankara", type="seminar")


def build(record: Record) -> tuple[str, str, str]:
    """The words of the declaration, the proceedings and all slides, through real files."""
    programme = record.workshop.programme
    texts = [word_text(write_docx(tree)) for tree in documents(record)]
    slides = ""
    for topic in programme.topics:
        stamp = stamp_for(programme, f"presentation-topic-{topic.number}")
        deck = build_presentation(record, stamp, topic_number=topic.number)
        slides += notes_text(write_pptx(deck))
    return texts[0], texts[1], slides


def documents(record: Record) -> tuple[Document, Document]:
    programme = record.workshop.programme
    return (
        build_declaration(record, stamp_for(programme, "declaration")),
        build_proceedings(record, stamp_for(programme, "proceedings")),
    )


@pytest.mark.parametrize(
    "programme", [kuala_lumpur(), BARE, ARABIC, NINE, ONE], ids=["KL", "bare", "ar", "nine", "one"]
)
def test_a_workshop_without_points_has_its_documents_and_they_say_so(programme) -> None:
    declaration, proceedings, slides = build(empty_record(programme))
    empty = phrase(programme.language, "section.empty")
    assert declaration.count(empty) == len(programme.topics)
    none, yet = (
        phrase(programme.language, key) for key in ("proceedings.none", "slides.no_finding")
    )
    assert proceedings.count(none) == 2 * len(programme.topics)
    assert slides.count(yet) == len(programme.topics)
    for text in (declaration, proceedings):
        assert "None" not in text.replace("None had been confirmed", "")
        assert ", ," not in text
        assert "  " not in text.replace("\n", "|").strip() or programme is ARABIC


def test_an_unknown_place_and_time_are_left_out_of_the_sentence() -> None:
    declaration, proceedings, _ = build(empty_record(BARE))
    assert "We, the participants of the Meeting on “A meeting”;" in declaration
    assert "The Meeting on “A meeting” was held." in proceedings
    assert "Adopted [upon adoption]" in declaration


def test_an_arabic_workshop_prints_its_names_and_calls_no_arabic_point_foreign() -> None:
    point = _point("يُبلَّغ الباحثون عن عمل", topic="t", subtopic="s", language="ar")
    declaration, _, _ = build(empty_record(ARABIC, points=(point,)))
    assert point.statement in declaration
    assert (
        "«تمكين الباحثين عن عمل»، المنعقدة في الرباط، المغرب، يومي 8 و\u00a09 يوليو 2025؛"
        in declaration
    )
    assert "to be translated" not in declaration


@pytest.mark.parametrize(
    ("programme", "symbol"),
    [
        (kuala_lumpur(), "OIC-PESNET/WS-KL/2025/DECL/ZERO"),
        (BARE, "MEET/DECL/ZERO"),
        (ONE, "SEM-ANK/DECL/ZERO"),
        (ARABIC, "OIC-PESNET/WS/2025/DECL/ZERO"),
    ],
    ids=["KL", "bare", "one", "ar"],
)
def test_a_symbol_is_suggested_out_of_what_is_known(programme, symbol: str) -> None:
    named = replace(programme, mandate=kuala_lumpur().mandate) if programme is ARABIC else programme
    assert suggested_symbol(named, "declaration", "ZERO") == symbol


def test_a_list_with_one_whole_sentence_ends_every_item_with_a_full_stop() -> None:
    points = (
        _point("Portals verify employers.", "a"),
        _point("Portals answer reporters", "b"),
    )
    declaration, _ = documents(empty_record(ONE, points=points))
    said = [
        plain(b.content) for b in declaration.blocks if getattr(b, "anchor", "")[:6] == "OP-03("
    ]
    assert said == ["Portals verify employers.", "Portals answer reporters."]


def test_a_deck_of_many_points_drops_none_and_never_crowds_a_slide() -> None:
    points = tuple(_point(f"Statement number {n} of the topic", f"p{n:03d}") for n in range(60))
    record = empty_record(ONE, points=points)
    deck = build_presentation(record, stamp_for(ONE, "presentation-topic-1"), topic_number=1)
    slides = [slide for slide in deck.slides if isinstance(slide, BulletSlide)]
    shown = {s.point for slide in slides for b in slide.bullets for s in b.sources}
    assert {point.id for point in points} <= shown
    assert max(len(slide.bullets) for slide in slides) <= 5


def test_a_deck_of_an_unknown_topic_is_refused() -> None:
    with pytest.raises(KeyError):
        build_presentation(sample_record(), stamp_for(BARE, "declaration"), topic_number=9)


printable = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)
sentences = st.lists(printable, min_size=1, max_size=8).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(sentences)
def test_whatever_is_typed_is_carried_word_for_word(statement: str) -> None:
    record = empty_record(ONE, points=(_point(statement, "a"), _point("second", "b")))
    declaration, proceedings, slides = build(record)
    assert statement in declaration
    assert statement in proceedings
    assert statement in slides
    for document in documents(record):
        assert write_html(document)


@given(st.text())
def test_stretches_of_direction_join_to_the_whole_text(words: str) -> None:
    assert "".join(piece for piece, _ in runs(words)) == words
    assert all(piece for piece, _ in runs(words))


def test_letters_and_roman_numbers_go_on_as_word_processors_count() -> None:
    assert [letters(n) for n in (1, 26, 27, 52)] == ["(a)", "(z)", "(aa)", "(zz)"]
    assert [roman(n) for n in (1, 4, 9, 14, 40)] == ["(i)", "(iv)", "(ix)", "(xiv)", "(xl)"]


def _point(
    statement: str,
    id_: str = "p",
    *,
    topic: str = "t1",
    subtopic: str | None = None,
    language: str = "en",
) -> Point:
    return Point(
        id=id_,
        topic=topic,
        subtopic=subtopic,
        kind="recommendation",
        statement=statement,
        version=1,
        status="confirmed",
        position=id_,
        sources=(),
        language=language,
    )
