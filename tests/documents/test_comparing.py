"""A redline accepted is the newer document, and rejected the older one, whatever they say."""

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discussion.documents.comparing import bare, changed_places, redline, unmarked
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Bracket,
    Change,
    Commented,
    Cover,
    Deleted,
    Document,
    Figure,
    Heading,
    Inserted,
    ListItem,
    MarkChange,
    PageBreak,
    Paragraph,
    Row,
    Source,
    Table,
    TableOfContents,
    Text,
    accept,
    normal,
    plain,
    reject,
)
from tests.documents.any_tree import START, blocks, contents
from tests.documents.every_node import DOCUMENT, DOT, META

SOME = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # trees are large
BY = Change("The secretariat", START)
CAME, WENT = MarkChange("inserted", BY), MarkChange("deleted", BY)


def document(*made: Block) -> Document:
    return Document(META, made)


def paragraph(words: str, anchor: str = "OP-01", **more) -> Paragraph:
    return Paragraph((Text(words),), anchor, (), "operative", **more)


def said(document: Document) -> list[object]:
    """All that a redline has to keep of either side: words, looks, brackets, order, styles."""
    told: list[object] = []
    for block in bare(document).blocks:
        match block:
            case Heading(level=level, content=content, direction=direction):
                told.append(("heading", level, normal(content), direction))
            case ListItem(level=level, content=content, direction=direction):
                told.append(("item", level, normal(content), direction))
            case Paragraph(style=style, content=content, direction=direction):
                told.append((style, normal(content), direction))
            case Table(header=header, rows=rows) if rows:
                told.append((header, [tuple(map(normal, row.cells)) for row in rows]))
    return told


def obeys_the_laws(old: Document, new: Document) -> bool:
    made = redline(old, new, BY)
    return said(accept(made)) == said(new) and said(reject(made)) == said(old)


@SOME
@given(blocks, blocks)
def test_accepted_it_is_the_newer_and_rejected_the_older(old, new) -> None:
    assert obeys_the_laws(document(*old), document(*new))


@st.composite
def edited(draw) -> tuple[Document, Document]:
    """A document and the same after some of its blocks were changed, moved, added or taken out."""
    old = draw(st.lists(blocks.map(lambda made: made[0]), min_size=1, max_size=4))
    new = [draw(_edits(block)) for block in old if draw(st.integers(0, 5))]
    new = draw(st.permutations(new)) if draw(st.booleans()) else new
    return document(*old), document(*new, *draw(blocks | st.just(())))


def _edits(block: Block) -> st.SearchStrategy[Block]:
    return st.just(block) | contents.map(lambda content: _joined(block, content))


def _joined(block, content):
    return replace(block, content=normal((*content, *block.content[:2], *content[:1])))


@SOME
@given(edited())
def test_the_laws_hold_of_what_was_edited(pair: tuple[Document, Document]) -> None:
    assert obeys_the_laws(*pair)


tables = st.lists(
    st.tuples(contents.map(normal), contents.map(normal), st.integers(1, 4)), max_size=4
).map(
    lambda rows: Table(
        "Caption", ("A", "B"), (1, 1), tuple(Row((a, b), f"T-{n}", ()) for a, b, n in rows), "T"
    )
)


@SOME
@given(tables, tables)
def test_the_laws_hold_of_tables(old: Table, new: Table) -> None:
    assert obeys_the_laws(document(old), document(new))


def test_the_laws_hold_of_every_node_against_nothing() -> None:
    nothing = document()
    assert obeys_the_laws(nothing, DOCUMENT) and obeys_the_laws(DOCUMENT, nothing)
    assert obeys_the_laws(DOCUMENT, DOCUMENT)


def test_a_redline_that_forgot_a_word_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = document(paragraph("one two three")), document(paragraph("one 2 three"))
    assert obeys_the_laws(old, new)
    everywhere = "discussion.documents.comparing.lines.matching"
    monkeypatch.setattr(everywhere, lambda a, b: [(0, 0), (1, 1), (2, 2)])
    assert not obeys_the_laws(old, new)


def test_accepted_it_has_the_newer_anchors_numbers_and_marks() -> None:
    old = document(paragraph("Promote fair portals.", number=1), paragraph("Review.", "OP-02"))
    new = document(
        paragraph("Promote open portals.", number=1, mark="OP-01 · 2 of 4 tables"),
        paragraph("Review.", "OP-02", number=2),
    )
    assert accept(redline(old, new, BY)).blocks == new.blocks


def came(words: str) -> Inserted:
    return Inserted((Text(words),), BY)


def went(words: str) -> Deleted:
    return Deleted((Text(words),), BY)


def test_paragraphs_are_found_again_by_key_by_point_by_anchor_and_by_words() -> None:
    old = document(
        paragraph("Recommend that all portals name the authority.", "OP-01", keys=("k1", "k2")),
        Paragraph((Text("Review each year."),), "OP-02", (Source("notes", "p1"),), "operative"),
        paragraph("Report on the results found.", "OP-03"),
        paragraph("Thank the hosts for their welcome.", "OP-04"),
    )
    new = document(
        paragraph("A quite different beginning.", "OP-01", keys=("k0",)),
        paragraph("Recommend some gates.", "OP-02", keys=("k3", "k2")),
        Paragraph((Text("Review it."),), "OP-03", (Source("notes", "p1"),), "operative"),
        paragraph("Report on what was found.", "OP-03"),
        paragraph("Thank the city for its welcome.", "OP-09"),
    )
    made = redline(old, new, BY).blocks
    assert [(b.anchor, b.end and b.end.fate) for b in made] == [
        ("OP-01", "inserted"),
        *(("OP-02", None), ("OP-03", None), ("OP-03", None), ("OP-09", None)),
    ]


