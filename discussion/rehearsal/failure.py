"""Why a rehearsal ended early, in words for who runs it; it must not know how it is played."""


class RehearsalFailed(Exception):
    """The rehearsal cannot go on. It is read in a terminal, so it carries its own sentence."""


class Declined(Exception):
    """The server refused one command; ``code`` is stable, the words are the server's."""

    def __init__(self, kind: str, refused: dict[str, object]) -> None:
        self.code = str(refused.get("code", ""))
        super().__init__(f"{kind}: {refused.get('what') or self.code}")
