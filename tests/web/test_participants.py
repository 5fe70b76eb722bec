"""The page of participants: pasted, uploaded, mended, shown; and who may open it."""

from io import BytesIO

from tests.kit.house import PagesOf
from tests.kit.house.pages import words
from tests.web.doors import SECRETARIATS, Line

LIST = "name,institution,country,agreed\nYusra Agreed,Ministry A,Jordan,yes\nKarim,,Niger,no\n"


def participants() -> dict[str, list[Line]]:
    """The lines of the table of permissions."""
    return {
        "participants.show": [Line("GET", "/participants", SECRETARIATS)],
        "participants.change": [Line("POST", "/participants", SECRETARIATS, {"list": "name"})],
    }


def test_a_pasted_list_is_shown_with_who_may_be_named(house: PagesOf) -> None:
    secretariat = house.visitor("secretariat")
    assert "No list yet" in secretariat.read("/participants")
    answer = secretariat.post("/participants", {"list": LIST})
    assert (answer.status_code, answer.location) == (303, "/participants")
    said = secretariat.read("/participants")
    assert "2 on the list, 1 of them agreed to be named." in said
    assert "Jordan Yusra Agreed , Ministry A" in said
    assert "Niger Karim" in said and "Counted, not named" in said


def test_a_file_may_be_uploaded_instead(house: PagesOf) -> None:
    secretariat = house.visitor("secretariat")
    upload = {"list": "", "file": (BytesIO(LIST.encode("utf-8-sig")), "people.csv")}
    assert secretariat.post("/participants", upload).status_code == 303
    assert "Yusra Agreed" in secretariat.read("/participants")


def test_a_file_in_another_encoding_is_refused_with_what_to_do(house: PagesOf) -> None:
    upload = {"list": "", "file": (BytesIO("name\nÉlodie\n".encode("latin-1")), "people.csv")}
    answer = house.visitor("secretariat").post("/participants", upload)
    assert answer.status_code == 422
    assert "CSV UTF-8" in words(answer)


def test_what_is_wrong_is_named_and_what_was_typed_stays(house: PagesOf) -> None:
    secretariat = house.visitor("secretariat")
    secretariat.post("/participants", {"list": LIST})
    typed = "name,country,agreed\n<b>A</b>,Jordan,perhaps\n"
    answer = secretariat.post("/participants", {"list": typed})
    assert answer.status_code == 422
    assert "Line 2: agreed: Write yes or no, not “perhaps”." in words(answer)
    assert "&lt;b&gt;A&lt;/b&gt;,Jordan,perhaps" in answer.text
    assert "<b>A</b>" not in answer.text
    assert "2 on the list" in secretariat.read("/participants")


def test_the_list_comes_back_as_text_to_be_changed(house: PagesOf) -> None:
    secretariat = house.visitor("secretariat")
    secretariat.post("/participants", {"list": LIST})
    page = secretariat.get("/participants").text
    assert "Yusra Agreed,,Ministry A,Jordan,country,yes" in page
