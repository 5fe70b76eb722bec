"""Conversations about one text, told as they happen at a table."""

import pytest

from discussion.live import replica as live
from discussion.live.replica import Received
from tests.live.conversation import deliver_down, deliver_up
from tests.live.room import Room


@pytest.fixture
def room():
    return Room()


def test_two_rapporteurs_agree_after_the_wifi_drops(room):
    ana, ben = room.rapporteurs("Ana", "Ben")
    with ben.offline():
        ana.types("Water is a right. ")
        ben.types("Fund the wells.")
    room.settles()
    assert sorted(room.reads()) == sorted("Water is a right. Fund the wells.")


def test_what_the_authority_has_already_goes_first(room):
    ana, ben = room.rapporteurs("Ana", "Ben")
    ana.types("hi")
    ben.types("ok")
    for person in (ana, ben):
        person.sends()
        deliver_up(person)
    room.settles()
    assert room.reads() == "hiok"


def test_a_crash_before_commit_loses_no_word(room):
    ana, ben = room.rapporteurs("Ana", "Ben")
    ana.types("Jobs first. ")
    ana.sends()
    deliver_up(ana)
    room.crashes()
    assert ana.replica.indicator == "sending"
    room.settles()
    assert room.reads() == "Jobs first. "


def test_a_lost_acknowledgement_doubles_no_word(room):
    ana, ben = room.rapporteurs("Ana", "Ben")
    ana.types("Once.")
    ana.sends()
    deliver_up(ana)
    room.authority.commit()
    ana.reloads()
    assert ana.replica.shown == "Once."
    ana.types(" Twice.")
    room.settles()
    assert room.reads() == "Once. Twice."


def test_an_edit_once_sent_is_frozen(room):
    (ana,) = room.rapporteurs("Ana")
    ana.types("a")
    ana.sends()
    sent = ana.replica.sent
    ana.types("b")
    ana.sends()
    ana.reloads()
    ana.connects()
    assert ana.replica.sent == sent
    assert ana.connection.up[-1] == sent


def test_an_answer_before_its_predecessors_is_kept_until_they_arrive():
    ana = live.freeze(live.typed(live.fresh(0, ""), ["ana"]), "a1")
    ana = live.acknowledged(ana, "a1", 2)
    assert (ana.indicator, ana.shown, ana.version) == ("saved", "ana", 0)
    ana, shown = live.received(ana, Received(1, ["ben"], "b1"))
    assert (shown, ana.shown, ana.version, ana.sent) == (["ben"], "benana", 2, None)


def test_a_missing_change_is_asked_for_and_never_guessed():
    with pytest.raises(live.Missing):
        live.received(live.fresh(3, "abc"), Received(5, ["x"], "b1"))


def test_a_fresh_state_never_replaces_unacknowledged_words():
    ana = live.typed(live.fresh(1, "old"), [3, " mine"])
    assert live.renew(ana, 7, "new") == ana
    assert live.renew(live.fresh(1, "old"), 7, "new").shown == "new"
    assert live.renew(live.fresh(8, "newer"), 7, "new").shown == "newer"


def test_a_refused_edit_keeps_its_words_and_waits_for_the_person():
    room = Room(limit=10)
    (ana,) = room.rapporteurs("Ana")
    ana.types("twelve chars")
    ana.sends()
    deliver_up(ana)
    room.authority.commit()
    deliver_down(ana)
    assert ana.replica.indicator == "needs you"
    assert ana.replica.refused_words == ana.replica.shown == "twelve chars"
    assert live.freeze(ana.replica, "another") is ana.replica
    ana.changes([6, -6])
    room.settles()
    assert room.reads() == "twelve"


def test_a_refusal_that_says_nothing_of_the_edit_changes_nothing():
    ana = live.freeze(live.typed(live.fresh(0, ""), ["a"]), "a1")
    assert live.refused(ana, "a1", "signed_out") == ana
    assert live.refused(ana, "another", "too_long") == ana


def test_a_refused_edit_that_was_stored_after_all_is_recognised():
    ana = live.refused(live.freeze(live.typed(live.fresh(0, ""), ["a"]), "a1"), "a1", "too_long")
    ana, shown = live.received(ana, Received(1, ["a"], "a1"))
    assert (ana.shown, ana.indicator, shown) == ("a", "saved", [])


def test_where_the_authority_differs_it_is_right():
    ana = live.freeze(live.typed(live.fresh(1, "text"), [4, " too long"]), "a1")
    ana = live.typed(ana, ["My "])
    before = ana.shown
    ana, shown = live.received(ana, Received(2, [4, " too"], "a1"))
    assert ana.text == "text too"
    assert ana.shown == live.apply(before, shown) == "My text too"


def test_after_compaction_both_sides_meet_by_words(room):
    ana, ben = room.rapporteurs("Ana", "Ben")
    ana.types("Fund the wells.")
    room.settles()
    ben.disconnects()
    ben.changes([9, "old "])
    ana.types(" Now.")
    ana.sends()
    deliver_up(ana)
    room.authority.commit()
    room.authority.forget(keep=0)
    room.settles()
    assert room.reads() == "Fund the old wells. Now."
    assert ben.clean


def test_where_merging_is_not_clean_both_readings_stay(room):
    ana, ben = room.rapporteurs("Ana", "Ben")
    ana.types("Fund the wells now.")
    room.settles()
    ben.disconnects()
    ben.changes([9, -5, "schools"])
    ana.changes([9, -5, "roads"])
    ana.sends()
    deliver_up(ana)
    room.authority.commit()
    room.authority.forget(keep=0)
    room.settles()
    assert room.reads() == "Fund the [roads | schools] now."
    assert not ben.clean


def test_nothing_is_merged_while_the_fate_of_the_sent_edit_is_unknown():
    ana = live.freeze(live.typed(live.fresh(1, "a"), [1, "b"]), "a1")
    assert live.merge(ana, 9, "ab and more") == (ana, None, False)
    stored, change, clean = live.merge(live.acknowledged(ana, "a1", 5), 9, "ab and more")
    assert (stored.shown, clean) == ("ab and more", True)
    assert live.apply("ab", change) == "ab and more"
