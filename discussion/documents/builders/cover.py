"""The block that opens a document; it must not know points or notes."""

from discussion.documents.builders import wording
from discussion.documents.tree import Cover, CoverRole
from discussion.domain.drafting import days_in_words
from discussion.domain.programme import Programme
from discussion.domain.publications import EditionStamp


def cover(programme: Programme, stamp: EditionStamp, title: str, status: str) -> Cover:
    """Symbol, stage, title, event, organisers, place and days; what is unknown is left out."""
    organisers = wording.host_names(programme)
    verb = "co-organised" if len(programme.hosts) > 1 else "organised"
    lines: tuple[tuple[CoverRole, str], ...] = (
        ("symbol", stamp.symbol),
        ("stage", f"{stamp.label} · {stamp.time_words}" if stamp.draft else stamp.label),
        ("title", title),
        ("event", f"{wording.event_word(programme)} on “{programme.title}”"),
        ("line", f"{verb} by {organisers}" if organisers else ""),
        ("line", wording.place(programme)),
        ("line", days_in_words(programme.dates)),
        ("line", "Original: English"),
        ("status", status if stamp.draft else ""),
    )
    return Cover(tuple((role, words) for role, words in lines if words))
