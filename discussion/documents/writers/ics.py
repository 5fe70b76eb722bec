"""A calendar as an iCalendar file (RFC 5545); it must not know whose sessions they are."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from discussion.documents.calendar import Calendar, Session

LINE_LIMIT = 75  # bytes of a line, without its end
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ENDS = re.compile("\r\n|[\n\r\u2028\u2029]")


def write_ics(calendar: Calendar) -> bytes:
    """The calendar with its times in UTC, which every program shows in its reader's own."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Discussion//Programme//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(calendar.name)}",
        f"X-WR-CALNAME:{_text(calendar.name)}",
        f"X-WR-TIMEZONE:{_text(calendar.zone)}",
        *(line for session in calendar.sessions for line in _session(session, calendar.made)),
        "END:VCALENDAR",
    ]
    return "".join(folded for line in lines for folded in _folded(line)).encode()


def _session(session: Session, made: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(session.uid)}"
    yield f"DTSTAMP:{_moment(made)}"
    yield f"DTSTART:{_moment(session.starts)}"
    yield f"DTEND:{_moment(session.ends)}"
    yield f"SUMMARY:{_text(session.title)}"
    if session.words:
        yield f"DESCRIPTION:{_text(session.words)}"
    if session.place:
        yield f"LOCATION:{_text(session.place)}"
    yield f"STATUS:{'TENTATIVE' if session.tentative else 'CONFIRMED'}"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Words as a value: what separates values is escaped, and what no text may hold is gone."""
    plain = _UNFIT.sub("", _ENDS.sub("\n", words))
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line over as many as it needs, each later one after a space; no letter is cut in two."""
    begun, room = "", LINE_LIMIT
    for character in line:
        size = len(character.encode())
        if size > room:
            yield f"{begun}\r\n"
            begun, room = " ", LINE_LIMIT - 1
        begun, room = begun + character, room - size
    yield f"{begun}\r\n"
