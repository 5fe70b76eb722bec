"""A topic as full as the largest house fills it in an hour; must not know who looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import insert, select

from discussion.live.positions import between
from discussion.rehearsal.corpus.library import WrittenNote, written_topics
from discussion.services.work import Runtime
from discussion.storage import tables
from discussion.storage.database import Database, Transaction

PER_TABLE = 25  # notes a table writes in an hour
SECONDS = 3_600
FATES = (("submitted", 70), ("accepted", 18), ("returned", 4), ("parked", 4), ("out_of_scope", 4))


@dataclass(frozen=True)
class Ground:
    """Where the notes stand: a workshop, its first topic with its subtopics, and one author."""

    workshop: str
    topic: str
    subtopics: tuple[str, ...]
    author: str


def fill(database: Database, runtime: Runtime, ground: Ground, notes: int) -> None:
    """Writes so many notes into the topic, 25 at a table; tables are made as they are needed."""
    chance = Random(notes)
    with database.writing() as transaction:
        sheets = _sheets(transaction, runtime, ground, -(-notes // PER_TABLE))
        rows = [
            _note(runtime, ground, chance, sheets[number // PER_TABLE], number / notes)
            for number in range(notes)
        ]
        texts = [
            {"id": row["id"], "workshop": ground.workshop, "content": row.pop("text"), "version": 9}
            for row in rows
        ]
        transaction.execute(insert(tables.texts), texts)
        transaction.execute(insert(tables.contributions), rows)


def _sheets(
    transaction: Transaction, runtime: Runtime, ground: Ground, wanted: int
) -> Sequence[tuple[str, str]]:
    """A table and its sheet on the topic, for each table."""
    first = len(transaction.execute(select(tables.tables.c.id)).all())
    made, sheets = [], []
    for number in range(first + 1, first + wanted + 1):
        table = {"id": runtime.new_id(), "workshop": ground.workshop, "number": number, "name": ""}
        digests = {"code_digest": runtime.new_id(), "token_digest": runtime.new_id()}
        made.append({**table, "card": 1, **digests, "removed_at": None})
        sheet = {"id": runtime.new_id(), "workshop": ground.workshop, "table": table["id"]}
        sheets.append({**sheet, "topic": ground.topic, "item": None, "state": "open"})
    transaction.execute(insert(tables.tables), made)
    transaction.execute(insert(tables.sheets), sheets)
    return [(sheet["table"], sheet["id"]) for sheet in sheets]


def _note(
    runtime: Runtime, ground: Ground, chance: Random, at: tuple[str, str], share: float
) -> dict[str, Any]:
    written = chance.choice(_WRITTEN)
    (status,) = chance.choices([f for f, _ in FATES], [weight for _, weight in FATES])
    begun = runtime.now() - timedelta(seconds=SECONDS * (1 - share))
    decided = status != "submitted"
    words = f"{written.text} ({chance.randrange(1_000)})"
    return {
        "id": runtime.new_id(),
        "workshop": ground.workshop,
        "table": at[0],
        "sheet": at[1],
        "topic": ground.topic,
        "text": words,
        "kind": written.kind,
        "subtopic": chance.choice((None, *ground.subtopics)),
        "countries": list(written.countries),
        "status": status,
        "position": between(None, None),
        "question": "Which region is meant?" if status == "returned" else None,
        "reason": "unclear" if status in ("parked", "out_of_scope") else None,
        "late": chance.random() < 0.02,  # noqa: PLR2004
        "read_back": chance.random() < 0.15,  # noqa: PLR2004
        "author": ground.author,
        "created_at": begun,
        "typed_at": begun + timedelta(seconds=chance.randrange(90)),
        "submitted_at": begun + timedelta(seconds=90),
        "decided_text": words if decided else None,
        "decided_status": status if decided else None,
        "decided_at": runtime.now() if decided else None,
    }


_WRITTEN: tuple[WrittenNote, ...] = tuple(n for topic in written_topics() for n in topic.notes)
