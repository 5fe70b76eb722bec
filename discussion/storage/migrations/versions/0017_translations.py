"""Translations of texts, and the languages that a workshop's documents are issued in."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Every text had one language, and every document the workshop's own."""
    op.create_table(
        "translations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("of", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("basis_version", sa.Integer(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["texts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["of"], ["texts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("of", "language"),
    )
    op.create_index(op.f("ix_translations_workshop"), "translations", ["workshop"], unique=False)
    op.create_table(
        "issued_languages",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "language"),
    )
