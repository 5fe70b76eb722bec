"""Who attends: kept by the secretariat, named by agreement, and in no other paper."""

import csv
import io
from pathlib import Path

import pytest

from discussion.domain.participants import ListProblems
from discussion.domain.publications import document_kind, documents_of
from discussion.errors import NotFound
from discussion.services import participants
from discussion.services.publications.reading import record_of
from discussion.storage import log
from tests.documents.test_nothing_leaks import READ
from tests.kit.house import Held
from tests.services.editions import House
from tests.services.points import confirm_point

LIST = """name,function,institution,country,group,agreed
Yusra Agreed,Director,Ministry A,Jordan,country,yes
Karim Silent,Deputy,Ministry B,Jordan,country,no
Nadia Silent,Head,Ministry C,Niger,country,no
Omar Agreed,Expert,ILO,,organisation,yes
=HYPERLINK(1),Chief,<b>PERKESO</b>,Malaysia,host,yes
"""


def keep(held: Held, text: str = LIST) -> None:
    held.act(held.actor("secretariat"), "set_participants", list=text)


@pytest.fixture
def house(workshop: Held, tmp_path: Path) -> House:
    return House(workshop, tmp_path)


def words_of(house: House, *documents: str) -> dict[str, str]:
    """All words of the documents' new editions, by document and format."""
    return {
        f"{kept.edition.document}.{file.format}": READ[file.format](
            house.bytes_of(kept, file.format)
        )
        for kept in house.build(*documents)
        for file in kept.files
    }


def test_the_list_names_who_agreed_and_counts_the_others(house: House) -> None:
    keep(house.held)
    for name, words in words_of(house, "participants").items():
        assert "Yusra Agreed" in words and "Omar Agreed" in words, name
        assert "Silent" not in words and "Ministry B" not in words, name
        if not name.endswith("csv"):
            told = " ".join(words.split())
            assert "Five participants from two countries and one organisation" in told
            assert "Two participants are counted and not named" in told
            assert "and one other" in told


def test_rows_of_the_list_count_those_who_are_not_named_and_run_no_formula(house: House) -> None:
    keep(house.held)
    rows = list(csv.DictReader(io.StringIO(words_of(house, "participants")["participants.csv"])))
    assert [(row["country or organisation"], row["name"], row["not named"]) for row in rows] == [
        ("Jordan", "Yusra Agreed", ""),
        ("Jordan", "", "1"),
        ("Niger", "", "1"),
        ("ILO", "Omar Agreed", ""),
        ("<b>PERKESO</b>", "'=HYPERLINK(1)", ""),
    ]


def test_a_page_shows_what_was_typed_and_never_runs_it(house: House) -> None:
    keep(house.held)
    page = words_of(house, "participants")["participants.html"]
    assert "&lt;b&gt;PERKESO&lt;/b&gt;" in page and "<b>PERKESO" not in page


def test_nobody_of_the_list_is_named_in_any_other_document(house: House) -> None:
    confirm_point(house.held, "Portals name the authority behind every offer")
    keep(house.held)
    others = [d for d in documents_of(house.held.plan.programme) if d != "participants"]
    told = words_of(house, *others)
    assert len(told) == sum(len(document_kind(d)[0].formats) for d in others)
    secrets = ("Yusra", "Karim", "Nadia", "Omar", "HYPERLINK", "Ministry A", "Ministry B")
    assert [(name, s) for name, text in told.items() for s in secrets if s in text] == []
    proceedings = " ".join(told["proceedings.docx"].split())
    assert "Five participants from two countries and one organisation took part." in proceedings


def test_without_a_list_the_documents_say_so(house: House) -> None:
    told = words_of(house, "participants", "proceedings")
    assert "No list of participants has been given yet." in told["participants.docx"]
    assert "number of participants and of countries represented" in told["proceedings.docx"]


def test_the_record_holds_no_word_of_whoever_has_not_agreed(workshop: Held) -> None:
    keep(workshop)
    with workshop.database.reading() as transaction:
        record = record_of(transaction, workshop.id)
    assert "Silent" not in repr(record)
    assert len(record.participants) == 5


def test_a_new_list_takes_the_place_of_the_old_one_and_the_log_holds_numbers_alone(
    workshop: Held,
) -> None:
    keep(workshop)
    keep(workshop, "name,country\nSomebody Else,MY\n")
    secretariat = workshop.actor("secretariat")
    with workshop.database.reading() as transaction:
        (one,) = participants.list_participants(transaction, secretariat)
        events = log.since(transaction, workshop.id, 0, limit=1000)
    assert one.name == "Somebody Else"
    told = [event.payload for event in events if event.kind == "set_participants"]
    assert told == ['{"participants":5,"agreed":3}', '{"participants":1,"agreed":0}']


def test_a_list_that_is_wrong_changes_nothing(workshop: Held) -> None:
    keep(workshop)
    secretariat = workshop.actor("secretariat")
    with pytest.raises(ListProblems):
        workshop.act(secretariat, "set_participants", list="country\nMY\n")
    with workshop.database.reading() as transaction:
        assert len(participants.list_participants(transaction, secretariat)) == 5


def test_nobody_but_the_secretariat_sees_the_list(workshop: Held) -> None:
    keep(workshop)
    with workshop.database.reading() as transaction:
        for who in ("moderator", "chair", "rapporteur"):
            with pytest.raises(NotFound):
                participants.list_participants(transaction, workshop.actor(who))
