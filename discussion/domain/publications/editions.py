"""Editions: what one is stamped with, labelled and called; it must not know what one says."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from discussion.domain.attribution import Attribution
from discussion.domain.programme import Programme
from discussion.domain.publications.kinds import document_kind

FINAL, CORRECTION = "FINAL", "CORR."

WORKING_COPY = "WORKING COPY"
"""The label of a text that was never kept as an edition, so that none is mistaken for one."""


@dataclass(frozen=True)
class EditionStamp:
    """What is printed on every page of an edition to tell it from every other."""

    symbol: str
    label: str  # ZERO, REV.1, ..., FINAL, CORR.1
    number: int  # 0 for ZERO, counting circulated editions
    built_at: datetime  # aware
    zone: str  # IANA name of the workshop's time zone

    @property
    def draft(self) -> bool:
        """Whether delegations may still change the text."""
        return self.label != FINAL and not self.label.startswith(CORRECTION)


@dataclass(frozen=True)
class Edition:
    """A frozen, numbered, hashed version of a document, as it was handed out."""

    id: str
    workshop: str
    document: str  # key as in DOCUMENTS, with -N for topic N
    symbol: str
    label: str
    number: int
    built_at: datetime
    sha256: Mapping[str, str]  # format -> hex digest of the file
    sequence: int  # of the workshop's last event it was built from
    head: str  # of the log's hash chain there
    manifest: Mapping[str, object]
    built_by: str | None = None  # person id; None: built before that was kept

    @property
    def kept_tree(self) -> Mapping[str, object] | None:
        """Name, size and SHA-256 of its tree, by which it is compared; None: it has none."""
        trees = self.manifest.get("trees")
        kept = trees.get("working") if isinstance(trees, dict) else None
        return kept if isinstance(kept, dict) else None


def published_levels(attribution: Attribution, programme: Programme) -> dict[str, str]:
    """How near to its speakers each topic may be published, by its number; "" for the rest."""
    topics = {str(topic.number): topic.id for topic in programme.topics}
    return {"": attribution.workshop.published} | {
        number: attribution.on(topic).published for number, topic in topics.items()
    }


def edition_label(number: int) -> str:
    """ZERO for the first draft, REV.1 for the next one, and so on."""
    return "ZERO" if number == 0 else f"REV.{number}"


def stages(labels: Collection[str]) -> tuple[str, ...]:
    """What a document's next edition may be called after these: the usual label first.

    A final text is final: after it come corrections alone.
    """
    if FINAL in labels:
        corrections = sum(label.startswith(CORRECTION) for label in labels)
        return (f"{CORRECTION}{corrections + 1}",)
    return (edition_label(len(labels)), FINAL)


def suggested_symbol(programme: Programme, document: str, label: str) -> str:
    """``OIC-PESNET/WS-KL/2025/DECL/ZERO``: organisation, event and city, year, type, stage.

    Only a suggestion: every part is the secretariat's to change.
    Raises KeyError for an unknown document.
    """
    kind, topic = document_kind(document)
    return symbol_of(programme, kind.symbol if topic is None else f"{kind.symbol}.{topic}", label)


def symbol_of(programme: Programme, type_: str, label: str) -> str:
    """A symbol out of what the programme knows; parts that it does not know are left out.

    The organisation is the first name with a hyphen and capitals found in the mandate or the
    hosts' roles ("OIC-PESNET"), else the first host.
    """
    event = "-".join(filter(None, (_event_letters(programme.type), _initials(programme.city))))
    year = str(max(programme.dates).year) if programme.dates else ""
    return "/".join(filter(None, (_organisation(programme), event, year, type_, label)))


_EVENT_LETTERS = {"workshop": "WS", "seminar": "SEM", "symposium": "SYM", "conference": "CONF"}


def _event_letters(event: str) -> str:
    return _EVENT_LETTERS.get(event.casefold(), _plain(event)[:4].upper())


def _initials(city: str | None) -> str:
    words = [_plain(word) for word in re.split(r"[\s-]+", city or "")]
    words = [word for word in words if word]
    return words[0][:3].upper() if len(words) == 1 else "".join(w[0].upper() for w in words)


def _organisation(programme: Programme) -> str:
    named = [text for m in programme.mandate for text in (m.title, m.adopted_by or "")]
    named += [host.role or "" for host in programme.hosts]
    found = re.search(r"\b[A-Z]{2,}(?:-[A-Z]{2,})+\b", " ".join(named))
    if found:
        return found.group()
    return _plain(programme.hosts[0].name).upper() if programme.hosts else ""


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isascii() and c.isalnum())
