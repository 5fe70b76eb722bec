"""Points made the way people make them, for tests of what comes after; not a test itself."""

from collections.abc import Sequence

from discussion.live.positions import between
from tests.documents.sample_points import POINTS, SECRET_NOTES
from tests.kit.house import Held

ACCEPTED = ("submit_note", "accept_note")


def confirm_sample_points(held: Held) -> None:
    """Every sample point that reaches the outputs, and notes that may reach none."""
    for sample in POINTS:
        if sample.status == "confirmed":
            confirm_point(
                held, sample.statement, topic=sample.topic, tables=sample.tables, kind=sample.kind
            )
    for topic, _, words in SECRET_NOTES:
        write_notes(held, [words], topic=topic, tables=[1], then=("submit_note",))


def confirm_point(
    held: Held,
    statement: str,
    *,
    topic: int = 1,
    tables: Sequence[int] = (1,),
    kind: str = "recommendation",
) -> str:
    """A confirmed point on an accepted note of each table; its id."""
    words = [f"{statement} (as table {table} wrote it)" for table in tables]
    notes = write_notes(held, words, topic=topic, tables=tables, kind=kind)
    point, staff = held.runtime.new_id(), held.actor("secretariat")
    facts = {
        "point": point,
        "topic": held.topics[topic - 1].id,
        "subtopic": None,
        "kind": kind,
        "statement": statement,
        "sources": notes,
        "position": between(None, None),
    }
    held.act(staff, "add_point", **facts)
    held.act(staff, "confirm_point", point=point, version=0, state="proposed")
    return point


def write_notes(
    held: Held,
    words: Sequence[str],
    *,
    topic: int,
    tables: Sequence[int],
    kind: str = "recommendation",
    then: Sequence[str] = ACCEPTED,
) -> list[str]:
    """A note of each table on the topic, taken as far as ``then`` says; their ids."""
    notes = [held.runtime.new_id() for _ in words]
    asked = []
    for note, said, table in zip(notes, words, tables, strict=True):
        sheet = held.sheet(table, topic)
        where = {"sheet": sheet, "kind": kind, "subtopic": None, "position": between(None, None)}
        asked += [
            held.command("add_note", note=note, **where),
            held.command("edit_text", text=note, base=0, change=[said]),
            held.command("submit_note", note=note),
        ]
        if "accept_note" in then:
            asked.append(held.command("accept_note", note=note, version=1, state="submitted"))
    answers = held.batch(*((held.actor("secretariat"), one) for one in asked)).answers
    assert [answer.refusal for answer in answers if answer.refusal] == []
    return notes
