"""Who is named: chosen with a trace, agreed to note by note, obeyed wherever notes are shown."""

from pathlib import Path
from typing import Any

import pytest

from discussion.domain.attribution import Policy
from discussion.domain.publications import Record
from discussion.errors import NotFound
from discussion.services import channels, outcome
from discussion.services.history.playback import sheet_to_play
from discussion.services.outcome import Reader
from discussion.services.programme import attribution
from discussion.services.programme.attribution import PolicyChange
from discussion.services.publications import record_of
from discussion.services.publications.contributions import every_note
from discussion.services.publications.overview import publications_state
from tests.documents.test_nothing_leaks import outputs
from tests.kit.house import Held
from tests.services.points import confirm_point
from tests.services.test_outcome import EVERYBODY, build, of_table, of_workshop


def choose(
    held: Held, published: str | None, capturing: str | None = "person", topic: int | None = None
) -> None:
    """The secretariat's choice, of the workshop or of a topic by its number."""
    subject = held.topics[topic - 1].id if topic else None
    levels = {"published": published, "capturing": capturing}
    held.act(held.actor("secretariat"), "set_attribution", topic=subject, **levels)


def agree(held: Held, note: str, said_by: str | None = None, **more: Any) -> None:
    """The table marks that the delegate agrees."""
    ended = held.note(note).contribution.agreement_ended
    facts = {"agreed": True, "said_by": said_by, "countries": ["MY"], "ended": ended, **more}
    held.act(held.actor("rapporteur"), "set_note_agreement", note=note, **facts)


@pytest.fixture
def note(workshop: Held) -> str:
    """A note of table 1 that speaks of Malaysia."""
    said = workshop.say("We check employers twice")
    workshop.act(workshop.actor("rapporteur"), "set_note_countries", note=said, value=["MY"])
    return said


def changes(held: Held) -> tuple[PolicyChange, ...]:
    with held.database.reading() as transaction:
        return attribution.changes(transaction, held.actor("secretariat"))


def record(held: Held) -> Record:
    with held.database.reading() as transaction:
        return record_of(transaction, held.id)


def on_the_board(held: Held) -> dict[str, Any]:
    """The one note as the board of topic 1 is told of it."""
    (told,) = held.fresh(f"board:{held.topics[0].id}")[1]["notes"]
    return dict(told)


def test_every_choice_is_kept_with_who_when_from_and_to(workshop: Held) -> None:
    choose(workshop, "country")
    choose(workshop, "none", "table", topic=2)
    choose(workshop, "none", "table", topic=2)  # changes nothing, and is not told
    choose(workshop, None, None, topic=2)
    back, own, first = changes(workshop)
    assert (first.by, first.at, first.topic) == ("Secretariat", workshop.clock.now, None)
    assert (first.was, first.now) == (Policy(), Policy("person", "country"))
    assert own.topic and own.topic.number == 2
    assert (own.was, own.now) == (None, Policy("table", "none"))
    assert (back.was, back.now) == (Policy("table", "none"), None)


def test_a_workshop_always_has_a_policy_and_a_level_stands_on_both_sides(workshop: Held) -> None:
    who, topic = workshop.actor("secretariat"), workshop.topics[0].id
    for about, levels in (
        (None, {"published": None, "capturing": None}),
        (None, {"published": "table", "capturing": None}),
        (topic, {"published": None, "capturing": "table"}),
        (None, {"published": "table", "capturing": "none"}),
    ):
        workshop.refused(who, "set_attribution", code="malformed", topic=about, **levels)
    assert changes(workshop) == ()


def test_boards_are_told_as_much_as_moderators_may_see(workshop: Held, note: str) -> None:
    agree(workshop, note, "The delegate")
    for level, countries, name in (
        ("person", ["MY"], "The delegate"),
        ("country", ["MY"], None),
        ("table", None, None),
    ):
        choose(workshop, "table", level, topic=1)
        told = on_the_board(workshop)
        assert (told.get("countries"), told.get("said_by")) == (countries, name)
        assert told["agreed"] is True


def test_moderators_open_no_sheet_that_shows_more_than_they_may_see(
    workshop: Held, note: str
) -> None:
    sheet = f"sheet:{workshop.sheet()}"
    choose(workshop, "person", "country", topic=1)
    with workshop.database.reading() as transaction:
        for who in ("rapporteur", "secretariat"):
            channels.may_join(transaction, workshop.actor(who), sheet)
        with pytest.raises(NotFound):
            channels.may_join(transaction, workshop.actor("moderator"), sheet)
        with pytest.raises(NotFound):
            sheet_to_play(transaction, workshop.actor("moderator"), workshop.sheet())
        other = f"sheet:{workshop.sheet(topic=2)}"
        channels.may_join(transaction, workshop.actor("moderator"), other)


def test_a_board_that_slept_through_a_choice_begins_afresh(workshop: Held, note: str) -> None:
    board = f"board:{workshop.topics[0].id}"
    number, _ = workshop.fresh(board)
    workshop.say("One more")
    with workshop.database.reading() as transaction:
        assert channels.catch_up(transaction, workshop.id, board, number) is not None
    choose(workshop, "none")
    with workshop.database.reading() as transaction:
        assert channels.catch_up(transaction, workshop.id, board, number) is None


def test_a_choice_of_the_workshop_reaches_the_screens_of_topics_without_their_own(
    workshop: Held,
) -> None:
    choose(workshop, "none", topic=2)
    levels = {"topic": None, "published": "country", "capturing": "person"}
    message = workshop.command("set_attribution", **levels)
    batch = workshop.batch((workshop.actor("secretariat"), message))
    rooms = {name.partition(":")[2] for name in batch.entries.dirty if name.startswith("room:")}
    assert rooms == {workshop.topics[0].id, workshop.topics[2].id}


