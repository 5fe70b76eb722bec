"""Words that one person typed and another sends are told apart, and nobody's name is forged."""

from discussion.storage import log
from discussion.storage.log import Event
from tests.kit.house import Held


def last_event(workshop: Held, note: str) -> Event:
    with workshop.database.reading() as transaction:
        return log.history(transaction, note)[-1]


def test_words_sent_by_another_person_of_the_table_keep_who_typed_them(workshop: Held):
    typist, sender = workshop.rapporteur(1), workshop.rapporteur(1)
    note = workshop.write()
    edit = {"text": note, "base": 0, "change": ["Typed before the break"]}
    workshop.act(sender.actor, "edit_text", **edit, typed_by=typist.actor.person)
    event = last_event(workshop, note)
    assert event.person == sender.actor.person
    assert event.facts["typed_by"] == typist.actor.person


def test_ones_own_words_carry_no_second_name(workshop: Held):
    sender = workshop.actor("rapporteur")
    note = workshop.write()
    edit = {"text": note, "base": 0, "change": ["Mine"]}
    workshop.act(sender, "edit_text", **edit, typed_by=sender.person)
    assert "typed_by" not in last_event(workshop, note).facts


def test_nobody_is_said_to_have_typed_who_was_never_at_the_table(workshop: Held, another_workshop):
    sender, note = workshop.actor("rapporteur"), workshop.write()
    stranger = another_workshop().actor("secretariat").person
    for forged in (workshop.actor("second").person, stranger, "nobodyatall"):
        edit = {"text": note, "base": 0, "change": ["Forged"], "typed_by": forged}
        workshop.refused(sender, "edit_text", code="typist_unknown", **edit)
    workshop.refused(sender, "submit_note", code="malformed", note=note, typed_by={"a": 1})


def test_the_secretariat_may_send_the_words_of_any_table_of_its_workshop(workshop: Held):
    note, typist = workshop.write(), workshop.actor("rapporteur").person
    edit = {"text": note, "base": 0, "change": ["From a file"], "typed_by": typist}
    workshop.act(workshop.actor("secretariat"), "edit_text", **edit)
    assert last_event(workshop, note).facts["typed_by"] == typist
