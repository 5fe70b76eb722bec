"""The page of house styles: what is brought is looked through, named, used, and left again."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest

from discussion.services.publications import house_styles
from tests.documents.hostile_styles import HOSTILE
from tests.documents.letterheads import MINISTRY, with_logo, word_style
from tests.kit.house import PagesOf
from tests.web.doors import NOTHING, SECRETARIATS, Line, about

JSON = {"Accept": "application/json"}
PLACE = "/publications/house-style"


def bring(
    house: PagesOf,
    content: bytes,
    name: str = "ministry.docx",
    form: str = "docx",
    who: str = "secretariat",
) -> Any:
    file = (io.BytesIO(content), name)
    answer = house.visitor(who).post(f"{PLACE}/{form}", {"file": file}, buffered=True)
    answer.request.environ["wsgi.input"].close()  # the client's own, on the disk when large
    return answer


def declaration(house: PagesOf) -> tuple[dict[str, Any], bytes]:
    """Builds one; what is told of it, and its Word file."""
    visitor = house.visitor("secretariat")
    told = visitor.post("/publications/build", {"document": "declaration"}, headers=JSON)
    (edition,) = told.json["editions"]
    files = {file["format"]: file["url"] for file in edition["files"]}
    return edition, visitor.get(files["docx"]).data


def header(package: bytes) -> str:
    return str(docx.Document(io.BytesIO(package)).sections[0].header.paragraphs[0].text)


def test_a_ministrys_style_is_brought_used_and_left_again(house: PagesOf, tmp_path: Path) -> None:
    package = word_style(with_logo)
    answer = bring(house, package)
    assert (answer.status_code, answer.location) == (303, f"{PLACE}#docx")
    words = house.visitor("secretariat").read(PLACE)
    assert "In use: ministry.docx" in words
    assert "Its header and footer with 1 picture stay on every page." in words
    edition, made = declaration(house)
    assert MINISTRY in header(made)
    (manifest,) = tmp_path.glob("exports/*/declaration/ZERO/manifest.json")
    told = json.loads(manifest.read_text())["manifest"]["house_styles"]
    assert told == {"docx": hashlib.sha256(package).hexdigest()}
    assert "house style changed" not in house.visitor("secretariat").read("/publications")
    house.visitor("secretariat").post(f"{PLACE}/docx/own")
    assert "Since then: house style changed." in house.visitor("secretariat").read("/publications")
    assert MINISTRY not in header(declaration(house)[1])
    words = house.visitor("secretariat").read(PLACE)
    assert words.count("In use: the house's own") == 2
    assert "ministry.docx" in words  # what was brought stays, under Before


def test_a_file_comes_back_as_it_was_brought(house: PagesOf) -> None:
    package = word_style(with_logo)
    bring(house, package, name="/disk/x/Our style\u202ecod.docx")
    (choice,) = choices(house)
    assert choice.name == "Our style cod.docx"
    answer = house.visitor("secretariat").get(f"{PLACE}/files/{choice.id}")
    assert answer.data == package
    assert "attachment" in answer.headers["Content-Disposition"]


def choices(house: PagesOf) -> list[house_styles.HouseStyleChoice]:
    held = house.workshop
    with held.database.reading() as transaction:
        return house_styles.choices_by_format(transaction, held.id)[0]["docx"]


def test_what_is_missing_is_listed_by_the_names_word_shows(house: PagesOf) -> None:
    def without(word: Any) -> None:
        word.styles["Operative"].delete()
        word.styles["House Table"].delete()

    answer = bring(house, word_style(without))
    assert answer.status_code == 409
    assert "Missing: Operative, House Table." in answer.text
    assert answer.text.count('<tr><th scope="row">') == 2
    assert "Found: Cover Symbol, " in answer.text
    assert choices(house) == []


@pytest.mark.parametrize("what", ["macros by their part", "no archive"])
def test_a_hostile_file_is_refused_in_words_and_never_kept(house: PagesOf, what: str) -> None:
    answer = bring(house, HOSTILE[what][1])
    assert answer.status_code == 422
    assert "It was not used. Documents look as they did before." in answer.text
    assert choices(house) == []


def test_a_file_that_nobody_can_look_through_in_time_is_refused(
    house: PagesOf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(house_styles, "INSPECT_SECONDS", 0.01)
    answer = bring(house, word_style())
    assert "could not be looked through" in answer.text
    assert not list(tmp_path.glob("exports/*/.style-*"))


def test_no_file_and_too_large_a_file_are_told(house: PagesOf) -> None:
    none = house.visitor("secretariat").post(f"{PLACE}/docx", {})
    assert (none.status_code, "No file was chosen" in none.text) == (422, True)
    assert bring(house, b"\0" * 10_500_000).status_code == 413


def test_a_large_form_is_read_from_nobody_else(house: PagesOf) -> None:
    assert bring(house, b"\0" * 3_000_000, who="moderator").status_code == 413


@pytest.mark.parametrize("form", house_styles.PROGRAMS)
def test_the_houses_own_can_be_downloaded_and_brought_back(house: PagesOf, form: str) -> None:
    own = house.visitor("secretariat").get(f"{PLACE}/{form}/own").data
    assert bring(house, own, name=f"ours.{form}", form=form).status_code == 303
    assert f"In use: ours.{form}" in house.visitor("secretariat").read(PLACE)


def test_a_workshops_style_is_its_own(house: PagesOf, another_workshop: Any) -> None:
    bring(house, word_style(with_logo))
    other = house.visitor(another_workshop().people["secretariat"])
    assert "In use: the house's own" in other.read(PLACE)
    (choice,) = choices(house)
    assert other.get(f"{PLACE}/files/{choice.id}").status_code == 404


def test_old_files_go_and_what_they_were_stays(house: PagesOf) -> None:
    held = house.workshop
    actor = held.actor("secretariat")
    for number in range(12):
        given = (f"{number}.docx", b"file")
        house_styles.keep_style(held.database, held.runtime, actor, "docx", given, ())
    kept = choices(house)
    assert [choice.held for choice in kept] == [True] * 10 + [False] * 2
    assert kept[-1].name == "0.docx" and kept[-1].sha256


def styles(ids: dict[str, str]) -> dict[str, list[Line]]:
    """How what is built looks: the secretariat's alone."""
    return {
        "house_styles.show": [Line("GET", "/publications/house-style", SECRETARIATS)],
        "house_styles.own": [Line("GET", f"/publications/house-style/{NOTHING}/own", SECRETARIATS)],
        "house_styles.preview": [
            Line("GET", f"/publications/house-style/{NOTHING}/preview", SECRETARIATS)
        ],
        "house_styles.brought": [
            about("GET", "/publications/house-style/files/{}", ids["style"], {"secretariat"})
        ],
        "house_styles.bring": [Line("POST", "/publications/house-style/docx", SECRETARIATS)],
        "house_styles.go_back": [
            Line("POST", f"/publications/house-style/{NOTHING}/own", SECRETARIATS)
        ],
    }
