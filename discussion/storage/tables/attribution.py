"""The table of attribution policies that were chosen; where there is none, the default holds."""

from sqlalchemy import Column, String, Table

from discussion.storage.tables.columns import metadata, of

attribution_policies = Table(
    "attribution_policies",
    metadata,
    Column("subject", String(32), primary_key=True),  # the workshop's id, or a topic's
    of("workshop", "workshops", index=True),
    Column("capturing", String(8), nullable=False),
    Column("published", String(8), nullable=False),
)
