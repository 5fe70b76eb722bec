"""Who may open which page and send which form: every route there is, with everybody there is.

The table is written out, not read from the code. A route that has no line here fails.
"""

from collections.abc import Callable, Iterator

import pytest

from discussion.domain.people import ROLES
from discussion.samples import KUALA_LUMPUR
from discussion.storage import programme
from tests.kit.house import Held, PagesOf
from tests.services.marks import open_marks
from tests.services.passages import begin_passage
from tests.services.points import confirm_point
from tests.web.doors import (
    BOARD,
    EVERYBODY,
    NOTHING,
    PUBLIC,
    SCREEN,
    SECRETARIATS,
    STAFF,
    STRANGER,
    TABLES,
    Line,
    about,
    ask,
    crowd,
    refused,
    told,
)
from tests.web.test_history import histories
from tests.web.test_house_styles import styles
from tests.web.test_outcome import outcomes
from tests.web.test_participants import participants
from tests.web.test_passages import passages
from tests.web.test_priorities import marks
from tests.web.things import discussion_of, edition_of, house_style_of, link_of


def the_table(ids: dict[str, str]) -> dict[str, list[Line]]:
    """Every route by its endpoint, about what is own and what is another's."""
    return {
        "static": [Line("GET", "/static/css/people.css", PUBLIC)],
        "health.healthz": [Line("GET", "/healthz", PUBLIC)],
        "session.session": [Line("GET", "/session", PUBLIC)],
        "offline.worker": [Line("GET", "/worker.js", PUBLIC)],
        "offline.offline": [Line("GET", "/offline", PUBLIC)],
        "certificate.show": [Line("GET", "/certificate", PUBLIC)],
        "certificate.authority": [Line("GET", "/certificate/discussion-authority.crt", PUBLIC)],
        **tables_and_discussions(ids),
        **sheets_and_boards(ids),
        **documents(ids),
        **styles(ids),
        **outcomes(ids),
        **marks(),
        **histories(ids),
        **participants(),
        **passages(ids),
        **coming_and_going(ids),
    }


def coming_and_going(ids: dict[str, str]) -> dict[str, list[Line]]:
    """Links, cards and sessions; signing out comes last of all."""
    end, link = "/links/{}/end", {"role": "chair"}
    return {
        "people.home": [Line("GET", "/", PUBLIC)],
        "people.guide": [Line("GET", "/guide", PUBLIC)],
        "people.link": [Line("GET", "/link", PUBLIC)],
        "people.use_link": [Line("POST", "/link", PUBLIC, {"token": NOTHING})],
        "people.table": [Line("GET", "/table", PUBLIC)],
        "people.sit_down": [Line("POST", "/table", PUBLIC, {"token": NOTHING})],
        "people.links": [Line("GET", "/links", SECRETARIATS)],
        "people.make_link": [
            Line("POST", "/links", SECRETARIATS, link),
            Line("POST", "/links", STRANGER, {**link, "topic": ids["their topic"]}),
        ],
        "people.end_link": [
            about("POST", end, ids["link"], {"secretariat"}),
            about("POST", end, ids["their link"], STRANGER),
        ],
        "programme.delete_workshop": [
            about("POST", "/workshops/{}/delete", ids["workshop"], {"secretariat"}),
            about("POST", "/workshops/{}/delete", ids["their"], STRANGER),
        ],
        "people.sign_out": [Line("POST", "/out", EVERYBODY)],
    }


def tables_and_discussions(ids: dict[str, str]) -> dict[str, list[Line]]:
    """The workshop itself."""
    start, change = {"do": "start", "minutes": "5"}, {"name": "Renamed", "do": "rename"}
    talk, table = "/discussions/{}", "/tables/{}"
    levels = {"capturing": "person", "published": "none"}
    return {
        "programme.show": [Line("GET", "/programme", EVERYBODY | STRANGER)],
        "downloads.workshop": [Line("GET", f"/workshop/files/{NOTHING}", SECRETARIATS)],
        "downloads.cards": [Line("GET", f"/cards/files/{NOTHING}", SECRETARIATS)],
        "downloads.programme": [Line("GET", "/programme/files/ics", EVERYBODY | STRANGER)],
        "programme.setup": [Line("GET", "/setup", SECRETARIATS)],
        "programme.cards": [Line("GET", "/cards", SECRETARIATS)],
        "programme.add_tables": [Line("POST", "/tables", SECRETARIATS)],
        "programme.make_workshop": [
            Line("POST", "/workshops", SECRETARIATS, {"programme": KUALA_LUMPUR})
        ],
        "attribution.choose": [
            Line("POST", "/attribution", SECRETARIATS, levels),
            Line("POST", "/attribution", {"secretariat"}, {"topic": ids["topic"]}),
            Line("POST", "/attribution", STRANGER, {"topic": ids["their topic"]}),
        ],
        "programme.change_table": [
            about("POST", table, ids["table"], {"secretariat"}, **change),
            about("POST", table, ids["their table"], STRANGER, **change),
        ],
        "programme.change_discussion": [
            about("POST", talk, ids["discussion"], STAFF, **start),
            about("POST", talk, ids["discussion 2"], STAFF - {"bound"}, **start),
            about("POST", talk, ids["their discussion"], STRANGER, **start),
        ],
    }


