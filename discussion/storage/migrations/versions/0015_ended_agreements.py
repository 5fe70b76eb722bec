"""How often a delegate's agreement ended, and who changed the words it was given to."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Nobody counted before; agreements that stand stay as they are."""
    op.add_column(
        "contributions",
        sa.Column("agreement_ended", sa.Integer(), nullable=False, server_default=sa.text("0")),
    )
    op.add_column("contributions", sa.Column("agreement_lost_by", sa.String(length=16)))
