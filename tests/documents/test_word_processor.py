"""A real word processor opens what is written, and what it saves is still all there.

LibreOffice stands for every word processor here: it is the one that runs without a screen.
"""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pptx
import pytest

from discussion.documents.house_styles import own_style
from discussion.documents.house_styles.opened import opened
from discussion.documents.house_styles.slides import look_through_slides
from discussion.documents.house_styles.words import look_through_words
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
    Editorial,
    Emphasis,
    Footnote,
    Heading,
    Inserted,
    ListItem,
    MarkChange,
    Paragraph,
    Reference,
    TableOfContents,
    Text,
    Worded,
)
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.pptx import write_pptx
from tests.documents.every_node import ARABIC, DECK, META
from tests.documents.letterheads import MINISTRY, brought, with_logo

OFFICE = shutil.which("soffice")
PATIENCE = 120  # seconds

MORNING = datetime(2025, 7, 9, 8, 5, tzinfo=UTC)
ONE, OTHER = Change("Delegation of A", MORNING), Change("Delegation of B", MORNING)

REDLINE: tuple[Worded, ...] = (
    Heading(1, (Text("Combating job scams"),), "section-A", "A"),
    Paragraph((Emphasis((Text("Recalling"),)), Text(" the Work Plan;")), "PP-01", (), "preambular"),
    Paragraph(
        (
            Emphasis((Text("Call upon"),)),
            Text(" portals to verify "),
            Deleted((Text("every employer"),), ONE),
            Inserted((Text("each employer"),), ONE),
            Text(" "),
            Bracket((Text("within two days"),), (Attribution(("Table 4",), "add"),)),
            Text(":"),
        ),
        "OP-01",
        (),
        "operative",
        1,
        "OP-01",
    ),
    ListItem((Text("before it is published;"),), "OP-01(a)", (), 1, 1),
    ListItem((Text("and "), Inserted((Text("afterwards"),), ONE)), "OP-01(b)", (), 1, 2),
    Paragraph(
        (Inserted((Text("This paragraph is new."),), OTHER),),
        "OP-01-bis",
        (),
        "operative",
        1,
        suffix="bis",
        end=MarkChange("inserted", OTHER),
    ),
    Paragraph(
        (Deleted((Text("This one is to go."),), ONE),),
        "OP-02",
        (),
        "operative",
        2,
        end=MarkChange("deleted", ONE),
    ),
    # LibreOffice gives the paragraph after one that goes the looks of that one: let them be alike.
    Paragraph((Text("It stays."),), "OP-03", (), "operative", 3),
    Paragraph((Text(f"{ARABIC} OIC 2025 ", "ar"), Editorial("to be translated")), "P-7", ()),
    Paragraph(
        (
            Text("They "),
            Alternatives(((Text("shall"),), (Text("should"),))),
            Text(" follow "),
            Commented(
                (Text("the line"),), Comment("Delegation of B", "Which?\nSee below", MORNING)
            ),
            Footnote((Text("As printed."),)),
            Text(" on page "),
            Reference("section-A", "page"),
            Text("."),
        ),
        "OP-04",
        (),
    ),
    Heading(1, (Text("Programme"),), "annex", "Annex I"),
    Paragraph((Text("Last."),), "P-9", ()),
)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A redline and the house style, opened by LibreOffice and saved again."""
    if OFFICE is None:
        pytest.skip("there is no LibreOffice on this machine")
    folder = tmp_path_factory.mktemp("office")
    blocks = (TableOfContents("Contents"), *REDLINE)
    (folder / "redline.docx").write_bytes(write_docx(Document(META, blocks)))
    (folder / "house.docx").write_bytes(brought(own_style("docx"), with_logo))
    (folder / "house.pptx").write_bytes(own_style("pptx"))
    apart = f"-env:UserInstallation=file://{folder}/profile"
    asked = ("--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", f"{folder}/saved")
    files = (f"{folder}/redline.docx", f"{folder}/house.docx")
    subprocess.run([OFFICE, apart, *asked, *files], check=True, timeout=PATIENCE)
    asked = ("--headless", "--convert-to", "pptx", "--outdir", f"{folder}/saved")
    subprocess.run([OFFICE, apart, *asked, f"{folder}/house.pptx"], check=True, timeout=PATIENCE)
    return folder / "saved"


def test_a_word_processor_that_saves_a_file_again_loses_nothing_of_it(saved: Path) -> None:
    assert read_docx((saved / "redline.docx").read_bytes()) == REDLINE


def test_a_house_style_edited_in_libreoffice_still_serves(saved: Path) -> None:
    edited = (saved / "house.docx").read_bytes()
    assert look_through_words(edited, opened(edited, "docx")).complete
    made = write_docx(Document(META, REDLINE), edited)
    assert read_docx(made) == REDLINE
    section = docx.Document(io.BytesIO(made)).sections[0]
    assert MINISTRY in section.header.paragraphs[0].text
    assert META.symbol in "".join(p.text for p in section.header.paragraphs)


def test_slides_edited_in_libreoffice_still_serve(saved: Path) -> None:
    edited = (saved / "house.pptx").read_bytes()
    assert look_through_slides(edited, opened(edited, "pptx")).complete
    first, second, *_ = pptx.Presentation(io.BytesIO(write_pptx(DECK, edited))).slides
    band = [s for s in first.shapes if not s.is_placeholder and s.top == 0]
    assert len(band) == 1  # the topic's colour, which the other slides have not
    assert not [s for s in second.shapes if s.top == 0]


def test_a_change_that_was_lost_would_be_found() -> None:
    plain = replace(REDLINE[4], content=(Text("and afterwards"),))
    lost = write_docx(Document(META, (*REDLINE[:4], plain, *REDLINE[5:])))
    assert read_docx(lost) != REDLINE
