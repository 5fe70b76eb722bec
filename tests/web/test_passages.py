"""The page of a document's texts: who opens it, what it is told of each text and how it reads."""

from typing import Any

from tests.kit.house import PagesOf
from tests.services.paragraphs import restated
from tests.services.passages import begin_passage, written
from tests.services.points import confirm_point
from tests.web.doors import BOARD, STRANGER, Line, about

SLIDES = "/drafting/texts/presentation-topic-1"
REPORT = "/drafting/texts/proceedings"


def passages(ids: dict[str, str]) -> dict[str, list[Line]]:
    """The lines of the table of permissions."""
    one = f"{REPORT}/slots/{{}}"
    return {
        "passages.show": [Line("GET", REPORT, BOARD | STRANGER)],
        "passages.read": [Line("GET", f"{SLIDES}/slots", BOARD | STRANGER)],
        "passages.shown": [
            about("GET", one, ids["passage"], BOARD),
            about("GET", one, ids["their passage"], STRANGER),
        ],
    }


def slots(house: PagesOf, path: str = SLIDES) -> list[dict[str, Any]]:
    """What the page is told of every text."""
    told = house.visitor("secretariat").get(f"{path}/slots").json
    assert told is not None
    return list(told["slots"])


def test_every_text_is_told_as_it_will_read_with_the_points_it_rests_on(house: PagesOf) -> None:
    confirm_point(house.workshop, "Portals name the *authority*")
    (bullet,) = [slot for slot in slots(house) if "Portals" in slot["words"]]
    assert bullet["points"] == ["Portals name the *authority*"]
    assert (bullet["form"], bullet["now"]) == ("line", None)
    assert "Portals name the *authority*" in bullet["shown"]


def test_words_of_a_hand_edit_stand_beside_those_that_would_be_generated(house: PagesOf) -> None:
    held = house.workshop
    (first, *_) = slots(house, REPORT)
    made = begin_passage(held, first["slot"], words=first["words"], basis=first["basis"])
    (begun, *_) = slots(house, REPORT)
    assert begun["now"] is None
    written(held, made, "\n\n- by <b>hand</b>")
    (edited, *_) = slots(house, REPORT)
    assert (edited["words"], edited["shown"]) == (first["words"], first["shown"])
    assert "by &lt;b&gt;hand&lt;/b&gt;" in edited["now"]
    alone = house.visitor("chair").get(f"{REPORT}/slots/{made}").json
    assert alone == {"shown": edited["now"]}


def test_nothing_is_told_again_while_nothing_has_happened(house: PagesOf) -> None:
    confirm_point(house.workshop, "One")
    reader = house.visitor("chair")
    told = reader.get(f"{SLIDES}/slots").json
    assert told is not None
    again = f"{SLIDES}/slots?since={told['sequence']}"
    assert reader.get(again).status_code == 204
    confirm_point(house.workshop, "Other")
    assert reader.get(again).status_code == 200


def test_no_page_is_there_for_a_document_in_which_nobody_writes(house: PagesOf) -> None:
    for document in ("declaration", "presentation-topic-9", "presentation-topic-x", "nothing"):
        assert house.visitor("secretariat").get(f"/drafting/texts/{document}").status_code == 404


def test_what_a_point_said_before_leaves_the_hand_edit_and_says_so(house: PagesOf) -> None:
    held = house.workshop
    point = confirm_point(held, "Portals name it")
    (bullet,) = [slot for slot in slots(house) if "Portals" in slot["words"]]
    facts = {"words": bullet["words"], "basis": bullet["basis"]}
    made = begin_passage(held, bullet["slot"], "presentation-topic-1", **facts)
    written(held, made, " by hand")
    restated(held, point, "All ")
    told = house.visitor("secretariat").get(f"{SLIDES}/slots").json
    assert told is not None
    (mine,) = [slot for slot in told["slots"] if slot["slot"] == bullet["slot"]]
    assert f">{bullet['words']} by hand<" in mine["now"]
    assert mine["basis"] != bullet["basis"] and mine["words"] == "All Portals name it"


def test_publications_lead_to_the_texts_and_name_what_a_build_would_leave(house: PagesOf) -> None:
    held, secretariat = house.workshop, house.visitor("secretariat")
    point = confirm_point(held, "Portals name it")
    assert secretariat.get("/publications").text.count("Edit its texts") == 5
    (bullet,) = [slot for slot in slots(house) if "Portals" in slot["words"]]
    facts = {"words": bullet["words"], "basis": bullet["basis"]}
    made = begin_passage(held, bullet["slot"], "presentation-topic-1", **facts)
    written(held, made, " by hand")
    assert "hand edit will stay" not in secretariat.read("/publications")
    restated(held, point, "All ")
    said = secretariat.read("/publications")
    left = "1 hand edit will stay as it is although what it was made from has changed:"
    assert f"{left} {bullet['title']} ." in said
    assert f"{SLIDES}#p-{made}" in secretariat.get("/publications").text
    built = secretariat.post("/publications/build", {"document": "presentation-topic-1"})
    assert built.status_code == 303
    assert "What it was made from had changed" in secretariat.read("/publications")
