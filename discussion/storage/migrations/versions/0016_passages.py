"""Passages: texts of the proceedings and of slides that somebody writes in."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Every word of these documents was generated before."""
    op.create_table(
        "passages",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("topic", sa.String(length=32)),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("slot", sa.String(length=160), nullable=False),
        sa.Column("basis", sa.String(length=64), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["texts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["topic"], ["topics.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("workshop", "document", "slot"),
    )
    op.create_index(op.f("ix_passages_topic"), "passages", ["topic"], unique=False)
