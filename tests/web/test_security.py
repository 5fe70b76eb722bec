"""What every request meets first: headers, cookies, tokens, origins, bounds."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from discussion.app import UPLOAD_LIMIT
from discussion.web.attempts import IN_ALL, PER_ADDRESS, WINDOW, Attempts
from discussion.web.security import COOKIE
from tests.kit.house import Held, PagesOf
from tests.kit.house.pages import URL, opened_house

PAGES = {
    "secretariat": ["/setup", "/cards", "/links", "/programme", "/publications", "/session"],
    "rapporteur": ["/sheet", "/nosuchpage"],
    "moderator": ["/topics/1/board", "/topics/1/room"],
    None: ["/", "/link", "/table", "/healthz", "/setup", "/nosuchpage"],
}
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


@pytest.mark.parametrize("who", PAGES)
def test_every_answer_is_hardened_and_kept_by_nobody(house: PagesOf, who: str | None):
    visitor = house.visitor(who)
    for path in PAGES[who]:
        headers = visitor.get(path).headers
        assert {name: headers.get(name) for name in EVERYWHERE} == EVERYWHERE, path
        assert headers["Cache-Control"] == "no-store", path
        policy = headers["Content-Security-Policy"]
        assert "script-src 'self';" in policy and "frame-ancestors 'none'" in policy, path
        assert "unsafe" not in policy, path
        assert "Strict-Transport-Security" not in headers, "plain http on a venue network"


@pytest.mark.parametrize("who", PAGES)
def test_no_page_carries_script_or_style_of_its_own(house: PagesOf, who: str | None):
    for path in PAGES[who]:
        page = house.visitor(who).get(path).text.lower()
        for inline in ("<style", " style=", " onclick=", " onload=", "javascript:"):
            assert inline not in page, f"{path}: {inline}"


def test_over_https_the_cookie_travels_only_so(workshop: Held, tmp_path: Path):
    with opened_house(workshop, tmp_path, URL="https://notes.example.org") as house:
        answer = sit_down(house)
        assert "; Secure;" in f"{answer.headers['Set-Cookie']};"
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(house: PagesOf):
    cookie = sit_down(house).headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    for flag in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=50400"):
        assert flag in cookie
    assert "Secure" not in cookie and "Domain" not in cookie


def test_signing_in_makes_a_new_secret_and_ignores_one_that_was_planted(house: PagesOf):
    visitor = house.visitor()
    visitor.client.set_cookie(COOKIE, "planted", domain="127.0.0.1")
    form = {"code": house.workshop.card(1)[0], "name": "Somebody"}
    first = visitor.client.post("/table", data=form, base_url=URL)
    assert first.status_code == 303 and visitor.session not in ("", "planted")
    secret = visitor.session
    visitor.post("/table", form)
    assert visitor.session != secret


def test_the_database_holds_no_secret_that_would_open_a_door(house: PagesOf):
    database = Path(str(house.workshop.database.writes.url.database))
    kept = database.read_bytes() + database.with_name(f"{database.name}-wal").read_bytes()
    code, token = house.workshop.card(1)
    for secret in (house.visitor("secretariat").session, code, code.replace("-", ""), token):
        assert secret.encode() not in kept


@pytest.mark.parametrize("token", ["", "x", "0" * 64, "ü"])
def test_a_form_without_the_right_token_does_nothing(house: PagesOf, token: str):
    answer = house.visitor("secretariat").post("/tables", {"csrf": token})
    assert answer.status_code == 403
    assert len(house.workshop.tables) == 2


def test_one_persons_token_is_of_no_use_to_another(house: PagesOf):
    stolen = house.visitor("moderator").csrf
    assert house.visitor("secretariat").post("/tables", {"csrf": stolen}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8001"},
        {"Origin": "http://127.0.0.1:8000.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused_even_with_the_token(
    house: PagesOf, headers: dict[str, str]
):
    assert house.visitor("secretariat").post("/tables", headers=headers).status_code == 403
    form = {"code": house.workshop.card(1)[0], "name": "Somebody"}
    assert house.visitor().post("/table", form, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://localhost:8000"}, {"Origin": URL}, {"Sec-Fetch-Site": "same-origin"}, {}],
)
def test_our_own_forms_are_taken(house: PagesOf, headers: dict[str, str]):
    assert house.visitor("secretariat").post("/tables", headers=headers).status_code == 303


def test_getting_changes_nothing(house: PagesOf):
    before = kept(house.workshop)
    for who in ("secretariat", "rapporteur", None):
        visitor = house.visitor(who)
        for rule in house.app.url_map.iter_rules():
            if rule.endpoint != "static":
                visitor.get(re.sub(r"<(int:)?\w+>", "1", rule.rule))
    assert kept(house.workshop) == before
    house.workshop.write("Words")
    assert kept(house.workshop) != before, "a change would not have been seen"


def test_an_oversized_form_is_refused_unread(house: PagesOf):
    visitor = house.visitor("secretariat")
    answer = visitor.post("/tables", {"names": "x" * (UPLOAD_LIMIT + 1)})
    assert answer.status_code == 413
    assert len(house.workshop.tables) == 2


def test_a_form_of_a_million_fields_is_refused(house: PagesOf):
    visitor = house.visitor("secretariat")
    body = f"csrf={visitor.csrf}&" + "a=&" * 500_000
    kind = "application/x-www-form-urlencoded"
    answer = visitor.client.post("/tables", data=body, content_type=kind, base_url=URL)
    assert answer.status_code in (303, 413)
    parts = "".join(
        f'--x\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n\r\n' for n in range(5_000)
    )
    kind = "multipart/form-data; boundary=x"
    answer = visitor.client.post("/tables", data=f"{parts}--x--", content_type=kind, base_url=URL)
    assert answer.status_code in (403, 413)


def test_guessing_codes_costs_time_for_one_address_and_for_all():
    attempts = Attempts()
    for _ in range(PER_ADDRESS):
        assert attempts.seconds_to_wait("198.51.100.1", now=0.0) == 0
        attempts.failed("198.51.100.1", now=0.0)
    assert attempts.seconds_to_wait("198.51.100.1", now=1.0) == WINDOW
    assert attempts.seconds_to_wait("198.51.100.2", now=1.0) == 0
    for n in range(IN_ALL - PER_ADDRESS):
        attempts.failed(f"2001:db8::{n:x}", now=2.0)
    assert attempts.seconds_to_wait("203.0.113.9", now=3.0) > 0
    assert attempts.seconds_to_wait("198.51.100.1", now=3.0 + WINDOW) == 0


def test_a_day_of_guessing_by_everybody_at_once_finds_no_code(house: PagesOf):
    guesses = IN_ALL * 86_400 / WINDOW
    assert guesses * 500 / 31**8 < 1e-3  # 500 tables, everybody guessing
    answers = [house.visitor().post("/table", {"code": f"AAAA-{n:04}"}) for n in range(41)]
    assert [answer.status_code for answer in answers] == [404] * PER_ADDRESS + [429]


def test_what_people_type_is_never_read_as_mark_up(workshop: Held, tmp_path: Path):
    bad = "<img src=x onerror=alert(1)>"
    workshop.people["named"] = workshop.somebody("moderator", name=bad)
    workshop.write(f"{bad}</script><script>alert(1)</script>", kind="data")
    with opened_house(workshop, tmp_path) as house:
        for path in ("/topics/1/board", "/programme", f"/sheets/{workshop.sheet()}"):
            page = house.visitor("named").get(path).text
            assert bad not in page and "<script>alert" not in page
            assert "&lt;img src=x" in page


def sit_down(house: PagesOf) -> TestResponse:
    """Somebody signs in by a table's code; the answer."""
    form = {"code": house.workshop.card(1)[0], "name": "Somebody"}
    return house.visitor().post("/table", form)


def kept(held: Held) -> list[str]:
    """All that the database holds."""
    with closing(sqlite3.connect(str(held.database.writes.url.database))) as connection:
        return list(connection.iterdump())
