"""A line has one form however it was nested, and changes are accepted or rejected whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.documents.tree import (
    Alternatives,
    Bracket,
    Change,
    Deleted,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Inserted,
    Link,
    ListItem,
    MarkChange,
    Numbering,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    Text,
    accept,
    accepted,
    heading_number,
    introduces,
    labels,
    normal,
    plain,
    reject,
    rejected,
)
from tests.documents.any_tree import START, blocks, contents
from tests.documents.every_node import META

BY = Change("A delegation", START)
CAME, WENT = MarkChange("inserted", BY), MarkChange("deleted", BY)


@given(contents)
def test_the_one_form_of_a_line_says_the_same_words_and_is_its_own(content) -> None:
    once = normal(content)
    assert normal(once) == once
    assert plain(once) == plain(content)


def test_bold_italics_and_italic_bold_are_one() -> None:
    bold = Strong((Emphasis((Text("a"),)), Text("b")))
    italic = (Emphasis((Strong((Text("a"),)),)), Strong((Text(""), Text("b"))))
    assert normal((bold,)) == normal(italic) == (bold,)


def test_a_bracket_that_was_inserted_is_a_bracket_whose_signs_were() -> None:
    new = normal((Inserted((Bracket((Text("a"),)),), BY),))
    assert new == (Bracket((Inserted((Text("a"),), BY),), (), CAME),)
    assert rejected(new) == ()
    round_old_words = (Bracket((Text("a"),), (), CAME),)
    assert rejected(round_old_words) == (Text("a"),)
    assert accepted(round_old_words) == (Bracket((Text("a"),)),)


def test_brackets_that_say_nothing_stay_and_two_side_by_side_stay_two() -> None:
    for line in (
        (Bracket(()),),
        (Bracket((Text("a"),)), Bracket((Text("a"),))),
        (Alternatives(((), (Text("b"),))),),
        (Link((Text("a"),), "#x"), Link((Text("b"),), "#x")),
    ):
        assert normal(line) == line


def test_accepting_takes_what_came_and_drops_what_went() -> None:
    line = (Text("at "), Deleted((Text("once"),), BY), Inserted((Text("last"),), BY))
    assert accepted(line) == (Text("at last"),)
    assert rejected(line) == (Text("at once"),)
    assert plain(line) == "at last"


def document(*blocks_: object) -> Document:
    return Document(META, blocks_)  # type: ignore[arg-type]


def paragraph(words: str, anchor: str, end: MarkChange | None = None, **more) -> Paragraph:
    return Paragraph((Text(words),) if words else (), anchor, (), end=end, **more)


def test_a_paragraph_whose_end_goes_runs_on_into_the_next() -> None:
    whole = document(paragraph("One ", "P-1", WENT), paragraph("two", "P-2", style="note"))
    assert accept(whole).blocks == (paragraph("One two", "P-2", style="note"),)
    assert reject(whole).blocks == (paragraph("One ", "P-1"), paragraph("two", "P-2", style="note"))


def test_a_paragraph_that_came_whole_goes_whole() -> None:
    new = Paragraph((Inserted((Text("New"),), BY),), "P-1", (), end=CAME)
    assert reject(document(new, paragraph("old", "P-2"))).blocks == (paragraph("old", "P-2"),)
    assert reject(document(new)).blocks == ()
    old = Paragraph((Text("Said"), Inserted((Text(" more"),), BY)), "P-1", (), end=CAME)
    assert reject(document(old)).blocks == (paragraph("Said", "P-1"),)


def test_rows_come_and_go_whole() -> None:
    rows = (Row(((Text("new"),),), "R-1", (), change=CAME), Row(((Text("old"),),), "R-2", ()))
    table = Table("Caption", ("Head",), (1,), rows, "T-1")
    assert reject(document(table)).blocks == (replace(table, rows=rows[1:]),)
    assert accept(document(table)).blocks == (
        replace(table, rows=(replace(rows[0], change=None), rows[1])),
    )


@given(blocks, st.sampled_from([accept, reject]))
def test_a_settled_document_has_no_changes_left(made, settle) -> None:
    once = settle(Document(META, made))
    assert settle(once) == once
    assert accept(once) == reject(once)


def test_places_are_called_by_their_numbers() -> None:
    blocks_ = (
        Heading(1, (), "H", "Annex I"),
        Paragraph((), "P-12", (), number=12),
        ListItem((), "P-12(b)", (), 1, 2),
        ListItem((), "P-12(b)(iv)", (), 2, 4),
        Paragraph((), "P-7", (), number=7, suffix="bis"),
        Paragraph((), "PP-1", ()),
        ListItem((), "PP-1(a)", ()),
    )
    _, *told = labels(blocks_, Numbering()).values()
    assert told == ["12", "12(b)", "12(b)(iv)", "7 bis", "", "(a)"]
    _, *told = labels(blocks_, Numbering("1)", "a)")).values()
    assert told == ["12)", "12)\xa0b)", "12)\xa0b)\xa0iv)", "7 bis)", "", "a)"]
    _, *told = labels(blocks_, Numbering("(1)", "(أ)")).values()
    assert told == ["(12)", "(12)\xa0(ب)", "(12)\xa0(ب)\xa0(4)", "(7 bis)", "", "(أ)"]


@pytest.mark.parametrize(
    ("language", "number", "printed"),
    [
        ("en", "", ""),
        ("en", "3.2", "3.2."),
        ("fr", "A", "A."),
        ("en", "Annex I", "Annex I:"),
        ("fr", "Annexe I", "Annexe I\xa0:"),
    ],
)
def test_a_heading_s_number_is_printed_with_its_sign(
    language: str, number: str, printed: str
) -> None:
    assert heading_number(Heading(1, (), "H", number), language) == printed


def test_footnotes_and_references_are_told_apart_from_words() -> None:
    line = (Text("See "), Reference("OP-1"), Footnote((Text("below"),)))
    assert plain(line) == "See OP-1"


def test_words_that_announce_a_list_or_table_are_kept_with_it() -> None:
    lead, item = Paragraph((), "a", ()), ListItem((), "b", ())
    assert introduces(lead, item) and introduces(lead, Table("", (), (), (), "t"))
    assert introduces(item, replace(item, level=2))
    assert not introduces(lead, lead) and not introduces(item, item)
    assert not introduces(lead, None)
