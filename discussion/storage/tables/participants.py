"""The table of the participants that a secretariat lists."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table

from discussion.storage.tables.columns import metadata

participants = Table(
    "participants",
    metadata,
    Column(
        "workshop", String(32), ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("place", Integer, primary_key=True),  # from 0, in the order of the list
    Column("name", String(200), nullable=False),
    Column("function", String(200), nullable=False),
    Column("institution", String(200), nullable=False),
    Column("country", String(200), nullable=False),
    Column("group", String(16), nullable=False),
    Column("agreed", Boolean, nullable=False),
)
