"""Whether the room screen of a topic names the tables that have said nothing on a point."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Screens of before named them unasked; they name nobody until a moderator chooses it."""
    op.add_column(
        "room_screens",
        sa.Column("names", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
