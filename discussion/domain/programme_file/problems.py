"""What is wrong with a programme file, all of it at once; it must not know what is right."""

from dataclasses import dataclass

from discussion.errors import DiscussionError

MOST_PROBLEMS = 200  # a list longer than this helps nobody, and a hostile file could make millions
_MOST_QUOTED = 40  # characters of the file repeated in a sentence


@dataclass(frozen=True)
class Problem:
    """One thing to mend: where it stands (``programme[3].start``) and a sentence about it.

    Numbers in brackets count from 0. ``key`` is empty for the file as a whole, and
    ``line 4, column 2`` where the text is not JSON.
    """

    key: str
    message: str


class ProgrammeProblems(DiscussionError):
    """A programme file that cannot be used; nothing of it was kept.

    ``problems`` holds the first ``MOST_PROBLEMS`` in the order they were met; the fact ``count``
    says how many there are in all.
    """

    def __init__(self, problems: tuple[Problem, ...], *, count: int | None = None) -> None:
        super().__init__(
            "programme_problems", status=422, count=len(problems) if count is None else count
        )
        self.problems = problems


class Findings:
    """The problems found so far, in order, counted beyond the limit and kept up to it."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._count = 0

    @property
    def full(self) -> bool:
        """Whether further problems are only counted, so that their sentences need no work."""
        return len(self._kept) >= MOST_PROBLEMS

    def add(self, key: str, message: str) -> None:
        """Note one more problem."""
        self._count += 1
        if not self.full:
            self._kept.append(Problem(key, message))

    def raise_if_any(self) -> None:
        """Raise ``ProgrammeProblems`` with everything found, if anything was."""
        if self._count:
            raise ProgrammeProblems(tuple(self._kept), count=self._count)


def quoted(value: str) -> str:
    """A piece of the file inside a sentence: cut, and without characters that cannot be shown.

    A lone surrogate repeated in an error page would make the page itself fail.
    """
    cut = value if len(value) <= _MOST_QUOTED else value[:_MOST_QUOTED] + "…"
    return "“" + "".join(c if c.isprintable() else "\ufffd" for c in cut) + "”"


def failed(key: str, message: str) -> ProgrammeProblems:
    """One problem by which nothing further of the file can be read."""
    return ProgrammeProblems((Problem(key, message),))


def too_deep() -> ProgrammeProblems:
    """The file has objects and lists inside each other without end."""
    return failed("", "The brackets of this file stand too deep inside each other.")


def place(before: str) -> str:
    """Where a text stops being read: ``line 4, column 2``, by all that stands before it."""
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return f"line {line}, column {column}"
