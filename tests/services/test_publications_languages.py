"""Editions in several languages: the same numbers and symbols, each language's own files."""

import json
import zipfile
from pathlib import Path

import pytest

from discussion.documents.tree import Document, plain
from discussion.errors import NotFound, Refused
from discussion.services.publications.comparing import find_pair, in_common
from discussion.services.publications.overview import edition_state, publications_state
from discussion.services.publications.variants import Wanted, check_wanted, kept_tree, write_variant
from discussion.services.publications.whole_workshop import write_workshop
from tests.kit.house import Held
from tests.services.editions import House
from tests.services.paragraphs import add_paragraph
from tests.services.points import confirm_point
from tests.services.translations import add_translation, settle

FRENCH = "Les portails vérifient chaque employeur"


@pytest.fixture
def house(workshop: Held, tmp_path: Path) -> House:
    workshop.act(workshop.actor("secretariat"), "set_issued_languages", languages=["fr", "ar"])
    return House(workshop, tmp_path / "exports")


def operative(tree: Document) -> dict[str, str]:
    """The words of operative paragraphs by their anchors."""
    return {
        b.anchor: plain(b.content) for b in tree.blocks if getattr(b, "style", "") == "operative"
    }


def test_an_edition_has_the_files_of_each_language_beside_its_own(house: House) -> None:
    confirm_point(house.held, "Portals check every employer")
    (kept,) = house.build("declaration")
    names = {file.format: file.name for file in kept.files}
    assert names["docx.fr"] == names["docx"].replace(".docx", "-FR.docx")
    assert {file.form for file in kept.files if file.language == "ar"} == {
        file.form for file in kept.files if not file.language
    }
    assert b'lang="ar" dir="rtl"' in house.bytes_of(kept, "html.ar")
    assert kept.edition.manifest["languages"] == ["en", "fr", "ar"]
    assert set(kept.edition.manifest["trees"]) >= {"working", "working.fr", "provenance.ar"}
    assert kept.languages == ("fr", "ar")


def test_rows_and_sources_are_written_once(house: House) -> None:
    kept = {each.edition.document: each for each in house.build("participants", "provenance")}
    forms = [file.format for file in kept["provenance"].files]
    assert forms == ["csv", "docx", "html", "pdf"]
    assert kept["participants"].file("csv.fr") is None
    assert kept["participants"].file("docx.fr") is not None


def test_numbers_are_the_same_in_every_language(house: House) -> None:
    topic = house.held.topics[0].id
    paragraph = add_paragraph(house.held, "*Urge* portals to check every employer", topic=topic)
    settle(house.held, add_translation(house.held, paragraph, FRENCH))
    (kept,) = house.build("declaration")
    own, french = (kept_tree(house.exports, kept, name) for name in ("working", "working.fr"))
    assert french.meta.language == "fr"
    assert french.meta.symbol == own.meta.symbol
    assert operative(own).keys() == operative(french).keys()
    assert [FRENCH in words for words in operative(french).values()] == [True]
    assert "to be translated" not in "".join(operative(french).values())


def test_a_final_text_waits_for_the_translations_of_every_language_chosen(house: House) -> None:
    staff = house.held.actor("secretariat")
    house.held.act(staff, "set_issued_languages", languages=["fr"])
    first, *others = (
        add_paragraph(house.held, "*Urge* portals to check every employer", topic=topic.id)
        for topic in house.held.topics
    )
    for other in others:
        settle(house.held, add_translation(house.held, other, FRENCH))
    with pytest.raises(Refused) as refused:
        house.build("declaration", final=True)
    assert refused.value.code == "final_unsettled"
    assert refused.value.facts["count"] == 1
    assert str(refused.value.facts["places"]).startswith("French, ")
    made = add_translation(house.held, first, FRENCH)
    with pytest.raises(Refused):
        house.build("declaration", final=True)  # nobody has called it right
    settle(house.held, made)
    (kept,) = house.build("declaration", final=True)
    assert kept.edition.label == "FINAL"


