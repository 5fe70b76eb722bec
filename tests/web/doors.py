"""A line of the table of permissions of pages, and who tries each; must not know any page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from werkzeug.test import TestResponse

from tests.kit.house import PagesOf, Visitor
from tests.kit.house.pages import URL

STAFF = {"secretariat", "moderator", "bound"}
BOARD = STAFF | {"chair"}
SCREEN = BOARD | {"room", "bound room"}
TABLES = {"rapporteur", "second"}
EVERYBODY = TABLES | SCREEN
STRANGER = {"stranger"}  # the secretariat of another workshop
PUBLIC = EVERYBODY | STRANGER | {"nobody"}


@dataclass(frozen=True)
class Line:
    """One line of the table: what is asked, and who is let in."""

    method: str
    path: str
    allowed: set[str]
    form: dict[str, Any] = field(default_factory=dict)
    unknown: str | None = None  # the same about nothing that exists


NOTHING = "nothingatall"
SECRETARIATS = {"secretariat"} | STRANGER  # each in the own workshop


def about(method: str, path: str, subject: str, allowed: set[str], **form: str) -> Line:
    """A line about one thing, which could also be nothing at all."""
    return Line(method, path.format(subject), allowed, form, path.format(NOTHING))


def crowd(house: PagesOf) -> Iterator[tuple[str, Visitor]]:
    """Everybody with a browser, in an order that leaves the harmful for the end."""
    for name in sorted(PUBLIC, key=lambda n: (n == "stranger", n == "secretariat", n)):
        yield name, house.visitor(None if name == "nobody" else name)


def ask(who: Visitor, line: Line) -> TestResponse:
    """Sends one request as a script of ours would, so that refusals come with their code."""
    options: dict[str, Any] = {"headers": {"Accept": "application/json"}, "buffered": True}
    if line.method == "GET":
        return who.client.get(line.path, base_url=URL, **options)
    form = dict(line.form)
    if "programme" in form:
        form["programme"] = (BytesIO(form["programme"].read_bytes()), "programme.json")
    return who.post(line.path, form, **options)


def refused(answer: TestResponse) -> bool:
    """Whether the door stayed shut; a rule that says no afterwards is another matter."""
    assert answer.status_code < 500, answer.text
    status, code = told(answer)
    return status in (401, 403, 404) and code not in ("document_unknown", "format_unknown")


def told(answer: TestResponse) -> tuple[int, str]:
    """Status and code of an answer."""
    body = answer.get_json(silent=True)
    error = body.get("error", {}) if isinstance(body, dict) else {}
    return answer.status_code, error.get("code", "")