def test_a_moved_paragraph_is_gone_at_one_place_and_new_at_the_other() -> None:
    one, two, three = (paragraph(f"{w} says something of its own.", w) for w in "ABC")
    made = redline(document(one, two, three), document(two, three, one), BY).blocks
    assert [(b.anchor, b.end and b.end.fate) for b in made] == [
        *(("was-A", "deleted"), ("B", None), ("C", None), ("A", "inserted"))
    ]
    assert plain(made[0].content) == "" and len({b.anchor for b in made}) == 4


def test_rows_come_go_and_change() -> None:
    def table(*rows: tuple[str, str]) -> Document:
        made = (Row(((Text(a),), (Text(b),)), f"T-{n}", ()) for n, (a, b) in enumerate(rows, 1))
        return document(Table("Findings", ("Point", "Tables"), (3, 1), tuple(made), "T"))

    old = table(("Portals name the authority", "3"), ("Fees are shown", "2"))
    new = table(("Portals name the authority", "4"), ("Warnings are translated", "5"))
    (made,) = redline(old, new, BY).blocks
    assert [row.change and row.change.fate for row in made.rows] == [None, "deleted", "inserted"]
    assert made.rows[0].cells[1] == (went("3"), came("4"))
    told = changed_places(redline(old, new, BY))
    assert [(c.kind, c.place) for c in told] == [
        ("changed", "Findings, row 1"),
        ("gone", "Findings, row 2"),
        ("new", "Findings, row 3"),
    ]


def test_a_table_of_other_columns_goes_and_comes_whole() -> None:
    old = document(Table("C", ("A",), (1,), (Row(((Text("x"),),), "R", ()),), "T"))
    new = document(Table("C", ("A", "B"), (1, 1), (Row(((Text("x"),), ()), "R", ()),), "T"))
    assert [b.anchor for b in redline(old, new, BY).blocks] == ["was-T", "T"]
    assert obeys_the_laws(old, new)


def test_what_a_redline_cannot_mark_is_told_beside_it() -> None:
    cover = Cover((("title", "Declaration"), ("symbol", "A/1"), ("line", "Kuala Lumpur")))
    other = Cover((("title", "Conclusions"), ("symbol", "A/2"), ("line", "Kuala Lumpur")))
    old = document(cover, TableOfContents("C"), Figure(DOT, "d", "Map", "F-1"), PageBreak())
    new = document(other, TableOfContents("C"), Figure(DOT, "d", "Chart", "F-1"))
    assert unmarked(old, new) == (
        "The cover does not say “Declaration” any more.",
        "The cover now says “Conclusions”.",
        "The figure “Map” is gone.",
        "The figure “Chart” is new.",
    )
    assert obeys_the_laws(old, new)
    assert redline(old, new, BY).meta.variant == "redline"


def test_a_list_of_what_changed_counts_words() -> None:
    old = document(
        Heading(1, (Text("Old heading"),), "H"),
        paragraph("Ask for a yearly report.", "OP-01", place="Paragraph 1"),
        ListItem((Text("stays"),), "OP-01(a)", (), place="Paragraph 1(a)"),
        Paragraph((Text("We "), Bracket((Text("all"),)), Text(" agree")), "OP-02", SECRETARIAT),
    )
    new = document(
        Heading(1, (Text("New heading"),), "H"),
        paragraph("Ask for a short yearly report and a map.", "OP-01", place="Paragraph 1"),
        ListItem((Text("stays"),), "OP-01(a)", (), place="Paragraph 1(a)"),
        Paragraph((Text("We all agree"),), "OP-02", SECRETARIAT),
        paragraph("Close.", "OP-03", place="Paragraph 2"),
    )
    told = changed_places(redline(old, new, BY))
    assert [(c.anchor, c.kind, c.place, c.came, c.went) for c in told] == [
        ("H", "changed", "Heading", 1, 1),
        ("OP-01", "changed", "Paragraph 1", 4, 0),
        ("OP-02", "changed", "Paragraph without a number", 0, 0),
        ("OP-03", "new", "Paragraph 2", 1, 0),
    ]
    assert told[-1].words == "Close."
    assert changed_places(redline(old, old, BY)) == ()


def test_changes_a_document_had_of_its_own_are_taken_as_accepted() -> None:
    old = document(Paragraph((Text("a "), went("b"), came("c")), "P", ()))
    new = document(
        Paragraph((Commented((Text("a c d"),), DOCUMENT.blocks[6].content[-1].comment),), "P", ())
    )
    (only,) = redline(old, new, BY).blocks
    assert only.content == (Text("a c"), came(" d"))


WORDS = "recommend that each country review the portals it licenses and report what it found "


def _declaration(paragraphs: int, *, later: bool) -> Document:
    made = []
    for n in range(paragraphs):
        words = f"{WORDS * 4}under heading {n % 7} of part {n}".split()
        if later:
            words[5 + n % 40 : 8 + n % 40] = [f"new{n}", "wording"]
        made.append(paragraph(" ".join(words), f"OP-{n}", number=n))
    return document(*made)


@pytest.mark.parametrize(("paragraphs", "seconds"), [(60, 1.0), (400, 6.0)])
def test_no_comparison_takes_long(paragraphs: int, seconds: float) -> None:
    """Far above what is measured, so that only a wrong order of growth is caught."""
    old, new = _declaration(paragraphs, later=False), _declaration(paragraphs, later=True)
    begun = perf_counter()
    made = redline(old, new, BY)
    assert perf_counter() - begun < seconds
    assert len(made.blocks) == paragraphs
