"""Marks: rounds, the points that stand in each, and one ballot for each device."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """No topic has had a round before."""
    op.create_table(
        "mark_rounds",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("marks", sa.Integer(), nullable=False),
        sa.Column("phones", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.String(27), nullable=False),
        sa.Column("closed_at", sa.String(27)),
        sa.Column("took_part", sa.Integer()),
        sa.CheckConstraint(
            "(state = 'open') = (closed_at IS NULL)", name="closed_round_has_its_time"
        ),
        sa.ForeignKeyConstraint(["topic"], ["topics.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("topic", "number"),
    )
    op.create_index(op.f("ix_mark_rounds_workshop"), "mark_rounds", ["workshop"], unique=False)
    op.create_table(
        "mark_round_points",
        sa.Column("round", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("point", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("given", sa.Integer()),
        sa.ForeignKeyConstraint(["point"], ["points.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["round"], ["mark_rounds.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("round", "place"),
    )
    op.create_index(
        op.f("ix_mark_round_points_point"), "mark_round_points", ["point"], unique=False
    )
    op.create_table(
        "mark_ballots",
        sa.Column("round", sa.String(length=32), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("command", sa.String(length=32), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["round"], ["mark_rounds.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("round", "device"),
    )
