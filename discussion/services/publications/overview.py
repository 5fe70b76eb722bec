"""What the page of publications shows, as plain values; must not know how it is drawn."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from discussion.domain.attribution import PUBLISHED
from discussion.domain.drafting import day_in_words
from discussion.domain.programme import Topic, Workshop
from discussion.domain.publications import (
    DOCUMENTS,
    DocumentKind,
    document_kind,
    documents_of,
)
from discussion.domain.synthesis import IN_OUTPUTS
from discussion.domain.translations import LANGUAGES, OWN_NAMES
from discussion.services.publications.since import Since, counted
from discussion.storage import publications, synthesis
from discussion.storage.database import Transaction
from discussion.storage.publications import EditionFile, KeptEdition

State = dict[str, Any]

FORMAT_WORDS = {
    "docx": "Word",
    "pdf": "PDF",
    "pptx": "PowerPoint",
    "html": "Web page",
    "odt": "OpenDocument",
    "md": "Text (Markdown)",
    "akn": "XML (Akoma Ntoso)",
    "csv": "Table (CSV)",
    "ics": "Calendar (ICS)",
    "toml": "Programme file (TOML)",
}
_SHOWN = tuple(FORMAT_WORDS)  # what most people want stands first


def publications_state(transaction: Transaction, workshop: Workshop) -> State:
    """Every document of a workshop with its editions, and what has changed since the newest."""
    kept = publications.list_editions(transaction, workshop.id)
    points = synthesis.points_of_workshop(transaction, workshop.id)
    ready = [point.topic for point in points if point.status in IN_OUTPUTS]
    since = Since(transaction, workshop)
    return {
        "points": len(ready),
        "topics": [
            {"number": t.number, "title": t.title, "points": ready.count(t.id)}
            for t in workshop.programme.topics
        ],
        "built": len(kept),
        "documents": [
            _document(workshop, key, [k for k in kept if k.edition.document == key], since)
            for key in documents_of(workshop.programme)
        ],
    }


def edition_state(workshop: Workshop, kept: KeptEdition) -> State:
    """One edition, its times in the workshop's own zone."""
    edition, manifest = kept.edition, kept.edition.manifest
    zone = workshop.programme.timezone
    as_of = datetime.fromisoformat(str(manifest["as_of"]))
    return {
        "id": edition.id,
        "document": edition.document,
        "symbol": edition.symbol,
        "label": edition.label,
        "number": edition.number,
        "built": moment(edition.built_at, zone),
        "as_of": moment(as_of, zone),
        "sequence": edition.sequence,
        "head": edition.head,
        "rests_on": _rests_on(document_kind(edition.document)[0], manifest),
        "hand_edits": manifest.get("hand_edits", []),
        "names": _names_in_words(manifest.get("attribution")),
        "files": [
            {
                "format": file.format,
                "form": file.form,
                "language": file.language,
                "words": FORMAT_WORDS[file.form],
                "name": file.name,
                "size": file.size,
                "size_words": f"{max(1, round(file.size / 1000))} KB",
                "sha256": file.sha256,
            }
            for file in sorted(kept.files, key=_shown)
        ],
        "languages": languages_named(kept.languages),
        "readable": kept.file("html") is not None,
        "slides": document_kind(edition.document)[0].slides,
    }


def formats_of(documents: Sequence[str], languages: int = 1) -> int:
    """About how many files the documents are written as, in so many languages."""
    return languages * sum(len(document_kind(document)[0].formats) for document in documents)


def languages_named(codes: Iterable[str]) -> list[State]:
    """Languages with their names, in English and as each calls itself."""
    return [{"code": c, "name": LANGUAGES[c], "own_name": OWN_NAMES[c]} for c in codes]


def _shown(file: EditionFile) -> tuple[int, int]:
    """What most people want stands first; each further language behind the one before."""
    languages = ("", *LANGUAGES)
    return languages.index(file.language), _SHOWN.index(file.form)


def document_title(workshop: Workshop, document: str) -> str:
    """``Declaration``, or ``Presentation, topic 2``."""
    kind, number = document_kind(document)
    topic = _topic(workshop, number)
    return kind.title if topic is None else f"Presentation, topic {topic.number}"


def _document(workshop: Workshop, key: str, kept: Sequence[KeptEdition], since: Since) -> State:
    topic = _topic(workshop, document_kind(key)[1])
    newest = kept[0] if kept else None
    return {
        "key": key,
        "title": document_title(workshop, key),
        "about": topic.title if topic else _ABOUT.get(key, ""),
        "topic": topic.number if topic else None,
        "formats": [
            FORMAT_WORDS[form] for form in sorted(document_kind(key)[0].formats, key=_SHOWN.index)
        ],
        "newest": edition_state(workshop, newest) if newest else None,
        "older": [edition_state(workshop, each) for each in kept[1:]],
        "since": since.words(newest.edition, topic) if newest else "",
    }


_ABOUT = {
    "declaration": "Opening, preamble and one paragraph for every recommendation.",
    "proceedings": "Method, findings by topic with their strength, and what was set aside.",
    "guidelines": "One guideline for every recommendation: why, examples, a checklist at the end.",
    "provenance": "From every paragraph, row and bullet back to the notes and tables behind it.",
    "participants": "By country, organisation and host; who has not agreed is counted, not named.",
    "programme": "Day by day, for paper and for calendars; as a file it makes the same workshop.",
}
assert set(_ABOUT) == {key for key, kind in DOCUMENTS.items() if not kind.per_topic}


def _topic(workshop: Workshop, number: int | None) -> Topic | None:
    return next((t for t in workshop.programme.topics if t.number == number), None)


def _rests_on(kind: DocumentKind, manifest: Any) -> str:
    if kind.made_of != "points":
        return f"the {kind.made_of}"
    points, notes = len(manifest["points"]), len(manifest["notes"])
    return f"{counted(points, 'point')} and {counted(notes, 'note')}"


def _names_in_words(levels: Any) -> str:
    """``Tables. Topic 2: no one.``; "" for editions that were built before anybody chose."""
    if not levels:
        return ""
    whole = levels[""]
    others = (
        f"Topic {number}: {PUBLISHED[level].title.lower()}."
        for number, level in levels.items()
        if number and level != whole
    )
    return " ".join((f"{PUBLISHED[whole].title}.", *others))


def moment(at: datetime, zone: str) -> str:
    """``8 July 2025, 18:30`` there."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{day_in_words(local.date())}, {local:%H:%M}"
