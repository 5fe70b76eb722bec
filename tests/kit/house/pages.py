"""The house's pages in the test's own process, its pump running; visitors without a browser."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from discussion.app import make_app, start, stop
from discussion.services.people import SignedIn
from discussion.settings import Settings
from discussion.web.security import COOKIE, csrf_token
from tests.kit.house.held import Held
from tests.kit.house.live import Line

URL = "http://127.0.0.1:8000"


class Visitor:
    """A browser without its window: keeps cookies, brings the CSRF token along when signed in."""

    def __init__(self, app: Flask, secret: bytes, signed_in: SignedIn | None) -> None:
        self.app = app
        self.client = app.test_client()
        self.signed_in = signed_in
        self._secret = secret
        if signed_in is not None:
            self.client.set_cookie(COOKIE, signed_in.secret, domain="127.0.0.1")

    @property
    def session(self) -> str:
        """The secret in its session cookie; empty without one."""
        cookie = self.client.get_cookie(COOKIE, domain="127.0.0.1")
        return cookie.value if cookie else ""

    @property
    def csrf(self) -> str:
        """The token a page of ours would hold."""
        return csrf_token(self._secret, self.session) if self.session else ""

    def get(self, path: str, **options: Any) -> TestResponse:
        """Opens a page; a redirect is not followed."""
        return self.client.get(path, base_url=URL, **options)

    def post(
        self, path: str, form: Mapping[str, Any] | None = None, **options: Any
    ) -> TestResponse:
        """Sends a form with the CSRF token; a redirect is not followed."""
        data = {"csrf": self.csrf, **(form or {})} if self.session else dict(form or {})
        return self.client.post(path, data=data, base_url=URL, **options)

    def read(self, path: str) -> str:
        """The page's words; anything but 200 fails the test."""
        answer = self.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status}"
        return words(answer)


@dataclass
class PagesOf:
    """The pages and sockets of a house with one workshop."""

    app: Flask
    workshop: Held

    def visitor(self, who: str | SignedIn | None = None) -> Visitor:
        """Somebody with a browser: a name out of ``workshop.people``, a sign-in, or nobody."""
        signed_in = self.workshop.people[who] if isinstance(who, str) else who
        return Visitor(self.app, self.workshop.runtime.secret, signed_in)

    def socket(self, who: str | SignedIn, **options: Any) -> Line:
        """A live connection of somebody; raises ``RefusedAtTheDoor``."""
        visitor = self.visitor(who)
        return Line(self.app, visitor.session, visitor.csrf, **options)


@contextmanager
def opened_house(held: Held, folder: Path, **settings: str) -> Iterator[PagesOf]:
    """A house over the workshop's database; ``settings`` as in the environment, unprefixed."""
    named = {f"DISCUSSION_{name}": value for name, value in settings.items()}
    chosen = Settings.from_env(
        {"DISCUSSION_DATA": str(folder), "DISCUSSION_BATCH_MS": "0", **named}
    )
    app = make_app(chosen, runtime=held.runtime, database=held.database)
    start(app)
    try:
        yield PagesOf(app, held)
    finally:
        stop(app)


def words(answer: TestResponse) -> str:
    """What a page says, without its mark-up, spaces joined."""
    return " ".join(re.sub(r"<[^>]*>", " ", answer.text).split())
