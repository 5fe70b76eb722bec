"""Tables of editions: what was handed out, its files, and where points stand in it."""

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from discussion.storage.moments import Moment
from discussion.storage.tables.columns import id_column, metadata, of

editions = Table(
    "editions",
    metadata,
    id_column(),
    of("workshop", "workshops", index=True),
    Column("document", String(32), nullable=False),
    Column("number", Integer, nullable=False),
    Column("label", String(16), nullable=False),
    Column("symbol", String(128), nullable=False),
    Column("built_at", Moment, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("head", LargeBinary(32), nullable=False),
    Column("manifest", JSON, nullable=False),
    Column("built_by", String(32)),  # a person; none: built before that was kept
    UniqueConstraint("workshop", "document", "number"),
)

edition_circulations = Table(  # each time an edition was handed out
    "edition_circulations",
    metadata,
    id_column(),
    of("edition", "editions", index=True),
    Column("to", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(32), nullable=False),  # a person
)

edition_files = Table(
    "edition_files",
    metadata,
    Column("edition", String(32), ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("format", String(8), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("name", String(255), nullable=False),
)

edition_places = Table(  # where the points of an edition stand in it
    "edition_places",
    metadata,
    Column("edition", String(32), ForeignKey("editions.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),  # from 0, in the order of the document
    of("point", "points", index=True),
    Column("where", String(128), nullable=False),
    Column("words", Text, nullable=False),
    Column("version", Integer, nullable=False),  # of the statement they were made from
)

house_styles = Table(  # what a secretariat brought, and each time it went back to the house's own
    "house_styles",
    metadata,
    id_column(),
    of("workshop", "workshops"),
    Column("format", String(8), nullable=False),
    Column("number", Integer, nullable=False),  # from 1; the highest is in force
    Column("name", String(255), nullable=False),
    Column("sha256", String(64)),  # none: the house's own
    Column("content", LargeBinary),  # none: the house's own, or let go
    Column("findings", JSON, nullable=False),
    Column("set_by", String(32), nullable=False),  # a person
    Column("set_at", Moment, nullable=False),
    UniqueConstraint("workshop", "format", "number"),
)
