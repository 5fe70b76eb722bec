"""What notes may be attributed to: policies, and the delegate's agreement on each note."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Nobody was asked before, so no note of before is agreed."""
    op.create_table(
        "attribution_policies",
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("capturing", sa.String(length=8), nullable=False),
        sa.Column("published", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshops.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("subject"),
    )
    index = op.f("ix_attribution_policies_workshop")
    op.create_index(index, "attribution_policies", ["workshop"], unique=False)
    op.add_column(
        "contributions",
        sa.Column("agreed", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.execute(  # SQLite adds a rule to a table that is there only with a column
        "ALTER TABLE contributions ADD COLUMN said_by VARCHAR(128)"
        " CONSTRAINT named_by_agreement CHECK (said_by IS NULL OR agreed)"
    )
