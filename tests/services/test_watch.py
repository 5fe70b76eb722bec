"""What the watch says of the tables, read from a real database."""

from datetime import timedelta
from typing import Any

import pytest

from discussion.domain.watch import CALM, Heard
from discussion.services import watch
from discussion.services.watch import Watched
from tests.kit.house import Held


def read(held: Held, topic: int | None = 1) -> Watched:
    """The watch of a topic, or of all."""
    subject = held.topics[topic - 1].id if topic else None
    with held.database.reading() as transaction:
        return watch.watched(transaction, held.id, subject, held.runtime.now())


def cell(held: Held, heard: Heard | None = None, *, table: int = 1, topic: int = 1) -> Any:
    """One table on one topic, as the watch shows it; unless told, its page is open."""
    open_page = Heard(("Rapporteur",), connected=True, came_at=held.runtime.now())
    return watch.cell(
        read(held, topic), held.sheet(table, topic), heard or open_page, held.runtime.now()
    )


def run(held: Held, move: str = "start", topic: int = 1) -> None:
    discussions = held.fresh(f"workshop:{held.id}")[1]["discussions"]
    found = next(d["id"] for d in discussions if d["topic"] == held.topics[topic - 1].id)
    more = {"minutes": None} if move == "start" else {}
    held.act(held.actor("moderator"), f"{move}_discussion", discussion=found, **more)


def test_a_table_that_wrote_shows_the_age_of_its_last_saved_words_and_counts(workshop: Held):
    workshop.write("One")
    workshop.clock.advance(11 * 60)
    saved = workshop.runtime.now()
    workshop.write("Two", subtopic=workshop.topics[0].subtopics[1].id)
    workshop.clock.advance(2 * 60)
    shown = cell(workshop)
    assert (shown["doing"], shown["notes"], shown["lately"]) == ("quiet", 2, 1)
    assert shown["last_saved"] == shown["since"] == saved.isoformat()
    assert shown["here"] == ["Rapporteur"] and shown["rank"] == CALM


def test_what_is_not_so_is_left_out_of_a_cell(workshop: Held):
    shown = cell(workshop, Heard(), table=2)
    assert {"sheet", "table", "topic", "doing", "rank"} == set(shown)


def test_withdrawn_notes_count_no_longer(workshop: Held):
    note = workshop.say("Never mind")
    workshop.act(workshop.actor("rapporteur"), "withdraw_note", note=note)
    assert "notes" not in cell(workshop)
    assert watch.subtopic_counts(read(workshop)) == {workshop.topics[0].id: {}}


def test_a_returned_note_is_a_question_that_waits_until_it_is_answered(workshop: Held):
    run(workshop)
    note = workshop.say("Somewhere")
    workshop.clock.advance(5)
    asked = workshop.runtime.now().isoformat()
    workshop.decide(note, "return", question="Where?")
    shown = cell(workshop)
    assert (shown["returned"], shown["returned_since"]) == (1, asked)
    assert shown["rank"] < CALM
    workshop.act(workshop.actor("rapporteur"), "answer_question", note=note, answer="In Rabat")
    assert "returned" not in cell(workshop)


def test_read_back_and_locked_sheets_are_told_apart(workshop: Held):
    notes = [workshop.say(words) for words in ("One", "Two", "Three")]
    sheet = workshop.sheet()
    workshop.act(workshop.actor("rapporteur"), "read_back_sheet", sheet=sheet, notes=notes)
    assert cell(workshop)["doing"] == "read_back"
    workshop.act(workshop.actor("moderator"), "lock_sheet", sheet=sheet)
    assert cell(workshop)["doing"] == "locked"


def test_the_hour_makes_alarms_and_its_end_ends_them(workshop: Held):
    workshop.write("One")
    gone = Heard(gone_since=workshop.runtime.now())
    workshop.clock.advance(60)
    assert cell(workshop, gone)["rank"] == CALM
    run(workshop)
    shown = cell(workshop, gone)
    assert shown["doing"] == "offline" and shown["rank"] < CALM
    run(workshop, "close")
    assert cell(workshop, gone)["rank"] == CALM


@pytest.mark.parametrize(("running", "doing"), [([1], "wrong_topic"), ([1, 2], "absent")])
def test_a_table_with_another_topics_sheet_open(workshop: Held, running: list[int], doing: str):
    for topic in running:
        run(workshop, topic=topic)
    on = read(workshop)
    place = on.places[workshop.sheet()]
    open_sheets = {place.table: [workshop.sheet(topic=2)]}
    heard = watch.hearing(on, open_sheets, workshop.sheet(), Heard())
    shown = watch.cell(on, workshop.sheet(), heard, workshop.runtime.now())
    assert shown["doing"] == doing
    assert shown.get("elsewhere") == (workshop.topics[1].id if doing == "wrong_topic" else None)


def test_who_has_the_right_sheet_open_too_is_not_at_the_wrong_topic(workshop: Held):
    run(workshop)
    on, here = read(workshop), Heard(("Rapporteur",), connected=True)
    both = {on.places[workshop.sheet()].table: [workshop.sheet(), workshop.sheet(topic=2)]}
    assert watch.hearing(on, both, workshop.sheet(), here) == here


def test_reading_some_sheets_anew_says_what_reading_all_does(workshop: Held):
    before = read(workshop, None)
    workshop.write("One", subtopic=workshop.topics[0].subtopics[0].id)
    workshop.write("Two", by="second")
    workshop.clock.advance(1)
    sheets = {workshop.sheet(1), workshop.sheet(2)}
    with workshop.database.reading() as transaction:
        renewed = watch.renewed(transaction, before, sheets, workshop.runtime.now())
    assert renewed == read(workshop, None)
    assert watch.subtopic_counts(renewed)[workshop.topics[0].id] == {
        workshop.topics[0].subtopics[0].id: 1
    }


def test_removed_tables_and_the_plenary_are_not_on_the_watch(workshop: Held):
    before = read(workshop, None)
    assert len(before.kept) == 2 * len(workshop.topics)
    secretariat = workshop.actor("secretariat")
    workshop.act(secretariat, "remove_table", table=workshop.tables[1].id)
    after = read(workshop, None)
    assert len(after.kept) == len(workshop.topics)
    assert [state["number"] for state in watch.table_states(after)] == [1]


def test_pace_counts_the_last_ten_minutes_as_time_goes_on(workshop: Held):
    workshop.write("One")
    on, now = read(workshop), workshop.runtime.now()
    for minutes, lately in ((9, 1), (11, None)):
        later = watch.cell(on, workshop.sheet(), Heard(), now + timedelta(minutes=minutes))
        assert later.get("lately") == lately
