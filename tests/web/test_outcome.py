"""The pages of what became of what was said: ways in, what they show, and to whom."""

from discussion.web.outcome import COOKIE
from tests.documents.reading import word_text
from tests.kit.house import Held, PagesOf, Visitor
from tests.kit.house.pages import words
from tests.services.points import confirm_point
from tests.services.translations import add_translation, settle
from tests.web.doors import BOARD, EVERYBODY, NOTHING, PUBLIC, STRANGER, Line, about

STATEMENT = "Portals name the authority behind every offer"


def outcomes(ids: dict[str, str]) -> dict[str, list[Line]]:
    """What became of it, by table code as long as the secretariat chooses nothing else."""
    page, readers = "/outcome/{}", {"readers": "everybody"}
    return {
        "outcome.show": [Line("GET", "/outcome", PUBLIC)],
        "outcome.come_in": [Line("POST", "/outcome", PUBLIC, {"code": NOTHING})],
        "outcome.of_workshop": [
            about("GET", page, ids["workshop"], EVERYBODY),
            about("GET", page, ids["their"], STRANGER),
        ],
        "outcome.of_table": [
            about("GET", page + "/tables/1", ids["workshop"], BOARD | {"rapporteur"}),
            about("GET", page + "/tables/2", ids["workshop"], BOARD | {"second"}),
            about("GET", page + "/tables/99", ids["workshop"], set()),
            about("GET", page + "/tables/1", ids["their"], STRANGER),
        ],
        "outcome.report_of_table": [
            about(
                "GET", page + f"/tables/1/files/{NOTHING}", ids["workshop"], BOARD | {"rapporteur"}
            ),
            about("GET", page + f"/tables/1/files/{NOTHING}", ids["their"], STRANGER),
        ],
        "outcome.reports_of_all": [
            about("GET", page + f"/files/{NOTHING}", ids["workshop"], BOARD),
            about("GET", page + f"/files/{NOTHING}", ids["their"], STRANGER),
        ],
        "outcome.set_readers": [
            about("POST", page + "/readers", ids["their"], STRANGER, **readers),
            about("POST", page + "/readers", ids["workshop"], {"secretariat"}, readers="tables"),
        ],
    }


def table_page(held: Held, number: int = 1) -> str:
    """The address of a table's page."""
    return f"/outcome/{held.id}/tables/{number}"


def with_code(house: PagesOf, table: int = 1) -> Visitor:
    """Somebody who gave a table's code only to read."""
    visitor = house.visitor()
    answer = visitor.post("/outcome", {"code": house.workshop.card(table)[0].lower()})
    assert (answer.status_code, answer.location) == (303, table_page(house.workshop, table))
    return visitor


def test_a_code_opens_the_tables_page_without_signing_anybody_in(house: PagesOf) -> None:
    confirm_point(house.workshop, STATEMENT)
    reader = with_code(house)
    said = reader.read(table_page(house.workshop))
    assert "1 of 1 note stands in 1 point." in said
    assert "Accepted" in said
    assert STATEMENT in said
    assert reader.session == ""
    assert reader.get("/sheet").status_code == 302  # to the door
    assert reader.get("/outcome").location == table_page(house.workshop)


def test_a_cards_token_opens_it_too_from_where_the_card_lands(house: PagesOf) -> None:
    visitor, token = house.visitor(), house.workshop.card(2)[1]
    landed = visitor.post("/table", {"token": token})
    assert "Only read what became of what we said" in words(landed)
    assert visitor.post("/outcome", {"token": token}).location == table_page(house.workshop, 2)


def test_a_wrong_code_is_told_and_may_be_typed_again(house: PagesOf) -> None:
    answer = house.visitor().post("/outcome", {"code": "AAAA-AAAA"})
    assert answer.status_code == 404
    assert 'value="AAAA-AAAA"' in answer.text
    assert 'action="/outcome"' in answer.text


def test_guessing_codes_here_is_counted_with_guessing_at_the_door(house: PagesOf) -> None:
    visitor = house.visitor()
    for _ in range(20):
        visitor.post("/outcome", {"code": "AAAA-AAAA"})
        visitor.post("/table", {"code": "AAAA-AAAA"})
    assert visitor.post("/outcome", {"code": "AAAA-AAAA"}).status_code == 429


def test_another_tables_page_asks_for_its_code(house: PagesOf) -> None:
    answer = with_code(house, 1).get(table_page(house.workshop, 2))
    assert answer.status_code == 401
    assert "Give the code of your table" in words(answer)


