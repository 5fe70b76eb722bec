"""Attribution policies as they were chosen; where none was, the default holds."""

from sqlalchemy import ColumnElement, Row, delete, insert, or_, select

from discussion.domain.attribution import Attribution, Policy
from discussion.storage.database import Transaction
from discussion.storage.tables import attribution_policies as chosen
from discussion.storage.tables import topics


def attribution_of(transaction: Transaction, workshop: str) -> Attribution:
    """A workshop's policy and those of its topics that have one of their own."""
    found = _found(transaction, chosen.c.workshop == workshop)
    return Attribution(found.pop(workshop, Policy()), found)


def policy_on(transaction: Transaction, topic: str) -> Policy:
    """The policy in force on a topic."""
    workshop = select(topics.c.workshop).where(topics.c.id == topic).scalar_subquery()
    found = _found(transaction, or_(chosen.c.subject == topic, chosen.c.subject == workshop))
    return found.pop(topic, None) or next(iter(found.values()), Policy())


def write_policy(
    transaction: Transaction, workshop: str, topic: str | None, policy: Policy | None
) -> None:
    """Stores the policy of a workshop or of a topic; None leaves a topic to its workshop's."""
    subject = topic or workshop
    transaction.execute(delete(chosen).where(chosen.c.subject == subject))
    if policy is not None:
        transaction.execute(
            insert(chosen).values(
                subject=subject,
                workshop=workshop,
                capturing=policy.capturing,
                published=policy.published,
            )
        )


def _found(transaction: Transaction, which: ColumnElement[bool]) -> dict[str, Policy]:
    rows = transaction.execute(select(chosen).where(which))
    return {row.subject: _policy(row) for row in rows}


def _policy(row: Row[tuple[str, ...]]) -> Policy:
    return Policy(row.capturing, row.published)
