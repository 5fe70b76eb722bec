"""What became of what a table said, as a paper: what it holds, and for whom."""

import json
from pathlib import Path

import pytest

from discussion.errors import DiscussionError, NotFound, Refused
from discussion.services.outcome import Reader
from discussion.services.publications import table_reports
from discussion.services.publications.table_reports import (
    Wanted,
    reader_from_json,
    reader_to_json,
    run_report,
    secretariat_of,
    write_report,
)
from tests.documents.reading import pdf_text, word_text
from tests.kit.house import Held
from tests.services.paragraphs import restated
from tests.services.points import confirm_point
from tests.services.test_outcome import build

STATEMENT = "Portals name the authority behind every offer"
READ = {"docx": word_text, "html": bytes.decode, "pdf": pdf_text}


def report(
    held: Held, table: int | None = 1, form: str = "docx", reader: Reader | None = None
) -> str:
    """All words of a report, as the secretariat has it unless told."""
    reader = reader or secretariat_of(held.id)
    return READ[form](write_report(held.database, reader, Wanted(held.id, table, form)))


def everybody_may_read(held: Held) -> None:
    held.act(held.actor("secretariat"), "set_outcome_readers", readers="everybody")


def a_question_and_a_reason(held: Held) -> None:
    asked, parked = held.say("Check them"), held.say("Ban Mr X from the portal")
    held.decide(asked, "return", question="Whom?")
    held.act(held.actor("rapporteur"), "answer_question", note=asked, answer="Employers")
    held.decide(parked, "park", reason="named_person", remark="See rule 4")


@pytest.mark.parametrize("form", READ)
def test_a_report_tells_of_each_note_its_decision_reason_question_and_answer(
    workshop: Held, form: str
) -> None:
    a_question_and_a_reason(workshop)
    said = " ".join(report(workshop, form=form).split())
    for words in (
        "Ban Mr X from the portal",
        "Parked",
        "Names or judges a person or a company. See rule 4",
        "Whom?",
        "Employers",
        "Answered, and not read again yet",
    ):
        assert words in said


def test_a_report_gives_the_points_a_note_went_into_in_their_words_of_now(
    workshop: Held, tmp_path: Path
) -> None:
    point = confirm_point(workshop, STATEMENT, tables=(1, 2))
    build(workshop, tmp_path, "declaration", "proceedings")
    restated(workshop, point, "Public ")
    said = report(workshop)
    assert f"Public {STATEMENT} (confirmed)." in said
    assert "Declaration (ZERO), paragraph 3: “Recommend" in said
    assert f"{STATEMENT};”." in said  # as the edition has it
    assert "Proceedings (ZERO), " in said
    assert "Its words have changed since; the next edition will show them." in said


def test_a_point_of_several_notes_is_told_whole_once_and_then_led_to(workshop: Held) -> None:
    point = confirm_point(workshop, STATEMENT, tables=(1,))
    other = workshop.accept("Who is behind an offer?")
    workshop.act(workshop.actor("moderator"), "add_source", point=point, note=other)
    said = report(workshop)
    assert said.count("In no document yet") == 1
    assert "Where it went is said at note 1." in said


def test_a_stranger_is_not_told_words_that_name_somebody_nor_the_remark_on_them(
    workshop: Held,
) -> None:
    a_question_and_a_reason(workshop)
    everybody_may_read(workshop)
    said = report(workshop, reader=Reader())
    assert "Its words stay with the table, since they name somebody" in said
    assert "Mr X" not in said and "See rule 4" not in said
    assert "Mr X" in report(workshop, reader=Reader(workshop.actor("rapporteur")))


def test_a_table_has_its_own_report_and_no_others(workshop: Held) -> None:
    confirm_point(workshop, STATEMENT, tables=(1, 2))
    reader = Reader(workshop.actor("rapporteur"))
    assert "Table 1" in report(workshop, reader=reader)
    for table in (2, None):
        with pytest.raises(NotFound):
            report(workshop, table, reader=reader)


def test_nobody_but_those_who_work_with_the_notes_has_all_tables_in_one_paper(
    workshop: Held,
) -> None:
    confirm_point(workshop, STATEMENT, tables=(1, 2))
    everybody_may_read(workshop)
    with pytest.raises(NotFound):
        report(workshop, None, reader=Reader())
    said = report(workshop, None, reader=Reader(workshop.actor("chair")))
    assert "All tables: What became of what we said" in said
    assert [said.count(f"\n{table.name}\n") for table in workshop.tables] == [1] * len(
        workshop.tables
    )


def test_a_moderator_of_one_topic_has_that_topic_alone(workshop: Held) -> None:
    confirm_point(workshop, STATEMENT, topic=1)
    confirm_point(workshop, "Scams are reported once", topic=2)
    bound = workshop.somebody("moderator", topic=workshop.topics[1].id)
    said = report(workshop, None, reader=Reader(bound.actor))
    assert "Scams are reported once" in said
    assert STATEMENT not in said


def test_more_notes_than_one_file_should_hold_are_refused_with_what_to_do(
    workshop: Held, monkeypatch
) -> None:
    confirm_point(workshop, STATEMENT, tables=(1, 2))
    monkeypatch.setitem(table_reports.NOTES_LIMIT, "docx", 1)
    with pytest.raises(Refused) as refusal:
        report(workshop, None)
    assert (refusal.value.code, refusal.value.facts) == ("report_too_large", {"limit": "1"})
    assert STATEMENT in report(workshop, 1)


def test_a_reader_is_told_to_the_child_by_rights_and_never_by_name(workshop: Held) -> None:
    signed = workshop.somebody("moderator", topic=workshop.topics[0].id, name="Aminata")
    told = json.dumps(reader_to_json(Reader(signed.actor)))
    assert "Aminata" not in told and signed.actor.session not in told
    again = reader_from_json(json.loads(told)).actor
    assert again is not None and again.topic == workshop.topics[0].id
    assert reader_from_json(reader_to_json(Reader())) == Reader()


def test_the_child_writes_what_the_reader_may_have_and_leaves_nothing_when_it_fails(
    workshop: Held, tmp_path: Path
) -> None:
    confirm_point(workshop, STATEMENT)
    url, folder = str(workshop.database.writes.url), tmp_path / "report"
    own, another = Wanted(workshop.id, 1, "docx"), Wanted(workshop.id, 2, "docx")
    reader = Reader(workshop.actor("rapporteur"))
    file = run_report(url, reader, own, folder, "request-1")
    assert STATEMENT in word_text(file.read_bytes())
    with pytest.raises(DiscussionError) as refusal:
        run_report(url, reader, another, folder, "request-2")
    assert refusal.value.code == "export_failed"
    assert not folder.exists()


def test_one_moment_gives_the_same_bytes_twice(workshop: Held) -> None:
    confirm_point(workshop, STATEMENT)
    wanted = Wanted(workshop.id, 1, "docx")
    reader = secretariat_of(workshop.id)
    first, second = (write_report(workshop.database, reader, wanted) for _ in range(2))
    assert first == second
