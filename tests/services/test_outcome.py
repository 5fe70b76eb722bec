"""What became of what tables said, read from real decisions, points and editions."""

from pathlib import Path
from typing import Any

import pytest

from discussion.domain.outcome import Count, Note, count_of
from discussion.errors import NotFound
from discussion.services import outcome
from discussion.services.outcome import Reader, TablePage, WorkshopPage
from discussion.services.publications import building, editions
from discussion.services.publications.editions import Building
from discussion.storage import log
from tests.kit.house import Held
from tests.services.paragraphs import restated
from tests.services.points import confirm_point, write_notes

EVERYBODY = {"readers": "everybody"}
STATEMENT = "Portals name the authority behind every offer"


def of_table(held: Held, number: int = 1, reader: Reader | None = None) -> TablePage:
    """A table's page, as the secretariat reads it unless told."""
    reader = reader or Reader(held.actor("secretariat"))
    with held.database.reading() as transaction:
        return outcome.read_table(transaction, held.runtime.now(), reader, held.id, number)


def of_workshop(held: Held, reader: Reader | None = None) -> WorkshopPage:
    """The workshop's page, as the secretariat reads it unless told."""
    reader = reader or Reader(held.actor("secretariat"))
    with held.database.reading() as transaction:
        return outcome.read_workshop(transaction, held.runtime.now(), reader, held.id)


def only(page: TablePage) -> Note:
    """The one note of a table on topic 1."""
    (note,) = page.topics[0].notes
    return note


def build(held: Held, folder: Path, *documents: str) -> None:
    """The next edition of each document, kept."""
    place = Building(held.id, documents, 0, folder / "building")
    place.folder.mkdir(parents=True)
    building.build(held.database, held.id, documents, place.folder)
    secretariat = held.actor("secretariat")
    editions.keep_editions(held.database, held.runtime, secretariat, folder, place)
    for left in sorted(place.folder.rglob("*"), reverse=True):
        left.rmdir() if left.is_dir() else left.unlink()
    place.folder.rmdir()


def test_a_note_is_followed_from_its_words_to_the_slide_and_the_paragraph(
    workshop: Held, tmp_path: Path
) -> None:
    point = confirm_point(workshop, STATEMENT, tables=(1, 2))
    build(workshop, tmp_path, "declaration", "presentation-topic-1")
    (standing,) = only(of_table(workshop)).standings
    assert (standing.id, standing.statement, standing.status) == (point, STATEMENT, "confirmed")
    places = {p.document: (p.label, p.where) for p in reversed(standing.reached)}
    assert places["declaration"] == ("ZERO", "Paragraph 3")
    assert places["presentation-topic-1"][1].startswith("Slide ")
    assert all(STATEMENT in place.words for place in standing.reached)
    assert standing.ahead is None


def test_only_the_newest_edition_of_each_document_is_told_of(
    workshop: Held, tmp_path: Path
) -> None:
    confirm_point(workshop, STATEMENT)
    build(workshop, tmp_path, "declaration")
    build(workshop, tmp_path, "declaration")
    (standing,) = only(of_table(workshop)).standings
    assert [place.label for place in standing.reached] == ["REV.1"]


def test_words_changed_since_an_edition_are_said_to_be_ahead_of_it(
    workshop: Held, tmp_path: Path
) -> None:
    point = confirm_point(workshop, STATEMENT)
    build(workshop, tmp_path, "declaration")
    restated(workshop, point, "Public ")
    (standing,) = only(of_table(workshop)).standings
    assert standing.statement.startswith("Public Portals")
    assert not standing.reached[0].words.startswith("Public")
    assert standing.ahead == "Its words have changed since; the next edition will show them."