def test_the_record_holds_no_more_than_may_be_published(workshop: Held, note: str) -> None:
    agree(workshop, note, "The delegate")
    table = workshop.tables[0]
    for level, wanted in (
        ("person", (table.id, ("MY",), "The delegate")),
        ("country", (table.id, ("MY",), None)),
        ("table", (table.id, (), None)),
    ):
        choose(workshop, level)
        (said,) = record(workshop).contributions
        assert (said.table, said.countries, said.said_by) == wanted
    choose(workshop, "none")
    hidden = record(workshop)
    assert hidden.contributions[0].table not in {None, table.id}
    assert {table.name for table in hidden.tables} == {""}


def test_whoever_typed_stands_in_no_document(workshop: Held) -> None:
    workshop.people["rapporteur"] = workshop.rapporteur(1, name="Typist Unmistakable")
    confirm_point(workshop, "Portals name the authority", tables=(1, 2))
    choose(workshop, "person")
    made = outputs(record(workshop))
    assert "Portals name the authority" in made["proceedings.docx"]
    assert [name for name, text in made.items() if "Unmistakable" in text] == []


def test_the_export_shows_what_moderators_may_see(workshop: Held, note: str) -> None:
    agree(workshop, note, "The delegate")
    choose(workshop, "none", "country")
    with workshop.database.reading() as transaction:
        (line,) = every_note(transaction, workshop.id).lines
    assert (line.table, line.note.countries, line.note.said_by) == ("Table 1", ("MY",), None)
    assert line.note.agreed


def test_strangers_read_no_table_by_its_name_where_no_one_is_named(
    workshop: Held, note: str
) -> None:
    workshop.act(workshop.actor("secretariat"), "set_outcome_readers", **EVERYBODY)
    choose(workshop, "none", topic=1)
    stranger = Reader()
    assert {on.topic.number for on in of_table(workshop, reader=stranger).topics} == {2, 3}
    page = of_workshop(workshop, stranger)
    assert workshop.topics[0].id not in page.named_topics
    choose(workshop, "none")
    choose(workshop, None, None, topic=1)
    with pytest.raises(NotFound):
        of_table(workshop, reader=stranger)
    assert of_workshop(workshop, stranger).open_tables == frozenset()
    own = Reader(workshop.actor("rapporteur"))
    assert of_table(workshop, reader=own).topics[0].notes[0].countries == ("MY",)
    assert workshop.topics[0].id in of_workshop(workshop).named_topics


def test_strangers_read_a_country_only_where_the_delegate_agreed(workshop: Held, note: str) -> None:
    workshop.act(workshop.actor("secretariat"), "set_outcome_readers", **EVERYBODY)
    choose(workshop, "person")
    seen = lambda: of_table(workshop, reader=Reader()).topics[0].notes[0]  # noqa: E731
    assert (seen().countries, seen().said_by) == ((), None)
    agree(workshop, note, "The delegate")
    assert (seen().countries, seen().said_by) == (("MY",), "The delegate")


def test_an_edition_says_whom_it_was_allowed_to_name_and_what_changed_since(
    workshop: Held, tmp_path: Path
) -> None:
    confirm_point(workshop, "Portals name the authority")
    choose(workshop, "country", topic=2)
    build(workshop, tmp_path, "declaration", "presentation-topic-1")

    def told() -> dict[str, tuple[str, str]]:
        with workshop.database.reading() as transaction:
            state = publications_state(transaction, workshop.plan)
        built = [each for each in state["documents"] if each["newest"]]
        return {each["key"]: (each["newest"]["names"], each["since"]) for each in built}

    names = "Tables. Topic 2: countries that agree."
    assert told() == {"declaration": (names, ""), "presentation-topic-1": (names, "")}
    choose(workshop, "none", topic=2)
    changed = "attribution policy changed"
    assert told() == {"declaration": (names, changed), "presentation-topic-1": (names, "")}
    choose(workshop, "country", topic=2)
    assert told()["declaration"] == (names, "")


def test_an_agreement_taken_away_is_news_to_documents_that_name_countries(
    workshop: Held, tmp_path: Path, note: str
) -> None:
    choose(workshop, "country")
    agree(workshop, note)
    build(workshop, tmp_path, "declaration")
    agree(workshop, note, agreed=False)

    def since() -> str:
        with workshop.database.reading() as transaction:
            return str(publications_state(transaction, workshop.plan)["documents"][0]["since"])

    assert since() == "1 note named otherwise"
    choose(workshop, "table")
    assert since() == "attribution policy changed"


def test_nobody_but_the_secretariat_reads_the_choices(workshop: Held) -> None:
    with workshop.database.reading() as transaction, pytest.raises(NotFound):
        attribution.changes(transaction, workshop.actor("moderator"))


def test_what_readers_are_to_a_table(workshop: Held) -> None:
    table, topic = workshop.tables[0], workshop.topics[0]
    places = {
        who: Reader(workshop.actor(who)).place(workshop.id, table, topic)
        for who in ("rapporteur", "second", "moderator", "chair", "room")
    }
    assert places == {
        "rapporteur": "own_table",
        "second": "participants",
        "moderator": "moderators",
        "chair": "moderators",
        "room": "participants",
    }
    assert outcome.Reader().place(workshop.id, table, topic) == "participants"
