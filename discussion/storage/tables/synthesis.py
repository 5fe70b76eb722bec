"""Tables of what moderators do with points beside making them."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, false

from discussion.storage.tables.columns import metadata

room_screens = Table(
    "room_screens",
    metadata,
    Column("topic", String(32), ForeignKey("topics.id", ondelete="CASCADE"), primary_key=True),
    Column("view", String(16), nullable=False),
    Column("subject", String(32)),  # the subtopic or point that is shown alone
    Column("page", Integer),  # None while pages turn by themselves
    Column("number", Integer, nullable=False),  # of the event that chose it
    Column("names", Boolean, nullable=False, server_default=false()),  # of tables not yet heard
)
