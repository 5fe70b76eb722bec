"""Going back: the draft says again what it said at an earlier moment, and nothing is lost."""

import random

import pytest

from discussion.errors import Refused
from discussion.services.drafting.rebuilding import commands_of
from discussion.services.drafting.restoring import paragraphs_at, restoring
from discussion.storage import drafting, programme
from tests.kit.house import Held
from tests.services.paragraphs import add_paragraph, of_point, paragraphs, restated, typed
from tests.services.points import confirm_point


def now(held: Held) -> int:
    """The number of the last event."""
    with held.database.reading() as transaction:
        return programme.log_position(transaction, held.id)[0]


def rebuilt(held: Held) -> None:
    with held.database.reading() as transaction:
        told = commands_of(transaction, held.id, held.runtime.new_id)
    carried_out(held, told)


def gone_back(held: Held, number: int) -> int:
    """Brings the draft back; how many commands it took."""
    with held.database.reading() as transaction:
        told = restoring(transaction, held.id, number)
    carried_out(held, told)
    return len(told)


def carried_out(held: Held, told) -> None:
    for facts in told:
        held.act(held.actor("secretariat"), facts.pop("do"), **facts)


def standing(held: Held) -> list[tuple[object, ...]]:
    """All that a declaration is made of: words, places, what each rests on."""
    with held.database.reading() as transaction:
        kept = drafting.paragraphs_of_workshop(transaction, held.id)
    return sorted(
        (p.section, p.topic or "", p.position, p.level, p.text, p.slot or "", p.points, str(p.made))
        for p in kept
        if p.status != "removed"
    )


def test_words_typed_since_go_and_stand_in_the_history(workshop: Held):
    made = add_paragraph(workshop, "Urge all", topic=workshop.topics[0].id)
    typed(workshop, paragraphs(workshop)[made], " States")
    then = now(workshop)
    typed(workshop, paragraphs(workshop)[made], " at once")
    assert gone_back(workshop, then) == 1
    paragraph = paragraphs(workshop)[made]
    assert (paragraph.text, paragraph.version) == ("Urge all States", 3)


def test_going_back_twice_does_nothing(workshop: Held):
    point = confirm_point(workshop, "One")
    rebuilt(workshop)
    then = now(workshop)
    restated(workshop, point, "No, ")
    rebuilt(workshop)
    assert of_point(workshop, point).text == "No, One"
    assert gone_back(workshop, then) == 2
    assert of_point(workshop, point).text == "One"
    assert gone_back(workshop, then) == 0


def test_what_was_added_since_is_taken_out_and_what_was_taken_out_stands_again(workshop: Held):
    kept = add_paragraph(workshop, "Kept")
    then = now(workshop)
    staff = workshop.actor("secretariat")
    workshop.act(staff, "remove_paragraph", paragraph=kept, version=0)
    later = add_paragraph(workshop, "Later")
    gone_back(workshop, then)
    assert paragraphs(workshop)[kept].status == "draft"
    assert paragraphs(workshop)[later].status == "removed"
    workshop.act(staff, "restore_paragraph", paragraph=later)


def test_a_moment_before_the_first_paragraph_is_refused(workshop: Held):
    then = now(workshop)
    add_paragraph(workshop, "Later")
    with workshop.database.reading() as transaction, pytest.raises(Refused) as refused:
        restoring(transaction, workshop.id, then)
    assert refused.value.code == "nothing_to_bring_back"


@pytest.mark.parametrize("seed", range(4))
def test_whatever_was_done_since_the_draft_stands_as_it_stood(workshop: Held, seed: int):
    chance = random.Random(seed)
    points = [confirm_point(workshop, f"Point {number}") for number in range(4)]
    rebuilt(workshop)
    done = [lambda: deed(workshop, points, chance) for _ in range(12)]
    for one in done[:6]:
        one()
    then, before = now(workshop), standing(workshop)
    for one in done[6:]:
        one()
    gone_back(workshop, then)
    assert standing(workshop) == before
    with workshop.database.reading() as transaction:
        told = paragraphs_at(transaction, workshop.id, then)
    assert len([p for p in told if p.status != "removed"]) == len(before)


def deed(held: Held, points: list[str], chance: random.Random) -> None:
    """One of the things people do with a draft."""
    chosen = chance.choice([p for p in paragraphs(held).values() if p.status == "draft"])
    staff = held.actor("secretariat")
    match chance.randrange(6):
        case 0:
            typed(held, chosen, f" {chance.randrange(100)}")
        case 1:
            held.act(staff, "remove_paragraph", paragraph=chosen.id, version=chosen.version)
        case 2:
            place = {"section": "general", "topic": None, "level": chance.randrange(2)}
            where = f"{chance.randrange(1, 9)}V"
            held.act(staff, "place_paragraph", paragraph=chosen.id, position=where, **place)
        case 3:
            add_paragraph(held, f"Urge {chance.randrange(100)}", position=f"{chance.random()}"[2:8])
        case 4:
            confirm_point(held, f"Late {chance.randrange(100)}")
            rebuilt(held)
        case _:
            removed = [p for p in paragraphs(held).values() if p.status == "removed"]
            if removed:
                held.act(staff, "restore_paragraph", paragraph=chance.choice(removed).id)
