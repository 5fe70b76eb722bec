"""What has happened since an edition that changes how it would read now; it changes nothing."""

from collections.abc import Iterable
from typing import Any

from discussion.domain.attribution import allows
from discussion.domain.programme import Topic, Workshop
from discussion.domain.publications import Edition, document_kind, published_levels
from discussion.domain.synthesis import IN_OUTPUTS
from discussion.services.publications.house_styles import hashes_in_force
from discussion.services.publications.reading import languages_beside
from discussion.storage import drafting, programme, publications, translations
from discussion.storage.database import Transaction
from discussion.storage.publications import Change

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


class Since:
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
            listed = self._listed(edition) if edition.document == "participants" else ""
            return ", ".join(filter(None, (listed, self._issued_otherwise(edition))))
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
        if edition.sequence >= self._now:
            return ""
        since = (self._transaction, self._workshop, edition.sequence)
        if edition.document == "declaration":
            changed, thing = drafting.changed_since(*since), "paragraph"
        else:
            changed, thing = drafting.passages_since(*since, edition.document), "text"
        return f"{counted(changed, thing)} changed" if changed else ""

    def _translated(self, edition: Edition) -> str:
        """Translations in its languages, and the choice of languages itself."""
        before = self._languages(edition)
        chosen = self._issued_otherwise(edition)
        if edition.sequence >= self._now:
            return chosen
        changed = translations.changed_since(
            self._transaction, self._workshop, edition.sequence, before
        )
        words = f"{counted(changed, 'translation')} changed" if changed else ""
        return ", ".join(filter(None, (words, chosen)))

    def _issued_otherwise(self, edition: Edition) -> str:
        """The provenance table has the words as they were written, whatever is chosen."""
        same = self._languages(edition) == [self._own, *self._issued]
        return "" if same or edition.document == "provenance" else "languages chosen otherwise"

    def _languages(self, edition: Edition) -> list[str]:
        told: Any = edition.manifest.get("languages")
        return told or [self._own]

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
    return ", ".join(f"{counted(n, thing)} {what}" for n, thing, what in counts if n)


def counted(number: int, thing: str) -> str:
    """``1 point``, ``2 points``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
