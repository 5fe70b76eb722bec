"""A table's saved copy is taken in once, with the table's rights only, and is never trusted."""

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event

from discussion.domain.people import Actor
from discussion.errors import DiscussionError
from discussion.live import replica as live
from discussion.live import texts
from discussion.services.commands import Answer, Request, run_batch
from discussion.services.copies import reading as copies
from discussion.services.copies import taking_in
from discussion.services.copies.reading import read_copy
from discussion.storage import log
from tests.kit.house import Held


class Device:
    """A table's page that cannot reach the authority, and what it would save to a file."""

    def __init__(self, workshop: Held, by: str = "rapporteur") -> None:
        self.workshop, self.person = workshop, workshop.actor(by).person
        self.commands: list[dict[str, Any]] = []
        self.texts: dict[str, live.Replica] = {}

    def writes(self, words: str, note: str = "", *, version: int = 0, text: str = "") -> str:
        new = note or self.workshop.runtime.new_id()
        if not note:
            self.asks("add_note", note=new, sheet=self.workshop.sheet(), **PLAIN)
        replica = self.texts.get(new, live.fresh(version, text))
        place = len(replica.shown)
        typed = live.typed(replica, [place, words] if place else [words])
        self.texts[new] = live.seal(typed, self.workshop.runtime.new_id())
        return new

    def asks(self, kind: str, /, **facts: Any) -> None:
        message = {**self.workshop.command(kind, **facts), "typed_by": self.person}
        self.commands.append(message)

    def copy(self, **changed: Any) -> bytes:
        texts = [
            {"text": note, "replica": live.as_json(replica), "person": self.person}
            for note, replica in self.texts.items()
        ]
        held = {
            "discussion_copy": 1,
            "workshop": self.workshop.id,
            "sheet": self.workshop.sheet(),
            "saved_at": "2025-07-08T10:42:00.000Z",
            "notes": [{} for _ in self.texts],
            "commands": self.commands,
            "texts": texts,
        }
        return json.dumps({**held, **changed}).encode()


PLAIN = {"kind": "challenge", "subtopic": None, "position": "V"}


def take(workshop: Held, content: bytes, *, by: str = "secretariat") -> tuple:
    actor: Actor = workshop.actor(by)

    def ask(request: Request) -> Answer:
        batch = run_batch(
            workshop.database, workshop.runtime, workshop.id, [request], workshop._remember
        )
        answer = batch.answers[0]
        if answer.refusal is not None:
            raise answer.refusal
        return answer

    return taking_in.take_in(workshop.database, actor, read_copy(content), ask)


def refusal(workshop: Held, content: bytes, *, by: str = "secretariat") -> str:
    with pytest.raises(DiscussionError) as told:
        take(workshop, content, by=by)
    return told.value.code


def test_a_copy_is_taken_in_and_says_who_typed_and_who_took_it_in(workshop: Held):
    device = Device(workshop)
    note = device.writes("Never reached the server")
    device.asks("set_note_kind", note=note, value="good_practice")
    outcomes = take(workshop, device.copy())
    assert [one.refusal for one in outcomes] == [None] * 3
    said = workshop.note(note).contribution
    assert (said.text, said.kind) == ("Never reached the server", "good_practice")
    with workshop.database.reading() as transaction:
        events = log.history(transaction, note)
    assert {each.person for each in events} == {workshop.actor("secretariat").person}
    assert {each.facts["typed_by"] for each in events} == {device.person}


def test_taken_in_twice_and_sent_by_the_table_after_all_it_is_there_once(workshop: Held):
    device = Device(workshop)
    note = device.writes("Once")
    take(workshop, device.copy())
    assert all(one.known for one in take(workshop, device.copy()))
    sealed = device.texts[note].sealed[0]
    edit = {"id": sealed.command, "do": "edit_text", "text": note, "base": 0}
    workshop.batch((workshop.actor("rapporteur"), {**edit, "change": sealed.change}))
    assert workshop.note(note).contribution.text == "Once"


def test_two_copies_with_words_that_have_no_id_yet_lose_none_and_double_none(workshop: Held):
    note = workshop.say("Base")
    for words in (" one", " two", " two"):
        device = Device(workshop)
        device.texts[note] = live.typed(live.fresh(1, "Base"), [4, words])
        assert all(one.refusal is None for one in take(workshop, device.copy()))
    assert sorted(workshop.note(note).contribution.text.split()) == ["Base", "one", "two"]


def test_a_trial_says_what_would_happen_and_changes_nothing(workshop: Held):
    device = Device(workshop)
    note = device.writes("Only looked at")
    device.asks("move_note", note="nosuchnoteatall", value="V")
    actor = workshop.actor("secretariat")
    before = workshop.fresh(f"workshop:{workshop.id}")[0]
    outcomes = taking_in.try_out(
        workshop.database, workshop.runtime, actor, read_copy(device.copy())
    )
    codes = [one.refusal and one.refusal.code for one in outcomes]
    assert codes == [None, "not_found", None]
    assert workshop.fresh(f"workshop:{workshop.id}")[0] == before
    with pytest.raises(AssertionError):
        workshop.note(note)


def test_a_trial_leaves_the_writing_thread_alone(workshop: Held):
    device = Device(workshop)
    device.writes("Only looked at")
    begun: list[Any] = []
    event.listen(workshop.database.writes, "begin", begun.append)
    actor, copy = workshop.actor("secretariat"), read_copy(device.copy())
    taking_in.try_out(workshop.database, workshop.runtime, actor, copy)
    assert begun == []
    take(workshop, device.copy())
    assert begun  # so this test does look


