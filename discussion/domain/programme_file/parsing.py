"""The rules of a programme file: which keys there are, which are needed, what fits together."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import Any
from zoneinfo import ZoneInfo

from discussion.domain.programme import (
    Host,
    Mandate,
    Programme,
    ProgrammeItem,
    Subtopic,
    Term,
    Topic,
)
from discussion.domain.programme_file.fields import (
    NAME_LIMIT,
    TEXT_LIMIT,
    TITLE_LIMIT,
    WORD_LIMIT,
    Fields,
    flaw_of,
)
from discussion.domain.programme_file.items import read_items
from discussion.domain.programme_file.problems import Findings, quoted
from discussion.domain.programme_file.shape import (
    HOST_KEYS,
    KEYS,
    MANDATE_KEYS,
    MOST_DATES,
    MOST_HOSTS,
    MOST_INVITED,
    MOST_LINES,
    MOST_MANDATES,
    MOST_REMARKS,
    MOST_SUBTOPICS,
    MOST_TERMS,
    MOST_TOPICS,
    TERM_KEYS,
    TOPIC_KEYS,
)
from discussion.domain.programme_file.walking import DEPTH_LIMIT, walk

_ZONE = re.compile(r"[A-Z][A-Za-z0-9_+-]{0,30}(/[A-Z][A-Za-z0-9_+-]{0,30}){0,2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_COUNTRY = re.compile(r"[A-Z]{2}")


def parse_programme(data: object, *, make_id: Callable[[], str]) -> Programme:
    """The programme a JSON value describes; docs/reference/programme-file.md says how.

    ``make_id`` is asked once for each topic followed by each of its subtopics, then for each
    item, in the file's order.
    Raises ``ProgrammeProblems`` with everything that is wrong.
    """
    findings = Findings()
    if not isinstance(data, Mapping):
        findings.add("", "The file must hold one object in braces.")
        findings.raise_if_any()
    assert isinstance(data, Mapping)
    programme = _programme(Fields(data, "", findings, known=KEYS), make_id)
    findings.raise_if_any()
    return programme


def _programme(top: Fields, make_id: Callable[[], str]) -> Programme:
    dates = top.days("dates", MOST_DATES)
    topics = _topics(top, make_id)
    items = read_items(top, frozenset(t.number for t in topics), dates, make_id)
    return Programme(
        title=top.needed_text("title", TITLE_LIMIT),
        type=top.text("type", WORD_LIMIT) or "workshop",
        status=top.text("status", WORD_LIMIT),
        dates=_all_dates(top, dates, items),
        venue=top.text("venue", NAME_LIMIT),
        city=top.text("city", NAME_LIMIT),
        country=_country(top),
        timezone=_timezone(top),
        language=_language(top),
        hosts=tuple(_host(h) for h in top.objects("hosts", MOST_HOSTS, known=HOST_KEYS)),
        invited_international=top.texts("invited_international", NAME_LIMIT, MOST_INVITED),
        topics=topics,
        items=items,
        objectives=top.texts("objectives", TEXT_LIMIT, MOST_LINES, lines=True),
        mandate=tuple(
            _mandate(m) for m in top.objects("mandate", MOST_MANDATES, known=MANDATE_KEYS)
        ),
        participants=top.texts("participants", TEXT_LIMIT, MOST_LINES, lines=True),
        method=top.text("method", TEXT_LIMIT, lines=True),
        extra=_extra(top),
        translations=tuple(
            _term(t) for t in top.objects("translations", MOST_TERMS, known=TERM_KEYS)
        ),
    )


def _topics(top: Fields, make_id: Callable[[], str]) -> tuple[Topic, ...]:
    first: dict[int, str] = {}
    topics = []
    for entry in top.objects("topics", MOST_TOPICS, known=TOPIC_KEYS):
        topic = _topic(entry, make_id)
        if topic.number in first:
            message = f"The number {topic.number} is already that of {first[topic.number]}."
            entry.problem("no", message)
        first.setdefault(topic.number, entry.key)
        topics.append(topic)
    return tuple(topics)


def _topic(entry: Fields, make_id: Callable[[], str]) -> Topic:
    number = entry.needed_number("no")
    return Topic(
        id=make_id(),
        # a number that is wrong is already reported; -place keeps it apart from all others
        number=number if number is not None else -int(entry.key[len("topics[") : -1]) - 1,
        title=entry.needed_text("title", TITLE_LIMIT),
        subtopics=tuple(
            Subtopic(id=make_id(), number=place, title=title)
            for place, title in enumerate(
                entry.texts("subtopics", TITLE_LIMIT, MOST_SUBTOPICS), start=1
            )
        ),
    )


def _host(entry: Fields) -> Host:
    return Host(
        name=entry.needed_text("name", NAME_LIMIT),
        full=entry.text("full", NAME_LIMIT),
        role=entry.text("role", NAME_LIMIT),
    )


def _mandate(entry: Fields) -> Mandate:
    return Mandate(
        title=entry.needed_text("title", TITLE_LIMIT),
        adopted_by=entry.text("adopted_by", NAME_LIMIT),
        place=entry.text("place", NAME_LIMIT),
        dates=entry.days("dates", MOST_DATES),
    )


def _term(entry: Fields) -> Term:
    said = {name: entry.text(name, TEXT_LIMIT, lines=True) for name in TERM_KEYS[1:]}
    return Term(entry.needed_text("of", TEXT_LIMIT, lines=True), **said)


def _all_dates(
    top: Fields, dates: tuple[date, ...], items: tuple[ProgrammeItem, ...]
) -> tuple[date, ...]:
    if not dates and not items and not top.has("programme"):
        top.problem("dates", "Write at least one date, or a programme with dated items.")
    elif not dates and not items:
        top.problem("programme", "Write at least one item, or the dates of the workshop.")
    return dates or tuple(sorted({item.date for item in items}))


def _country(top: Fields) -> str | None:
    country = top.text("country", WORD_LIMIT)
    if country is not None and not _COUNTRY.fullmatch(country):
        message = "Write the country as two capital letters (ISO 3166), like MY,"
        top.problem("country", f"{message} not {quoted(country)}.")
    return country


def _timezone(top: Fields) -> str:
    name = top.text("timezone", NAME_LIMIT)
    if name is None:
        return "UTC"
    if not _is_timezone(name):
        message = "is not a time zone we know. Write it like Asia/Kuala_Lumpur."
        top.problem("timezone", f"{quoted(name)} {message}")
    return name


def _is_timezone(name: str) -> bool:
    # the form is checked first: a zone's name is looked up as a path on this machine
    if not _ZONE.fullmatch(name):
        return False
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _language(top: Fields) -> str:
    language = top.text("language", WORD_LIMIT)
    if language is not None and not _LANGUAGE.fullmatch(language):
        message = "Write the language as its code in small letters, like en, fr or ar,"
        top.problem("language", f"{message} not {quoted(language)}.")
    return language or "en"


def _extra(top: Fields) -> dict[str, Any]:
    extra = top.remarks()
    seen = 0
    for name, value in extra.items():
        for key, found, depth in walk(value, top.at(name)):
            seen += 1
            if seen > MOST_REMARKS or depth > DEPTH_LIMIT:
                top.problem(quoted(name)[1:-1], "This holds too much. Make it smaller.")
                return {}
            if flaw := _flaw_of_remark(found):
                top.findings.add(quoted(key)[1:-1], flaw)
    return extra


def _flaw_of_remark(value: object) -> str | None:
    if isinstance(value, str):
        return flaw_of(value, TEXT_LIMIT, lines=True) if value.strip() else None
    if isinstance(value, float) and not isfinite(value):
        return "This number is too large to be kept."
    return None
