"""What became of what tables said: pages of tables and of the workshop, and who may read them.

Each page is read in one transaction and belongs to one moment. It names no person, and nothing
of other tables but the words of points and documents that the table's own notes stand in.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from discussion.domain.attribution import Policy, shown
from discussion.domain.outcome import Count, Note, OnTopic, TablePage, count_of
from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme import Table, Topic, Workshop
from discussion.domain.translations import standing_of
from discussion.errors import NotFound
from discussion.services.cards import reading_pass
from discussion.services.work import Facts, Happened, Runtime, Work, allow
from discussion.storage import outcome, programme, translations
from discussion.storage.database import Transaction
from discussion.storage.programme import Card


@dataclass(frozen=True)
class Reader:
    """Who reads: somebody signed in, somebody with a table's code, both, or a stranger."""

    actor: Actor | None = None
    table: Actor | None = None  # the rights of the table whose code was given

    def may(self, action: str, subject: Subject) -> bool:
        """Whether the reader may, by either right."""
        return may(self.actor, action, subject) or may(self.table, action, subject)

    def place(self, workshop: str, table: Table, topic: Topic) -> str:
        """What the reader is to a table's notes on a topic, as attribution has it."""
        if table.id in {one.table for one in (self.actor, self.table) if one is not None}:
            return "own_table"
        staff = may(self.actor, "see_board", Subject(workshop, topic=topic.id))
        return "moderators" if staff else "participants"


@dataclass(frozen=True)
class WorkshopPage:
    """How every table's notes stand, in counts."""

    workshop: Workshop
    tables: tuple[Table, ...]
    counts: Mapping[tuple[str, str], Count]  # by topic id and table id
    open_tables: frozenset[str]  # ids of the tables whose pages the reader may open
    named_topics: frozenset[str]  # ids of the topics on which the reader may see who said how much
    readers: str  # of READERS
    read_at: datetime


def read_table(
    transaction: Transaction, now: datetime, reader: Reader, workshop: str, number: int
) -> TablePage:
    """A table's page; raises ``NotFound`` when the reader may not, as when there is none."""
    public = _open_to_all(transaction, workshop)
    table = next((t for t in _tables(transaction, workshop) if t.number == number), None)
    if table is None:
        raise NotFound
    held = _held(transaction, workshop)
    own = {t.id for t in held.programme.topics if _may_read(reader, workshop, table, t)}
    if not own and not public:
        raise NotFound
    said = outcome.notes_of_table(transaction, table.id)
    policies = programme.attribution_of(transaction, workshop)
    topics = [
        t
        for t in held.programme.topics
        if t.id in own or (public and policies.publishes(t.id, "table"))
    ]
    if not topics:  # the page would say whose notes they are
        raise NotFound
    return TablePage(
        workshop=held,
        table=table,
        topics=tuple(
            _on_topic(t, said, policies.on(t.id), reader.place(workshop, table, t), own=t.id in own)
            for t in topics
        ),
        read_at=now,
    )


def read_workshop(
    transaction: Transaction, now: datetime, reader: Reader, workshop: str
) -> WorkshopPage:
    """The workshop's page; raises ``NotFound`` when the reader may not, as when there is none."""
    public = _open_to_all(transaction, workshop)
    if not public and not reader.may("see_outcome", Subject(workshop)):
        raise NotFound
    held, tables = _held(transaction, workshop), _tables(transaction, workshop)
    policies = programme.attribution_of(transaction, workshop)
    topics = held.programme.topics
    published = {t.id for t in topics if policies.publishes(t.id, "table")}
    at_work = {t.id for t in topics if reader.may("see_board", Subject(workshop, topic=t.id))}
    return WorkshopPage(
        workshop=held,
        tables=tables,
        counts=outcome.counts(transaction, workshop),
        open_tables=frozenset(
            t.id for t in tables if (public and published) or _may_read(reader, workshop, t, None)
        ),
        named_topics=frozenset(published | at_work),
        readers="everybody" if public else "tables",
        read_at=now,
    )


def points_in(transaction: Transaction, page: TablePage) -> dict[str, dict[str, str]]:
    """What the points of a page say in other languages: by language, then id of the point.

    Only what somebody has called right, and what its point has not left behind since.
    """
    shown_here = {p.id for on in page.topics for note in on.notes for p in note.standings}
    told = dict[str, dict[str, str]]()
    for kept in translations.translations_of_workshop(transaction, page.workshop.id):
        rendering = kept.rendering
        if rendering.of in shown_here and standing_of(rendering, kept.source) == "current":
            told.setdefault(rendering.language, {})[rendering.of] = rendering.text
    return told


def pass_for(runtime: Runtime, card: Card) -> str:
    """What a browser keeps once a table's code was given: it opens that table's page alone.

    It writes nothing and signs nobody in; a new card ends it.
    """
    return f"{card.table.id}.{reading_pass(runtime.secret, card.table.id, card.generation)}"


def behind_pass(transaction: Transaction, runtime: Runtime, given: str) -> Card | None:
    """The card a pass was made for, if that card is still in force."""
    table, _, token = given.partition(".")
    card = programme.find_card(transaction, table=table) if table else None
    if card is None:
        return None
    expected = reading_pass(runtime.secret, card.table.id, card.generation)
    return card if hmac.compare_digest(token.encode(), expected.encode()) else None


def rights_of(card: Card) -> Actor:
    """The table as somebody who asks, for its own page alone: no session, no name."""
    return Actor("", "", "", "rapporteur", card.workshop, card.table.id)


def set_outcome_readers(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Says who may read the tables' pages; the log keeps who chose it and when."""
    allow(actor, "set_outcome_readers", work.workshop)
    outcome.write_readers(work.transaction, work.workshop, facts["readers"])
    return Happened(work.workshop, payload={"readers": facts["readers"]})


def _open_to_all(transaction: Transaction, workshop: str) -> bool:
    chosen = outcome.readers(transaction, workshop)
    if chosen is None:
        raise NotFound
    return chosen == "everybody"


def _may_read(reader: Reader, workshop: str, table: Table, topic: Topic | None) -> bool:
    subject = Subject(workshop, table.id, topic.id if topic else None)
    return reader.may("see_table_outcome", subject)


def _on_topic(
    topic: Topic, said: tuple[Note, ...], policy: Policy, place: str, *, own: bool
) -> OnTopic:
    notes = tuple(_as_shown(note, policy, place) for note in said if note.topic == topic.id)
    return OnTopic(topic, count_of(notes), notes, own)


def _as_shown(note: Note, policy: Policy, place: str) -> Note:
    may_see = shown(policy, note, place)
    return replace(note, countries=may_see.countries, said_by=may_see.said_by)


def _tables(transaction: Transaction, workshop: str) -> tuple[Table, ...]:
    return programme.list_tables(transaction, workshop)


def _held(transaction: Transaction, workshop: str) -> Workshop:
    held = programme.find_workshop(transaction, workshop)
    if held is None:
        raise NotFound
    return held
