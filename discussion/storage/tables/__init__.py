"""The tables of the database; what their rows mean is said in domain/."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from discussion.storage.moments import Moment
from discussion.storage.tables.attribution import attribution_policies
from discussion.storage.tables.columns import id_column, metadata, of
from discussion.storage.tables.drafting import drafting_choices, paragraphs, passages
from discussion.storage.tables.participants import participants
from discussion.storage.tables.people import links, people, sessions
from discussion.storage.tables.priorities import mark_ballots, mark_round_points, mark_rounds
from discussion.storage.tables.publications import (
    edition_circulations,
    edition_files,
    edition_places,
    editions,
    house_styles,
)
from discussion.storage.tables.synthesis import room_screens
from discussion.storage.tables.translations import issued_languages, translations

__all__ = [
    "attribution_policies",
    "chain_links",
    "contributions",
    "discussions",
    "drafting_choices",
    "edition_circulations",
    "edition_files",
    "edition_places",
    "editions",
    "events",
    "house_styles",
    "issued_languages",
    "items",
    "links",
    "mark_ballots",
    "mark_round_points",
    "mark_rounds",
    "metadata",
    "paragraphs",
    "passages",
    "participants",
    "people",
    "point_sources",
    "points",
    "room_screens",
    "sessions",
    "sheets",
    "subtopics",
    "tables",
    "texts",
    "topics",
    "translations",
    "workshops",
]

workshops = Table(
    "workshops",
    metadata,
    id_column(),
    Column("programme", Text, nullable=False),
    Column("rehearsal", Boolean, nullable=False),
    Column("outcome_readers", String(16), nullable=False, server_default="tables"),
    Column("sequence", Integer, nullable=False),
    Column("head", LargeBinary(32), nullable=False),
    Column("last_event_at", Moment, nullable=False),
    Column("created_at", Moment, nullable=False),
)

topics = Table(
    "topics",
    metadata,
    id_column(),
    of("workshop", "workshops"),
    Column("number", Integer, nullable=False),
    UniqueConstraint("workshop", "number"),
)

subtopics = Table(
    "subtopics",
    metadata,
    id_column(),
    of("topic", "topics"),
    Column("number", Integer, nullable=False),
    UniqueConstraint("topic", "number"),
)

items = Table(
    "items",
    metadata,
    id_column(),
    of("workshop", "workshops"),
    Column("place", Integer, nullable=False),
    UniqueConstraint("workshop", "place"),
)

discussions = Table(
    "discussions",
    metadata,
    id_column(),
    of("workshop", "workshops", index=True),
    of("item", "items"),
    of("topic", "topics"),
    Column("state", String(16), nullable=False),
    Column("planned_minutes", Integer, nullable=False),
    Column("started_at", Moment),
    Column("ends_at", Moment),
    Column("closed_at", Moment),
    CheckConstraint("(state = 'planned') = (started_at IS NULL)", name="started_when_not_planned"),
    CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_has_its_time"),
)

tables = Table(
    "tables",
    metadata,
    id_column(),
    of("workshop", "workshops"),
    Column("number", Integer, nullable=False),
    Column("name", String(128), nullable=False),
    Column("card", Integer, nullable=False),  # generation of the card; a reissue ends the old one
    Column("code_digest", String(64), nullable=False, unique=True),
    Column("token_digest", String(64), nullable=False, unique=True),
    Column("removed_at", Moment),
    UniqueConstraint("workshop", "number"),
)

sheets = Table(
    "sheets",
    metadata,
    id_column(),
    of("workshop", "workshops", index=True),
    of("table", "tables", optional=True),
    of("topic", "topics", optional=True),
    of("item", "items", optional=True),
    Column("state", String(16), nullable=False),
    UniqueConstraint("table", "topic"),
    UniqueConstraint("item"),
    CheckConstraint(
        '("table" IS NOT NULL AND topic IS NOT NULL AND item IS NULL)'
        ' OR ("table" IS NULL AND topic IS NULL AND item IS NOT NULL)',
        name="of_a_table_and_a_topic_or_of_the_plenary",
    ),
)

texts = Table(
    "texts",
    metadata,
    id_column(),
    of("workshop", "workshops", index=True),
    Column("content", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

contributions = Table(
    "contributions",
    metadata,
    Column("id", String(32), ForeignKey("texts.id", ondelete="CASCADE"), primary_key=True),
    of("workshop", "workshops", index=True),
    of("sheet", "sheets", index=True),
    of("table", "tables", optional=True),
    of("topic", "topics", optional=True, index=True),
    Column("kind", String(32), nullable=False),
    of("subtopic", "subtopics", optional=True),
    Column("countries", JSON, nullable=False),
    Column("agreed", Boolean, nullable=False, server_default=false()),  # the delegate, to be named
    Column("said_by", String(128)),  # the delegate's name
    Column("agreement_ended", Integer, nullable=False, server_default=text("0")),  # how often
    Column("agreement_lost_by", String(16)),  # role of who changed words that were agreed to
    Column("status", String(16), nullable=False, index=True),
    Column("position", String(64), nullable=False),
    Column("question", Text),
    Column("answer", Text),
    Column("reason", String(32)),
    Column("remark", Text),
    Column("late", Boolean, nullable=False),
    Column("read_back", Boolean, nullable=False),
    Column("author", String(32), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("typed_at", Moment, nullable=False),
    Column("submitted_at", Moment),
    Column("decided_text", Text),  # the words the last decision was taken on
    Column("decided_status", String(16)),
    Column("decided_by", String(32)),
    Column("decided_at", Moment),
    CheckConstraint("status != 'returned' OR question IS NOT NULL", name="returned_with_question"),
    CheckConstraint(
        "status NOT IN ('parked', 'out_of_scope') OR reason IS NOT NULL",
        name="decided_against_with_a_reason",
    ),
    CheckConstraint("said_by IS NULL OR agreed", name="named_by_agreement"),
)

points = Table(
    "points",
    metadata,
    Column("id", String(32), ForeignKey("texts.id", ondelete="CASCADE"), primary_key=True),
    of("workshop", "workshops", index=True),
    of("topic", "topics", index=True),
    of("subtopic", "subtopics", optional=True),
    Column("kind", String(32), nullable=False),
    Column("status", String(16), nullable=False),
    Column("position", String(64), nullable=False),
    Column("merged_into", String(32)),  # the point that took its sources
    Column("settled", Integer, nullable=False, server_default="0"),  # event that led to its status
    Column("created_at", Moment, nullable=False),
)

point_sources = Table(
    "point_sources",
    metadata,
    Column("point", String(32), ForeignKey("points.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "contribution",
        String(32),
        ForeignKey("contributions.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
    Column("added", Integer, nullable=False),  # number of the event that added it
)

DONE_ON_A_TOPIC = "kind != 'edit_text' OR sheet IS NULL"
STRETCH_BITS = 9  # a stretch of the log is 512 numbers (docs/adr/0012)

events = Table(
    "events",
    metadata,
    Column(
        "workshop", String(32), ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("person", String(32), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("subject", String(32), nullable=False),
    Column("version", Integer),
    Column("command", String(32), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("salt", LargeBinary(16)),
    Column("payload", Text),
    Column("sheet", String(32)),
    Column("topic", String(32)),
    Column("stretch", Integer, Computed(f"number >> {STRETCH_BITS}", persisted=False)),
    UniqueConstraint("workshop", "command"),
    # An index in the order of subjects cost each keystroke a page of its own. This one grows at
    # its end; so does the one of commands, whose ids begin with the time. Sheets and topics find
    # theirs through the notes and points on them.
    Index("events_of_a_subject", "stretch", "subject", "number"),
    # Of what is typed on sheets it holds nothing, so that no keystroke pays for it.
    Index(
        "events_of_a_topic",
        "topic",
        "number",
        sqlite_where=text(DONE_ON_A_TOPIC),
        postgresql_where=text(DONE_ON_A_TOPIC),
    ),
)

chain_links = Table(
    "chain_links",
    metadata,
    Column(
        "workshop", String(32), ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("last", Integer, primary_key=True),  # number of the last event the link covers
    Column("first", Integer, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
)
