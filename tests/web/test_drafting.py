"""The drafting page's forms: choices, rebuilding, and settling what was left alone."""

from discussion import assets
from discussion.storage import drafting
from tests.kit.house import PagesOf
from tests.services.paragraphs import of_point, restated, typed
from tests.services.points import confirm_point


def test_a_shipped_profile_is_taken_and_a_file_with_mistakes_is_shown_again(house: PagesOf) -> None:
    held, secretariat = house.workshop, house.visitor("secretariat")
    taken = secretariat.post(
        "/drafting/choices", {"shipped": "un", "profile": "", "outcome": "summary"}
    )
    assert taken.status_code == 303
    with held.database.reading() as transaction:
        chosen = drafting.choices_of(transaction, held.id)
    shipped = (assets.folder("data") / "profiles" / "un.toml").read_text()
    assert (chosen.profile, chosen.outcome) == (shipped.strip(), "summary")
    refused = secretariat.post(
        "/drafting/choices", {"profile": "preambular_ends = 1", "outcome": "declaration"}
    )
    assert refused.status_code == 422
    assert "Is preambular_end meant?" in refused.text
    assert "preambular_ends = 1" in refused.text


def test_what_was_left_alone_is_kept_or_taken(house: PagesOf) -> None:
    held, secretariat = house.workshop, house.visitor("secretariat")
    point, other = confirm_point(held, "One"), confirm_point(held, "Other")
    secretariat.post("/drafting/rebuild", {})
    for one in (point, other):
        typed(held, of_point(held, one), " by hand")
        restated(held, one, "No, ")
    for one, do in ((point, "take"), (other, "keep")):
        secretariat.post("/drafting/settle", {"paragraph": of_point(held, one).id, "do": do})
    assert of_point(held, point).text == "No, One"
    assert of_point(held, other).text == "Other by hand"
    told = secretariat.get("/drafting/remarks").json
    assert told and told["rebuild"] == {"added": 0, "changed": 0, "left": 0}


def test_the_programme_leads_those_to_the_paragraphs_who_may_read_them(house: PagesOf) -> None:
    for who, led in (("moderator", True), ("chair", True), ("rapporteur", False), ("room", False)):
        page = house.visitor(who).get("/programme").text
        assert ("declaration's paragraphs" in page or "declaration&#39;s" in page) is led, who


def test_who_may_only_read_settles_nothing(house: PagesOf) -> None:
    held = house.workshop
    point = confirm_point(held, "One")
    house.visitor("secretariat").post("/drafting/rebuild", {})
    typed(held, of_point(held, point), " by hand")
    restated(held, point, "No, ")
    answer = house.visitor("chair").post(
        "/drafting/settle", {"paragraph": of_point(held, point).id, "do": "take"}
    )
    assert answer.status_code == 404
    assert of_point(held, point).text == "One by hand"


def test_publications_say_that_paragraphs_do_not_follow_the_points_yet(house: PagesOf) -> None:
    held, secretariat = house.workshop, house.visitor("secretariat")
    point, other = confirm_point(held, "One"), confirm_point(held, "Other")
    secretariat.post("/publications/build", {"document": "declaration"})
    assert "do not follow the points" not in secretariat.read("/publications")
    secretariat.post("/drafting/rebuild", {})
    assert "do not follow the points" not in secretariat.read("/publications")
    typed(held, of_point(held, other), " by hand")
    restated(held, point, "No, ")
    restated(held, other, "No, ")
    said = secretariat.read("/publications")
    assert "do not follow the points yet: 1 to change or take out." in said
    assert "1 paragraph edited by hand will stay as it is although points have changed." in said
    secretariat.post("/drafting/rebuild", {})
    assert "do not follow the points" not in secretariat.read("/publications")
