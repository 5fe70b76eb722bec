"""Tables of marks: rounds, the points that stand in each, and one ballot for each device."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from discussion.storage.moments import Moment
from discussion.storage.tables.columns import id_column, metadata, of

mark_rounds = Table(
    "mark_rounds",
    metadata,
    id_column(),
    of("workshop", "workshops", index=True),
    of("topic", "topics"),
    Column("number", Integer, nullable=False),  # from 1, within the topic
    Column("code", String(8), nullable=False, unique=True),
    Column("state", String(16), nullable=False),
    Column("marks", Integer, nullable=False),  # that each device has
    Column("phones", Integer, nullable=False),  # devices that may take part
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("took_part", Integer),  # devices whose ballot held a mark when it closed
    UniqueConstraint("topic", "number"),
    CheckConstraint("(state = 'open') = (closed_at IS NULL)", name="closed_round_has_its_time"),
)

mark_round_points = Table(
    "mark_round_points",
    metadata,
    Column("round", String(32), ForeignKey("mark_rounds.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),  # from 0, in the order of the topic
    of("point", "points", index=True),
    Column("words", Text, nullable=False),  # of the statement as everybody was shown it
    Column("version", Integer, nullable=False),
    Column("given", Integer),  # marks on it in all, when the round closed
)

mark_ballots = Table(  # neither a person nor a time stands here
    "mark_ballots",
    metadata,
    Column("round", String(32), ForeignKey("mark_rounds.id", ondelete="CASCADE"), primary_key=True),
    Column("device", String(64), primary_key=True),  # another digest in each round
    Column("version", Integer, nullable=False),
    Column("command", String(32), nullable=False),  # that brought it to this version
    Column("points", JSON, nullable=False),  # ids of those marked, one mark each
)
