"""What leaves the house: documents, their editions, and the Record every edition is built from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from discussion.domain.attribution import Attribution
from discussion.domain.contributions import Contribution
from discussion.domain.drafting.paragraphs import Paragraph
from discussion.domain.drafting.profiles import OIC, Profile
from discussion.domain.programme import Discussion, Programme, Table, Topic, Workshop
from discussion.domain.synthesis import IN_OUTPUTS, Point, objects


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document: its name for people, its part of the symbol, the formats it has."""

    title: str
    symbol: str
    formats: tuple[str, ...]
    per_topic: bool = False  # one document for each topic
    made_of: str = "points"  # what was said, or "programme"

    @property
    def slides(self) -> bool:
        """Whether it is shown slide by slide and not read."""
        return "pptx" in self.formats


DOCUMENTS: dict[str, DocumentKind] = {
    "declaration": DocumentKind("Declaration", "DECL", ("docx", "html", "pdf")),
    "proceedings": DocumentKind("Proceedings", "PROC", ("docx", "html", "pdf")),
    "guidelines": DocumentKind("Guidelines", "GUID", ("docx", "html", "pdf")),
    "presentation-topic": DocumentKind(
        "Presentation", "PRES", ("html", "pdf", "pptx"), per_topic=True
    ),
    "provenance": DocumentKind("Provenance table", "PROV", ("csv",)),
    "programme": DocumentKind(
        "Programme", "INF.2", ("csv", "docx", "html", "ics", "pdf", "toml"), made_of="programme"
    ),
}
"""What a workshop publishes. A presentation's own key is ``presentation-topic-2`` for topic 2."""


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
        return self.label != "FINAL" and not self.label.startswith("CORR")

    @property
    def time_words(self) -> str:
        """``08.07.2025 18:30 (Kuala Lumpur time)``, as working papers are stamped."""
        local = self.built_at.astimezone(ZoneInfo(self.zone))
        place = self.zone.rpartition("/")[2].replace("_", " ")
        suffix = place if "/" not in self.zone else f"{place} time"
        return f"{local:%d.%m.%Y %H:%M} ({suffix})"

    @property
    def line(self) -> str:
        """``DRAFT · ZERO · 08.07.2025 18:30 (Kuala Lumpur time)``; a final text has none."""
        return f"DRAFT · {self.label} · {self.time_words}" if self.draft else ""


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


@dataclass(frozen=True)
class Record:
    """Everything an edition is built from, read in one transaction; it holds no more of whose words
    the notes are than may be published."""

    workshop: Workshop
    tables: tuple[Table, ...]
    discussions: tuple[Discussion, ...]
    contributions: tuple[Contribution, ...]
    points: tuple[Point, ...]
    sequence: int  # of the workshop's last event
    head: str  # hex of the log's hash chain at that event
    last_event_at: datetime  # time of that event; the stamp printed on drafts
    attribution: Attribution = Attribution()
    paragraphs: tuple[Paragraph, ...] = ()  # of the declaration; none: it is made of the points
    profile: Profile = OIC
    outcome: str = "declaration"  # of OUTCOMES: what the text is to be

    @cached_property
    def accepted(self) -> Mapping[str, Contribution]:
        """Accepted notes by id; no other note may reach an output."""
        return {c.id: c for c in self.contributions if c.status == "accepted"}

    def topic(self, number: int) -> Topic:
        """The topic with that number; raises KeyError when there is none."""
        for topic in self.workshop.programme.topics:
            if topic.number == number:
                return topic
        raise KeyError(number)


@dataclass(frozen=True)
class Decider:
    """Who decided on a note: a moderator or the secretariat, in the words of their sign-in."""

    role: str
    name: str


@dataclass(frozen=True)
class NoteLine:
    """One note with what was decided on it and what became of it; who typed it stays inside."""

    note: Contribution
    topic: Topic | None  # None: said in plenary
    table: str | None  # its name; None in plenary
    typed_at: datetime
    submitted_at: datetime | None
    decision: str | None  # the status the last decision led to; "submitted": it was taken back
    decided_by: Decider | None
    decided_at: datetime | None
    edited_from: str | None  # the words last decided on that are not the note's any more
    points: tuple[Point, ...]  # that it is a source of


