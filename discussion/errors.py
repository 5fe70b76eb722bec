"""The one family of errors a person can be told about; it must not know how they are shown."""

from collections.abc import Mapping


class DiscussionError(Exception):
    """Something a person asked for cannot be done.

    ``code`` is stable and names the sentence shown to people (templates/failures/en.json);
    ``status`` is the HTTP status a page answers with; ``facts`` fill the sentence's blanks.
    Any other exception is a bug.
    """

    def __init__(self, code: str, *, status: int = 400, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.facts: Mapping[str, object] = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code} ({facts})" if facts else self.code


class NotFound(DiscussionError):
    """Unknown and forbidden answer alike, so that nobody can probe for what exists."""

    def __init__(self, code: str = "not_found", **facts: object) -> None:
        super().__init__(code, status=404, **facts)


class Refused(DiscussionError):
    """The rules do not allow this now; nothing was changed and the words are safe."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, status=409, **facts)


class Malformed(DiscussionError):
    """A message that no client of ours would send, or a value out of its bounds."""

    def __init__(self, code: str = "malformed", **facts: object) -> None:
        super().__init__(code, status=422, **facts)
