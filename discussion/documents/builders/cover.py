"""The block that opens a document; it must not know points or notes."""

from discussion.documents.builders import wording
from discussion.documents.phrases import framed, phrase
from discussion.documents.tree import Cover, CoverRole
from discussion.domain.drafting import days_in_words
from discussion.domain.programme import Programme
from discussion.domain.publications import EditionStamp


def cover(
    programme: Programme,
    stamp: EditionStamp,
    title: str,
    status: str,
    language: str = "en",
    *,
    hijri: str = "",
) -> Cover:
    """Symbol, stage, title, event, organisers, place and days; what is unknown is left out.

    ``hijri``: the days by that calendar, where they are to stand too.
    """
    hosts = wording.joined([host.name for host in programme.hosts], language)
    organised = "co_organised" if len(programme.hosts) > 1 else "organised"
    event, named = wording.event_of(programme, language), wording.titled(programme, language)
    time = wording.stamp_time(stamp, language)
    stage = phrase(language, "stage", label=wording.label(stamp, language), time=time)
    original = phrase(language, f"language.{framed(programme.language)}")
    lines: tuple[tuple[CoverRole, str], ...] = (
        ("symbol", stamp.symbol),
        ("stage", stage if stamp.draft else stamp.label),
        ("title", title),
        ("event", phrase(language, "event.on", event=event, title=named)),
        ("line", phrase(language, organised, hosts=hosts) if hosts else ""),
        ("line", wording.place(programme, language)),
        ("line", with_hijri(days_in_words(programme.dates, language), hijri)),
        ("line", phrase(language, "original", language=original)),
        ("status", status if stamp.draft else ""),
    )
    return Cover(tuple((role, words) for role, words in lines if words))


def with_hijri(days: str, hijri: str) -> str:
    """``8–9 July 2025 (13–14 Muharram 1447H)``."""
    return f"{days} ({hijri})" if days and hijri else days
