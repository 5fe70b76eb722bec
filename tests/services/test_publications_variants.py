"""Editions in other variants: clean, against an earlier one, with sources; and final texts."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from discussion.documents.readers.json_tree import read_tree
from discussion.documents.tree import Document, ListItem, Paragraph, Table, accept, plain
from discussion.errors import DiscussionError, NotFound
from discussion.services.publications import record_of
from discussion.services.publications.building import REFUSED, build
from discussion.services.publications.editions import place_of
from discussion.services.publications.variants import (
    Wanted,
    called,
    compared,
    kept_tree,
    variants_of,
    write_variant,
)
from discussion.storage.publications import KeptEdition
from tests.documents.reading import word_text
from tests.kit.house import Held
from tests.services.editions import House
from tests.services.paragraphs import add_paragraph
from tests.services.points import confirm_point

FIRST = "Portals name the authority behind every offer"
SECOND = "Warnings reach job seekers in their own language"
ZONE = "Asia/Kuala_Lumpur"
LATER = "Portals publish their fees"


@pytest.fixture
def house(workshop: Held, tmp_path: Path) -> House:
    for words in (FIRST, SECOND):
        confirm_point(workshop, words, tables=(1, 2))
    return House(workshop, tmp_path / "exports")


def circulate(house: House, kept: KeptEdition, to: str = "All delegations") -> None:
    house.held.act(
        house.held.actor("secretariat"), "circulate_edition", edition=kept.edition.id, to=to
    )


def written(house: House, kept: KeptEdition, variant: str, form: str, against=None) -> bytes:
    other = against.edition.id if against else None
    wanted = Wanted(kept.edition.id, variant, form, other)
    return write_variant(house.held.database, house.exports, wanted)


def operative(tree: Document) -> dict[str, str]:
    """The words of operative paragraphs by their anchors."""
    return {
        b.anchor: plain(b.content) for b in tree.blocks if getattr(b, "style", "") == "operative"
    }


def paragraphs(tree: Document) -> list[str]:
    return [plain(b.content) for b in tree.blocks if isinstance(b, Paragraph | ListItem)]


def test_the_tree_of_an_edition_is_kept_beside_its_files(house: House) -> None:
    (kept,) = house.build("declaration")
    trees = kept.edition.manifest["trees"]
    assert set(trees) == {"working", "provenance"}
    content = (place_of(house.exports, kept.edition) / trees["working"]["name"]).read_bytes()
    assert len(content) == trees["working"]["size"]
    tree = read_tree(content)
    assert any(FIRST in words for words in paragraphs(tree))
    assert kept_tree(house.exports, kept) == tree


def test_an_edition_knows_who_built_it_and_to_whom_it_was_handed_out(house: House) -> None:
    (kept,) = house.build("declaration")
    circulate(house, kept, " All\ndelegations ")
    circulate(house, kept, "The chair")
    (again,) = house.kept()
    assert again.edition.built_by == house.held.actor("secretariat").person
    assert again.builder == house.held.actor("secretariat").name
    assert [(c.to, c.name) for c in again.circulations] == [
        ("All delegations", again.builder),
        ("The chair", again.builder),
    ]


def test_clean_shows_no_marks_of_drafts_and_the_same_words(house: House) -> None:
    words = "Ask for [all | some] {MY: costs} reports."
    add_paragraph(house.held, words, topic=house.held.topics[0].id)
    (kept,) = house.build("declaration")
    working = word_text(house.bytes_of(kept, "docx"))
    clean = word_text(written(house, kept, "clean", "docx"))
    assert "OP-01" in working and "costs" in working
    assert "OP-01" not in clean and "costs" not in clean and "[all][some]" in clean
    assert "DRAFT" in clean


def test_sources_name_points_tables_and_notes(house: House) -> None:
    (kept,) = house.build("declaration")
    page = written(house, kept, "provenance", "html").decode()
    tables = [table.name for table in house.held.tables[:2]]
    assert f"Rests on “{FIRST}” ({', '.join(tables)}: 2 notes)." in page
    assert "Words of the programme." in page


def test_changes_since_an_earlier_edition_are_tracked_in_every_format(house: House) -> None:
    (zero,) = house.build("declaration")
    confirm_point(house.held, LATER, tables=(1,))
    (first,) = house.build("declaration")
    page = written(house, first, "redline", "html", zero).decode()
    assert "<ins datetime=" in page and LATER in page
    assert f"Changes since {called(zero, ZONE)} are marked." in page
    word = written(house, first, "redline", "docx", zero)
    assert LATER in word_text(word) and "w:ins " in _document_part(word)
    assert written(house, first, "redline", "pdf", zero).startswith(b"%PDF")
    told = json.loads(written(house, first, "redline", "json", zero))
    assert any(LATER in change["words"] for change in told["changes"])
    assert told["page"].startswith('<article class="document">')


def _document_part(package: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read("word/document.xml").decode()


def test_two_equal_editions_differ_in_nothing_but_their_stamps(house: House) -> None:
    (zero,), (first,) = house.build("declaration"), house.build("declaration")
    told = json.loads(written(house, first, "redline", "json", zero))
    assert (told["changes"], told["beside"], told["renumbered"]) == ([], [], False)


def test_a_redline_accepted_is_the_newer_edition(house: House) -> None:
    (zero,) = house.build("proceedings")
    confirm_point(house.held, LATER, tables=(1,))
    (first,) = house.build("proceedings")
    old, new = (kept_tree(house.exports, each) for each in (zero, first))
    made = accept(compared(old, new, called(zero, ZONE)))
    assert operative(made) == operative(new)
    assert paragraphs(made) == paragraphs(new)


def test_numbers_stay_put_once_an_edition_was_handed_out(house: House) -> None:
    topic = house.held.topics[0].id
    one = add_paragraph(house.held, "Decide to meet again.", topic=topic, position="b")
    add_paragraph(house.held, "Request a report.", topic=topic, position="d")
    (zero,) = house.build("declaration")
    circulate(house, zero)
    add_paragraph(house.held, "Invite the partners.", topic=topic, position="c")
    (first,) = house.build("declaration")
    tree = kept_tree(house.exports, first)
    assert [*operative(tree)] == ["OP-01", "OP-01bis", "OP-02"]
    (annex,) = (b for b in tree.blocks if isinstance(b, Table))
    assert [[plain(cell) for cell in row.cells] for row in annex.rows] == [
        ["1", "1", "same number"],
        ["–", "1 bis", "new paragraph"],
        ["2", "2", "same number"],
    ]
    house.held.act(house.held.actor("secretariat"), "remove_paragraph", paragraph=one, version=0)
    (second,) = house.build("declaration")
    assert [*operative(kept_tree(house.exports, second))] == ["OP-01ante", "OP-02"]
    rows = list(
        csv.reader(io.StringIO(written(house, second, "redline", "csv", zero).decode("utf-8-sig")))
    )
    assert rows == [
        ["before", "now", "what"],
        ["1", "", "deleted"],
        ["", "1 ante", "new paragraph"],
        ["2", "2", "same number"],
    ]


def test_the_final_text_counts_anew_and_corrections_keep_its_numbers(house: House) -> None:
    topic = house.held.topics[0].id
    for place, words in (("b", "Decide to meet again."), ("d", "Request a report.")):
        add_paragraph(house.held, words, topic=topic, position=place)
    for number in (2, 3):
        add_paragraph(house.held, "Thank the hosts.", topic=house.held.topics[number - 1].id)
    (zero,) = house.build("declaration")
    circulate(house, zero)
    add_paragraph(house.held, "Invite the partners.", topic=topic, position="c")
    house.build("declaration")
    (final,) = house.build("declaration", final=True)
    assert final.edition.label == "FINAL"
    assert [*operative(kept_tree(house.exports, final))] == [f"OP-0{n}" for n in range(1, 6)]
    add_paragraph(house.held, "Close the meeting.", topic=topic, position="bb")
    (correction,) = house.build("declaration")
    assert correction.edition.label == "CORR.1"
    assert "OP-01bis" in operative(kept_tree(house.exports, correction))
    told = written(house, final, "redline", "csv", zero).decode("utf-8-sig")
    assert "2,3,new number" in told


def test_a_final_text_is_refused_while_anything_is_left_to_settle(house: House) -> None:
    topic = house.held.topics[0].id
    add_paragraph(house.held, "Ask for [urgent] reports.", topic=topic)
    with pytest.raises(DiscussionError) as refused:
        house.build("declaration", final=True)
    assert refused.value.code == "final_unsettled"
    assert "Paragraph 1: [urgent]" in str(refused.value.facts["places"])
    assert house.kept() == ()
    assert not (house.exports / house.held.id / "declaration").exists()


def test_there_is_one_final_text(house: House, tmp_path: Path) -> None:
    for topic in house.held.topics:
        add_paragraph(house.held, "Decide to meet again.", topic=topic.id)
    house.build("declaration", final=True)
    with pytest.raises(DiscussionError) as refused:
        house.build("declaration", final=True)
    assert refused.value.code == "final_already"


def test_what_cannot_be_compared_is_refused_in_words(house: House) -> None:
    (zero,), (minutes,), (slides,) = (
        house.build(each) for each in ("declaration", "proceedings", "presentation-topic-1")
    )
    for kept, variant, form, against, code in (
        (zero, "redline", "docx", minutes, "editions_differ"),
        (slides, "clean", "html", None, "edition_without_tree"),
        (minutes, "provenance", "docx", None, "variant_unknown"),
        (zero, "redline", "docx", None, "variant_unknown"),
        (zero, "clean", "docx", zero, "variant_unknown"),
        (zero, "working", "docx", None, "variant_unknown"),
        (zero, "clean", "pptx", None, "format_unknown"),
    ):
        with pytest.raises(DiscussionError) as refused:
            written(house, kept, variant, form, against)
        assert refused.value.code == code
    with pytest.raises(NotFound):
        write_variant(house.held.database, house.exports, Wanted("none", "clean", "docx"))
    assert variants_of(slides) == ()


def test_a_tree_that_is_not_the_one_that_was_kept_is_not_shown(house: House) -> None:
    (kept,) = house.build("declaration")
    name = kept.edition.manifest["trees"]["working"]["name"]
    file = place_of(house.exports, kept.edition) / name
    file.write_bytes(file.read_bytes().replace(b"Portals", b"Porters"))
    for _ in range(2):
        with pytest.raises(DiscussionError) as refused:
            written(house, kept, "clean", "docx")
        assert refused.value.code == "edition_changed"
        file.unlink(missing_ok=True)


def test_building_a_final_text_writes_nothing_but_why_not(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "built"
    folder.mkdir()
    add_paragraph(house.held, "Ask for [urgent] reports.", topic=house.held.topics[0].id)
    build(house.held.database, house.held.id, ["declaration"], folder, final=True)
    assert [each.name for each in folder.iterdir()] == [REFUSED]


def test_the_record_holds_numbers_of_what_was_handed_out_alone(house: House) -> None:
    def held() -> set[str]:
        with house.held.database.reading() as transaction:
            return set(record_of(transaction, house.held.id).numbers.values())

    (zero,) = house.build("declaration")
    assert held() == set()
    circulate(house, zero)
    assert held() == set(zero.edition.manifest["numbers"].values())