@dataclass(frozen=True)
class EveryNote:
    """All notes of a workshop or of one topic, of one moment; never all in memory at once."""

    workshop: Workshop
    topic: Topic | None  # None: every topic and the plenary
    sequence: int  # of the workshop's last event
    head: str  # hex of the log's hash chain at that event
    last_event_at: datetime
    lines: Iterator[NoteLine]  # by topic, table and place on the sheet; to be read once


@dataclass(frozen=True)
class SourceLine:
    """One row of a provenance table: a place in an output and one note it rests on."""

    document: str  # as in DOCUMENTS
    anchor: str  # stable id of the paragraph, bullet or row: OP-12, S05-B2, T1-F03
    place: str  # for people: "Paragraph 12", "Slide 5, bullet 2"
    words: str  # the output's words at that place
    point: str | None
    note: str | None
    note_words: str | None
    table: str | None  # the table's name
    topic: int | None
    origin: str  # "notes", "programme" or "secretariat text"


def points_for_outputs(record: Record, topic: str) -> tuple[Point, ...]:
    """The points of a topic that reach findings, slides and the declaration, in their order.

    The one filter that serves every output, together with ``notes_for_outputs``.
    """
    return _ordered(p for p in record.points if p.topic == topic and p.status in IN_OUTPUTS)


def points_set_aside(record: Record, topic: str) -> tuple[Point, ...]:
    """The points parked or noted only, for the proceedings' section that lists them.

    A point set aside before anybody wrote its statement says nothing and is left out.
    """
    aside = (p for p in record.points if p.topic == topic and p.status in ("parked", "noted_only"))
    return _ordered(p for p in aside if p.statement.strip())


def notes_for_outputs(record: Record, topic: str) -> tuple[Contribution, ...]:
    """The accepted notes of a topic; parked, out of scope and withdrawn ones reach no output."""
    return tuple(c for c in record.accepted.values() if c.topic == topic)


def notes_behind(record: Record, point: Point) -> tuple[Contribution, ...]:
    """The accepted notes a point is based on, in the order they were added, without repeats."""
    ids = dict.fromkeys(point.sources)
    return tuple(record.accepted[i] for i in ids if i in record.accepted)


def tables_discussing(record: Record, topic: str) -> int:
    """How many tables have a submitted (or since decided) note on the topic."""
    silent = ("writing", "withdrawn")
    return len(
        {c.table for c in record.contributions if c.topic == topic and c.status not in silent}
        - {None}
    )


def tables_raising(record: Record, point: Point) -> tuple[str, ...]:
    """Ids of the tables whose accepted notes say what the point says, without repeats.

    A dissent among a point's sources stands beside its strength and is none of it.
    """
    said = (n for n in notes_behind(record, point) if not objects(point.kind, n.kind))
    tables = (note.table for note in said)
    return tuple(dict.fromkeys(t for t in tables if t is not None))


def documents_of(programme: Programme) -> tuple[str, ...]:
    """The keys of every document a workshop with that programme publishes, in reading order."""
    keys: list[str] = []
    for key, kind in DOCUMENTS.items():
        keys += [f"{key}-{t.number}" for t in programme.topics] if kind.per_topic else [key]
    return tuple(keys)


def document_kind(document: str) -> tuple[DocumentKind, int | None]:
    """The kind and the topic number of a document's key; raises KeyError for an unknown one."""
    if document in DOCUMENTS and not DOCUMENTS[document].per_topic:
        return DOCUMENTS[document], None
    key, _, number = document.rpartition("-")
    if key not in DOCUMENTS or not DOCUMENTS[key].per_topic or not number.isdecimal():
        raise KeyError(document)
    return DOCUMENTS[key], int(number)


def published_levels(attribution: Attribution, programme: Programme) -> dict[str, str]:
    """How near to its speakers each topic may be published, by its number; "" for the rest."""
    topics = {str(topic.number): topic.id for topic in programme.topics}
    return {"": attribution.workshop.published} | {
        number: attribution.on(topic).published for number, topic in topics.items()
    }


def edition_label(number: int) -> str:
    """ZERO for the first draft, REV.1 for the next one, and so on."""
    return "ZERO" if number == 0 else f"REV.{number}"


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


def _ordered(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda p: (p.position.encode(), p.id)))
