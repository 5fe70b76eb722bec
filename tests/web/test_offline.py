"""What a browser may keep: the sheets of whoever is signed in, and nothing else."""

import re

from tests.kit.house import PagesOf
from tests.kit.house.pages import URL


def test_a_sheet_may_be_kept_for_as_long_as_a_session_with_the_scripts_of_its_build(
    house: PagesOf,
):
    answer = house.visitor("rapporteur").get(f"/sheets/{house.workshop.sheet()}")
    build, seconds = answer.headers["Discussion-Keep"].split()
    assert f"/static/build-{build}/" in answer.text
    assert int(seconds) == 14 * 3600
    assert answer.headers["Cache-Control"] == "no-store", "for every other cache"


def test_nothing_else_may_be_kept(house: PagesOf):
    for who, path in [
        ("secretariat", "/setup"),
        ("moderator", "/topics/1/board"),
        ("rapporteur", "/session"),
        ("rapporteur", "/programme"),
        ("rapporteur", "/sheet"),
        ("second", f"/sheets/{house.workshop.sheet()}"),  # another table's
        (None, f"/sheets/{house.workshop.sheet()}"),
    ]:
        assert "Discussion-Keep" not in house.visitor(who).get(path).headers, path


def test_every_answer_says_whose_it_is(house: PagesOf):
    person = house.workshop.actor("rapporteur").person
    for path in ("/session", "/programme", "/nosuchpage", f"/sheets/{house.workshop.sheet()}"):
        answer = house.visitor("rapporteur").get(path)
        assert answer.headers["Discussion-Person"] == person, path
        assert house.visitor().get(path).headers["Discussion-Person"] == "nobody", path


def test_a_session_that_was_ended_belongs_to_nobody(house: PagesOf):
    visitor = house.visitor("chair")
    visitor.post("/out")
    assert visitor.get("/").headers["Discussion-Person"] == "nobody"


def test_the_worker_names_every_file_its_pages_are_made_of(house: PagesOf):
    worker = house.visitor().get("/worker.js").text
    listed = set(re.findall(r'"(/static/build-[^"]+)"', worker.partition("\n/**")[0]))
    page = house.visitor("rapporteur").get(f"/sheets/{house.workshop.sheet()}").text
    page += house.visitor().get("/offline").text
    wanted = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))
    waiting = list(wanted)
    while waiting:
        address = waiting.pop()
        with house.visitor().client.get(address, base_url=URL, buffered=True) as answer:
            words = answer.get_data().decode("utf-8", "replace")
        found = re.findall(r'^(?:import|\} from|.* from) "(\.[^"]+\.js)"', words, re.MULTILINE)
        for each in found:
            module = resolved(address, each)
            if module not in wanted:
                wanted.add(module)
                waiting.append(module)
    assert len(wanted) > 40
    assert wanted - listed == set()


def resolved(address: str, relative: str) -> str:
    """What a module's import leads to."""
    parts = address.split("/")[:-1]
    for step in relative.split("/"):
        match step:
            case "..":
                parts.pop()
            case ".":
                pass
            case _:
                parts.append(step)
    return "/".join(parts)
