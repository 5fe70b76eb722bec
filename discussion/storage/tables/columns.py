"""What every table is made with: the metadata it belongs to, its id, its owner."""

from sqlalchemy import Column, ForeignKey, MetaData, String

metadata = MetaData()


def id_column() -> Column[str]:
    """The key of a table."""
    return Column("id", String(32), primary_key=True)


def of(name: str, target: str, *, optional: bool = False, index: bool = False) -> Column[str]:
    """What a row belongs to, and goes with."""
    return Column(
        name,
        String(32),
        ForeignKey(f"{target}.id", ondelete="CASCADE"),
        nullable=optional,
        index=index,
    )
