"""What the room screen of a topic shows, and which tables have reported; not who may choose it."""

from sqlalchemy import and_, delete, exists, insert, or_, select

from discussion.domain.synthesis import Shown
from discussion.storage.database import Transaction
from discussion.storage.rows import fields
from discussion.storage.tables import contributions, room_screens, sheets, tables


def write_shown(transaction: Transaction, topic: str, shown: Shown) -> None:
    """Keeps what the room screen of a topic shows from now on."""
    transaction.execute(delete(room_screens).where(room_screens.c.topic == topic))
    transaction.execute(insert(room_screens).values(topic=topic, **fields(shown)))


def find_shown(transaction: Transaction, topic: str) -> Shown | None:
    """What was chosen for the room screen of a topic; None as long as nobody chose."""
    row = transaction.execute(select(room_screens).where(room_screens.c.topic == topic)).first()
    if row is None:
        return None
    return Shown(row.view, row.subject, row.page, names=row.names, number=row.number)


def tables_reported(transaction: Transaction, topic: str) -> frozenset[str]:
    """Ids of the tables at work whose sheet on a topic stands as it was read back.

    A sheet that was locked counts if its table had confirmed its top notes before.
    """
    confirmed = exists().where(contributions.c.sheet == sheets.c.id, contributions.c.read_back)
    rows = transaction.execute(
        select(tables.c.id)
        .join(sheets, sheets.c.table == tables.c.id)
        .where(
            sheets.c.topic == topic,
            tables.c.removed_at.is_(None),
            or_(
                sheets.c.state == "read_back",
                and_(sheets.c.state == "locked", confirmed),
            ),
        )
    )
    return frozenset(row.id for row in rows)
