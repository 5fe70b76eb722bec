"""Scripts and styles are addressed by their build: kept for ever, and never mixed."""

import re

from werkzeug.test import TestResponse

from discussion.web.build import FOR_EVER, LOOK_AGAIN, Build
from tests.kit.house import PagesOf
from tests.kit.house.pages import URL


def test_a_page_names_the_build_and_a_browser_may_keep_what_it_names(house: PagesOf):
    page = house.visitor().get("/").text
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(addresses) > 5
    for address in addresses:
        assert re.match(r"/static/build-[0-9a-f]{16}/", address)
        answer = fetch(house, address)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == FOR_EVER


def test_a_plain_address_is_asked_for_anew_every_time(house: PagesOf):
    answer = fetch(house, "/static/css/base.css")
    assert answer.headers["Cache-Control"] == "no-cache"


def test_the_files_of_another_build_are_not_there(house: PagesOf):
    answer = fetch(house, "/static/build-0123456789abcdef/css/base.css")
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-cache"


def test_the_build_follows_the_files_and_goes_on_serving_pages_drawn_before(tmp_path, monkeypatch):
    file = tmp_path / "a.js"
    file.write_text("1")
    build = Build(tmp_path)
    before = build.current
    file.write_text("2 and more")
    assert build.current == before, "one look a second is enough"
    monkeypatch.setattr("discussion.web.build.LOOK_AGAIN", 0)
    assert LOOK_AGAIN > 0
    after = build.current
    assert after != before
    assert build.serves(before) and build.serves(after)
    assert not build.serves("0123456789abcdef")


def fetch(house: PagesOf, address: str) -> TestResponse:
    """A file, read whole and closed."""
    return house.visitor().client.get(address, base_url=URL, buffered=True)
