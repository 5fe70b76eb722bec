"""What a programme file may say, what it may leave out, and what is said of its mistakes."""

from datetime import date, time
from pathlib import Path

import pytest

from discussion.domain.programme import ITEM_KINDS
from discussion.domain.programme_file import (
    programme_to_json,
    shape,
)
from discussion.domain.programme_file.fields import NAME_LIMIT, TEXT_LIMIT, TITLE_LIMIT, WORD_LIMIT

from .programme_files import (
    SAMPLE,
    parsed,
    problems_of,
    small,
    small_with_item,
)

HUGE = pytest.param(10**5000, id="5,001 digits")  # more than Python will write out
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "programme-file.md"


def test_the_sample_is_a_workshop_of_two_days_and_three_topics() -> None:
    programme = parsed(SAMPLE)
    assert programme.dates == (date(2025, 7, 8), date(2025, 7, 9))
    assert [len(topic.subtopics) for topic in programme.topics] == [4, 7, 3]
    assert [item.topic for item in programme.items if item.kind == "group_discussion"] == [1, 2, 3]
    assert len(programme.items) == 21


def test_a_speaker_to_be_confirmed_stays_so() -> None:
    opening = parsed(SAMPLE).items[1]
    assert [part.tbc for part in opening.parts] == [False, True, False, False, False]
    assert opening.parts[3].parties == ("PERKESO", "ISKUR")


def test_nothing_of_the_sample_is_lost_on_the_way_there_and_back() -> None:
    assert programme_to_json(parsed(SAMPLE)) == SAMPLE


def test_every_topic_subtopic_and_item_asks_for_an_id_of_its_own() -> None:
    programme = parsed(SAMPLE)
    ids = [i for t in programme.topics for i in (t.id, *(s.id for s in t.subtopics))]
    ids += [item.id for item in programme.items]
    assert len(set(ids)) == len(ids) == 3 + 14 + 21


def test_a_title_and_dates_are_enough() -> None:
    programme = parsed({"title": "A day", "dates": ["2026-03-02"]})
    assert (programme.type, programme.timezone, programme.language) == ("workshop", "UTC", "en")
    assert (programme.topics, programme.items, programme.hosts) == ((), (), ())
    assert (programme.status, programme.venue, programme.country) == (None, None, None)


def test_the_dates_are_those_of_the_items_when_none_are_given() -> None:
    lunch = {"start": "12:00", "end": "13:00", "title": "Lunch", "kind": "logistics"}
    days = ["2026-03-03", "2026-03-02", "2026-03-03"]
    programme = parsed({"title": "Two days", "programme": [{**lunch, "date": d} for d in days]})
    assert programme.dates == (date(2026, 3, 2), date(2026, 3, 3))


@pytest.mark.parametrize("items", [{}, {"programme": []}, {"programme": None}])
def test_a_file_without_dates_and_items_says_so(items: dict[str, object]) -> None:
    assert len(problems_of({"title": "Some day", **items})) == 1


def test_null_and_blank_are_as_good_as_left_out() -> None:
    assert parsed(small() | {"venue": None, "city": "", "status": " "}) == parsed(small())


@pytest.mark.parametrize(
    "title",
    [
        "ورشة عمل حول بوابات التوظيف",
        "L'emploi des jeunes : état des lieux",
        "Jobs – skills — matching",
        "  kept with its spaces ",
        "就业服务",
        "“Quoted” & <b>not bold</b>",
        "Noe\u0308l",
    ],
)
def test_titles_in_any_script_are_kept_exactly_as_given(title: str) -> None:
    topics = [{"no": 4, "title": title, "subtopics": [title]}]
    programme = parsed(small(title=title, topics=topics, programme=None))
    assert programme.title == title
    assert (programme.topics[0].title, programme.topics[0].subtopics[0].title) == (title, title)
    assert parsed(programme_to_json(programme)) == programme


def test_a_topic_may_have_no_subtopics() -> None:
    programme = parsed(small(topics=[{"no": 1, "title": "One"}]))
    assert programme.topics[0].subtopics == ()


