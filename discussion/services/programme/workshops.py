"""Making a workshop from a programme file, listing and deleting workshops."""

from datetime import date, datetime, timedelta

from discussion.domain.people import Actor
from discussion.domain.programme import Discussion, Programme, ProgrammeItem, Workshop
from discussion.errors import DiscussionError
from discussion.services.work import Runtime, allow
from discussion.storage import programme
from discussion.storage.database import Database, Transaction
from discussion.storage.programme import Sheet


def make_workshop(
    database: Database, runtime: Runtime, plan: Programme, *, rehearsal: bool = False
) -> str:
    """Keeps a new workshop and returns its id. All or nothing."""
    workshop = Workshop(runtime.new_id(), plan, rehearsal)
    planned = [
        Discussion(
            id=runtime.new_id(),
            item=item.id,
            topic=topic.id,
            state="planned",
            planned_minutes=_minutes(item),
        )
        for item in plan.items
        for topic in plan.topics
        if item.kind == "group_discussion" and item.topic == topic.number
    ]
    plenary = [
        Sheet(runtime.new_id(), workshop.id, None, None, item.id, "open")
        for item in plan.items
        if item.kind not in ("logistics", "group_discussion")
    ]
    with database.writing() as transaction:
        programme.add_workshop(
            transaction, workshop, planned, plenary, head=bytes(32), at=runtime.now()
        )
    return workshop.id


def delete_workshop(database: Database, actor: Actor, workshop: str) -> None:
    """Takes a rehearsal's workshop away; a real one is never deleted this way."""
    allow(actor, "delete_workshop", workshop)
    with database.writing() as transaction:
        held = programme.find_workshop(transaction, workshop)
        if held is None or not held.rehearsal:
            raise DiscussionError("not_a_rehearsal", status=409)
        programme.delete_workshop(transaction, workshop)


def newest_workshop(transaction: Transaction) -> str | None:
    """The id of the workshop made last that is no rehearsal, or None."""
    for workshop, _, rehearsal, _ in programme.list_workshops(transaction):
        if not rehearsal:
            return workshop
    return None


def _minutes(item: ProgrammeItem) -> int:
    day = date(2000, 1, 1)
    start = datetime.combine(day, item.start)
    end = datetime.combine(day + timedelta(days=item.ends_next_day), item.end)
    return int((end - start).total_seconds() // 60)
