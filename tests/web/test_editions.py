"""The pages of editions: what is compared, refused and handed out, and what they never do."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.kit.house import Held, PagesOf
from tests.services.editions import House
from tests.services.paragraphs import add_paragraph
from tests.web.test_publications import build
from tests.web.things import edition_of

FIRST = "Recommend that <script>alert(1)</script> portals name the authority."


def built(house: PagesOf, document: str, *, final: bool = False) -> dict[str, Any]:
    """An edition, built in this process, which is quicker."""
    exports = house.app.extensions["discussion"].settings.exports
    (kept,) = House(house.workshop, exports).build(document, final=final)
    files = [{"url": f"/editions/{kept.edition.id}/files/{f.format}"} for f in kept.files]
    return {"id": kept.edition.id, "sha256": kept.files[0].sha256, "files": files}


@pytest.fixture
def two(house: PagesOf) -> tuple[dict[str, Any], dict[str, Any]]:
    topic = house.workshop.topics[0].id
    add_paragraph(house.workshop, FIRST, topic=topic)
    zero = built(house, "declaration")
    add_paragraph(house.workshop, "Decide to <b>meet</b> again.", topic=topic, position="z")
    return zero, built(house, "declaration")


def test_a_comparison_marks_what_came_and_carries_nothing_out(house: PagesOf, two) -> None:
    zero, first = two
    path = f"/editions/{zero['id']}/compare/{first['id']}"
    words = house.visitor("chair").read(path)
    assert "0 changed 1 new 0 gone" in " ".join(words.split())
    answer = house.visitor("chair").get(path)
    assert "<ins " in answer.text and "&lt;b&gt;meet&lt;/b&gt;" in answer.text
    assert "<script>alert" not in answer.text and ' style="' not in answer.text
    assert house.visitor("chair").get(path).text == answer.text  # kept, and read again
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_tree_that_was_changed_on_the_disk_is_not_compared(house: PagesOf, two, tmp_path) -> None:
    zero, first = two
    (tree,) = tmp_path.glob("exports/*/declaration/ZERO/working.tree.json")
    tree.write_bytes(tree.read_bytes().replace(b"portals", b"postals"))
    answer = house.visitor("chair").get(f"/editions/{zero['id']}/compare/{first['id']}")
    assert (answer.status_code, "not the one that was built" in answer.text) == (409, True)


def test_a_variant_comes_down_under_a_name_that_says_what_it_is(house: PagesOf, two) -> None:
    zero, first = two
    asked = {
        f"/editions/{first['id']}/variants/provenance/html": "DECL-REV.1-PROVENANCE.html",
        f"/editions/{first['id']}/variants/redline/html?against={zero['id']}": (
            "DECL-REV.1-CHANGES-SINCE-ZERO.html"
        ),
    }
    for path, name in asked.items():
        answer = house.visitor("secretariat").get(path)
        assert answer.status_code == 200, answer.text
        assert answer.headers["Content-Disposition"].endswith(f"-{name}")
        assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_what_cannot_be_is_refused_in_words(house: PagesOf, two) -> None:
    zero, first = two
    minutes, rows = built(house, "proceedings"), built(house, "provenance")
    visitor = house.visitor("secretariat")
    for path, status, words in (
        (f"{zero['id']}/compare/{minutes['id']}", 409, "two different documents"),
        (f"{rows['id']}/compare/{rows['id']}", 409, "cannot be compared"),
        (f"{first['id']}/variants/poem/docx", 404, "no such variant"),
        (f"{first['id']}/variants/redline/docx", 404, "no such variant"),
        (f"{first['id']}/variants/clean/exe", 404, ""),
        ("compare?old=a&new=", 404, "Nothing here for you"),
    ):
        answer = visitor.get(f"/editions/{path}")
        assert (answer.status_code, words in answer.text) == (status, True), path


def test_nobody_of_another_workshop_compares_or_hands_out(
    house: PagesOf, another_workshop: Callable[..., Held], two
) -> None:
    zero, first = two
    stranger = house.visitor(another_workshop().people["secretariat"])
    for path in (
        f"/editions/{zero['id']}/compare/{first['id']}",
        f"/editions/{first['id']}/variants/clean/html",
        f"/editions/{first['id']}/variants/redline/html?against={zero['id']}",
    ):
        assert stranger.get(path).status_code == 404
    handed_out = stranger.post(f"/editions/{first['id']}/circulate", {"to": "Everybody"})
    assert handed_out.status_code == 404
    assert "Handed out" not in house.visitor("chair").read("/editions")


def test_who_got_an_edition_is_on_the_page_of_all(house: PagesOf, two) -> None:
    zero, _ = two
    secretariat = house.visitor("secretariat")
    assert secretariat.post(f"/editions/{zero['id']}/circulate", {"to": ""}).status_code == 422
    told = secretariat.post(f"/editions/{zero['id']}/circulate", {"to": "All <b>delegations</b>"})
    assert told.status_code == 303
    page = house.visitor("moderator").get("/editions").text
    assert "to <bdi>All &lt;b&gt;delegations&lt;/b&gt;</bdi>, noted by" in page
    assert zero["sha256"] in page


def test_build_everything_leaves_final_texts_alone(house: PagesOf) -> None:
    for topic in house.workshop.topics:
        add_paragraph(house.workshop, "Decide to meet again.", topic=topic.id)
    final = {"document": "declaration", "final": "yes"}
    accept = {"Accept": "application/json"}
    answer = house.visitor("secretariat").post("/publications/build", final, headers=accept)
    assert [e["label"] for e in answer.json["editions"]] == ["FINAL"]
    assert "declaration" not in {e["document"] for e in build(house, "all")}
    assert "Build CORR.1" in house.visitor("secretariat").read("/publications")


def test_an_edition_of_before_says_that_it_cannot_be_compared(house: PagesOf) -> None:
    old = edition_of(house.workshop)
    answer = house.visitor("chair").get(f"/editions/{old}/compare/{old}")
    assert answer.status_code == 409
    assert "it was built before editions could be compared" in answer.text
    assert house.visitor("chair").get("/editions").status_code == 200


def test_the_draft_goes_back_to_an_edition_and_builds_the_same_words(house: PagesOf, two) -> None:
    zero, _ = two
    secretariat = house.visitor("secretariat")
    assert "Bring the draft back to ZERO" in secretariat.get("/editions").text
    answer = secretariat.post(f"/editions/{zero['id']}/restore")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/drafting")
    again = built(house, "declaration")
    words = secretariat.read(f"/editions/{zero['id']}/compare/{again['id']}")
    assert "The two say the same, word for word." in words


def test_only_a_declaration_made_of_paragraphs_can_be_gone_back_to(house: PagesOf) -> None:
    early, other = built(house, "declaration"), built(house, "proceedings")
    add_paragraph(house.workshop, FIRST, topic=house.workshop.topics[0].id)
    secretariat = house.visitor("secretariat")
    page = secretariat.read("/editions")
    assert "Built before there were paragraphs" in page and "Bring the draft back" not in page
    refused = secretariat.post(f"/editions/{early['id']}/restore")
    assert refused.status_code == 409 and "There were no paragraphs yet" in refused.text
    assert secretariat.post(f"/editions/{other['id']}/restore").status_code == 404
    assert house.visitor("moderator").post(f"/editions/{early['id']}/restore").status_code == 404