def test_subtopics_are_numbered_from_one_in_their_order() -> None:
    assert [(s.number, s.title) for s in parsed(small()).topics[0].subtopics] == [
        (1, "Search"),
        (2, "Matching"),
    ]


# times


def test_an_end_past_midnight_is_the_next_days() -> None:
    item = parsed(small_with_item(start="20:00", end="01:30")).items[0]
    assert (item.end, item.ends_next_day) == (time(1, 30), True)


def test_midnight_itself_is_the_next_days() -> None:
    assert parsed(small_with_item(start="18:00", end="00:00")).items[0].ends_next_day


def test_an_ordinary_item_ends_the_same_day() -> None:
    assert not parsed(small()).items[0].ends_next_day


@pytest.mark.parametrize(
    ("start", "end"), [("18:00", "00:01"), ("10:00", "09:00"), ("11:00", "10:59")]
)
def test_more_than_six_hours_past_midnight_is_a_mistake(start: str, end: str) -> None:
    assert set(problems_of(small_with_item(start=start, end=end))) == {"programme[0].end"}


def test_an_item_without_length_is_a_mistake() -> None:
    said = problems_of(small_with_item(start="09:00", end="09:00"))
    assert said == {"programme[0].end": "The item ends when it starts. Give it a length."}


def test_an_item_without_an_end_ends_when_the_next_one_of_its_day_starts() -> None:
    item = {"date": "2026-03-02", "title": "Talk", "kind": "presentation"}
    slots = [{**item, "start": "09:00"}, {**item, "start": "09:40", "end": "10:00"}]
    assert parsed(small(programme=slots)).items[0].end == time(9, 40)


def test_the_last_item_of_a_day_must_say_when_it_ends() -> None:
    assert set(problems_of(small_with_item(end=None))) == {"programme[0].end"}


@pytest.mark.parametrize("start", ["9:00", "09.00", "09:00:00", "24:00", "12:60", "٠٩:٠٠", 900, ""])
def test_a_time_is_two_digits_a_colon_and_two_digits(start: object) -> None:
    assert "programme[0].start" in problems_of(small_with_item(start=start))


@pytest.mark.parametrize(
    "day",
    ["2026-3-2", "02.03.2026", "20260302", "2026-W10-1", "2026-02-30", "0026-03-02", 20260302],
)
def test_a_date_is_year_month_day(day: object) -> None:
    assert "programme[0].date" in problems_of(small_with_item(date=day))


def test_an_item_on_a_day_that_is_not_the_workshops_is_a_mistake() -> None:
    said = problems_of(small_with_item(date="2026-03-20"))
    assert said["programme[0].date"].startswith("2026-03-20 is not one of the workshop's dates.")


@pytest.mark.parametrize(
    "days", [["2026-03-03", "2026-03-02"], ["2026-03-02", "2026-03-02", "2026-03-03"]]
)
def test_dates_stand_in_order_and_once(days: list[str]) -> None:
    assert set(problems_of(small(dates=days))) == {"dates[1]"}


# what fits together


def test_an_item_names_a_topic_of_the_file() -> None:
    said = problems_of(small_with_item(topic=2))
    assert said == {"programme[0].topic": "There is no topic 2 in this file."}


@pytest.mark.parametrize("kind", shape.ABOUT_A_TOPIC)
def test_an_item_about_a_topic_says_which(kind: str) -> None:
    assert set(problems_of(small_with_item(kind=kind, topic=None))) == {"programme[0].topic"}


@pytest.mark.parametrize("kind", sorted(set(ITEM_KINDS) - set(shape.ABOUT_A_TOPIC)))
def test_any_other_kind_may_have_a_topic_or_none(kind: str) -> None:
    assert parsed(small_with_item(kind=kind, topic=None)).items[0].topic is None
    assert parsed(small_with_item(kind=kind)).items[0].topic == 1


