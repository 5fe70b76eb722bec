"""Tables of people: who they are, how they come in, and for how long."""

from sqlalchemy import CheckConstraint, Column, String, Table

from discussion.storage.moments import Moment
from discussion.storage.tables.columns import id_column, metadata, of

people = Table(
    "people",
    metadata,
    id_column(),
    of("workshop", "workshops", index=True),
    Column("name", String(128), nullable=False),
    Column("created_at", Moment, nullable=False),
)

links = Table(
    "links",
    metadata,
    id_column(),
    of("workshop", "workshops", index=True),
    Column("role", String(16), nullable=False),
    of("topic", "topics", optional=True),
    Column("label", String(128), nullable=False),
    Column("token_digest", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("used_at", Moment),
    CheckConstraint("role != 'rapporteur'", name="rapporteurs_come_by_card"),
)

sessions = Table(
    "sessions",
    metadata,
    id_column(),
    of("workshop", "workshops", index=True),
    of("person", "people"),
    Column("secret_digest", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    of("table", "tables", optional=True, index=True),
    of("topic", "topics", optional=True),
    of("link", "links", optional=True, index=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    CheckConstraint(
        "(role = 'rapporteur') = (\"table\" IS NOT NULL)", name="rapporteurs_sit_at_a_table"
    ),
)