def test_words_nobody_else_touched_are_not_read_again_at_every_edit(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    device, asked = Device(workshop), []
    note = device.writes("a")
    for _ in range(30):
        device.writes("b", note)
    before = taking_in.text_changes
    monkeypatch.setattr(taking_in, "text_changes", lambda *a: asked.append(a) or before(*a))
    assert [one.refusal for one in take(workshop, device.copy())] == [None] * 32
    assert asked == []


def test_more_than_is_taken_in_at_once_is_refused_with_how_to_part_it(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(copies, "EDITS_LIMIT", 3)
    device = Device(workshop)
    note = device.writes("One")
    device.writes(" two", note)
    device.writes("Three")
    assert len(take(workshop, device.copy())) == 5
    device.writes("Four")
    assert refusal(workshop, device.copy()) == "copy_too_long"


def test_words_on_an_old_text_are_merged_with_what_others_wrote_since(workshop: Held):
    note = workshop.say("The portal is slow")
    device = Device(workshop)
    device.writes(" at noon", note, version=1, text="The portal is slow")
    workshop.type(note, "In the North: ")
    take(workshop, device.copy())
    assert workshop.note(note).contribution.text == "In the North: The portal is slow at noon"


def test_an_old_edit_of_which_nothing_is_left_to_send_is_no_trouble(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(texts, "MERGE_LIMIT", 3)
    note = workshop.say("The portal is slow")
    device = Device(workshop)
    device.writes(" at noon", note, version=1, text="The portal is slow")
    sent = live.freeze(device.texts[note], "theirownlastedit")
    device.texts[note] = replace(sent, rebased=[])
    workshop.type(note, "One. ")
    workshop.type(note, "Two. ")
    assert [one.refusal for one in take(workshop, device.copy())] == [None]
    assert workshop.note(note).contribution.text == "Two. One. The portal is slow"


def test_words_behind_an_edit_that_had_arrived_come_after_it(workshop: Held):
    note = workshop.write()
    device = Device(workshop)
    device.writes("First", note)
    device.texts[note] = live.freeze(device.texts[note], "unused")
    device.writes(" second", note)
    edit = device.texts[note].sent
    assert edit is not None
    message = {"id": edit.command, "do": "edit_text", "text": note, "base": 0}
    workshop.batch((workshop.actor("rapporteur"), {**message, "change": edit.change}))
    outcomes = take(workshop, device.copy())
    assert [one.known for one in outcomes] == [True, False]
    assert workshop.note(note).contribution.text == "First second"


def test_nothing_in_a_copy_reaches_another_table(workshop: Held):
    theirs = workshop.say("Theirs", by="second")
    device = Device(workshop)
    device.asks("withdraw_note", note=theirs)
    device.writes(" forged", theirs, version=1, text="Theirs")
    outcomes = take(workshop, device.copy())
    assert [one.refusal.code for one in outcomes] == ["not_found", "not_found"]
    assert outcomes[1].words == " forged"
    assert workshop.note(theirs).contribution.text == "Theirs"


def test_a_person_who_was_never_at_the_table_is_not_said_to_have_typed(workshop: Held):
    device = Device(workshop)
    device.person = workshop.actor("second").person
    device.writes("Words in another's mouth")
    codes = {one.refusal.code for one in take(workshop, device.copy()) if one.refusal}
    assert "typist_unknown" in codes


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe\x00", "copy_unreadable"),
        (b"[" * 200_000, "copy_unreadable"),
        (b'{"discussion_copy": 2}', "copy_unreadable"),
        (b'{"discussion_copy": 1}', "copy_damaged"),
    ],
)
def test_what_is_no_copy_is_refused(workshop: Held, content: bytes, code: str):
    assert refusal(workshop, content) == code


def test_a_copy_changed_by_hand_is_refused_whole(workshop: Held):
    device = Device(workshop)
    note = device.writes("Words")
    lock = {"id": "lockingasheet", "do": "lock_sheet", "sheet": workshop.sheet()}
    forged = [
        {"commands": [lock]},
        {"commands": "all of them"},
        {"commands": [{**device.commands[0], "position": ["V"]}]},
        {"texts": [{"text": note, "replica": {}, "person": None}]},
        {"texts": [{"text": note, "person": 7, "replica": live.as_json(device.texts[note])}]},
        {"saved_at": "\ud800"},
        {"sheet": {"of": "all"}},
    ]
    for one in forged:
        assert refusal(workshop, device.copy(**one)) == "copy_damaged"


def test_a_copy_of_another_workshop_or_of_no_table_is_refused(workshop: Held, another_workshop):
    device = Device(workshop)
    other = another_workshop()
    assert refusal(workshop, device.copy(workshop=other.id)) == "copy_of_another_workshop"
    assert refusal(workshop, device.copy(sheet=other.sheet())) == "copy_of_no_table"
    assert refusal(workshop, device.copy(sheet="nosheetatall")) == "copy_of_no_table"


def test_only_the_secretariat_takes_copies_in(workshop: Held):
    device = Device(workshop)
    device.writes("Words")
    for who in ("rapporteur", "moderator", "chair", "room"):
        assert refusal(workshop, device.copy(), by=who) == "not_found"
