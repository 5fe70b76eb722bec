"""What the page of publications shows, as plain values; must not know how it is drawn."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from discussion.domain.attribution import PUBLISHED, allows
from discussion.domain.drafting import day_in_words
from discussion.domain.programme import Topic, Workshop
from discussion.domain.publications import (
    DOCUMENTS,
    DocumentKind,
    Edition,
    document_kind,
    documents_of,
    edition_label,
    published_levels,
)
from discussion.domain.synthesis import IN_OUTPUTS
from discussion.domain.translations import LANGUAGES, OWN_NAMES
from discussion.services.publications.house_styles import hashes_in_force
from discussion.services.publications.reading import languages_beside
from discussion.storage import drafting, programme, publications, synthesis, translations
from discussion.storage.database import Transaction
from discussion.storage.publications import Change, EditionFile, KeptEdition

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

_ON_POINTS = ("edit_text", "set_point_kind", "set_point_subtopic", "move_point", "add_source",
              "add_sources", "remove_source")  # fmt: skip
_SETTING_ASIDE = ("propose_point", "note_only_point", "park_point")
_REGROUPING = ("merge_point", "separate_point", "split_point", "move_sources")
_ON_NOTES = ("return_note", "park_note", "rule_out_note", "reconsider_note")
_ON_NAMES = ("set_note_agreement", "set_note_countries")
_ON_TABLES = ("add_table", "rename_table", "remove_table")
_KINDS = ("confirm_point", "accept_note", *_ON_POINTS, *_SETTING_ASIDE, *_REGROUPING,
          "undo_decision", *_ON_NOTES, *_ON_NAMES, *_ON_TABLES)  # fmt: skip
"""Kinds of events after which a document may read differently; typing at tables is none."""


def publications_state(transaction: Transaction, workshop: Workshop) -> State:
    """Every document of a workshop with its editions, and what has changed since the newest."""
    kept = publications.list_editions(transaction, workshop.id)
    points = synthesis.points_of_workshop(transaction, workshop.id)
    ready = [point.topic for point in points if point.status in IN_OUTPUTS]
    since = _Since(transaction, workshop)
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
        "built_at": edition.built_at.isoformat(),
        "built": moment(edition.built_at, zone),
        "as_of": moment(as_of, zone),
        "sequence": edition.sequence,
        "head": edition.head,
        "rests_on": _rests_on(document_kind(edition.document)[0], manifest),
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
        "languages": languages_state(kept.languages),
        "readable": kept.file("html") is not None,
        "slides": document_kind(edition.document)[0].slides,
    }


def formats_of(documents: Sequence[str], languages: int = 1) -> int:
    """About how many files the documents are written as, in so many languages."""
    return languages * sum(len(document_kind(document)[0].formats) for document in documents)


def languages_state(codes: Iterable[str]) -> list[State]:
    """Languages with their names, in English and as each calls itself."""
    return [{"code": c, "name": LANGUAGES[c], "own_name": OWN_NAMES[c]} for c in codes]


def _shown(file: EditionFile) -> tuple[int, int]:
    """What most people want stands first; each further language behind the one before."""
    languages = ("", *LANGUAGES)
    return languages.index(file.language), _SHOWN.index(file.form)


def document_title(workshop: Workshop, document: str) -> str:
    """``Declaration``, or ``Topic 2: Making Job Portals ...`` for its slides."""
    kind, number = document_kind(document)
    topic = _topic(workshop, number)
    return kind.title if topic is None else f"Presentation, topic {topic.number}"


class _Since:
    """What has changed since an event, looked up once for documents built together."""

    def __init__(self, transaction: Transaction, workshop: Workshop) -> None:
        self._transaction = transaction
        self._workshop = workshop.id
        self._styles = hashes_in_force(transaction, workshop.id)
        self._now = programme.log_position(transaction, workshop.id)[0]
        attribution = programme.attribution_of(transaction, workshop.id)
        self._levels = published_levels(attribution, workshop.programme)
        self._own = workshop.programme.language
        self._issued = languages_beside(transaction, workshop)
        self._known: dict[tuple[int, str | None, bool], str] = {}

    def words(self, edition: Edition, topic: Topic | None) -> str:
        """``2 points confirmed, 5 notes accepted``; "" when the document would read the same."""
        kind = document_kind(edition.document)[0]
        if kind.made_of != "points":
            return self._listed(edition) if edition.document == "participants" else ""
        levels: Any = edition.manifest.get("attribution") or self._levels
        about = (str(topic.number),) if topic else tuple(self._levels)
        policy = any(levels.get(each) != self._levels[each] for each in about)
        named = any(allows(self._levels[each], "country") for each in about)
        counted = self._counted(edition.sequence, topic.id if topic else None, named=named)
        told = (
            self._drafted(edition),
            self._translated(edition),
            counted,
            "attribution policy changed" if policy else "",
            "house style changed" if self._restyled(edition) else "",
        )
        return ", ".join(filter(None, told))

    def _listed(self, edition: Edition) -> str:
        """A programme stays as it is; a list of participants is exchanged as a whole."""
        changed = publications.changes_since(
            self._transaction, self._workshop, edition.sequence, kinds=("set_participants",)
        )
        return "the list was exchanged" if changed else ""

    def _restyled(self, edition: Edition) -> bool:
        told: Any = edition.manifest.get("house_styles") or {}
        return any(self._styles.get(form) != digest for form, digest in told.items())

    def _drafted(self, edition: Edition) -> str:
        if edition.document != "declaration" or edition.sequence >= self._now:
            return ""
        changed = drafting.changed_since(self._transaction, self._workshop, edition.sequence)
        return f"{_counted(changed, 'paragraph')} changed" if changed else ""

    def _translated(self, edition: Edition) -> str:
        """Translations in its languages, and the choice of languages itself."""
        before: Any = edition.manifest.get("languages") or [self._own]
        chosen = "" if before == [self._own, *self._issued] else "languages chosen otherwise"
        if edition.sequence >= self._now:
            return chosen
        changed = translations.changed_since(
            self._transaction, self._workshop, edition.sequence, before
        )
        words = f"{_counted(changed, 'translation')} changed" if changed else ""
        return ", ".join(filter(None, (words, chosen)))

    def _counted(self, number: int, topic: str | None, *, named: bool) -> str:
        if number >= self._now:
            return ""
        key = number, topic, named
        if key not in self._known:
            changes = publications.changes_since(
                self._transaction, self._workshop, number, kinds=_KINDS, topic=topic
            )
            self._known[key] = _in_words(c for c in changes if named or c.kind not in _ON_NAMES)
        return self._known[key]


def _document(workshop: Workshop, key: str, kept: Sequence[KeptEdition], since: _Since) -> State:
    topic = _topic(workshop, document_kind(key)[1])
    newest = kept[0] if kept else None
    return {
        "key": key,
        "title": document_title(workshop, key),
        "about": topic.title if topic else _ABOUT.get(key, ""),
        "topic": topic.number if topic else None,
        "next_label": edition_label(newest.edition.number + 1 if newest else 0),
        "formats": [
            FORMAT_WORDS[form] for form in sorted(document_kind(key)[0].formats, key=_SHOWN.index)
        ],
        "newest": edition_state(workshop, newest) if newest else None,
        "older": [edition_state(workshop, each) for each in kept[1:]],
        "since": since.words(newest.edition, topic) if newest else "",
    }


_ABOUT = {
    "declaration": "The zero draft: opening, preamble and one paragraph for every recommendation.",
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
    return f"{_counted(points, 'point')} and {_counted(notes, 'note')}"


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


def _in_words(happened: Iterable[Change]) -> str:
    changes = tuple(happened)
    confirmed = {c.subject for c in changes if c.kind == "confirm_point"}
    changed = {
        c.subject
        for c in changes
        if c.kind in (*_SETTING_ASIDE, *_REGROUPING)
        or (c.kind == "undo_decision" and c.point_status is not None)
        or (c.kind in _ON_POINTS and c.point_status in IN_OUTPUTS)
    } - confirmed
    decided = {
        c.subject
        for c in changes
        if c.kind in _ON_NOTES or (c.kind == "undo_decision" and c.point_status is None)
    }
    counts = (
        (len(confirmed), "point", "confirmed"),
        (len(changed), "point", "changed"),
        (len({c.subject for c in changes if c.kind == "accept_note"}), "note", "accepted"),
        (len(decided), "note", "decided otherwise"),
        (len({c.subject for c in changes if c.kind in _ON_NAMES}), "note", "named otherwise"),
        (len({c.subject for c in changes if c.kind in _ON_TABLES}), "table", "changed"),
    )
    return ", ".join(f"{_counted(n, thing)} {what}" for n, thing, what in counts if n)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def moment(at: datetime, zone: str) -> str:
    """``8 July 2025, 18:30`` there."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{day_in_words(local.date())}, {local:%H:%M}"
