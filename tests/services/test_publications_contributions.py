"""Every note, written out: whatever became of it, with who decided, when, and on which words."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from discussion.documents.builders.contributions import contributions_listing
from discussion.domain.contributions import CONTRIBUTION, STATUS_WORDS
from discussion.domain.publications import NoteLine
from discussion.errors import DiscussionError
from discussion.services.publications import contributions
from discussion.services.publications.contributions import FORMATS, every_note, write_contributions
from discussion.storage.tables import events
from tests.house.sources import ROOT
from tests.kit.house import Held
from tests.services.paragraphs import restated
from tests.services.points import confirm_point

BECOMES: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "submitted": (),
    "accepted": (("accept", {}),),
    "returned": (("return", {"question": "Which portal?"}),),
    "parked": (("park", {"reason": "needs_echo", "remark": "Later"}),),
    "out_of_scope": (("rule_out", {"reason": "named_person", "remark": ""}),),
}


@pytest.fixture
def each(workshop: Held) -> dict[str, str]:
    """A note of every status there is, by status."""
    notes = {"writing": workshop.write("being writing"), "withdrawn": workshop.say("is withdrawn")}
    workshop.act(workshop.actor("rapporteur"), "withdraw_note", note=notes["withdrawn"])
    for status, moves in BECOMES.items():
        notes[status] = workshop.say(f"is {status}")
        for move, facts in moves:
            workshop.decide(notes[status], move, **facts)
    assert set(notes) == set(CONTRIBUTION.states)
    return notes


def lines(workshop: Held, topic: int | None = None) -> dict[str, NoteLine]:
    with workshop.database.reading() as transaction:
        found = every_note(transaction, workshop.id, topic=topic).lines
        return {line.note.id: line for line in found}


def line(workshop: Held, note: str) -> NoteLine:
    return lines(workshop)[note]


def written(workshop: Held, folder: Path, form: str, topic: int | None = None) -> bytes:
    file = folder / f"notes.{form}"
    write_contributions(workshop.database, workshop.id, form, file, topic=topic)
    assert not list(folder.glob("*.part"))
    return file.read_bytes()


def as_json(workshop: Held, folder: Path, topic: int | None = None) -> dict[str, Any]:
    return json.loads(written(workshop, folder, "json", topic))


def as_rows(workshop: Held, folder: Path) -> list[dict[str, str]]:
    text = written(workshop, folder, "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_note_of_every_status_is_there_in_every_format(workshop, each, tmp_path: Path) -> None:
    told = {note["id"]: note for note in as_json(workshop, tmp_path)["notes"]}
    rows = {row["Note"]: row for row in as_rows(workshop, tmp_path)}
    assert set(told) == set(rows) == set(each.values())
    for status, note in each.items():
        assert told[note]["status"] == status
        assert rows[note]["Status"] == STATUS_WORDS[status]
        assert told[note]["words"] == rows[note]["Words"] == workshop.note(note).contribution.text
    assert written(workshop, tmp_path, "xlsx")[:2] == b"PK"


def test_a_line_nobody_typed_in_is_no_note_but_one_whose_words_were_deleted_is(workshop) -> None:
    workshop.write("")
    emptied = workshop.write("words")
    change = {"text": emptied, "base": 1, "change": [-5]}
    workshop.act(workshop.actor("rapporteur"), "edit_text", **change)
    assert list(lines(workshop)) == [emptied]


def test_a_decision_names_who_took_it_when_and_why(workshop: Held, each, tmp_path: Path) -> None:
    decided_at = workshop.clock.advance(300)
    note = workshop.say("Decided late")
    workshop.decide(note, "park", reason="needs_echo", remark="Ask in plenary")
    told = next(n for n in as_json(workshop, tmp_path)["notes"] if n["id"] == note)
    assert told["decision"] == {
        "status": "parked",
        "role": "moderator",
        "name": "Moderator",
        "at": decided_at.isoformat(),
    }
    (row,) = (r for r in as_rows(workshop, tmp_path) if r["Note"] == note)
    assert (row["Decision"], row["Decided by"]) == ("parked", "Moderator")
    assert row["Decided"] == "2025-07-08 17:05:00+08:00"
    assert (row["Reason"], row["Moderator's remark"]) == (
        "Kept for later: one table's idea, until another table says it too",
        "Ask in plenary",
    )
    assert line(workshop, each["submitted"]).decided_by is None


def test_somebody_with_a_name_decides_under_it_and_nobody_who_typed_is_named(
    workshop: Held, tmp_path: Path
) -> None:
    workshop.people["moderator"] = workshop.somebody("moderator", name="Aïcha of topic 1")
    workshop.people["rapporteur"] = workshop.rapporteur(name="Typist Unseen")
    workshop.accept("Words")
    assert as_rows(workshop, tmp_path)[0]["Decided by"] == "Moderator: Aïcha of topic 1"
    for form in FORMATS:
        assert b"Unseen" not in written(workshop, tmp_path, form)
    person = workshop.actor("rapporteur").person
    assert person not in written(workshop, tmp_path, "json").decode()


def test_a_question_and_its_answer_stand_beside_the_note(workshop: Held, each, tmp_path) -> None:
    note = each["returned"]
    workshop.act(workshop.actor("rapporteur"), "answer_question", note=note, answer="-All of them")
    (row,) = (r for r in as_rows(workshop, tmp_path) if r["Note"] == note)
    assert (row["Question"], row["Answer"]) == ("Which portal?", "'-All of them")
    assert (row["Status"], row["Decision"]) == ("submitted", "returned with a question")


def test_a_decision_taken_back_says_so(workshop: Held, tmp_path: Path) -> None:
    note = workshop.accept("Words")
    workshop.decide(note, "reconsider")
    (row,) = as_rows(workshop, tmp_path)
    assert (row["Status"], row["Decision"]) == ("submitted", "taken back")


def test_words_changed_after_a_decision_stand_beside_those_before(workshop: Held) -> None:
    note = workshop.accept("should establish")
    assert line(workshop, note).edited_from is None
    workshop.type(note, " \n")
    assert line(workshop, note).edited_from is None  # nothing but spaces
    workshop.type(note, "Portals ")
    assert line(workshop, note).edited_from == "should establish"


def test_words_decided_on_again_stand_beside_those_decided_on_before(workshop: Held) -> None:
    note = workshop.accept("first")
    workshop.type(note, "second ")
    workshop.decide(note, "park", reason="unclear", remark=None)
    assert line(workshop, note).edited_from == "first"
    workshop.decide(note, "accept")
    assert line(workshop, note).edited_from == "first"
    workshop.type(note, "third ")
    assert line(workshop, note).edited_from == "second first"


def test_a_decision_that_was_undone_was_taken_on_no_words(workshop: Held) -> None:
    note, moderator = workshop.say("first"), workshop.actor("moderator")
    seen = {"note": note, "version": 1, "state": "submitted"}
    accepting = workshop.command("accept_note", **seen)
    assert not workshop.batch((moderator, accepting)).answers[0].refusal
    workshop.act(moderator, "undo_decision", decision=accepting["id"])
    assert line(workshop, note).decision is None
    workshop.type(note, "second ")
    workshop.decide(note, "accept")
    assert line(workshop, note).edited_from is None


def test_words_that_the_log_has_lost_are_not_guessed_at(workshop: Held) -> None:
    note = workshop.accept("first")
    workshop.type(note, "second ")
    workshop.decide(note, "accept")
    with workshop.database.writing() as transaction:
        edits = (events.c.subject == note) & (events.c.kind == "edit_text")
        transaction.execute(events.update().where(edits).values(payload=None, salt=None))
    assert line(workshop, note).edited_from is None


def test_a_note_names_the_points_it_went_into_as_they_read_now(workshop: Held, tmp_path) -> None:
    point = confirm_point(workshop, "Portals name the authority", tables=(1, 2))
    staff = workshop.actor("secretariat")
    note, _ = sorted(lines(workshop))
    facts = {"topic": workshop.topics[0].id, "subtopic": None, "kind": "data", "position": "n"}
    second = workshop.runtime.new_id()
    workshop.act(staff, "add_point", point=second, statement="=2+2", sources=[note], **facts)
    restated(workshop, point, "All ")
    told = next(n for n in as_json(workshop, tmp_path)["notes"] if n["id"] == note)
    assert {(p["id"], p["statement"], p["status"]) for p in told["points"]} == {
        (point, "All Portals name the authority", "confirmed"),
        (second, "=2+2", "proposed"),
    }
    (row,) = (r for r in as_rows(workshop, tmp_path) if r["Note"] == note)
    assert set(row["Points"].split("\n")) == {
        "All Portals name the authority (confirmed)",
        "'=2+2 (proposed)",
    }


def test_a_note_of_a_merged_point_names_the_point_it_was_merged_into(workshop: Held) -> None:
    kept, merged = (
        confirm_point(workshop, words) for words in ("Portals warn", "Portals warn all")
    )
    facts = {"point": merged, "version": 0, "into": kept, "into_version": 0}
    workshop.act(workshop.actor("moderator"), "merge_point", **facts)
    assert {point.id for each in lines(workshop).values() for point in each.points} == {kept}


def test_topic_subtopic_table_countries_and_marks_are_told_in_words(workshop, tmp_path) -> None:
    who, topic = workshop.actor("rapporteur"), workshop.topics[0]
    note = workshop.say("Les offres sont vérifiées par le portail")
    workshop.act(who, "set_note_subtopic", note=note, value=topic.subtopics[1].id)
    workshop.act(who, "set_note_countries", note=note, value=["MA", "WAPES"])
    workshop.act(who, "read_back_sheet", sheet=workshop.sheet(), notes=[note])
    workshop.act(workshop.actor("moderator"), "lock_sheet", sheet=workshop.sheet())
    workshop.type(note, "Toutes ")
    (row,) = as_rows(workshop, tmp_path)
    wanted = {"Topic": f"1. {topic.title}", "Subtopic": f"2. {topic.subtopics[1].title}"}
    wanted |= {"Table": "Table 1", "Kind": "Challenge", "Countries": "Morocco, WAPES"}
    wanted |= {"Language": "fr", "Late": "late", "Read back": "read back"}
    assert {name: row[name] for name in wanted} == wanted
    (told,) = as_json(workshop, tmp_path)["notes"]
    assert (told["topic"], told["subtopic"], told["countries"]) == (1, 2, ["MA", "WAPES"])
    assert (told["late"], told["read_back"], told["language"]) == (True, True, "fr")


def test_notes_stand_by_topic_table_and_place_and_one_topic_can_be_had_alone(
    workshop: Held, tmp_path: Path
) -> None:
    wanted = []
    for topic, table in ((2, 2), (1, 2), (2, 1), (1, 1)):
        who = "second" if table == 2 else "rapporteur"
        wanted.append(
            (topic, table, workshop.say("Words", by=who, sheet=workshop.sheet(table, topic)))
        )
    found = [(n["topic"], n["table"], n["id"]) for n in as_json(workshop, tmp_path)["notes"]]
    assert found == [(topic, f"Table {table}", note) for topic, table, note in sorted(wanted)]
    alone = as_json(workshop, tmp_path, topic=2)
    assert alone["topic"] == 2
    assert [n["id"] for n in alone["notes"]] == [note for t, _, note in sorted(wanted) if t == 2]
    found = contributions.counts(workshop.database, workshop.plan)
    assert found == {None: 4, 1: 2, 2: 2, 3: 0}


def test_another_workshop_s_notes_are_not_among_them(workshop, another_workshop, tmp_path) -> None:
    another_workshop().say("Elsewhere")
    assert as_json(workshop, tmp_path)["notes"] == []


def test_the_file_says_of_which_moment_it_is(workshop: Held, each, tmp_path: Path) -> None:
    told = as_json(workshop, tmp_path)
    with workshop.database.reading() as transaction:
        notes = every_note(transaction, workshop.id)
    assert (told["sequence"], told["head"]) == (notes.sequence, notes.head)
    assert told["as_of"] == workshop.clock.now.isoformat()
    about = dict(contributions_listing(notes).about)
    assert f"event {notes.sequence} of the log" in about["As of"]
    assert "may stand in no other paper" in about["For whom"]


def test_the_page_of_documentation_names_every_field(workshop: Held, each, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "reference" / "contributions.md").read_text("utf-8")
    told = as_json(workshop, tmp_path)
    note = next(n for n in told["notes"] if n["decision"])
    fields = {*told, *note, *note["decision"], *told["workshop"], "statement"}
    assert told["schema"] in page
    assert sorted(field for field in fields if f"`{field}`" not in page) == []
    with workshop.database.reading() as transaction:
        header = contributions_listing(every_note(transaction, workshop.id)).header
    assert [title for title in header if f"| {title} |" not in page] == []


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"form": "docx"}, "format_unknown"),
        ({"topic": 9}, "topic_unknown"),
        ({"workshop": "nobody"}, "workshop_unknown"),
        ({"path": "no/such/folder/notes.csv"}, "file_unwritable"),
        ({"path": "no/such/folder/notes.xlsx", "form": "xlsx"}, "file_unwritable"),
    ],
)
def test_a_refusal_leaves_no_file(workshop: Held, tmp_path: Path, asked, code: str) -> None:
    workshop.say("Words")
    chosen = {"workshop": workshop.id, "form": "csv", "topic": None, "path": "notes", **asked}
    with pytest.raises(DiscussionError) as refusal:
        write_contributions(
            workshop.database,
            chosen["workshop"],
            chosen["form"],
            tmp_path / chosen["path"],
            topic=chosen["topic"],
        )
    assert refusal.value.code == code
    assert [path.name for path in tmp_path.iterdir() if "sqlite" not in path.name] == []
