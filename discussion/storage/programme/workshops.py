"""Workshops with their programme, topics and items."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from sqlalchemy import delete, insert, select

from discussion.domain.programme import Discussion, Programme, Topic, Workshop
from discussion.domain.programme_file import parse_programme, programme_to_json
from discussion.storage.database import Transaction
from discussion.storage.programme.sheets import Sheet
from discussion.storage.rows import add_rows, fields
from discussion.storage.tables import (
    discussions,
    items,
    sheets,
    subtopics,
    topics,
    workshops,
)


def add_workshop(
    transaction: Transaction,
    workshop: Workshop,
    planned: Sequence[Discussion],
    plenary: Sequence[Sheet],
    *,
    head: bytes,
    at: datetime,
) -> None:
    """Keeps a new workshop with its topics, items, planned discussions and plenary sheets."""
    transaction.execute(
        insert(workshops).values(
            id=workshop.id,
            programme=json.dumps(programme_to_json(workshop.programme), ensure_ascii=False),
            rehearsal=workshop.rehearsal,
            sequence=0,
            head=head,
            last_event_at=at,
            created_at=at,
        )
    )
    _add_plan(transaction, workshop)
    add_rows(
        transaction,
        discussions,
        [{"workshop": workshop.id, **fields(discussion)} for discussion in planned],
    )
    add_rows(transaction, sheets, [fields(sheet) for sheet in plenary])


def delete_workshop(transaction: Transaction, workshop: str) -> None:
    """Takes a workshop out with everything that belongs to it."""
    transaction.execute(delete(workshops).where(workshops.c.id == workshop))


def find_workshop(transaction: Transaction, workshop: str) -> Workshop | None:
    """The workshop with that id, or None."""
    row = transaction.execute(select(workshops).where(workshops.c.id == workshop)).first()
    if row is None:
        return None
    topic_ids = dict(
        transaction.execute(
            select(topics.c.number, topics.c.id).where(topics.c.workshop == workshop)
        ).all()
    )
    subtopic_ids = {
        (r.topic, r.number): r.id
        for r in transaction.execute(
            select(subtopics).where(subtopics.c.topic.in_(topic_ids.values()))
        )
    }
    item_ids = dict(
        transaction.execute(
            select(items.c.place, items.c.id).where(items.c.workshop == workshop)
        ).all()
    )
    programme = _parsed(row.programme)
    return Workshop(
        id=row.id,
        rehearsal=row.rehearsal,
        programme=replace(
            programme,
            topics=tuple(_with_ids(t, topic_ids, subtopic_ids) for t in programme.topics),
            items=tuple(replace(item, id=item_ids[n]) for n, item in enumerate(programme.items)),
        ),
    )


def list_workshops(transaction: Transaction) -> tuple[tuple[str, str, bool, datetime], ...]:
    """Id, title, rehearsal mark and making time of every workshop, newest first."""
    rows = transaction.execute(select(workshops).order_by(workshops.c.created_at.desc()))
    return tuple((r.id, _parsed(r.programme).title, r.rehearsal, r.created_at) for r in rows)


def log_position(transaction: Transaction, workshop: str) -> tuple[int, bytes, datetime]:
    """Number, chain head and time of the workshop's last event."""
    row = transaction.execute(
        select(workshops.c.sequence, workshops.c.head, workshops.c.last_event_at).where(
            workshops.c.id == workshop
        )
    ).one()
    return row.sequence, row.head, row.last_event_at


def topic_workshop(transaction: Transaction, topic: str) -> str | None:
    """Id of the workshop a topic belongs to, or None."""
    return transaction.execute(select(topics.c.workshop).where(topics.c.id == topic)).scalar()


def subtopic_ids(transaction: Transaction, topic: str) -> frozenset[str]:
    """Ids of a topic's subtopics."""
    return frozenset(
        transaction.execute(select(subtopics.c.id).where(subtopics.c.topic == topic)).scalars()
    )


def _add_plan(transaction: Transaction, workshop: Workshop) -> None:
    """The ids of topics, subtopics and items; what they say stays in the programme."""
    programme = workshop.programme
    topic_rows = [
        {"id": t.id, "workshop": workshop.id, "number": t.number} for t in programme.topics
    ]
    subtopic_rows = [
        {"id": s.id, "topic": t.id, "number": s.number}
        for t in programme.topics
        for s in t.subtopics
    ]
    item_rows = [
        {"id": item.id, "workshop": workshop.id, "place": place}
        for place, item in enumerate(programme.items)
    ]
    add_rows(transaction, topics, topic_rows)
    add_rows(transaction, subtopics, subtopic_rows)
    add_rows(transaction, items, item_rows)


@lru_cache(maxsize=64)
def _parsed(text: str) -> Programme:
    return parse_programme(json.loads(text), make_id=lambda: "")


def _with_ids(
    topic: Topic, topic_ids: dict[int, str], subtopic_ids: dict[tuple[str, int], str]
) -> Topic:
    topic_id = topic_ids[topic.number]
    return replace(
        topic,
        id=topic_id,
        subtopics=tuple(
            replace(subtopic, id=subtopic_ids[topic_id, subtopic.number])
            for subtopic in topic.subtopics
        ),
    )
