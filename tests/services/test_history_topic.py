"""All that was done on a topic: in order, sifted, page by page; nothing twice, nothing missed."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event as sqlalchemy_event

from discussion.errors import NotFound
from discussion.services.history import looking, topic
from discussion.services.history.topic import Act, Asked, Page
from tests.kit.house import Held
from tests.services.marks import open_marks
from tests.services.test_synthesis import point
from tests.services.test_synthesis_undoing import decide, undo


def page(held: Held, *, by: str = "moderator", number: int = 1, **asked: Any) -> Page:
    """One page of a topic's history."""
    with held.database.reading() as transaction:
        topic_id = held.topics[number - 1].id
        return topic.acts_of(transaction, held.actor(by), topic_id, Asked(**asked))


def pages(held: Held, **asked: Any) -> Iterator[Act]:
    """Every act, page after page."""
    below: int | None = None
    while True:
        found = page(held, below=below, **asked)
        yield from found.acts
        below = found.below
        if below is None:
            return


def told(acts: Any) -> list[tuple[str, str]]:
    """Who did what."""
    return [(act.who, act.did) for act in acts]


def a_busy_topic(held: Held) -> None:
    """Two tables that write in turn, with pauses, and moderators who decide meanwhile."""
    first, second = held.write("One"), held.write("Two", by="second")
    for turn in range(6):
        held.clock.advance((20, 70)[turn % 2])
        held.type(first, "a ")
        held.type(second, "b ", by="second")
    for note, by in ((first, "rapporteur"), (second, "second")):
        held.act(held.actor(by), "submit_note", note=note)
        held.decide(note, "accept")
    made = point(held, "Point", sources=[first])
    held.type(made, "The ", by="moderator")
    held.act(held.actor("secretariat"), "lock_sheet", sheet=held.sheet())


def test_decisions_and_sittings_stand_in_order_newest_first(workshop: Held):
    note = workshop.write("Skills")
    workshop.type(note, "More ")
    workshop.act(workshop.actor("rapporteur"), "submit_note", note=note)
    parked = decide(workshop, note, "park")
    undo(workshop, parked)
    workshop.clock.advance(90)
    workshop.type(note, "Even ")
    acts = page(workshop).acts
    assert told(acts) == [
        ("Table 1", "wrote"),
        ("Moderator", "took a decision back: parked the note"),
        ("Moderator", "parked the note"),
        ("Table 1", "wrote"),
    ]
    assert [act.version for act in acts] == [3, None, 2, 2]
    assert [act.words for act in acts] == ["Even More Skills", *["More Skills"] * 3]
    assert [act.now for act in acts] == [None, *["Even More Skills"] * 3]
    assert [act.reason for act in acts][2] == "unclear"