def test_a_note_that_joined_a_point_after_an_edition_is_not_said_to_be_in_it(
    workshop: Held, tmp_path: Path
) -> None:
    point = confirm_point(workshop, STATEMENT, tables=(1,))
    build(workshop, tmp_path, "declaration")
    late = workshop.accept("Who is behind an offer?", by="second")
    workshop.act(workshop.actor("moderator"), "add_source", point=point, note=late)
    (first,), (second,) = only(of_table(workshop)).standings, only(of_table(workshop, 2)).standings
    assert first.reached
    assert second.reached == ()


def test_a_note_whose_point_was_merged_stands_in_the_other_and_is_counted_once(
    workshop: Held, tmp_path: Path
) -> None:
    gone = confirm_point(workshop, "Name who offers a job", tables=(1,))
    build(workshop, tmp_path, "declaration")
    left = confirm_point(workshop, STATEMENT, tables=(2,))
    versions = {"version": 0, "into_version": 0}
    workshop.act(workshop.actor("moderator"), "merge_point", point=gone, into=left, **versions)
    (standing,) = only(of_table(workshop)).standings
    assert (standing.id, standing.reached) == (left, ())
    assert "Other points were merged into it" in (standing.ahead or "")
    assert of_table(workshop).topics[0].count.points == 1


def test_a_note_of_a_removed_point_stands_in_no_point(workshop: Held) -> None:
    point, staff = confirm_point(workshop, STATEMENT), workshop.actor("moderator")
    (note,) = of_table(workshop).topics[0].notes
    workshop.act(staff, "remove_source", point=point, note=note.id)
    workshop.act(staff, "propose_point", point=point, version=0, state="confirmed")
    workshop.act(staff, "remove_point", point=point, version=0)
    assert only(of_table(workshop)).decision == "Accepted; it stands in no point yet"


def test_a_question_and_its_answer_and_a_reason_reach_the_table(workshop: Held) -> None:
    asked, parked = workshop.say("Check them"), workshop.say("Ban Mr X from the portal")
    workshop.decide(asked, "return", question="Whom?")
    workshop.decide(parked, "park", reason="named_person", remark="See rule 4")
    first, second = of_table(workshop).topics[0].notes
    assert (first.question, first.answer, first.decision) == (
        "Whom?",
        None,
        "Returned with a question",
    )
    assert (second.why, second.own_words_of_moderator) == (
        "Names or judges a person or a company",
        "See rule 4",
    )
    workshop.act(workshop.actor("rapporteur"), "answer_question", note=asked, answer="Employers")
    assert of_table(workshop).topics[0].notes[0].decision == "Answered, and not read again yet"


def test_late_notes_are_marked_and_empty_beginnings_are_not_shown(workshop: Held) -> None:
    workshop.write("")
    workshop.act(workshop.actor("moderator"), "lock_sheet", sheet=workshop.sheet())
    workshop.say("Said on the way out")
    note = only(of_table(workshop))
    assert note.late
    workshop.say("And one more")
    assert of_workshop(workshop).counts[note.topic, workshop.tables[0].id].late == 2


def test_counts_on_the_workshops_page_equal_a_recount_of_every_tables_page(
    workshop: Held,
) -> None:
    confirm_point(workshop, STATEMENT, tables=(1, 2))
    confirm_point(workshop, "Offers carry a date", tables=(1,))
    confirm_point(workshop, "Offices sit in the mosque's yard", topic=2, tables=(2,))
    workshop.say("Nobody has read this")
    workshop.write("And this is being written")
    workshop.decide(workshop.say("About transport"), "rule_out", reason="other_topic", remark=None)
    taken_back = workshop.accept("No longer ours")
    workshop.act(workshop.actor("rapporteur"), "withdraw_note", note=taken_back)
    workshop.accept("Accepted, and in no point", by="second")
    page = of_workshop(workshop)
    recounted = {
        (on.topic.id, table.id): count_of(on.notes)
        for table in page.tables
        for on in of_table(workshop, table.number).topics
        if on.count.said
    }
    assert page.counts == recounted
    mine = page.counts[workshop.topics[0].id, workshop.tables[0].id]
    assert mine == Count(said=4, standing=2, points=2, accepted=2, unread=1, out_of_scope=1)


