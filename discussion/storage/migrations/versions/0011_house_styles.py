"""The house styles that a secretariat brought for its workshop."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Every workshop before used the house's own."""
    op.create_table(
        "house_styles",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64)),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("set_by", sa.String(length=32), nullable=False),
        sa.Column("set_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("workshop", "format", "number"),
    )
