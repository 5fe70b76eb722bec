"""What is typed in one batch is read and written together, and is what it was one by one."""

import random
from typing import Any

from tests.kit.house import Held


def test_a_mixed_batch_ends_as_the_same_commands_do_one_by_one(another_workshop: Any):
    together, apart = another_workshop(), another_workshop()
    chance = random.Random(5)
    plans = [chance.choice(["type", "type", "type", "kind", "submit", "odd"]) for _ in range(40)]
    told = [_carried_out(held, plans, at_once=held is together) for held in (together, apart)]
    assert told[0] == told[1]
    assert {"refused", "type", "kind"} <= {outcome for outcome, _ in told[0][0]}


def test_two_people_typing_in_one_note_in_the_same_batch_both_keep_their_words(workshop: Held):
    ana, ben = workshop.actor("rapporteur"), workshop.actor("rapporteur")
    note = workshop.write()
    batch = workshop.batch(
        (ana, workshop.command("edit_text", text=note, base=0, change=["Ana. "])),
        (ben, workshop.command("edit_text", text=note, base=0, change=["Ben. "])),
        (ben, workshop.command("edit_text", text=note, base=1, change=[5, "Both."])),
    )
    assert [answer.refusal for answer in batch.answers] == [None, None, None]
    assert sorted(workshop.note(note).contribution.text.split()) == ["Ana.", "Ben.", "Both."]
    assert batch.last == workshop.fresh(f"workshop:{workshop.id}")[0]


def test_another_command_between_two_edits_of_a_batch_makes_neither_stale(workshop: Held):
    ana, ben = workshop.actor("rapporteur"), workshop.actor("rapporteur")
    note = workshop.write()
    batch = workshop.batch(
        (ana, workshop.command("edit_text", text=note, base=0, change=["Ana. "])),
        (ben, workshop.command("set_note_kind", note=note, value="data")),
        (ben, workshop.command("edit_text", text=note, base=0, change=["Ben. "])),
        (ben, workshop.command("edit_text", text=note, base=0, change=["Both. "])),
    )
    assert [answer.refusal for answer in batch.answers] == [None] * 4
    assert sorted(workshop.note(note).contribution.text.split()) == ["Ana.", "Ben.", "Both."]


def _carried_out(held: Held, plans: list[str], *, at_once: bool) -> tuple[Any, ...]:
    """Sends the planned commands of two people in one note; outcomes and what it says then."""
    chance, note = random.Random(6), held.write()
    asked = [_asked(held, note, plan, place, chance) for place, plan in enumerate(plans)]
    if at_once:
        answers = held.batch(*asked).answers
    else:
        answers = tuple(held.batch(one).answers[0] for one in asked)
    outcomes = [
        ("refused", a.refusal.code) if a.refusal else (plan, a.version)
        for plan, a in zip(plans, answers, strict=True)
    ]
    kept = held.note(note)
    return outcomes, kept.contribution.text, kept.contribution.version, kept.contribution.status


def _asked(held: Held, note: str, plan: str, place: int, chance: random.Random) -> Any:
    by = held.actor(chance.choice(["rapporteur", "secretariat"]))
    match plan:
        case "type":
            base = max(0, place // 3 - chance.randrange(3)) if place else 0
            return by, held.command("edit_text", text=note, base=base, change=[f"{place} "])
        case "kind":
            return by, held.command("set_note_kind", note=note, value="data")
        case "submit":
            return by, held.command("submit_note", note=note)
        case _:
            return by, held.command("edit_text", text=note, base=0, change=[900, "beyond"])


def test_when_somebody_typed_is_kept_to_the_second(workshop: Held):
    note = workshop.write("a")
    begun = workshop.clock.now
    assert workshop.note(note).typed_at == begun
    workshop.clock.advance(0.5)
    workshop.type(note, "b")
    assert workshop.note(note).typed_at == begun
    workshop.clock.advance(0.5)
    workshop.type(note, "c")
    assert workshop.note(note).typed_at == workshop.clock.now