def sheets_and_boards(ids: dict[str, str]) -> dict[str, list[Line]]:
    """What tables write, and who watches."""
    return {
        "contributions.own_sheet": [Line("GET", "/sheet", TABLES)],
        "contributions.copies": [Line("GET", "/copies", SECRETARIATS)],
        "contributions.take_in": [Line("POST", "/copies", SECRETARIATS, {"held": "{}"})],
        "contributions.sheet": [
            about("GET", "/sheets/{}", ids["sheet"], {"rapporteur"} | STAFF),
            about("GET", "/sheets/{}", ids["sheet 2"], {"rapporteur"} | STAFF - {"bound"}),
            about("GET", "/sheets/{}", ids["second's sheet"], {"second"} | STAFF),
            about("GET", "/sheets/{}", ids["plenary"], STAFF),
            about("GET", "/sheets/{}", ids["their sheet"], STRANGER),
        ],
        "synthesis.board": [
            Line("GET", "/topics/1/board", BOARD | STRANGER),
            Line("GET", "/topics/2/board", BOARD - {"bound"} | STRANGER),
        ],
        "synthesis.decisions": [
            about("GET", "/decisions/{}", ids["note"], BOARD),
            about("GET", "/decisions/{}", ids["their note"], STRANGER),
        ],
        "watch.everything": [Line("GET", "/watch", BOARD | STRANGER)],
        "watch.of_topic": [
            Line("GET", "/topics/1/watch", BOARD | STRANGER),
            Line("GET", "/topics/2/watch", BOARD - {"bound"} | STRANGER),
        ],
        "synthesis.room_screen": [
            Line("GET", "/topics/1/room", SCREEN | STRANGER),
            Line("GET", "/topics/2/room", SCREEN - {"bound", "bound room"} | STRANGER),
        ],
    }


def languages() -> dict[str, list[Line]]:
    """What texts say in other languages."""
    return {
        "translations.show": [Line("GET", "/translations", BOARD | STRANGER)],
        "translations.write": [Line("GET", "/translations/fr", BOARD | STRANGER)],
        "translations.rows": [Line("GET", "/translations/fr/rows", BOARD | STRANGER)],
        "translations.issue": [Line("POST", "/translations/issued", SECRETARIATS)],
    }


def documents(ids: dict[str, str]) -> dict[str, list[Line]]:
    """What is built, and who reads it."""
    choices = {"profile": "", "outcome": "declaration"}
    return {
        "drafting.show": [Line("GET", "/drafting", BOARD | STRANGER)],
        "drafting.remarks": [Line("GET", "/drafting/remarks", BOARD | STRANGER)],
        "drafting.choose": [Line("POST", "/drafting/choices", SECRETARIATS, choices)],
        "drafting.rebuild": [Line("POST", "/drafting/rebuild", SECRETARIATS)],
        "drafting.settle": [Line("POST", "/drafting/settle", set(), {"paragraph": NOTHING})],
        **languages(),
        "publications.show": [Line("GET", "/publications", BOARD | STRANGER)],
        "publications.progress": [Line("GET", "/publications/progress", BOARD | STRANGER)],
        "publications.build": [
            Line("POST", "/publications/build", SECRETARIATS, {"document": NOTHING})
        ],
        "publications.every_note": [
            Line("GET", f"/publications/contributions/{NOTHING}", SECRETARIATS)
        ],
        "publications.every_note_of": [
            Line("GET", f"/topics/1/contributions/{NOTHING}", STAFF | STRANGER),
            Line("GET", f"/topics/2/contributions/{NOTHING}", STAFF - {"bound"} | STRANGER),
        ],
        "editions.show": [Line("GET", "/editions", BOARD | STRANGER)],
        "editions.choose": [
            about("GET", "/editions/compare?old=a&new={}", ids["edition"], BOARD | STRANGER)
        ],
        "editions.compare": [
            about("GET", f"/editions/{ids['edition']}/compare/{{}}", ids["edition"], BOARD)
        ],
        "editions.variant": [
            about("GET", "/editions/{}/variants/clean/docx", ids["edition"], BOARD)
        ],
        "editions.circulate": [
            about("POST", "/editions/{}/circulate", ids["edition"], {"secretariat"}, to="All")
        ],
        "editions.restore": [
            about("POST", "/editions/{}/restore", ids["edition"], {"secretariat"})
        ],
        "publications.read": [about("GET", "/editions/{}/read", ids["edition"], BOARD)],
        "publications.download": [about("GET", "/editions/{}/files/html", ids["edition"], BOARD)],
    }