def test_a_tables_page_holds_nothing_of_other_tables_but_the_points_words(workshop: Held) -> None:
    confirm_point(workshop, STATEMENT, tables=(1, 2))
    workshop.say("A secret of table two", by="second")
    told = repr(of_table(workshop).topics)
    assert STATEMENT in told
    assert "as table 2 wrote it" not in told
    assert "secret of table two" not in told


def test_no_page_names_a_person(workshop: Held) -> None:
    workshop.decide(workshop.say("Words"), "accept")
    told = repr((of_table(workshop).topics, of_workshop(workshop)))
    for signed_in in workshop.people.values():
        assert signed_in.actor.person not in told
        assert f"'{signed_in.actor.name}'" not in told


def test_a_moderator_of_one_topic_reads_that_topic_alone(workshop: Held) -> None:
    bound = workshop.somebody("moderator", topic=workshop.topics[1].id).actor
    assert [on.topic.number for on in of_table(workshop, 1, Reader(bound)).topics] == [2]


def test_the_secretariat_opens_the_pages_and_the_log_keeps_who_did(workshop: Held) -> None:
    with pytest.raises(NotFound):
        of_table(workshop, 1, Reader())
    workshop.act(workshop.actor("secretariat"), "set_outcome_readers", **EVERYBODY)
    assert not any(on.own for on in of_table(workshop, 1, Reader()).topics)
    assert of_workshop(workshop, Reader()).open_tables == {t.id for t in workshop.tables}
    with workshop.database.reading() as transaction:
        (event,) = log.history(transaction, workshop.id)
    assert (event.kind, event.person) == (
        "set_outcome_readers",
        workshop.actor("secretariat").person,
    )
    assert event.facts["readers"] == "everybody"
    workshop.act(workshop.actor("secretariat"), "set_outcome_readers", readers="tables")
    with pytest.raises(NotFound):
        of_workshop(workshop, Reader())


def test_only_known_readers_can_be_chosen_and_only_by_the_secretariat(workshop: Held) -> None:
    secretariat, moderator = workshop.actor("secretariat"), workshop.actor("moderator")
    workshop.refused(secretariat, "set_outcome_readers", code="malformed", readers="nobody")
    workshop.refused(moderator, "set_outcome_readers", code="not_found", **EVERYBODY)


def test_a_pass_opens_its_own_table_until_the_card_is_replaced(workshop: Held) -> None:
    write_notes(workshop, ["Ours"], topic=1, tables=[1])
    given = pass_of(workshop, 1)
    assert only(of_table(workshop, 1, given)).text == "Ours"
    with pytest.raises(NotFound):
        of_table(workshop, 2, given)
    assert of_workshop(workshop, given).open_tables == {workshop.tables[0].id}
    workshop.act(workshop.actor("secretariat"), "reissue_card", table=workshop.tables[0].id)
    assert pass_of(workshop, 1, generation=1) == Reader()
    assert pass_of(workshop, 1) == given


@pytest.mark.parametrize("given", ["", ".", "nothing.at.all", "x" * 5_000, "é.ü"])
def test_a_forged_pass_is_nobodys(workshop: Held, given: str) -> None:
    with workshop.database.reading() as transaction:
        assert outcome.behind_pass(transaction, workshop.runtime, given) is None
        table = workshop.tables[0].id
        assert outcome.behind_pass(transaction, workshop.runtime, f"{table}.{given}") is None


def pass_of(held: Held, table: int, *, generation: int | None = None) -> Reader:
    """What a browser with a table's pass may read; of an earlier card if told."""
    with held.database.reading() as transaction:
        card: Any = outcome.programme.find_card(transaction, table=held.tables[table - 1].id)
        wanted = card if generation is None else type(card)(card.table, card.workshop, generation)
        found = outcome.behind_pass(
            transaction, held.runtime, outcome.pass_for(held.runtime, wanted)
        )
    return Reader(None, outcome.rights_of(found)) if found else Reader()
