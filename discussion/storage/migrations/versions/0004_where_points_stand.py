"""Where points stand in editions, and who may read what became of what tables said."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Editions built before have no places: the next ones say where their points stand."""
    readers = sa.Column("outcome_readers", sa.String(16), nullable=False, server_default="tables")
    op.add_column("workshops", readers)
    op.create_table(
        "edition_places",
        sa.Column("edition", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("point", sa.String(length=32), nullable=False),
        sa.Column("where", sa.String(length=128), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["edition"], ["editions.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["point"], ["points.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("edition", "place"),
    )
    op.create_index(op.f("ix_edition_places_point"), "edition_places", ["point"], unique=False)
