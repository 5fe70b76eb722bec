"""What was done on a topic, in order: all but typing on sheets, which costs a keystroke nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Finds the decisions on a topic, and the typing in its points, newest first."""
    op.create_index(
        "events_of_a_topic",
        "events",
        ["topic", "number"],
        unique=False,
        sqlite_where=sa.text("kind != 'edit_text' OR sheet IS NULL"),
        postgresql_where=sa.text("kind != 'edit_text' OR sheet IS NULL"),
    )