def test_the_words_of_then_are_told_as_far_as_a_page_has_the_time(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    made = point(workshop, "Point")
    workshop.type(made, "A ", by="moderator")
    assert [(act.did, act.words, act.now) for act in page(workshop).acts] == [
        ("wrote", "A Point", None),
        ("made the point", "Point", "A Point"),
    ]
    monkeypatch.setattr(topic, "_REPLAYED", 0)
    assert [(act.words, act.now) for act in page(workshop).acts] == [("A Point", None)] * 2


def test_rounds_of_marks_stand_in_the_history(workshop: Held):
    made = open_marks(workshop)
    for move in ("close_marks", "show_marks", "hide_marks"):
        workshop.act(workshop.actor("moderator"), move, round=made.id)
    assert told(page(workshop, acts="marks").acts) == [
        ("Moderator", "took the sums of the round of marks off the room screen"),
        ("Moderator", "showed the sums of the round of marks to the room"),
        ("Moderator", "closed the round of marks"),
        ("Moderator", "opened a round of marks"),
    ]


def test_each_filter_keeps_what_it_says(workshop: Held):
    a_busy_topic(workshop)
    everything = list(pages(workshop))
    for code, (_, kinds) in topic.ACTS.items():
        kept = [act for act in everything if act.kind in kinds]
        assert list(pages(workshop, acts=code)) == kept
    table = workshop.tables[0]
    of_table = [act for act in everything if act.table == table.name]
    assert len(of_table) > 4
    assert list(pages(workshop, table=table.number)) == of_table
    of_moderator = [act for act in everything if act.who == "Moderator"]
    assert len(of_moderator) > 3
    assert list(pages(workshop, who="Moderator")) == of_moderator
    assert list(pages(workshop, who="Nobody of that name")) == []
    middle = everything[len(everything) // 2].at
    later = [act for act in everything if act.at >= middle]
    assert list(pages(workshop, after=middle)) == later
    earlier = [act for act in everything if act.at < middle]
    assert {act.number for act in pages(workshop, until=middle)} >= {a.number for a in earlier}


def test_pages_put_together_are_the_whole(workshop: Held, monkeypatch: pytest.MonkeyPatch):
    a_busy_topic(workshop)
    whole = page(workshop)
    assert whole.below is None
    assert len(whole.acts) > 10
    for rows, at_once, span in ((3, 4, 1_000), (1, 2, 1_000), (50, 3, 7), (4, 100, 5)):
        monkeypatch.setattr(topic, "ROWS", rows)
        monkeypatch.setattr(looking, "TYPED_AT_ONCE", at_once)
        monkeypatch.setattr(looking, "DONE_AT_ONCE", at_once)
        monkeypatch.setattr(looking, "SPAN", span)
        assert tuple(pages(workshop)) == whole.acts


def test_a_page_that_gave_up_says_how_far_back_it_looked(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    a_busy_topic(workshop)
    monkeypatch.setattr(looking, "SPAN", 2)
    found = page(workshop, who="Chair")
    assert found.acts == ()
    assert found.below is not None
    assert found.looked_back_to is not None


def test_of_one_sheet_the_newest_is_read_first_and_the_rest_page_by_page(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    a_busy_topic(workshop)
    whole = page(workshop, table=1)
    assert len(whole.acts) > 3
    monkeypatch.setattr(looking, "SHEET_LIMIT", 6)
    first = page(workshop, table=1)
    assert first.acts and first.acts[0] == whole.acts[0]
    assert first.looked_back_to is not None
    assert tuple(pages(workshop, table=1)) == whole.acts


def test_another_topic_and_another_workshop_stay_out(workshop: Held, another_workshop: Any):
    workshop.say("Elsewhere", sheet=workshop.sheet(1, 2))
    other = another_workshop()
    other.say("Elsewhere")
    assert page(workshop).acts == ()
    assert len(page(workshop, number=2).acts) == 1
    with workshop.database.reading() as transaction, pytest.raises(NotFound):
        topic.acts_of(transaction, workshop.actor("moderator"), other.topics[0].id, Asked())


def test_only_moderators_of_the_topic_and_the_secretariat_read_it(workshop: Held):
    workshop.people["bound"] = workshop.somebody("moderator", topic=workshop.topics[0].id)
    for by in ("moderator", "secretariat", "bound"):
        page(workshop, by=by)
    for by in ("rapporteur", "chair", "room"):
        with pytest.raises(NotFound):
            page(workshop, by=by)
    with pytest.raises(NotFound):
        page(workshop, by="bound", number=2)


def test_nobody_of_a_table_is_named(workshop: Held):
    workshop.people["named"] = workshop.rapporteur(1, name="Nadia")
    workshop.write("One", by="named")
    assert "Nadia" not in str(page(workshop))


def test_nothing_is_read_without_an_index(workshop: Held):
    a_busy_topic(workshop)
    asked: list[tuple[str, Any]] = []
    engine = workshop.database.reads
    listen = lambda _c, _u, statement, values, _x, _m: asked.append((statement, values))  # noqa: E731
    sqlalchemy_event.listen(engine, "before_cursor_execute", listen)
    page(workshop)
    page(workshop, acts="points")
    sqlalchemy_event.remove(engine, "before_cursor_execute", listen)
    with workshop.database.reading() as transaction:
        plans = {
            row.detail
            for statement, values in asked
            for row in transaction.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            if "events" in row.detail
        }
    assert {plan for plan in plans if not plan.startswith("SEARCH events USING INDEX")} == set()
    assert any("events_of_a_topic (topic=? AND number>? AND number<?)" in plan for plan in plans)
