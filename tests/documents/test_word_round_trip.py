"""What is written as a Word file comes back whole, with every change, comment and number."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from discussion.documents.readers.docx import read_docx
from discussion.documents.tree import (
    Alternatives,
    Attribution,
    Bracket,
    Change,
    Comment,
    Commented,
    Deleted,
    Document,
    Heading,
    Inserted,
    ListItem,
    Numbering,
    Paragraph,
    Sourced,
    Text,
    Worded,
    accept,
    normal,
    reject,
)
from discussion.documents.vocabulary import NAME_LIMIT, anchor_of, bookmark_of
from discussion.documents.writers.docx import write_docx
from tests.documents.any_tree import START, blocks, numberings
from tests.documents.every_node import ARABIC, DOCUMENT, META
from tests.documents.reading import W

BY = Change("A delegation", START)


def word(blocks_: tuple[Worded, ...], numbering: Numbering = META.numbering) -> bytes:
    return write_docx(Document(replace(META, numbering=numbering), blocks_))


@settings(max_examples=60, deadline=None)
@given(blocks, numberings)
def test_what_is_written_is_what_is_read(made, numbering: Numbering) -> None:
    assert read_docx(word(made, numbering)) == made


@settings(max_examples=40, deadline=None)
@given(blocks, st.sampled_from(["deleted", "inserted"]))
def test_changes_settled_in_the_file_are_changes_settled_in_the_tree(made, gone: str) -> None:
    settle = accept if gone == "deleted" else reject
    told = read_docx(settled(word(made), gone))
    # A paragraph runs in the file as it did before: the letters that said how may be gone.
    turned = tuple(replace(block, direction=None) for block in told)
    assert uncounted(turned) == uncounted(settle(Document(META, made)).blocks)


def uncounted(blocks):
    """Whether a block has a number, not which: Word counts what is left, the tree keeps its own."""
    return tuple(
        replace(block, number=1) if isinstance(getattr(block, "number", None), int) else block
        for block in blocks
    )


def settled(package: bytes, gone: str) -> bytes:
    """The file as a word processor leaves it that accepts (or rejects) every change."""
    kept_tag, gone_tag = ("ins", "del") if gone == "deleted" else ("del", "ins")
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for paragraph in list(root.iter(f"{W}p")):
        _run_on(paragraph, gone_tag)
    for element in list(root.iter(f"{W}{gone_tag}")):
        element.getparent().remove(element)
    for element in list(root.iter(f"{W}{kept_tag}")):
        place = element.getparent().index(element)
        element.getparent()[place : place + 1] = list(element)
    for tag, plain in (("delText", "t"), ("delInstrText", "instrText")):
        for element in root.iter(f"{W}{tag}"):
            element.tag = f"{W}{plain}"
    parts["word/document.xml"] = etree.tostring(root)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _run_on(paragraph, gone_tag: str) -> None:
    """A paragraph whose end goes gives its words to the next one, its anchor goes with its end."""
    if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone_tag}") is None:
        return
    following = paragraph.getnext()
    own = [child for child in paragraph if _is_own(child, paragraph)]
    words = [child for child in paragraph if child.tag != f"{W}pPr" and child not in own]
    for child in reversed(words):
        following.insert(1, child)
    paragraph.getparent().remove(paragraph)


def _is_own(child, paragraph) -> bool:
    """Its bookmark and the mark of a draft after it."""
    if child.find(f"{W}rPr/{W}rStyle[@{W}val='DraftMark']") is not None:
        return True
    starts = paragraph.findall(f"{W}bookmarkStart")
    ids = [s.get(f"{W}id") for s in starts if s.get(f"{W}name").startswith("par_")]
    return child.tag.startswith(f"{W}bookmark") and child.get(f"{W}id") in ids


def test_a_settled_file_that_lost_a_word_would_be_found() -> None:
    made = (Paragraph((Text("kept "), Inserted((Text("new"),), BY)), "A-1", ()),)
    assert read_docx(settled(word(made), "deleted")) != reject(Document(META, made)).blocks


def test_every_paragraph_of_the_sample_comes_back() -> None:
    sent = tuple(
        replace(block, content=normal(block.content))
        for block in DOCUMENT.blocks
        if isinstance(block, Worded)
    )
    anchors = {block.anchor for block in sent}
    back = [block for block in read_docx(write_docx(DOCUMENT)) if block.anchor in anchors]
    assert [type(block) for block in back] == [type(block) for block in sent]
    for told, said in zip(back, sent, strict=True):
        if not isinstance(said, Heading) and said.anchor == "P-1":
            continue  # holds a reference to nowhere and a script, which are only words
        sources = {} if isinstance(said, Heading) else {"sources": ()}
        assert told == replace(said, **sources)


def line(*content: object) -> tuple[Worded, ...]:
    return (Paragraph(content, "OP-12(a)", ()),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "content",
    [
        (Bracket((), (Attribution(("MY", "ID"), "too strong"),)),),
        (Bracket((Text("a"), Bracket((Text("b"),)), Text("c"))),),
        (Alternatives(((), (Text("[typed]"),), (Bracket((Text("x"),)),))),),
        (Commented((Sourced((Text("a"),), "OP-1.1"),), Comment("Me", "one\ntwo", None)),),
        (Inserted((Deleted((Text("came and went"),), BY),), BY),),
        (Text(f"{ARABIC} OIC 2025\n{ARABIC}", "ar"), Text("; tab\there")),
    ],
)
def test_brackets_comments_and_mixed_directions_come_back(content) -> None:
    assert read_docx(word(line(*content))) == line(*content)


def test_a_bracket_that_lost_a_sign_loses_no_words() -> None:
    package = word(line(Text("a "), Bracket((Text("b"),)), Text(" c")))
    for lost, left in (("]", "a [b c"), ("[", "a b] c")):
        (only,) = read_docx(_without_text(package, lost))
        assert only.content == (Text(left),)


def _without_text(package: bytes, words: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = f">{words}</w:t>".encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(told, b"></w:t>")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


@example("OP-12(a)")
@example("ES-1.0_-é")
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_an_anchor_is_told_from_its_bookmark(anchor: str) -> None:
    name = bookmark_of(anchor)
    assert len(name) <= NAME_LIMIT
    assert name.replace("_", "").isalnum() or name == "par_"
    assert name.isascii()
    assert bookmark_of(anchor) == name
    if len(name) < NAME_LIMIT:
        assert anchor_of(name) == anchor


def test_a_bookmark_of_somebody_else_is_no_anchor() -> None:
    assert anchor_of("_GoBack") is None
    assert anchor_of("par_OP_12", "src") is None


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 30)), min_size=1, max_size=12))
def test_word_prints_the_numbers_of_the_document_in_whatever_order(made) -> None:
    said = []
    for index, (kind, number) in enumerate(made):
        anchor, words = f"A-{index}", (Text("x"),)
        match kind:
            case 0:
                said.append(Paragraph(words, anchor, (), number=number))
            case 1 | 2:
                said.append(ListItem(words, anchor, (), kind, number))
            case _:
                said.append(Paragraph(words, anchor, (), number=number, suffix="bis"))
    assert read_docx(word(tuple(said))) == tuple(said)


@pytest.mark.parametrize(
    "numbers",
    [
        ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.2", "2.2", "3"],
        ["A", "B", "Z", "AA", "C"],
        ["", "A", "A.1", "A.2", "B", "B.1"],
        ["Annex I", "Annex II", "Annex IV"],
        ["1", "Annex I", "2", "2.7", "3.1", "IV", "1 bis", "II"],
    ],
)
def test_headings_have_the_numbers_of_the_document(numbers: list[str]) -> None:
    made = tuple(
        Heading(1 + number.count("."), (Text("x"),), f"H-{index}", number)
        for index, number in enumerate(numbers)
    )
    for sent, back in zip(made, read_docx(word(made)), strict=True):
        if sent.number in ("IV", "1 bis"):  # no number Word counts: it is typed
            gap = ".\t" if sent.number == "IV" else ": "
            assert back.content == (Text(f"{sent.number}{gap}x"),)
        else:
            assert back == sent


@pytest.mark.parametrize("package", [b"", b"PK\x03\x04", b"no zip at all"])
def test_what_is_no_word_file_is_refused(package: bytes) -> None:
    with pytest.raises(ValueError, match="not an Office file|not a Word file"):
        read_docx(package)


def test_a_file_that_declares_entities_is_refused() -> None:
    made = io.BytesIO()
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="x">&a;</w:document>'
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    with pytest.raises(ValueError, match="declares entities"):
        read_docx(made.getvalue())
