"""What no row may say: each constraint refuses the nonsense it is there for."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Table, exc, insert, select, text, update

from discussion.storage import tables
from discussion.storage.moments import Moment
from tests.kit.house import Held
from tests.services.marks import open_marks

NOW = datetime(2025, 7, 8, tzinfo=UTC)


def row_of(held: Held, table: Table) -> dict[str, Any]:
    """Any row of a table, as it is kept."""
    with held.database.reading() as transaction:
        kept = [column for column in table.columns if column.computed is None]
        found = transaction.execute(select(*kept)).first()
    assert found is not None, f"{table.name} is empty, so nothing could be refused"
    return dict(found._mapping)


def change(held: Held, table: Table, /, **values: Any) -> None:
    """Writes into one row of a table."""
    key, *_ = table.primary_key.columns
    with held.database.writing() as transaction:
        transaction.execute(
            update(table).where(key == row_of(held, table)[key.name]).values(**values)
        )


NONSENSE: dict[str, tuple[str, dict[str, Any]]] = {
    "started_when_not_planned": ("discussions", {"state": "running"}),
    "started_when_not_planned ": ("discussions", {"started_at": NOW}),
    "closed_has_its_time": ("discussions", {"state": "closed", "started_at": NOW}),
    "closed_has_its_time ": ("discussions", {"closed_at": NOW}),
    "of_a_table_and_a_topic_or_of_the_plenary": ("sheets", {"item": None, "topic": None}),
    "of_a_table_and_a_topic_or_of_the_plenary ": ("sheets", {"table": None, "item": None}),
    "returned_with_question": ("contributions", {"status": "returned"}),
    "decided_against_with_a_reason": ("contributions", {"status": "parked"}),
    "decided_against_with_a_reason ": ("contributions", {"status": "out_of_scope"}),
    "named_by_agreement": ("contributions", {"said_by": "Somebody"}),
    "closed_round_has_its_time": ("mark_rounds", {"state": "closed"}),
    "closed_round_has_its_time ": ("mark_rounds", {"closed_at": NOW}),
    "rapporteurs_come_by_card": ("links", {"role": "rapporteur"}),
    "rapporteurs_sit_at_a_table": ("sessions", {"role": "rapporteur", "table": None}),
}


@pytest.mark.parametrize("rule", NONSENSE)
def test_a_row_that_makes_no_sense_is_refused(workshop: Held, rule: str):
    workshop.write("There is a note")
    open_marks(workshop)
    name, values = NONSENSE[rule]
    with pytest.raises(exc.IntegrityError, match=f"CHECK constraint failed: {rule.strip()}"):
        change(workshop, tables.metadata.tables[name], **values)


def test_every_check_has_its_nonsense():
    checks = {
        c.name
        for t in tables.metadata.tables.values()
        for c in t.constraints
        if c.name and type(c).__name__ == "CheckConstraint"
    }
    assert checks == {rule.strip() for rule in NONSENSE}


TWICE = {
    "topics": ("workshop", "number"),
    "subtopics": ("topic", "number"),
    "items": ("workshop", "place"),
    "tables": ("workshop", "number"),
    "sheets": ("item",),
    "events": ("workshop", "command"),
    "links": ("token_digest",),
    "sessions": ("secret_digest",),
}


@pytest.mark.parametrize("name", TWICE)
def test_what_must_be_unique_cannot_be_there_twice(workshop: Held, name: str):
    table = tables.metadata.tables[name]
    row = row_of(workshop, table)
    fresh = {"id": "another"} if "id" in row else {"number": 9_999}
    if name == "tables":
        fresh |= {"code_digest": "x", "token_digest": "x"}
    wanted = ".*".join(rf"{name}\.{column}" for column in TWICE[name])
    with (
        pytest.raises(exc.IntegrityError, match=f"UNIQUE constraint failed: {wanted}"),
        workshop.database.writing() as transaction,
    ):
        transaction.execute(insert(table).values({**row, **fresh}))


def test_nothing_belongs_to_what_does_not_exist(workshop: Held):
    with pytest.raises(exc.IntegrityError, match="FOREIGN KEY"):
        change(workshop, tables.sheets, workshop="nowhere")


def test_a_workshop_leaves_nothing_behind(workshop: Held):
    workshop.accept("There is a note")
    with workshop.database.writing() as transaction:
        transaction.execute(text("DELETE FROM workshops"))
    with workshop.database.reading() as transaction:
        left = {
            table.name: transaction.execute(select(table)).first()
            for table in tables.metadata.tables.values()
        }
    assert {name for name, row in left.items() if row is not None} == set()


def test_a_moment_without_a_zone_is_a_bug():
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(NOW.replace(tzinfo=None), None)


def test_a_moment_is_kept_in_utc_and_sorts_as_time_does():
    kuala_lumpur = datetime(2025, 7, 8, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    kept = Moment().process_bind_param(kuala_lumpur, None)
    assert kept == "2025-07-08T01:30:00.000000Z"
    assert Moment().process_result_value(kept, None) == kuala_lumpur
    later = Moment().process_bind_param(kuala_lumpur + timedelta(microseconds=1), None)
    assert kept < (later or "")
    assert Moment().process_bind_param(None, None) is None
