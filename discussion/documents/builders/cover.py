"""The block that opens a document; it must not know points or notes."""

from discussion.documents.builders import wording
from discussion.documents.phrases import framed, phrase
from discussion.documents.tree import Cover, CoverRole
from discussion.domain.drafting import days_in_words
from discussion.domain.programme import Programme
from discussion.domain.publications import EditionStamp


def cover(
    programme: Programme, stamp: EditionStamp, title: str, status: str, language: str = "en"
) -> Cover:
    """Symbol, stage, title, event, organisers, place and days; what is unknown is left out."""
    event = wording.event_of(programme, language)
    named = phrase(language, "event.on", event=event, title=wording.titled(programme, language))
    original = phrase(language, f"language.{framed(programme.language)}")
    lines: tuple[tuple[CoverRole, str], ...] = (
        ("symbol", stamp.symbol),
        ("stage", _stage(stamp, language)),
        ("title", title),
        ("event", named),
        ("line", _organisers(programme, language)),
        ("line", wording.place(programme, language)),
        ("line", days_in_words(programme.dates, language)),
        ("line", phrase(language, "original", language=original)),
        ("status", status if stamp.draft else ""),
    )
    return Cover(tuple((role, words) for role, words in lines if words))


def _stage(stamp: EditionStamp, language: str) -> str:
    time = wording.stamp_time(stamp, language)
    return phrase(language, "stage", label=stamp.label, time=time) if stamp.draft else stamp.label


def _organisers(programme: Programme, language: str) -> str:
    key = "co_organised" if len(programme.hosts) > 1 else "organised"
    hosts = wording.host_names(programme, language)
    return phrase(language, key, hosts=hosts) if hosts else ""
