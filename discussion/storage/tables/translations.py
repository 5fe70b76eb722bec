"""Tables of what texts say in other languages, and which languages documents are issued in."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from discussion.storage.moments import Moment
from discussion.storage.tables.columns import metadata, of

translations = Table(
    "translations",
    metadata,
    Column("id", String(32), ForeignKey("texts.id", ondelete="CASCADE"), primary_key=True),
    of("workshop", "workshops", index=True),
    of("of", "texts"),  # a point's statement, a paragraph, a passage
    Column("language", String(8), nullable=False),
    Column("status", String(16), nullable=False),
    Column("basis", Text, nullable=False),  # what the source said when somebody last saw it
    Column("basis_version", Integer, nullable=False),
    Column("settled", Boolean, nullable=False),  # whether anybody has called it right
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("of", "language"),
)

issued_languages = Table(
    "issued_languages",
    metadata,
    Column(
        "workshop", String(32), ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("language", String(8), primary_key=True),
)
