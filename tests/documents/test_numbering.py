"""Numbers as a profile asks for them and letters as a language writes them, in every format."""

import html
import re
from dataclasses import replace

import pytest

from discussion.documents.builders.declaration import build_declaration
from discussion.documents.readers.docx.numbering import Lists
from discussion.documents.tree import (
    Document,
    ListItem,
    Numbering,
    Paragraph,
    Reference,
    Text,
    abjad,
    paragraph_label,
)
from discussion.domain.drafting.profiles import Profile
from discussion.domain.publications import Record
from discussion.services.publications.making import write_document
from tests.documents.every_node import META
from tests.documents.reading import W, part, pdf_text, word_paragraphs, words
from tests.documents.reading_odt import odt_text
from tests.documents.sample import stamp_for
from tests.documents.sample_small import small_record

FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
RECORD = small_record()
LED_TO = ("OP-12", "OP-12(d)", "OP-12(d)(iv)", "OP-7-bis")
BLOCKS = (
    Paragraph((Text("Twelve"),), "OP-12", (), "operative", 12),
    ListItem((Text("Below"),), "OP-12(d)", (), 1, 4),
    ListItem((Text("Lowest"),), "OP-12(d)(iv)", (), 2, 4),
    Paragraph((Text("Later"),), "OP-7-bis", (), "operative", 7, suffix="bis"),
    *(Paragraph((Text("See "), Reference(place), Text("!")), place[3:], ()) for place in LED_TO),
)
STYLES = [
    (Numbering(), ["12.", "(d)", "(iv)", "7 bis."], ["12", "12(d)", "12(d)(iv)", "7 bis"]),
    (
        Numbering("1)", "a)"),
        ["12)", "d)", "iv)", "7 bis)"],
        ["12)", "12) d)", "12) d) iv)", "7 bis)"],
    ),
    (
        Numbering("(1)", "(أ)"),
        ["(12)", "(د)", "(4)", "(7 bis)"],
        ["(12)", "(12) (د)", "(12) (د) (4)", "(7 bis)"],
    ),
]


def _between_tags(content: bytes) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", content.decode()))


_READERS = {
    "html": _between_tags,
    "akn": _between_tags,
    "md": lambda content: content.decode().replace("\\", ""),
    "odt": odt_text,
    "pdf": pdf_text,
}


def tree(numbering: Numbering) -> Document:
    return Document(replace(META, numbering=numbering, draft=False), BLOCKS)


def spaced(text: str) -> str:
    """With ordinary spaces, and without the marks that hold a direction."""
    return " ".join(re.sub(r"[\u200e\u200f\u2066-\u2069]", "", text).split())


@pytest.mark.parametrize(("numbering", "printed", "referred"), STYLES)
@pytest.mark.parametrize("form", _READERS)
def test_every_format_prints_and_refers_to_a_number_alike(
    form: str, numbering: Numbering, printed: list[str], referred: list[str]
) -> None:
    told = spaced(_READERS[form](write_document(tree(numbering), form)))
    for number, said in zip(printed, ("Twelve", "Below", "Lowest", "Later"), strict=True):
        assert re.search(rf"{re.escape(number)} ?{said}", told), told
    for place in referred:
        assert f"See {place}!" in told


@pytest.mark.parametrize(("numbering", "printed", "referred"), STYLES)
def test_word_counts_what_the_others_print(
    numbering: Numbering, printed: list[str], referred: list[str]
) -> None:
    package = write_document(tree(numbering), "docx")
    lists = Lists.of(package)
    counted = [found for p in word_paragraphs(package) if (found := lists.count(p)) is not None]
    assert [number.printed for number in counted] == printed
    lines = [spaced(words(p)) for p in part(package, "word/document.xml").iter(f"{W}p")]
    assert [line for line in lines if line.startswith("See")] == [f"See {p}!" for p in referred]


def declaration(record: Record, language: str = "") -> Document:
    stamp = stamp_for(record.workshop.programme, "declaration")
    return build_declaration(replace(record, language=language), stamp)


@pytest.mark.parametrize("form", ["1.", "1)", "(1)", ""])
def test_a_profile_says_how_operative_paragraphs_are_numbered(form: str) -> None:
    made = declaration(replace(RECORD, profile=Profile(numbers=form)))
    usual = [b for b in declaration(RECORD).blocks if isinstance(b, Paragraph)]
    told = [b for b in made.blocks if isinstance(b, Paragraph)]
    assert [block.anchor for block in told] == [block.anchor for block in usual]
    labels = [paragraph_label(b, made.meta.numbering) for b in told if b.style == "operative"]
    counted = range(1, len(labels) + 1)
    assert labels == [form.replace("1", str(n)) if form else "" for n in counted]


def test_letters_follow_the_language_and_places_keep_their_names() -> None:
    english, *others = (declaration(RECORD, language) for language in ("en", "fr", "ar"))
    assert any(isinstance(block, ListItem) for block in english.blocks)
    assert [made.meta.numbering.items for made in (english, *others)] == ["(a)", "a)", "(أ)"]
    for made in others:
        assert [b.anchor for b in made.blocks if isinstance(b, Paragraph | ListItem)] == [
            b.anchor for b in english.blocks if isinstance(b, Paragraph | ListItem)
        ]


def test_arabic_letters_count_in_the_old_order() -> None:
    assert [abjad(n) for n in (1, 2, 3, 4, 5, 28, 29)] == [
        *("(أ)", "(ب)", "(ج)", "(د)", "(ه)", "(غ)", "(أأ)")
    ]


def test_an_operative_paragraph_without_a_number_begins_where_its_lines_do() -> None:
    said = (Text("Welcomes all that was said."),)
    alone = Document(META, (Paragraph(said, "OP-01", (), "operative"),))
    (paragraph,) = word_paragraphs(write_document(alone, "docx"))
    indent = paragraph.find(f"{W}pPr/{W}ind")
    assert (indent.get(f"{W}left"), indent.get(f"{W}firstLine")) == ("0", "0")
    odt = part(write_document(alone, "odt"), "content.xml")
    looks = [look.get(f"{FO}text-indent") for look in odt.iter() if look.get(f"{FO}margin-left")]
    assert looks == ["0cm"]
