"""House styles that are brought: what could do harm is refused, what is missing is named."""

import io
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest

from discussion.documents.house_styles import FINDINGS, FORMATS, inspect, own_style, specimen
from discussion.documents.house_styles.opened import Refusal, opened
from discussion.documents.house_styles.slides import look_through_slides
from discussion.documents.house_styles.words import look_through_words
from discussion.documents.vocabulary import STYLES
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.package import house_style
from discussion.documents.writers.pptx import write_pptx
from tests.documents.every_node import DECK, DOCUMENT
from tests.documents.hostile_styles import HOSTILE, hostile, parts_of, relation, replace
from tests.documents.letterheads import MINISTRY, png, with_logo, with_places, word_style


def findings(form: str, package: bytes, folder: Path) -> dict[str, Any]:
    (folder / f"style.{form}").write_bytes(package)
    inspect(form, folder)
    told: dict[str, Any] = json.loads((folder / FINDINGS).read_text())
    return told


def missing(told: dict[str, Any]) -> list[str]:
    return [name for name, _, _, there in told["needs"] if not there]


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_made_to_do_harm_is_refused(what: str) -> None:
    code, package = HOSTILE[what]
    with pytest.raises(Refusal) as refusal:
        held = opened(package, "docx")
        look_through_words(package, held)
    assert refusal.value.code == code


def test_the_good_file_they_were_made_of_is_not_refused(tmp_path: Path) -> None:
    told = findings("docx", hostile(lambda parts: None), tmp_path)
    assert missing(told) == []


@pytest.mark.parametrize(
    ("part", "was", "now"),
    [
        ("word/document.xml", b'w:w="11906" w:h="16838"', b'w:w="20" w:h="20"'),
        ("word/styles.xml", b'<w:sz w:val="', b'<w:sz w:val="99999'),
    ],
)
def test_pages_and_letters_of_no_possible_size_are_told_before_a_build(
    part: str, was: bytes, now: bytes, tmp_path: Path
) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts[part] = parts[part].replace(was, now)

    assert findings("docx", hostile(change), tmp_path)["refused"] == "house_style_unprintable"


def test_a_picture_that_would_fill_the_memory_ends_only_who_looks_at_it(tmp_path: Path) -> None:
    """A page of 15,000 by 15,000 dots; every PDF would have taken 700 MB."""

    def change(parts: dict[str, bytes]) -> None:
        (name,) = (name for name in parts if name.startswith("word/media/"))
        parts[name] = png(width=15_000, height=15_000)

    (tmp_path / "style.docx").write_bytes(hostile(change))
    command = [sys.executable, "-m", "discussion", "inspect", "docx", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0
    assert not (tmp_path / FINDINGS).exists()


def test_a_web_address_in_a_letterhead_is_no_harm(tmp_path: Path) -> None:
    linked = hostile(relation(b"hyperlink", b"https://example.org/ministry"))
    assert missing(findings("docx", linked, tmp_path)) == []


def test_the_worst_of_them_costs_little(tmp_path: Path) -> None:
    """In a process of its own, as the house does; what it took is counted in kilobytes."""
    for what in ("a bomb of one letter", "a bomb of XML", "entities of entities"):
        folder = tmp_path / what
        folder.mkdir()
        (folder / "style.docx").write_bytes(HOSTILE[what][1])
        code = (
            "import sys, resource, pathlib\n"
            "from discussion.documents.house_styles import inspect\n"
            "was = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
            "inspect('docx', pathlib.Path(sys.argv[1]))\n"
            "now = resource.getrusage(resource.RUSAGE_SELF)\n"
            "print(now.ru_maxrss - was)\n"
        )
        told = subprocess.run(
            [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
        )
        assert int(told.stdout) < 150_000, what
        assert "refused" in json.loads((folder / FINDINGS).read_text())


def test_a_style_that_is_not_there_is_named_as_word_names_it(tmp_path: Path) -> None:
    def without(word: Any) -> None:
        for name in ("Operative", "House Table", "Bracket"):
            word.styles[name].delete()

    told = findings("docx", word_style(without), tmp_path)
    assert sorted(missing(told)) == ["Bracket", "House Table", "Operative"]
    assert not (tmp_path / "specimen.docx").exists()


def test_a_style_of_another_kind_is_as_good_as_missing(tmp_path: Path) -> None:
    package = hostile(
        replace(
            "word/styles.xml",
            b'w:type="character" w:customStyle="1" w:styleId="Bracket"',
            b'w:type="paragraph" w:customStyle="1" w:styleId="Bracket"',
        )
    )
    assert missing(findings("docx", package, tmp_path)) == ["Bracket"]


def test_every_style_a_document_needs_is_looked_for_with_its_use(tmp_path: Path) -> None:
    told = findings("docx", word_style(), tmp_path)
    assert tuple(name for name, *_ in told["needs"]) == STYLES
    assert all(use for _, _, use, _ in told["needs"])


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (with_logo, "Its header and footer with 1 picture stay on every page."),
        (with_places, "It has a place on every page for: symbol, stamp, status, page."),
        (lambda word: None, "It has no header and footer of its own; ours will stand there."),
    ],
)
def test_what_becomes_of_a_letterhead_is_told(tmp_path: Path, edit: Any, words: str) -> None:
    assert words in findings("docx", word_style(edit), tmp_path)["remarks"]


