"""A delegate is named by agreement alone, which whoever gave it can end at any moment."""

import pytest

from discussion.storage import log
from tests.kit.house import Held
from tests.services.test_attribution import agree, choose


@pytest.fixture
def note(workshop: Held) -> str:
    """A note of table 1 that speaks of Malaysia."""
    said = workshop.say("We check employers twice")
    workshop.act(workshop.actor("rapporteur"), "set_note_countries", note=said, value=["MY"])
    return said


def test_a_delegate_is_not_named_unless_somebody_marked_the_agreement(
    workshop: Held, note: str
) -> None:
    said = workshop.note(note).contribution
    assert (said.agreed, said.said_by) == (False, None)
    agree(workshop, note, "The delegate")
    said = workshop.note(note).contribution
    assert (said.agreed, said.said_by) == (True, "The delegate")
    agree(workshop, note, "The delegate", agreed=False)
    assert workshop.note(note).contribution.said_by is None


def test_agreement_goes_when_a_country_comes_and_stays_when_one_goes(
    workshop: Held, note: str
) -> None:
    who = workshop.actor("rapporteur")
    agree(workshop, note, "The delegate")
    workshop.act(who, "set_note_countries", note=note, value=[])
    assert workshop.note(note).contribution.agreed
    workshop.act(who, "set_note_countries", note=note, value=["TR"])
    said = workshop.note(note).contribution
    assert (said.agreed, said.said_by) == (False, None)


def test_nobody_agrees_to_a_country_that_was_added_unseen(workshop: Held, note: str) -> None:
    who = workshop.actor("rapporteur")
    workshop.act(who, "set_note_countries", note=note, value=["MY", "TR"])
    facts = {"agreed": True, "said_by": None, "countries": ["MY"], "ended": 0}
    workshop.refused(who, "set_note_agreement", code="names_moved", note=note, **facts)
    agree(workshop, note, agreed=False)  # taking it away is never refused


def test_an_agreement_taken_back_does_not_come_back_by_an_older_command(
    workshop: Held, note: str
) -> None:
    late = {"agreed": True, "said_by": "The delegate", "countries": ["MY"], "ended": 0}
    agree(workshop, note, "The delegate")
    agree(workshop, note, agreed=False)
    table = workshop.actor("rapporteur")
    workshop.refused(table, "set_note_agreement", code="agreement_ended", note=note, **late)
    assert not workshop.note(note).contribution.agreed
    agree(workshop, note, "The delegate")  # asked again
    agree(workshop, note, agreed=False, ended=0)  # and taken back by a device that knew less
    assert not workshop.note(note).contribution.agreed


def test_an_agreement_ends_when_others_than_the_table_change_the_words(
    workshop: Held, note: str
) -> None:
    for who in ("moderator", "secretariat"):
        agree(workshop, note, "The delegate")
        workshop.type(note, "  ", by=who)
        workshop.type(note, "Both of us: ", by="rapporteur")
        assert workshop.note(note).contribution.agreed
        workshop.type(note, "Never: ", by=who)
        said = workshop.note(note).contribution
        assert (said.agreed, said.said_by, said.agreement_lost_by) == (False, None, who)
    (told,) = workshop.fresh(f"sheet:{workshop.sheet()}")[1]["notes"]
    assert (told["agreement_lost_by"], told["agreement_ended"]) == ("secretariat", 2)
    agree(workshop, note)
    assert workshop.note(note).contribution.agreement_lost_by is None


def test_a_delegates_name_stands_in_no_event(workshop: Held, note: str) -> None:
    agree(workshop, note, "Unmistakable Name")
    with workshop.database.reading() as transaction:
        told = [event.payload or "" for event in log.history(transaction, note)]
    assert len(told) > 3 and "Unmistakable" not in "".join(told)


def test_moderators_neither_ask_delegates_nor_touch_countries_they_may_not_see(
    workshop: Held, note: str
) -> None:
    who, facts = workshop.actor("moderator"), {"agreed": True, "said_by": "A guess", "ended": 0}
    for level in ("person", "country", "table"):
        choose(workshop, "person", level, topic=1)
        asked = {**facts, "note": note, "countries": ["MY"]}
        workshop.refused(who, "set_note_agreement", code="not_found", **asked)
        if level != "person":
            workshop.refused(who, "set_note_countries", code="not_found", note=note, value=[])
    said = workshop.note(note).contribution
    assert (said.countries, said.agreed, said.said_by) == (("MY",), False, None)
    choose(workshop, "person", "person", topic=1)
    workshop.act(who, "set_note_countries", note=note, value=["MY", "TR"])
    workshop.act(workshop.actor("secretariat"), "set_note_countries", note=note, value=["MY"])
