"""Who built an edition, and to whom it was handed out when."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Nobody wrote down before who built an edition, or that one was handed out."""
    op.add_column("editions", sa.Column("built_by", sa.String(length=32)))
    op.create_table(
        "edition_circulations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("edition", sa.String(length=32), nullable=False),
        sa.Column("to", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["edition"], ["editions.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    index = op.f("ix_edition_circulations_edition")
    op.create_index(index, "edition_circulations", ["edition"], unique=False)
