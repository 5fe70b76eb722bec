"""Points can be merged into another one and removed, and know the event that settled them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Points of before were settled by no event that can be taken back."""
    op.add_column("points", sa.Column("merged_into", sa.String(32)))
    op.add_column("points", sa.Column("settled", sa.Integer, nullable=False, server_default="0"))
