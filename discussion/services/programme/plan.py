"""What pages read of a workshop: its plan, tables, cards and sheets; it changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from discussion.domain.people import Actor
from discussion.domain.programme import Discussion, Table, Topic, Workshop
from discussion.errors import NotFound
from discussion.services.cards import table_code, table_token
from discussion.services.people import standing
from discussion.services.work import Runtime, allow
from discussion.storage import contributions, people, programme
from discussion.storage.database import Transaction
from discussion.storage.programme import Sheet


@dataclass(frozen=True)
class TableCard:
    """A table with the secrets on its card, as they are printed."""

    table: Table
    generation: int  # counts the cards a table has had, from 1
    code: str  # typed: XXXX-XXXX
    token: str  # in the QR code


@dataclass(frozen=True)
class Beginnings:
    """How far a workshop's set-up has come; each number answers one "what to do first"."""

    tables: int
    seated: int  # tables that somebody has come to by their card
    writing: int  # tables that have written a note
    moderators: int  # links in force for moderators
    begun: int  # discussions that were started


def workshop_held(transaction: Transaction, workshop: str) -> Workshop:
    """The workshop with that id; raises ``workshop_unknown``."""
    held = programme.find_workshop(transaction, workshop)
    if held is None:
        raise NotFound("workshop_unknown", workshop=workshop)
    return held


def last_event_at(transaction: Transaction, workshop: str) -> datetime:
    """When the workshop's last event happened, in UTC."""
    return programme.log_position(transaction, workshop)[2]


def table_of(transaction: Transaction, table: str | None) -> Table | None:
    """The table with that id, if it is still at work."""
    card = programme.find_card(transaction, table=table) if table else None
    return card.table if card else None


def discussions_of(transaction: Transaction, workshop: str) -> tuple[Discussion, ...]:
    """The workshop's discussions in the order of its programme."""
    return programme.list_discussions(transaction, workshop)


def find_sheet(transaction: Transaction, sheet: str) -> Sheet | None:
    """The sheet with that id; whether it may be seen is asked by whoever shows it."""
    return programme.find_sheet(transaction, sheet=sheet)


def sheets_by_topic(transaction: Transaction, workshop: str, table: str) -> Mapping[str, str]:
    """A table's sheet ids by topic id."""
    held = programme.list_sheets(transaction, workshop)
    return {s.topic: s.id for s in held if s.table == table and s.topic}


def plenary_sheets(transaction: Transaction, workshop: str) -> Mapping[str, str]:
    """The plenary's sheet ids by programme item id."""
    held = programme.list_sheets(transaction, workshop)
    return {s.item: s.id for s in held if s.item}


def topic_at_hand(transaction: Transaction, actor: Actor) -> Topic | None:
    """The actor's own topic, else the one being discussed, else the first; None without any."""
    topics = workshop_held(transaction, actor.workshop).programme.topics
    held = programme.list_discussions(transaction, actor.workshop)
    running = {d.topic for d in held if d.state == "running"}
    wanted = {actor.topic} if actor.topic else running
    return next((t for t in topics if t.id in wanted), topics[0] if topics else None)


def table_cards(transaction: Transaction, runtime: Runtime, actor: Actor) -> tuple[TableCard, ...]:
    """The card of every table at work, by table number."""
    allow(actor, "see_cards", actor.workshop)
    return tuple(
        TableCard(
            table=card.table,
            generation=card.generation,
            code=table_code(runtime.secret, card.table.id, card.generation),
            token=table_token(runtime.secret, card.table.id, card.generation),
        )
        for card in programme.list_cards(transaction, actor.workshop)
    )


def beginnings(transaction: Transaction, runtime: Runtime, actor: Actor) -> Beginnings:
    """How far the actor's workshop is set up."""
    allow(actor, "see_setup", actor.workshop)
    topics = workshop_held(transaction, actor.workshop).programme.topics
    wrote = {t for topic in topics for t in contributions.counts_by_table(transaction, topic.id)}
    links = people.list_links(transaction, actor.workshop)
    held = programme.list_discussions(transaction, actor.workshop)
    tables = {table.id for table in programme.list_tables(transaction, actor.workshop)}
    return Beginnings(
        tables=len(tables),
        seated=len(tables & people.tables_come_to(transaction, actor.workshop)),
        writing=len(wrote),
        moderators=sum(
            link.role == "moderator" and standing(link, runtime.now()) == "in_force"
            for link in links
        ),
        begun=sum(d.state != "planned" for d in held),
    )
