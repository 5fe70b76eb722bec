"""The index of the log by stretches: a keystroke dirties no page of the index of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Finds events by their stretch and subject, so that the index grows at its end alone."""
    op.drop_index("events_of_a_subject", "events")
    stretch = sa.Computed("number >> 9", persisted=False)
    op.add_column("events", sa.Column("stretch", sa.Integer, stretch))
    op.create_index("events_of_a_subject", "events", ["stretch", "subject", "number"], unique=False)
