"""The house styles a workshop brought, one after the other; must not know what stands in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from discussion.storage.database import Transaction
from discussion.storage.tables import house_styles

KEPT = 10
"""How many files of each format stay whole; of older ones stays what and whose they were."""


@dataclass(frozen=True)
class HouseStyleChoice:
    """One change of house style: to a file that was brought, or back to the house's own."""

    id: str
    format: str  # "docx" or "pptx"
    number: int  # from 1
    name: str  # of the file, as it was brought; "" for the house's own
    sha256: str | None  # None: the house's own
    findings: tuple[str, ...]  # sentences about what was found in the file
    set_by: str  # id of a person
    set_at: datetime
    held: bool  # whether the file itself is still there

    @property
    def own(self) -> bool:
        """Whether this was the way back to the house's own."""
        return self.sha256 is None


def add_choice(
    transaction: Transaction, workshop: str, choice: HouseStyleChoice, content: bytes | None
) -> None:
    """Keeps a change; the oldest files of its format go where there are too many."""
    transaction.execute(
        insert(house_styles).values(
            id=choice.id,
            workshop=workshop,
            format=choice.format,
            number=choice.number,
            name=choice.name,
            sha256=choice.sha256,
            content=content,
            findings=list(choice.findings),
            set_by=choice.set_by,
            set_at=choice.set_at,
        )
    )
    whole = _of(workshop, choice.format) & house_styles.c.content.is_not(None)
    newest = select(house_styles.c.number).where(whole).order_by(house_styles.c.number.desc())
    kept = tuple(transaction.execute(newest.limit(KEPT)).scalars())
    transaction.execute(
        update(house_styles).where(whole, house_styles.c.number.not_in(kept)).values(content=None)
    )


def next_number(transaction: Transaction, workshop: str, form: str) -> int:
    """The number of the next change of a format: 1 for the first."""
    newest = select(func.max(house_styles.c.number)).where(_of(workshop, form))
    return int(transaction.execute(newest).scalar() or 0) + 1


def choices(transaction: Transaction, workshop: str) -> tuple[HouseStyleChoice, ...]:
    """Every change, each format's newest first."""
    rows = transaction.execute(
        select(*_TOLD)
        .where(house_styles.c.workshop == workshop)
        .order_by(house_styles.c.format, house_styles.c.number.desc())
    )
    return tuple(map(_choice, rows))


def find_content(transaction: Transaction, workshop: str, choice: str) -> tuple[str, bytes] | None:
    """Name and bytes of a file that was brought, or None where there is none (any more)."""
    row = transaction.execute(
        select(house_styles.c.name, house_styles.c.content).where(
            house_styles.c.workshop == workshop, house_styles.c.id == choice
        )
    ).one_or_none()
    return None if row is None or row.content is None else (row.name, row.content)


def in_force(transaction: Transaction, workshop: str) -> dict[str, bytes]:
    """The workshop's own house styles by format; the others are the house's own."""
    newest = (
        select(house_styles.c.format, func.max(house_styles.c.number).label("number"))
        .where(house_styles.c.workshop == workshop)
        .group_by(house_styles.c.format)
        .subquery()
    )
    rows = transaction.execute(
        select(house_styles.c.format, house_styles.c.content).where(
            house_styles.c.workshop == workshop,
            house_styles.c.content.is_not(None),
            house_styles.c.format == newest.c.format,
            house_styles.c.number == newest.c.number,
        )
    )
    return {row.format: row.content for row in rows}


_TOLD = (
    *(column for column in house_styles.c if column.name not in ("workshop", "content")),
    house_styles.c.content.is_not(None).label("held"),
)


def _of(workshop: str, form: str) -> Any:
    return (house_styles.c.workshop == workshop) & (house_styles.c.format == form)


def _choice(row: Any) -> HouseStyleChoice:
    told = dict(row._mapping)
    return HouseStyleChoice(**told | {"findings": tuple(told["findings"])})