def test_a_style_based_on_one_that_is_gone_still_serves(tmp_path: Path) -> None:
    def based_on_nothing(parts: dict[str, bytes]) -> None:
        styles = parts["word/styles.xml"]
        parts["word/styles.xml"] = styles.replace(
            b'basedOn w:val="Normal"', b'basedOn w:val="Gone"'
        )

    told = findings("docx", hostile(based_on_nothing), tmp_path)
    assert missing(told) == []
    assert (tmp_path / "specimen.docx").exists()


def test_a_page_without_margins_is_told_and_not_built_with(tmp_path: Path) -> None:
    package = hostile(replace("word/document.xml", b"w:pgMar", b"w:pgNone"))
    assert findings("docx", package, tmp_path)["refused"] == "house_style_damaged"


def test_a_chart_in_a_letterhead_is_told_to_become_a_picture(tmp_path: Path) -> None:
    def chart(parts: dict[str, bytes]) -> None:
        name = next(n for n in parts if n.startswith("word/_rels/header"))
        parts[name] = parts[name].replace(b"/image", b"/chart", 1)

    told = findings("docx", hostile(chart), tmp_path)
    assert told["refused"] == "house_style_active"
    assert "drawing or chart" in told["facts"]["found"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_houses_own_file_comes_back_as_it_was(form: str, tmp_path: Path) -> None:
    own = own_style(form)
    assert missing(findings(form, own, tmp_path)) == []
    again = specimen(form, own)
    assert specimen(form, specimen(form, own, places=True)) == again


def test_documents_look_the_same_with_the_houses_own_file_brought_back() -> None:
    own = own_style("docx")
    ours, theirs = (parts_of(write_docx(DOCUMENT, style)) for style in (None, own))
    assert ours["word/document.xml"] == theirs["word/document.xml"]
    assert ours["word/numbering.xml"] == theirs["word/numbering.xml"]


def test_a_style_edited_in_word_shows_in_the_documents() -> None:
    style = word_style(lambda word: setattr(word.styles["Operative"].font, "name", "Amiri"))
    made = docx.Document(io.BytesIO(write_docx(DOCUMENT, style)))
    assert made.styles["Operative"].font.name == "Amiri"


def slides_style(edit: Any) -> bytes:
    show = pptx.Presentation(str(house_style("slides.pptx")))
    edit(show)
    saved = io.BytesIO()
    show.save(saved)
    return saved.getvalue()


def test_a_layout_that_is_not_there_is_named(tmp_path: Path) -> None:
    def without(show: Any) -> None:
        show.slide_layouts.remove(show.slide_layouts.get_by_name("Content"))

    assert missing(findings("pptx", slides_style(without), tmp_path)) == ["Content"]


def test_powerpoints_own_layouts_serve_whatever_they_are_called(tmp_path: Path) -> None:
    def renamed(show: Any) -> None:
        show.slide_layouts[0].name, show.slide_layouts[1].name = "Titelfolie", "Titel und Inhalt"

    told = findings("pptx", slides_style(renamed), tmp_path)
    assert missing(told) == []
    assert "No layout is called Opening; “Titelfolie” serves as it." in told["remarks"]


def test_a_narrow_slide_is_told() -> None:
    def narrow(show: Any) -> None:
        show.slide_width = 9_144_000

    package = slides_style(narrow)
    found = look_through_slides(package, opened(package, "pptx"))
    assert [need.name for need in found.needs if not need.there] == ["Widescreen (16:9)"]


def test_the_slides_of_a_house_style_are_in_no_deck() -> None:
    own = own_style("pptx")
    made = pptx.Presentation(io.BytesIO(write_pptx(DECK, own)))
    assert len(made.slides) == len(DECK.slides)
    names = parts_of(write_pptx(DECK, own))
    assert sum(name.startswith("ppt/slides/slide") for name in names) == len(DECK.slides)


def test_a_room_moved_on_the_layout_moves_what_stands_in_it() -> None:
    def lower(show: Any) -> None:
        for shape in show.slide_layouts.get_by_name("Content").placeholders:
            if shape.placeholder_format.idx == 1:
                shape.left, shape.top, shape.width, shape.height = (
                    1,
                    2_000_000,
                    9_000_000,
                    4_000_000,
                )

    made = pptx.Presentation(io.BytesIO(write_pptx(DECK, slides_style(lower))))
    tables = [s for page in made.slides for s in page.shapes if s.has_table]
    assert tables and {shape.top for shape in tables} == {2_000_000}


def test_a_word_file_is_no_house_style_for_slides(tmp_path: Path) -> None:
    told = findings("pptx", word_style(), tmp_path)
    assert (told["refused"], told["facts"]) == ("house_style_not_office", {"wanted": "pptx"})


def test_a_ministrys_name_is_in_the_preview(tmp_path: Path) -> None:
    findings("docx", word_style(with_logo), tmp_path)
    header = docx.Document(str(tmp_path / "specimen.docx")).sections[0].header
    assert MINISTRY in header.paragraphs[0].text


def test_a_file_with_any_bytes_changed_is_read_or_refused_and_nothing_else_happens() -> None:
    whole, chance, told = word_style(with_logo), random.Random(7), set[str]()
    listed = whole.find(b"PK\x01\x02")  # from here on it says what is where
    for _ in range(1500):
        package = bytearray(whole[: chance.choice((len(whole), chance.randrange(len(whole))))])
        for _ in range(chance.choice((1, 3, 9))):
            at = chance.choice((chance.randrange(len(whole)), chance.randrange(listed, len(whole))))
            if at < len(package):
                package[at] = chance.randrange(256)
        try:
            opened(bytes(package), "docx")
        except Refusal as refusal:
            told.add(refusal.code)
    assert "house_style_not_office" in told