@pytest.fixture
def ids(workshop: Held, another_workshop: Callable[..., Held]) -> Iterator[dict[str, str]]:
    """What there is to ask about, in the own workshop and in another, which is a rehearsal."""
    other = another_workshop(rehearsal=True)
    workshop.people["stranger"] = other.people["secretariat"]
    topic = workshop.topics[0].id
    workshop.people["bound"] = workshop.somebody("moderator", topic=topic)
    workshop.people["bound room"] = workshop.somebody("room", topic=topic)
    open_marks(workshop)
    sheets = {"sheet": (1, 1), "sheet 2": (1, 2), "second's sheet": (2, 1)}
    found = {name: workshop.sheet(*place) for name, place in sheets.items()}
    with workshop.database.reading() as transaction:
        held = programme.list_sheets(transaction, workshop.id)
        found["plenary"] = next(s.id for s in held if s.item)
    yield found | {
        "note": workshop.write("Words", sheet=found["sheet"]),
        "their note": other.write("Words"),
        "point": confirm_point(workshop, "Statement"),
        "table": workshop.tables[0].id,
        "discussion": discussion_of(workshop, 1),
        "discussion 2": discussion_of(workshop, 2),
        "workshop": workshop.id,
        "link": link_of(workshop),
        "edition": edition_of(workshop),
        "passage": begin_passage(workshop, "background"),
        "their passage": begin_passage(other, "background"),
        "style": house_style_of(workshop),
        "their": other.id,
        "their sheet": other.sheet(),
        "their table": other.tables[0].id,
        "their topic": other.topics[0].id,
        "topic": topic,
        "their discussion": discussion_of(other, 1),
        "their link": link_of(other),
    }


def test_every_route_has_its_line(house: PagesOf, ids: dict[str, str]):
    routes = {rule.endpoint for rule in house.app.url_map.iter_rules()}
    assert routes == set(the_table(ids))


def test_every_role_is_asked(house: PagesOf, ids: dict[str, str]):
    assert {house.workshop.people[name].actor.role for name in EVERYBODY} == set(ROLES)


def test_each_page_and_form_is_open_to_exactly_those_in_the_table(
    house: PagesOf, ids: dict[str, str]
):
    for endpoint, lines in the_table(ids).items():
        for line in lines:
            if line.allowed is PUBLIC:
                assert len({told(ask(who, line)) for _, who in crowd(house)}) == 1 or is_home(line)
                continue
            let_in = {name for name, who in crowd(house) if not refused(ask(who, line))}
            if endpoint == "programme.delete_workshop" and "stranger" in line.allowed:
                let_in |= STRANGER  # gone with the workshop, which is what they asked for
            assert let_in == line.allowed, f"{line.method} {line.path}"


def test_unknown_and_forbidden_answer_alike(house: PagesOf, ids: dict[str, str]):
    for lines in the_table(ids).values():
        for line in lines:
            for name, who in crowd(house):
                if line.unknown is None or name in line.allowed:
                    continue
                forbidden = ask(who, line)
                unknown = ask(who, Line(line.method, line.unknown, set(), line.form))
                assert told(forbidden) == told(unknown), f"{name} at {line.path}"


def test_a_page_left_open_to_all_would_be_found(house: PagesOf, ids: dict[str, str]):
    """The planted fault: the matrix is worth nothing unless it sees a door that stands open."""
    house.app.view_functions["programme.cards"] = lambda: "all the codes"
    line = the_table(ids)["programme.cards"][0]
    assert {n for n, who in crowd(house) if not refused(ask(who, line))} == PUBLIC != line.allowed


def is_home(line: Line) -> bool:
    """The public pages that send those who are signed in to their own."""
    return line.path == "/" or (line.method, line.path) == ("GET", "/outcome")
