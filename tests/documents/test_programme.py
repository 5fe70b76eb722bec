"""The programme as a paper, as rows and as a calendar that other programs read."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, time

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.documents.builders.programme import (
    HEADER,
    build_programme,
    programme_calendar,
    programme_rows,
)
from discussion.documents.calendar import Calendar, Session
from discussion.documents.tree import Heading, Table, plain
from discussion.documents.writers.csv import write_csv
from discussion.documents.writers.ics import LINE_LIMIT, write_ics
from discussion.domain.programme import Programme, ProgrammeItem, Workshop
from tests.documents.sample import EVENING, empty_record, kuala_lumpur, stamp_for

PROGRAMME = kuala_lumpur()
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"))


def paper(programme: Programme = PROGRAMME):
    return build_programme(empty_record(programme), stamp_for(programme, "programme"))


def sessions(workshop: Workshop) -> list[icalendar.Event]:
    written = write_ics(programme_calendar(workshop, EVENING))
    return list(icalendar.Calendar.from_ical(written).walk("VEVENT"))


def of_one_item(**fields) -> Programme:
    item = {"title": "Drafting", "kind": "drafting", "ends_next_day": False}
    made = ProgrammeItem(id="i", **(item | fields))
    return replace(PROGRAMME, items=(made,), dates=(made.date,))


def test_every_day_is_a_table_and_every_item_a_row_with_all_that_the_file_says():
    tables = [block for block in paper().blocks if isinstance(block, Table)]
    assert [table.caption for table in tables] == [
        "Tuesday, 8 July 2025",
        "Wednesday, 9 July 2025",
    ]
    told = ["\n".join(plain(cell) for cell in row.cells) for t in tables for row in t.rows]
    assert len(told) == len(PROGRAMME.items)
    for item, row in zip(PROGRAMME.items, told, strict=True):
        assert row.startswith(f"{item.start:%H:%M}–{item.end:%H:%M}\n{item.title}")
        assert all(part.title in row for part in item.parts)
    assert "Opening Remarks: H.E. Mdm Zehra, DG of SESRIC (tbc)" in told[1]


def test_subtopics_stand_where_their_topic_is_first_on():
    words = [plain(row.cells[1]) for t in paper().blocks if isinstance(t, Table) for row in t.rows]
    for topic in PROGRAMME.topics:
        for one in topic.subtopics:
            assert sum(f"{topic.number}.{one.number} {one.title}" in row for row in words) == 1


def test_a_programme_without_items_is_a_cover_and_no_days():
    bare = paper(replace(PROGRAMME, items=()))
    assert not any(isinstance(block, Heading | Table) for block in bare.blocks)


def test_a_calendar_reads_every_session_with_its_time_title_and_place():
    found = sessions(Workshop("w1", PROGRAMME))
    assert len(found) == len(PROGRAMME.items)
    for item, event in zip(PROGRAMME.items, found, strict=True):
        zone = event.start.astimezone(tz=UTC)
        assert str(event["SUMMARY"]) == item.title
        assert (zone.hour + 8) % 24 == item.start.hour  # Kuala Lumpur is eight hours ahead
        assert event.end > event.start
        assert str(event["LOCATION"]) == "Hotel Royale Chulan, Kuala Lumpur, Malaysia"
        assert event["STATUS"] == "TENTATIVE"
    assert "Opening Remarks: H.E. Mdm Zehra, DG of SESRIC (tbc)\n" in str(found[1]["DESCRIPTION"])


def test_a_session_keeps_its_id_when_its_words_change_and_shares_it_with_no_other_workshop():
    ids = [str(event["UID"]) for event in sessions(Workshop("w1", PROGRAMME))]
    renamed = tuple(replace(item, title="Renamed") for item in PROGRAMME.items)
    again = [str(e["UID"]) for e in sessions(Workshop("w1", replace(PROGRAMME, items=renamed)))]
    assert ids == again and len(set(ids)) == len(ids)
    assert not set(ids) & {str(e["UID"]) for e in sessions(Workshop("w2", PROGRAMME))}


def test_a_rehearsal_says_so_in_every_session():
    found = sessions(Workshop("w1", PROGRAMME, rehearsal=True))
    assert all(str(event["SUMMARY"]).startswith("REHEARSAL: ") for event in found)


def test_a_session_past_midnight_ends_on_the_next_day():
    night = of_one_item(date=date(2025, 7, 8), start=time(22), end=time(1, 30), ends_next_day=True)
    (event,) = sessions(Workshop("w1", night))
    assert (event.end - event.start).total_seconds() == 3.5 * 3600
    (table,) = (b for b in paper(night).blocks if isinstance(b, Table))
    assert plain(table.rows[0].cells[0]) == "22:00–01:30 (next day)"


@pytest.mark.parametrize(
    ("day", "start", "end", "starts_at"),
    [
        (date(2025, 7, 8), time(9), time(10), 7),  # summer time in Paris
        (date(2025, 12, 8), time(9), time(10), 8),
        (date(2025, 3, 30), time(2, 5), time(3), 1),  # an hour that the clocks leap over
    ],
)
def test_times_are_those_of_the_place_also_on_the_night_the_clocks_change(
    day: date, start: time, end: time, starts_at: int
):
    paris = replace(of_one_item(date=day, start=start, end=end), timezone="Europe/Paris")
    (event,) = sessions(Workshop("w1", paris))
    assert event.start.astimezone(UTC).hour == starts_at
    assert event.end > event.start


@given(WORDS, st.lists(WORDS.filter(str.strip), max_size=3))
def test_any_words_come_back_from_a_calendar_and_no_line_is_too_long(title: str, lines: list[str]):
    moment = datetime(2025, 7, 8, 9, tzinfo=UTC)
    said = "\n".join(lines)
    session = Session("one", moment, moment.replace(hour=10), title, said, "", tentative=False)
    written = write_ics(Calendar("Name", "UTC", moment, (session,)))
    assert all(len(line) <= LINE_LIMIT for line in written.split(b"\r\n"))
    (event,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert str(event["SUMMARY"]) == title
    assert str(event.get("DESCRIPTION", "")) == said


def test_a_line_feed_in_a_title_opens_no_property_of_its_own():
    planted = of_one_item(
        date=date(2025, 7, 8), start=time(9), end=time(10), title="A\r\nATTACH:file:///etc\x00"
    )
    (event,) = sessions(Workshop("w1", planted))
    assert "ATTACH" not in event
    assert str(event["SUMMARY"]) == "A\nATTACH:file:///etc"


def test_the_rows_say_what_the_file_says_in_its_order():
    written = write_csv(HEADER, programme_rows(PROGRAMME)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [row["title"] for row in rows] == [item.title for item in PROGRAMME.items]
    assert (rows[0]["date"], rows[0]["start"], rows[0]["end"]) == ("2025-07-08", "08:30", "09:00")
    assert [row["topic"] for row in rows if row["kind"] == "group_discussion"] == ["1", "2", "3"]
