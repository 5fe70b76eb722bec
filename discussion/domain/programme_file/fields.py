"""Reads the values of one JSON object by name and notes what is wrong with each.

It must not know what a programme is, only texts, numbers, dates, times, lists and objects.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from difflib import get_close_matches
from itertools import islice

from discussion.domain.programme_file.problems import Findings, quoted

TITLE_LIMIT = 300  # code points: titles of workshops, topics, items and parts
NAME_LIMIT = 200  # code points: people, functions, organisations, places
TEXT_LIMIT = 2_000  # code points: objectives, method and the like
WORD_LIMIT = 60  # code points: type and status of the workshop

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_YEARS = range(1900, 3000)  # outside it is a slip of the finger, and dates must be free to move
_LARGEST_NUMBER = 999
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile("[\t\n\r\u2028\u2029]")


class Fields:
    """One JSON object of the file.

    Every method returns the value, or None when it is missing or wrong; what is wrong is in
    ``findings``. Null, and blank text where a text is optional, count as missing.
    """

    def __init__(
        self,
        values: Mapping[object, object],
        key: str,
        findings: Findings,
        *,
        known: Sequence[str],
    ) -> None:
        self.key = key
        self.findings = findings
        self._values = values
        self._known = known
        self._name_unknown_keys()

    def at(self, name: str) -> str:
        """The key of a value of this object as a problem names it."""
        return f"{self.key}.{name}" if self.key else name

    def problem(self, name: str, message: str) -> None:
        """Note that something is wrong with the value of that name."""
        self.findings.add(self.at(name), message)

    def has(self, name: str) -> bool:
        """Whether the object says anything under that name."""
        return self._values.get(name) is not None

    def text(self, name: str, limit: int, *, lines: bool = False) -> str | None:
        """A text exactly as given, at most ``limit`` code points; ``lines`` allows line breaks."""
        value = self._values.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        return self._text(self.at(name), value, limit, lines=lines)

    def needed_text(self, name: str, limit: int, *, lines: bool = False) -> str:
        """A text that may not be missing; empty when it is wrong."""
        if isinstance(self._values.get(name), str) and not str(self._values[name]).strip():
            self.problem(name, "This is empty. Write it, please.")
            return ""
        if not self._needed(name):
            return ""
        return self.text(name, limit, lines=lines) or ""

    def texts(self, name: str, limit: int, most: int, *, lines: bool = False) -> tuple[str, ...]:
        """A list of texts, none of them blank."""
        return tuple(
            text
            for key, value in self._list(name, most)
            if (text := self._text(key, value, limit, lines=lines)) is not None
        )

    def day(self, name: str) -> date | None:
        """A day written as year-month-day; may not be missing."""
        return self._day(self.at(name), self._values[name]) if self._needed(name) else None

    def days(self, name: str, most: int) -> tuple[date, ...]:
        """A list of days, each later than the one before."""
        days = [
            (key, day)
            for key, value in self._list(name, most)
            if (day := self._day(key, value)) is not None
        ]
        for (_, earlier), (key, later) in zip(days, days[1:], strict=False):
            if later <= earlier:
                self.findings.add(key, "The dates must stand in order, each only once.")
        return tuple(day for _, day in days)

    def clock(self, name: str) -> time | None:
        """A time of day written as hours:minutes with two digits each; may not be missing."""
        if not self._needed(name):
            return None
        value = self._values[name]
        if not isinstance(value, str) or not _TIME.fullmatch(value):
            self.problem(name, f"Write the time as hours:minutes, like 09:30, not {_shown(value)}.")
            return None
        try:
            return time.fromisoformat(value)
        except ValueError:
            self.problem(name, f"{quoted(value)} is not a time of day. Midnight is 00:00.")
            return None

    def number(self, name: str) -> int | None:
        """A whole number from 1 to 999; may be missing."""
        value = self._values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self.problem(name, f"This must be a whole number, not {_shown(value)}.")
            return None
        if not 1 <= value <= _LARGEST_NUMBER:
            self.problem(name, f"This must be a number from 1 to {_LARGEST_NUMBER}.")
            return None
        return value

    def needed_number(self, name: str) -> int | None:
        """A whole number from 1 to 999 that may not be missing."""
        return self.number(name) if self._needed(name) else None

    def flag(self, name: str) -> bool:
        """True or false; false when missing."""
        value = self._values.get(name)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.problem(name, f"This must be true or false, not {_shown(value)}.")
        return False

    def objects(self, name: str, most: int, *, known: Sequence[str]) -> Iterator["Fields"]:
        """A list of objects, each to be read in turn."""
        for key, value in self._list(name, most):
            if isinstance(value, Mapping):
                yield Fields(value, key, self.findings, known=known)
            else:
                self.findings.add(key, f"This must be an object in braces, not {_shown(value)}.")

    def remarks(self) -> dict[str, object]:
        """The values whose names begin with ``_`` or ``x-``, which no rule is about."""
        return {str(k): v for k, v in self._values.items() if _is_remark(k)}

    def _name_unknown_keys(self) -> None:
        for name in self._values:
            if name in self._known or _is_remark(name):
                continue
            text = name if isinstance(name, str) else repr(type(name).__name__)
            message = "" if self.findings.full else _unknown(text, self._known)
            self.problem(quoted(text)[1:-1], message)

    def _needed(self, name: str) -> bool:
        if not self.has(name):
            self.problem(name, "This is missing. Write it, please.")
        return self.has(name)

    def _list(self, name: str, most: int) -> Iterator[tuple[str, object]]:
        value = self._values.get(name)
        if value is None:
            return
        if not isinstance(value, list):
            self.problem(name, f"This must be a list in square brackets, not {_shown(value)}.")
            return
        if len(value) > most:
            self.problem(name, f"This list has {len(value)} entries; at most {most} are possible.")
        for index, entry in enumerate(islice(value, most)):
            yield f"{self.at(name)}[{index}]", entry

    def _text(self, key: str, value: object, limit: int, *, lines: bool) -> str | None:
        if not isinstance(value, str):
            self.findings.add(key, f"This must be text in quotation marks, not {_shown(value)}.")
            return None
        if flaw := flaw_of(value, limit, lines=lines):
            self.findings.add(key, flaw)
            return None
        return value

    def _day(self, key: str, value: object) -> date | None:
        if not isinstance(value, str) or not _DATE.fullmatch(value):
            message = f"Write the date as year-month-day, like 2025-07-08, not {_shown(value)}."
            self.findings.add(key, message)
            return None
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.findings.add(key, f"{quoted(value)} is not a day of the calendar.")
            return None
        if day.year not in _YEARS:
            self.findings.add(key, f"The year {day.year} cannot be right.")
            return None
        return day


def flaw_of(text: str, limit: int, *, lines: bool) -> str | None:
    """What keeps a text from being used, as a sentence; None when nothing does.

    The characters refused are those that XML, and with it Word, cannot hold.
    """
    if not text.strip():
        return "This is empty. Write it, or take it out."
    if len(text) > limit:
        return f"This has {len(text)} characters; at most {limit} are possible."
    found = _UNPRINTABLE.search(text) or (None if lines else _LINE_BREAK.search(text))
    if found is None:
        return None
    code = f"U+{ord(found[0]):04X}"
    return f"Character {found.start() + 1} ({code}) cannot stand here. Take it out, please."


def _unknown(name: str, known: Sequence[str]) -> str:
    close = get_close_matches(name[:64].lower(), known, n=1)
    if close:
        return f"{quoted(name)} is not known here. Did you mean {quoted(close[0])}?"
    return f"{quoted(name)} is not known here. Possible are: {', '.join(known)}."


def _is_remark(name: object) -> bool:
    return isinstance(name, str) and name.startswith(("_", "x-"))


def _shown(value: object) -> str:
    match value:
        case str():
            return quoted(value)
        case bool():
            return "true" if value else "false"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case None:
            return "null"
        case Mapping():
            return "an object"
        case _:
            return "this"
