"""Tables of what is drafted: the declaration's paragraphs and its form, passages of documents."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from discussion.storage.moments import Moment
from discussion.storage.tables.columns import metadata, of

paragraphs = Table(
    "paragraphs",
    metadata,
    Column("id", String(32), ForeignKey("texts.id", ondelete="CASCADE"), primary_key=True),
    of("workshop", "workshops", index=True),
    Column("section", String(16), nullable=False),
    of("topic", "topics", optional=True, index=True),
    Column("level", Integer, nullable=False),
    Column("position", String(64), nullable=False),
    Column("status", String(16), nullable=False),
    Column("points", JSON, nullable=False),  # ids of the points it rests on
    Column("origin", String(16), nullable=False),
    Column("slot", String(160)),  # what called for it when it was made
    Column("basis", String(64)),  # tells whether what it was made from is still the same
    Column("made", Text),  # the words that were made then
    Column("created_at", Moment, nullable=False),
)

drafting_choices = Table(
    "drafting_choices",
    metadata,
    Column(
        "workshop", String(32), ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("profile", Text, nullable=False),  # TOML; what it leaves out is as the OIC has it
    Column("outcome", String(16), nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("id", String(32), ForeignKey("texts.id", ondelete="CASCADE"), primary_key=True),
    of("workshop", "workshops"),
    of("topic", "topics", optional=True, index=True),  # whose moderators may write in it
    Column("document", String(64), nullable=False),
    Column("slot", String(160), nullable=False),  # where in the document it stands
    Column("basis", String(64), nullable=False),  # tells whether its sources are still the same
    Column("made", Text, nullable=False),  # the words that were generated then
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("workshop", "document", "slot"),
)
