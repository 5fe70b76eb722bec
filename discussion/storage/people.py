"""People, their sign-in links and their sessions; secrets are only kept as digests."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, insert, select, update

from discussion.domain.people import Actor
from discussion.storage.database import Transaction
from discussion.storage.prepared import Prepared
from discussion.storage.tables import links, people, sessions


@dataclass(frozen=True)
class Link:
    """A sign-in link for a role; the secretariat makes them for moderators and the chair."""

    id: str
    workshop: str
    role: str
    topic: str | None
    label: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None


_LIVE = (
    select(  # the fields of an Actor, in its order
        sessions.c.id,
        sessions.c.person,
        people.c.name,
        sessions.c.role,
        sessions.c.workshop,
        sessions.c.table,
        sessions.c.topic,
    )
    .join(people, people.c.id == sessions.c.person)
    .where(sessions.c.revoked_at.is_(None), sessions.c.expires_at > bindparam("at"))
)
_LIVE_BY_ID = Prepared(
    _LIVE.where(sessions.c.id.in_(bindparam("ids", expanding=True))), listed="ids"
)


def add_link(transaction: Transaction, link: Link, token_digest: str) -> None:
    """Keeps a link under the digest of its token."""
    row = {field: getattr(link, field) for field in Link.__dataclass_fields__}
    transaction.execute(insert(links).values(token_digest=token_digest, **row))


def find_link(transaction: Transaction, token_digest: str) -> Link | None:
    """The link whose token has that digest, whatever its state."""
    row = transaction.execute(select(links).where(links.c.token_digest == token_digest)).first()
    return None if row is None else _link(row)


def list_links(transaction: Transaction, workshop: str) -> tuple[Link, ...]:
    """The workshop's links, newest first."""
    rows = transaction.execute(
        select(links).where(links.c.workshop == workshop).order_by(links.c.created_at.desc())
    )
    return tuple(_link(row) for row in rows)


def mark_link_used(transaction: Transaction, link: str, at: datetime) -> None:
    """Notes when a link was last used."""
    transaction.execute(update(links).where(links.c.id == link).values(used_at=at))


def revoke_link(transaction: Transaction, workshop: str, link: str, at: datetime) -> bool:
    """Ends a link; False when the workshop has no such link."""
    done = transaction.execute(
        update(links)
        .where(links.c.id == link, links.c.workshop == workshop, links.c.revoked_at.is_(None))
        .values(revoked_at=at)
    )
    return done.rowcount == 1


def add_person(transaction: Transaction, actor: Actor, at: datetime) -> None:
    """Somebody who was not here before, as ``actor`` describes them."""
    transaction.execute(
        insert(people).values(
            id=actor.person, workshop=actor.workshop, name=actor.name, created_at=at
        )
    )


def came_by(transaction: Transaction, link: str) -> tuple[tuple[str, str], ...]:
    """Id and name of each person who ever signed in by a link, who came first first."""
    rows = transaction.execute(
        select(people.c.id, people.c.name, people.c.created_at)
        .join(sessions, sessions.c.person == people.c.id)
        .where(sessions.c.link == link)
        .distinct()
        .order_by(people.c.created_at, people.c.id)
    )
    return tuple((row.id, row.name) for row in rows)


def add_session(
    transaction: Transaction,
    actor: Actor,
    *,
    secret_digest: str,
    link: str | None,
    at: datetime,
    expires_at: datetime,
) -> None:
    """A new session of a person who is kept already."""
    transaction.execute(
        insert(sessions).values(
            id=actor.session,
            workshop=actor.workshop,
            person=actor.person,
            secret_digest=secret_digest,
            role=actor.role,
            table=actor.table,
            topic=actor.topic,
            link=link,
            created_at=at,
            expires_at=expires_at,
        )
    )


def find_actor(transaction: Transaction, secret_digest: str, at: datetime) -> Actor | None:
    """Who holds the session with that secret, if it is live at that moment."""
    row = transaction.execute(
        _LIVE.where(sessions.c.secret_digest == secret_digest), {"at": at}
    ).first()
    return None if row is None else Actor(*row)


def live_actors(transaction: Transaction, ids: Collection[str], at: datetime) -> dict[str, Actor]:
    """The actors behind those session ids that are still live, in one query."""
    rows = _LIVE_BY_ID.all(transaction, ids=ids, at=at)
    return {row[0]: Actor(*row) for row in rows}


def revoke_sessions(
    transaction: Transaction,
    at: datetime,
    *,
    session: str | None = None,
    table: str | None = None,
    link: str | None = None,
) -> tuple[str, ...]:
    """Ends the live sessions of a session id, a table or a link; returns their ids."""
    chosen = {sessions.c.id: session, sessions.c.table: table, sessions.c.link: link}
    condition = and_(
        sessions.c.revoked_at.is_(None),
        *(column == value for column, value in chosen.items() if value is not None),
    )
    if not any(chosen.values()):
        raise ValueError("name what to revoke")
    ids = tuple(row.id for row in transaction.execute(select(sessions.c.id).where(condition)))
    transaction.execute(update(sessions).where(condition).values(revoked_at=at))
    return ids


def has_been_here(
    transaction: Transaction, person: str, *, workshop: str, table: str | None
) -> bool:
    """Whether a person has ever signed in to the workshop, and at that table if one is named."""
    query = select(sessions.c.id).where(
        sessions.c.person == person, sessions.c.workshop == workshop
    )
    if table is not None:
        query = query.where(sessions.c.table == table)
    return transaction.execute(query.limit(1)).first() is not None


def tables_come_to(transaction: Transaction, workshop: str) -> frozenset[str]:
    """The tables at which anybody has ever signed in."""
    query = select(sessions.c.table).where(sessions.c.workshop == workshop).distinct()
    return frozenset(row.table for row in transaction.execute(query) if row.table is not None)


def names(transaction: Transaction, ids: Collection[str]) -> dict[str, str]:
    """Names of people by id."""
    rows = transaction.execute(select(people.c.id, people.c.name).where(people.c.id.in_(ids)))
    return {row.id: row.name for row in rows}


def _link(row: Any) -> Link:
    return Link(**{field: getattr(row, field) for field in Link.__dataclass_fields__})
