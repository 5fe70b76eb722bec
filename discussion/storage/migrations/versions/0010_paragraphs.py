"""The paragraphs of a declaration, its profile, and what it is to be."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """No workshop has had paragraphs before: declarations were built from points alone."""
    op.create_table(
        "paragraphs",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("section", sa.String(length=16), nullable=False),
        sa.Column("topic", sa.String(length=32)),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("position", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("slot", sa.String(length=160)),
        sa.Column("basis", sa.String(length=64)),
        sa.Column("made", sa.Text()),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["texts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["topic"], ["topics.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_paragraphs_topic"), "paragraphs", ["topic"], unique=False)
    op.create_index(op.f("ix_paragraphs_workshop"), "paragraphs", ["workshop"], unique=False)
    op.create_table(
        "drafting_choices",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop"),
    )
