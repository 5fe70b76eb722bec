"""Passages: begun where a document generates words, typed in together, settled, never half made."""

import pytest

from discussion.domain.contributions import NOTE_LIMIT
from discussion.domain.drafting.passages import PASSAGE_LIMIT
from discussion.errors import Malformed, NotFound, Refused
from discussion.services.publications.reading import record_of
from tests.kit.house import Held
from tests.services.passages import begin_passage, passage, written


def test_a_passage_begins_with_the_words_generated_there_and_is_in_the_record(workshop: Held):
    made = begin_passage(workshop, "background", words="Nine tables met.")
    written(workshop, made, " They talked.")
    with workshop.database.reading() as transaction:
        record = record_of(transaction, workshop.id)
    kept = record.passages["proceedings", "background"]
    assert (kept.text, kept.made, kept.version) == (
        "Nine tables met. They talked.",
        "Nine tables met.",
        1,
    )


def test_two_people_write_in_one_passage_and_both_are_kept(workshop: Held):
    made = begin_passage(workshop, "S02", "presentation-topic-1", by="moderator")
    seen = passage(workshop, made)
    for by, words in (("moderator", " of one"), ("secretariat", " of the other")):
        change = [len(seen.text), words]
        workshop.act(workshop.actor(by), "edit_text", text=made, base=0, change=change)
    assert passage(workshop, made).text == "Words of one of the other"


def test_a_slot_is_begun_once_and_whoever_is_late_writes_in_what_is_there(workshop: Held):
    made = begin_passage(workshop, "background")
    with pytest.raises(Refused) as refused:
        begin_passage(workshop, "background")
    assert refused.value.code == "passage_begun"
    written(workshop, made, " of mine")
    begin_passage(workshop, "background", "presentation-topic-1")  # another document's slot


def test_a_settled_passage_keeps_its_words_and_remembers_what_is_generated_now(workshop: Held):
    made = begin_passage(workshop, "background", words="Old")
    written(workshop, made, " and mine")
    facts = {"passage": made, "basis": "now", "made": "New"}
    workshop.act(workshop.actor("secretariat"), "settle_passage", **facts)
    kept = passage(workshop, made)
    assert (kept.text, kept.basis, kept.made) == ("Old and mine", "now", "New")


def test_the_proceedings_are_the_secretariat_s_alone(workshop: Held):
    made = begin_passage(workshop, "background")
    with pytest.raises(NotFound):
        written(workshop, made, " of a moderator", by="moderator")
    with pytest.raises(NotFound):
        begin_passage(workshop, "objectives", by="moderator")


@pytest.mark.parametrize(
    "document", ["declaration", "presentation-topic-9", "nothing", "programme"]
)
def test_nobody_writes_in_a_document_without_passages(workshop: Held, document: str):
    with pytest.raises(NotFound):
        begin_passage(workshop, "background", document)


def test_a_section_may_be_longer_than_a_note_but_has_its_bound(workshop: Held):
    made = begin_passage(workshop, "background", words="")
    written(workshop, made, "a" * (NOTE_LIMIT + 1))
    with pytest.raises(Refused) as refused:
        written(workshop, made, "a" * (PASSAGE_LIMIT - NOTE_LIMIT))
    assert refused.value.code == "too_long"
    with pytest.raises(Malformed):
        written(workshop, made, "a" * (PASSAGE_LIMIT + 1))


def test_a_note_s_bound_is_what_it_was(workshop: Held):
    note = workshop.write("")
    facts = {"text": note, "base": 0, "change": ["a" * (NOTE_LIMIT + 1)]}
    workshop.refused(workshop.actor("rapporteur"), "edit_text", code="too_long", **facts)
