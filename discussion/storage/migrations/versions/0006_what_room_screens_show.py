"""What a moderator has the room screen of a topic show."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Topics of before show their confirmed points, as they did."""
    op.create_table(
        "room_screens",
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("view", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["topic"], ["topics.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("topic"),
    )