def test_the_pass_is_kept_for_these_pages_alone(house: PagesOf) -> None:
    answer = house.visitor().post("/outcome", {"code": house.workshop.card()[0]})
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert "HttpOnly" in cookie
    assert "Path=/outcome" in cookie
    assert "SameSite=Lax" in cookie


def test_everybody_is_led_to_what_is_theirs(house: PagesOf) -> None:
    held = house.workshop
    for who, place in {
        "secretariat": f"/outcome/{held.id}",
        "chair": f"/outcome/{held.id}",
        "rapporteur": table_page(held, 1),
        "second": table_page(held, 2),
    }.items():
        assert house.visitor(who).get("/outcome").location == place
    assert table_page(held, 1) in house.visitor("rapporteur").get(f"/sheets/{held.sheet()}").text


def test_the_workshops_page_counts_every_table_and_leads_to_those_that_are_open(
    house: PagesOf,
) -> None:
    held = house.workshop
    confirm_point(held, STATEMENT, tables=(1, 2))
    held.say("Nobody has read this")
    said = house.visitor("chair").read(f"/outcome/{held.id}")
    assert "3 notes from 2 of 2 tables: 2 in points, 1 not read yet." in said
    assert "1 of 2 notes stands in 1 point. 1 not read yet." in said
    assert "No table has written anything on this topic yet." in said
    page = with_code(house, 2).get(f"/outcome/{held.id}").text
    assert f'href="{table_page(held, 2)}#topic-1"' in page
    assert table_page(held, 1) not in page


def test_the_secretariat_opens_the_pages_to_everybody_and_strangers_are_spared_some_words(
    house: PagesOf,
) -> None:
    held = house.workshop
    held.say("Offers carry a date")
    held.decide(held.say("Somebody's secret"), "park", reason="named_person", remark="He")
    held.write("Half a sent")
    secretariat, nobody = house.visitor("secretariat"), house.visitor()
    assert nobody.get(table_page(held)).status_code == 401
    answer = secretariat.post(f"/outcome/{held.id}/readers", {"readers": "everybody"})
    assert (answer.status_code, answer.location) == (303, f"/outcome/{held.id}")
    said = nobody.read(table_page(held))
    assert "Offers carry a date" in said
    assert "Not read yet" in said
    assert "Its words stay with the table, since they name somebody." in said
    assert "Its words are not handed in yet." in said
    for spared in ("Somebody's secret", "Half a sent", "Somebody&#39;s secret", ">He<"):
        assert spared not in nobody.get(table_page(held)).text
    assert "secret" in house.visitor("rapporteur").read(table_page(held))
    assert "Who may read the tables' pages" not in nobody.read(f"/outcome/{held.id}")


def test_what_people_wrote_is_words_and_never_markup(house: PagesOf) -> None:
    held = house.workshop
    held.decide(held.say("<script>alert(1)</script>"), "return", question="<b>Bold</b>?")
    page = house.visitor("rapporteur").get(table_page(held)).text
    assert "&lt;script&gt;alert(1)" in page
    assert "&lt;b&gt;Bold" in page
    assert "<b>Bold" not in page


def test_a_table_reads_its_points_in_a_language_they_are_translated_into(house: PagesOf) -> None:
    point = confirm_point(house.workshop, STATEMENT)
    reader, page = with_code(house), table_page(house.workshop)
    made = add_translation(house.workshop, point, "Les portails nomment l’autorité")
    assert "?language=fr" not in reader.get(page).text  # nobody has called it right
    settle(house.workshop, made)
    assert "?language=fr" in reader.get(page).text
    assert "Les portails nomment l’autorité" not in reader.read(page)
    assert "Les portails nomment l’autorité" in reader.read(f"{page}?language=fr")
    assert STATEMENT in reader.read(f"{page}?language=zz")


def test_a_page_can_be_taken_along_as_a_paper_by_whoever_may_read_it(house: PagesOf) -> None:
    confirm_point(house.workshop, STATEMENT)
    reader = with_code(house, 1)
    page = table_page(house.workshop)
    assert f'href="{page}/files/docx"' in reader.get(page).text
    answer = reader.get(f"{page}/files/docx", buffered=True)
    assert answer.status_code == 200
    assert STATEMENT in word_text(answer.data)
    named = answer.headers["Content-Disposition"]
    assert "OIC-PESNET-WS-KL-2025-TABLE.1-" in named and named.endswith(".docx")
    assert reader.get(f"{table_page(house.workshop, 2)}/files/docx").status_code == 401
    exports = house.app.extensions["discussion"].settings.exports
    assert not list((exports / house.workshop.id / ".reports").iterdir())
