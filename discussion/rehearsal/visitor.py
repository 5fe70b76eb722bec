"""A signed-in person's pages and forms over HTTP; it must not know what they are for."""

import json
import re
from typing import Any

import requests

from discussion.rehearsal.failure import RehearsalFailed

PATIENCE = 30  # seconds for a page
BUILD_PATIENCE = 300  # seconds for the documents of a large workshop
_PAGE_DATA = re.compile(r'<script type="application/json" id="page-data">(.*?)</script>', re.S)


class Visitor:
    """One browser's worth of HTTP: keeps its cookie and brings the CSRF token along."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._http = requests.Session()
        self._csrf = ""

    @property
    def csrf(self) -> str:
        """The token forms and sockets bring along; asked for once."""
        if not self._csrf:
            self._csrf = self.json("/session")["csrf"] or ""
        return self._csrf

    @property
    def cookies(self) -> str:
        """The cookies as a header for the socket."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self._http.cookies)

    def use_link(self, link: str, name: str) -> None:
        """Signs in by a sign-in link, or by the token in it."""
        token = link.strip().rpartition("#")[2]
        self._come_in("/link", {"token": token, "name": name}, "That sign-in link is not good")

    def sit_down(self, code: str, name: str) -> None:
        """Signs in with the code of a table's card."""
        self._come_in("/table", {"code": code, "name": name}, f"The table's code {code} is refused")

    def json(self, path: str) -> Any:
        """What a page tells programs."""
        return self._asked("GET", path, headers={"Accept": "application/json"}).json()

    def page_data(self, path: str) -> dict[str, Any]:
        """What a page tells its own scripts."""
        found = _PAGE_DATA.search(self._asked("GET", path).text)
        if found is None:
            raise RehearsalFailed(f"{path} has no data for its scripts.")
        data: dict[str, Any] = json.loads(found[1])
        return data

    def file(self, path: str) -> bytes:
        """A file, whole."""
        return self._asked("GET", path).content

    def post(self, path: str, fields: dict[str, str] | None = None, body: bytes = b"") -> Any:
        """Sends a form, or a body of JSON; what a program is answered, or None."""
        headers = {"Accept": "application/json", "X-CSRF-Token": self.csrf}
        if body:
            headers["Content-Type"] = "application/json"
        answer = self._asked(
            "POST", path, data=body or fields, headers=headers, timeout=BUILD_PATIENCE
        )
        is_json = answer.headers.get("Content-Type", "").startswith("application/json")
        return answer.json() if is_json else None

    def close(self) -> None:
        """Lets go of its connections."""
        self._http.close()

    def _come_in(self, path: str, fields: dict[str, str], refusal: str) -> None:
        answer = self._send("POST", path, data=fields)
        if answer.status_code != 303:
            raise RehearsalFailed(f"{refusal}. {self.url} did not let it in; ask for a new one.")

    def _asked(self, method: str, path: str, **options: Any) -> requests.Response:
        answer = self._send(method, path, **options)
        if answer.status_code >= 400 or "/?next=" in answer.headers.get("Location", ""):
            raise RehearsalFailed(f"{method} {path} was refused: {_reason(answer)}")
        return answer

    def _send(self, method: str, path: str, **options: Any) -> requests.Response:
        options.setdefault("timeout", PATIENCE)
        try:
            return self._http.request(method, f"{self.url}{path}", allow_redirects=False, **options)
        except requests.exceptions.InvalidURL:
            raise RehearsalFailed(f"{self.url} is not an address.") from None
        except requests.RequestException as failure:
            raise RehearsalFailed(f"{self.url} does not answer ({_short(failure)}).") from None


def _reason(answer: requests.Response) -> str:
    try:
        error = answer.json()["error"]
    except (ValueError, KeyError, TypeError):
        return f"HTTP {answer.status_code}"
    problems = "".join(f"\n  {p['key']}: {p['message']}" for p in error.get("problems", ()))
    return f"{error.get('what', '')} ({error.get('code', '')}){problems}"


def _short(failure: requests.RequestException) -> str:
    return type(failure).__name__.removesuffix("Error").lower() or "no reason given"