def test_two_topics_of_one_number_are_a_mistake_at_the_second() -> None:
    topics = [{"no": 1, "title": "One"}, {"no": 1, "title": "Two"}]
    said = problems_of(small(topics=topics))
    assert said == {"topics[1].no": "The number 1 is already that of topics[0]."}


@pytest.mark.parametrize("number", [0, -1, 1000, True, 1.0, "1", HUGE, [1]])
def test_a_topic_number_is_a_whole_number_from_1_to_999(number: object) -> None:
    said = problems_of(small(topics=[{"no": number, "title": "One"}], programme=None))
    assert set(said) == {"topics[0].no"}


def test_an_unknown_kind_is_named_with_those_that_exist() -> None:
    said = problems_of(small_with_item(kind="coffee"))["programme[0].kind"]
    assert said.startswith("“coffee” is not a kind of item.")
    assert all(kind in said for kind in ITEM_KINDS)


@pytest.mark.parametrize(
    "zone",
    [
        "Asia/Kuala Lumpur",
        "Kuala Lumpur",
        "asia/kuala_lumpur",
        "Asia",
        "GMT+8",
        "localtime",
        "posixrules",
        "../../etc/passwd",
        "/etc/localtime",
        "Asia/Kuala_Lumpur\0",
        "Z" * 200,
        8,
    ],
)
def test_a_time_zone_is_one_of_the_world(zone: object) -> None:
    assert set(problems_of(small(timezone=zone))) == {"timezone"}


@pytest.mark.parametrize(
    "zone", ["Asia/Kuala_Lumpur", "UTC", "America/Argentina/Buenos_Aires", "America/Port-au-Prince"]
)
def test_time_zones_of_the_world_are_known(zone: str) -> None:
    assert parsed(small(timezone=zone)).timezone == zone


@pytest.mark.parametrize("country", ["my", "MYS", "Malaysia", "M1", 60])
def test_a_country_is_two_capital_letters(country: object) -> None:
    assert set(problems_of(small(country=country))) == {"country"}


# all at once


def test_everything_wrong_is_said_at_once() -> None:
    said = problems_of(
        {
            "titel": "A day",
            "dates": ["2026-03-02", "soon"],
            "timezone": "Mars/Olympus",
            "hosts": [{"full": "nobody"}, "PERKESO"],
            "topics": [{"no": 1}, {"no": 1, "title": "Two", "subtopics": "none"}],
            "programme": [{"date": "2026-03-02", "start": "25:00", "kind": "tea", "topic": 9}, 7],
        }
    )
    assert set(said) == {
        "titel",
        "title",
        "dates[1]",
        "timezone",
        "hosts[0].name",
        "hosts[1]",
        "topics[0].title",
        "topics[1].no",
        "topics[1].subtopics",
        "programme[0].start",
        "programme[0].title",
        "programme[0].kind",
        "programme[0].topic",
        "programme[1]",
    }


@pytest.mark.parametrize("data", [None, [], "", 0, 1.5, True, [small()]])
def test_a_file_that_holds_no_object_says_just_that(data: object) -> None:
    assert problems_of(data) == {"": "The file must hold one object in braces."}


# the reference page


@pytest.mark.parametrize(
    "keys",
    [shape.KEYS, shape.HOST_KEYS, shape.MANDATE_KEYS, shape.TOPIC_KEYS, shape.ITEM_KEYS]
    + [shape.PART_KEYS, ITEM_KINDS],
)
def test_the_reference_page_names_every_key_and_kind(keys: tuple[str, ...]) -> None:
    page = REFERENCE.read_text(encoding="utf-8")
    assert [key for key in keys if f"`{key}`" not in page] == []


def test_the_reference_page_names_every_limit() -> None:
    page = REFERENCE.read_text(encoding="utf-8")
    limits = [v for k, v in vars(shape).items() if k.startswith("MOST_")]
    limits += [TITLE_LIMIT, NAME_LIMIT, TEXT_LIMIT, WORD_LIMIT]
    assert [n for n in limits if f"{n:,}" not in page] == []