def test_variants_and_changes_are_written_in_the_language_asked_for(house: House) -> None:
    topic = house.held.topics[0].id
    paragraph = add_paragraph(house.held, "*Urge* portals to check every employer", topic=topic)
    made = add_translation(house.held, paragraph, "Les portails vérifient")
    (first,) = house.build("declaration")
    house.held.act(
        house.held.actor("secretariat"), "edit_text", text=made, base=0, change=[22, " tout"]
    )
    (second,) = house.build("declaration")
    wanted = Wanted(second.edition.id, "redline", "json", first.edition.id, "fr")
    told = json.loads(write_variant(house.held.database, house.exports, wanted))
    assert told["language"] == "fr"
    assert "<ins" in told["page"] and "tout" in told["page"]
    assert (
        "Les modifications apportées depuis ZERO du 8 juillet 2025 sont signalées." in told["page"]
    )
    clean = Wanted(second.edition.id, "clean", "html", language="fr")
    assert "tout" in write_variant(house.held.database, house.exports, clean).decode()


def test_an_edition_has_no_variant_in_a_language_it_was_not_issued_in(house: House) -> None:
    staff = house.held.actor("secretariat")
    house.held.act(staff, "set_issued_languages", languages=["fr"])
    (kept,) = house.build("declaration")
    with pytest.raises(Refused) as refused:
        check_wanted(Wanted(kept.edition.id, "clean", "docx", language="ar"), kept, None)
    assert refused.value.code == "edition_without_tree"
    with house.held.database.reading() as transaction:
        assert in_common(find_pair(transaction, staff, kept.edition.id)) == ("fr",)
        with pytest.raises(NotFound):
            find_pair(transaction, staff, kept.edition.id, language="ar")


def test_the_archive_of_a_workshop_holds_every_language_with_its_checksum(
    house: House, tmp_path: Path
) -> None:
    (kept,) = house.build("declaration")
    write_workshop(house.held.database, house.exports, house.held.id, tmp_path / "whole.zip")
    with zipfile.ZipFile(tmp_path / "whole.zip") as archive:
        (sums,) = (name for name in archive.namelist() if name.endswith("SHA256SUMS"))
        told = archive.read(sums).decode()
        index = archive.read(sums.replace("SHA256SUMS", "index.html")).decode()
    for file in kept.files:
        assert f"{file.sha256}  documents/declaration/{file.name}" in told
    assert "Word, French" in index


def test_the_page_says_that_translations_or_languages_have_changed_since(house: House) -> None:
    staff = house.held.actor("secretariat")
    point = confirm_point(house.held, "Portals check every employer")
    (kept,) = house.build("declaration")
    assert since(house) == ""
    add_translation(house.held, point, FRENCH)
    assert since(house) == "1 translation changed"
    house.held.act(staff, "set_issued_languages", languages=["ar"])
    assert since(house) == "1 translation changed, languages chosen otherwise"
    told = edition_state(house.held.plan, kept)
    assert [language["name"] for language in told["languages"]] == ["French", "Arabic"]
    assert [file["language"] for file in told["files"]] == sorted(
        (file["language"] for file in told["files"]), key=["", "fr", "ar"].index
    )


def test_a_table_written_in_one_language_is_never_behind_the_choice_of_languages(
    house: House,
) -> None:
    house.build("provenance", "programme")
    staff = house.held.actor("secretariat")
    assert [since(house, name) for name in ("provenance", "programme")] == ["", ""]
    house.held.act(staff, "set_issued_languages", languages=["ar"])
    told = [since(house, name) for name in ("provenance", "programme")]
    assert told == ["", "languages chosen otherwise"]


def since(house: House, document: str = "declaration") -> str:
    """What the page of publications says has changed since an edition."""
    with house.held.database.reading() as transaction:
        state = publications_state(transaction, house.held.plan)
    words: str = next(d["since"] for d in state["documents"] if d["key"] == document)
    return words
