"""Words that one person typed and another sends are told apart, and nobody's name is forged."""

import json
from dataclasses import replace

from discussion.services.history.voices import Voices
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


def test_staff_put_no_words_and_no_decision_in_the_mouth_of_others(workshop: Held):
    note, colleague = workshop.say("Words"), workshop.somebody("moderator", name="A colleague")
    others = (workshop.actor("rapporteur").person, colleague.actor.person)
    for who in map(workshop.actor, ("secretariat", "moderator")):
        for forged in others:
            edit = {"text": note, "base": 1, "change": ["Forged"], "typed_by": forged}
            workshop.refused(who, "edit_text", code="typist_unknown", **edit)
            seen = {"note": note, "version": 1, "state": "submitted", "typed_by": forged}
            workshop.refused(who, "accept_note", code="typist_unknown", **seen)


def test_a_forged_name_in_an_old_log_is_believed_by_no_history(workshop: Held):
    note, colleague = workshop.say("Words"), workshop.somebody("moderator", name="A colleague")
    workshop.decide(note, "accept")
    event = last_event(workshop, note)
    with workshop.database.reading() as transaction:
        voices = Voices(transaction, workshop.actor("secretariat"))
    for kind in ("accept_note", "edit_text"):
        payload = json.dumps({"typed_by": colleague.actor.person})
        assert voices.of(replace(event, kind=kind, payload=payload)) == event.person
