"""What a build takes from its workshop besides its words: house styles, and where to read on."""

import io
from dataclasses import replace
from pathlib import Path

import pptx
import pytest

from discussion.services.publications import editions, house_styles
from discussion.services.publications.reading import record_of
from tests.documents.letterheads import MINISTRY, with_logo, word_style
from tests.documents.reading import part
from tests.kit.house import Held
from tests.services.editions import House

ADDRESS = "https://workshop.example.org/outcome/1"
SLIDES = "presentation-topic-1"


@pytest.fixture
def kept(workshop: Held, tmp_path: Path) -> House:
    return House(workshop, tmp_path)


def open_to_all(held: Held) -> None:
    held.act(held.actor("secretariat"), "set_outcome_readers", readers="everybody")


def test_the_address_is_told_only_where_everybody_may_read(workshop: Held) -> None:
    with workshop.database.reading() as transaction:
        assert record_of(transaction, workshop.id, ADDRESS).address == ""
    open_to_all(workshop)
    with workshop.database.reading() as transaction:
        assert record_of(transaction, workshop.id, ADDRESS).address == ADDRESS
        assert record_of(transaction, workshop.id).address == ""


def test_a_build_of_its_own_process_knows_style_and_address(kept: House) -> None:
    held = kept.held
    open_to_all(held)
    style = word_style(with_logo)
    actor = held.actor("secretariat")
    house_styles.keep_style(held.database, held.runtime, actor, "docx", ("a.docx", style), ())
    building = replace(kept.building("guidelines", SLIDES), address=ADDRESS)
    with kept.builds.one(building):
        editions.run_build(kept.url, building, "request-1")
        guidelines, slides = kept.keep(building)
    assert MINISTRY in "".join(
        part(kept.bytes_of(guidelines, "docx"), "word/header1.xml").itertext()
    )
    (first, *_) = pptx.Presentation(io.BytesIO(kept.bytes_of(slides, "pptx"))).slides
    assert any(s.has_text_frame and ADDRESS in s.text_frame.text for s in first.shapes)
    assert guidelines.edition.manifest["house_styles"] == house_styles.hashes(
        {"docx": style}, ("docx",)
    )


def test_an_edition_says_which_of_the_houses_own_styles_it_has(kept: House) -> None:
    (guidelines,) = kept.build("guidelines")
    with kept.held.database.reading() as transaction:
        styles = house_styles.styles_in_force(transaction, kept.held.id)
    told = guidelines.edition.manifest["house_styles"]
    assert told == house_styles.hashes(styles, ("docx",))
