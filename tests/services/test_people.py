"""Coming in: cards and links that are good, old, ended or never were."""

import pytest

from discussion.errors import DiscussionError
from discussion.services import people
from discussion.services.people import list_links, standing
from tests.kit.house import Held


def refusal_of(use_case, *arguments, **options) -> str:
    """The code a use case is refused with."""
    with pytest.raises(DiscussionError) as refused:
        use_case(*arguments, **options)
    return refused.value.code


def door(workshop: Held, **card: str) -> str:
    """The name of the table behind a card's token or code, or the code of the refusal."""
    try:
        return people.card_behind(workshop.database, workshop.runtime, **card).table.name
    except DiscussionError as refusal:
        return refusal.code


def new_link(workshop: Held, role: str = "moderator", **more) -> tuple[people.Link, str]:
    """A link that is good for two hours."""
    return people.make_link(
        workshop.database, workshop.runtime, workshop=workshop.id, role=role, hours=2, **more
    )


def test_a_code_is_known_in_small_letters_and_without_its_dash(workshop: Held):
    code, token = workshop.card(2)
    for typed in (code, code.lower(), code.replace("-", ""), f" {code[:4]} {code[5:]} "):
        assert door(workshop, code=typed) == "Table 2"
    assert door(workshop, token=token) == "Table 2"


def test_what_was_on_no_card_is_unknown_and_nothing_opens_nothing(workshop: Held):
    assert door(workshop, code="AAAA-AAAA") == "code_unknown"
    assert door(workshop, code="") == "code_unknown"
    assert door(workshop, token="a" * 26) == "link_unknown"


def test_an_old_card_says_that_there_is_a_new_one(workshop: Held):
    code, token = workshop.card(1)
    table = workshop.tables[0].id
    for _ in range(2):
        workshop.act(workshop.actor("secretariat"), "reissue_card", table=table)
    assert door(workshop, code=code.lower()) == "card_replaced"
    assert door(workshop, token=token) == "card_replaced"
    assert door(workshop, code=workshop.card(1)[0]) == "Table 1"
    assert door(workshop, code=workshop.card(2)[0]) == "Table 2"


def test_the_card_of_a_table_taken_out_is_unknown(workshop: Held):
    code, token = workshop.card(2)
    workshop.act(workshop.actor("secretariat"), "remove_table", table=workshop.tables[1].id)
    assert door(workshop, code=code) == "code_unknown"
    assert door(workshop, token=token) == "link_unknown"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name_needed"),
        ("\u200c\u202e", "name_needed"),
        (" \n\x00 ", "name_needed"),
        ("n" * 129, "name_too_long"),
    ],
)
def test_nobody_sits_down_without_a_name_that_fits(workshop: Held, name: str, code: str):
    token = workshop.card(1)[1]
    sit_down = (people.sign_in_by_card, workshop.database, workshop.runtime)
    assert refusal_of(*sit_down, name=name, token=token, hours=1) == code


def test_a_name_is_kept_as_it_is_said_but_for_its_spaces(workshop: Held):
    token = workshop.card(1)[1]
    signed_in = people.sign_in_by_card(
        workshop.database, workshop.runtime, name="  عائشة   بنت\tيوسف ", token=token, hours=1
    )
    assert signed_in.actor.name == "عائشة بنت يوسف"
    joined = people.sign_in_by_card(
        workshop.database, workshop.runtime, name="\u202eمی\u200cخواهم", token=token, hours=1
    )
    assert joined.actor.name == "می\u200cخواهم"
    longest = people.sign_in_by_card(
        workshop.database, workshop.runtime, name="n" * 128, token=token, hours=1
    )
    assert len(longest.actor.name) == 128


def test_looking_at_a_link_does_not_use_it(workshop: Held):
    link, token = new_link(workshop, label="Dr. Noor")
    assert people.link_behind(workshop.database, workshop.runtime, token) == link


def test_a_link_is_unknown_ended_or_expired_and_says_which(workshop: Held):
    look = (people.link_behind, workshop.database, workshop.runtime)
    assert refusal_of(*look, "0" * 32) == "link_unknown"
    ended, its_token = new_link(workshop)
    people.revoke_link(workshop.database, workshop.runtime, workshop.actor("secretariat"), ended.id)
    assert refusal_of(*look, its_token) == "link_revoked"
    _, late = new_link(workshop)
    workshop.clock.advance(hours=2)
    assert refusal_of(*look, late) == "link_expired"
    sign_in = (people.sign_in_by_link, workshop.database, workshop.runtime)
    assert refusal_of(*sign_in, late, name="Noor", hours=1) == "link_expired"


def test_the_secretariat_sees_how_its_links_stand_and_nobody_else_sees_them(workshop: Held):
    link, _ = new_link(workshop, label="Hall A", role="room")
    with workshop.database.reading() as transaction:
        held = list_links(transaction, workshop.actor("secretariat"))
        assert standing(next(each for each in held if each.id == link.id), workshop.clock.now) == (
            "in_force"
        )
        assert refusal_of(list_links, transaction, workshop.actor("moderator")) == "not_found"
    assert standing(link, workshop.clock.advance(hours=2)) == "expired"


def test_a_link_of_an_unknown_role_topic_or_workshop_is_not_made(workshop: Held):
    make = (people.make_link, workshop.database, workshop.runtime)
    here = {"workshop": workshop.id, "hours": 1}
    assert refusal_of(*make, role="rapporteur", **here) == "role_unknown"
    assert refusal_of(*make, role="chair", topic="nosuchtopic", **here) == "topic_unknown"
    assert refusal_of(*make, role="chair", label="n" * 129, **here) == "name_too_long"
    assert refusal_of(*make, role="chair", workshop="nosuchone", hours=1) == "workshop_unknown"


def come(workshop: Held, token: str, name: str = "") -> people.SignedIn:
    """Somebody who opens a link and gives a name."""
    return people.sign_in_by_link(workshop.database, workshop.runtime, token, name=name, hours=14)


def test_the_same_link_and_name_are_the_same_person_on_another_device(workshop: Held):
    _, token = new_link(workshop)
    first, second = come(workshop, token, "Noor  Said"), come(workshop, token, "noor said")
    assert second.actor.person == first.actor.person and second.actor.name == "Noor Said"
    assert second.actor.session != first.actor.session and second.secret != first.secret
    composed, decomposed = come(workshop, token, "Zo\u00e9"), come(workshop, token, "Zoe\u0301")
    assert composed.actor.person == decomposed.actor.person


def test_two_who_share_a_link_are_two_and_so_are_two_links_of_one_name(workshop: Held):
    _, token = new_link(workshop)
    _, other = new_link(workshop)
    came = [come(workshop, token, "Noor"), come(workshop, token, "Yusuf")]
    came.append(come(workshop, other, "Noor"))
    assert len({each.actor.person for each in came}) == 3


def test_a_table_card_is_nobodys_own_so_each_who_sits_down_is_somebody_new(workshop: Held):
    one, two = workshop.rapporteur(1, name="Noor"), workshop.rapporteur(1, name="Noor")
    assert one.actor.person != two.actor.person


def test_a_link_without_a_name_goes_on_as_its_label(workshop: Held):
    _, token = new_link(workshop, role="secretariat", label="Back office")
    one, two = come(workshop, token), come(workshop, token)
    assert one.actor.person == two.actor.person and two.actor.name == "Back office"


def test_who_comes_back_takes_back_what_they_decided_an_hour_ago_and_is_who_asked(workshop: Held):
    _, token = new_link(workshop)
    note, asked = workshop.say("A note"), workshop.say("Another")
    before = come(workshop, token, "Noor").actor
    accepting = workshop.command("accept_note", note=note, version=1, state="submitted")
    question = {"note": asked, "version": 1, "state": "submitted", "question": "Why?"}
    workshop.batch((before, accepting))
    workshop.act(before, "return_note", **question)
    people.sign_out(workshop.database, workshop.runtime, before)
    workshop.clock.advance(hours=1)
    again, other = come(workshop, token, "Noor").actor, come(workshop, token, "Yusuf").actor
    undoing = {"decision": accepting["id"]}
    workshop.refused(other, "undo_decision", code="not_your_decision", **undoing)
    workshop.act(again, "undo_decision", **undoing)
    assert workshop.note(note).contribution.status == "submitted"
    assert workshop.note(asked).decided_by == again.person


def test_an_ended_link_brings_nobody_back_and_ends_every_device_that_came_by_it(workshop: Held):
    link, token = new_link(workshop)
    one, two = come(workshop, token, "Noor").actor, come(workshop, token, "Noor").actor
    secretariat = workshop.actor("secretariat")
    ended = people.revoke_link(workshop.database, workshop.runtime, secretariat, link.id)
    assert set(ended) == {one.session, two.session}
    sign_in = (people.sign_in_by_link, workshop.database, workshop.runtime, token)
    assert refusal_of(*sign_in, name="Noor", hours=1) == "link_revoked"


def test_the_name_behind_a_link_is_suggested_only_while_there_is_one(workshop: Held):
    link, token = new_link(workshop)
    assert people.who_came_by(workshop.database, link) == ()
    come(workshop, token, "Noor")
    workshop.clock.advance(1)
    come(workshop, token, "Yusuf")
    come(workshop, token, "NOOR")
    assert people.who_came_by(workshop.database, link) == ("Noor", "Yusuf")
