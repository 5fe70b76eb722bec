"""Paragraphs: made from points, typed in together, rebuilt without regret."""

from typing import Any

import pytest

from discussion.domain.drafting.profiles import ProfileProblems
from discussion.errors import DiscussionError, Malformed, NotFound, Refused
from discussion.services.drafting.rebuilding import commands_of
from discussion.services.drafting.remarks import remarks_on
from discussion.services.publications.reading import record_of
from discussion.storage import drafting
from tests.kit.house import Held
from tests.services.paragraphs import add_paragraph, of_point, paragraphs, restated, typed
from tests.services.points import confirm_point


def rebuilt(held: Held) -> int:
    """Carries out a rebuild; how many commands it took."""
    with held.database.reading() as transaction:
        told = commands_of(transaction, held.id, held.runtime.new_id)
    for facts in told:
        held.act(held.actor("secretariat"), facts.pop("do"), **facts)
    return len(told)


def remarks(held: Held) -> dict[str, Any]:
    with held.database.reading() as transaction:
        return remarks_on(transaction, held.id)


def test_paragraphs_are_made_of_points_and_a_second_rebuild_does_nothing(workshop: Held):
    point = confirm_point(workshop, "Portals check [every] employer")
    assert rebuilt(workshop) > 10
    made = of_point(workshop, point)
    assert (made.text, made.points) == (r"Portals check \[every\] employer", (point,))
    assert rebuilt(workshop) == 0


def test_two_rebuilds_at_one_moment_make_no_paragraph_twice(workshop: Held):
    confirm_point(workshop, "One")
    with workshop.database.reading() as transaction:
        told = [commands_of(transaction, workshop.id, workshop.runtime.new_id) for _ in range(2)]
    staff, taken = workshop.actor("secretariat"), 0
    for facts in (*told[0], *told[1]):
        try:
            workshop.act(staff, facts.pop("do"), **facts)
        except Refused as refusal:
            assert refusal.code == "slot_taken"
            taken += 1
    assert taken == len(told[0]) == len(paragraphs(workshop))


def test_a_late_edit_of_a_point_reaches_its_paragraph_and_no_other(workshop: Held):
    one, other = confirm_point(workshop, "One"), confirm_point(workshop, "Other")
    rebuilt(workshop)
    before = paragraphs(workshop)
    restated(workshop, one, "No, ")
    assert rebuilt(workshop) == 2  # its words, and what is remembered
    after = paragraphs(workshop)
    changed = {slot for slot, paragraph in after.items() if paragraph != before[slot]}
    assert changed == {of_point(workshop, one).slot}
    assert of_point(workshop, one).text == "No, One"
    assert of_point(workshop, other).text == "Other"


def test_a_hand_edit_is_left_alone_and_the_page_says_why(workshop: Held):
    point = confirm_point(workshop, "One")
    rebuilt(workshop)
    typed(workshop, of_point(workshop, point), " by hand")
    restated(workshop, point, "No, ")
    assert rebuilt(workshop) == 0
    assert of_point(workshop, point).text == "One by hand"
    (left,) = [p["left"] for p in remarks(workshop)["paragraphs"] if p["left"]]
    assert (left["why"], left["made"], left["now"]) == ("edited", "One", "No, One")
    assert remarks(workshop)["rebuild"] == {"added": 0, "changed": 0, "left": 1}


def test_what_nothing_calls_for_goes_unless_somebody_wrote_in_it(workshop: Held):
    kept, gone = confirm_point(workshop, "Kept"), confirm_point(workshop, "Gone")
    rebuilt(workshop)
    typed(workshop, of_point(workshop, kept), " by hand")
    for point in (kept, gone):
        staff = workshop.actor("secretariat")
        workshop.act(staff, "park_point", point=point, version=0, state="confirmed")
    rebuilt(workshop)
    assert of_point(workshop, kept).status == "draft"
    out = [p for p in paragraphs(workshop).values() if p.status == "removed"]
    assert sorted(p.text for p in out)[1:] == ["Gone"]
    assert all(p.slot is None for p in out)


def test_words_typed_while_a_rebuild_is_on_its_way_are_not_lost(workshop: Held):
    point = confirm_point(workshop, "One")
    rebuilt(workshop)
    restated(workshop, point, "No, ")
    with workshop.database.reading() as transaction:
        told = commands_of(transaction, workshop.id, workshop.runtime.new_id)
    typed(workshop, of_point(workshop, point), " meanwhile")
    for facts in told:
        workshop.act(workshop.actor("secretariat"), facts.pop("do"), **facts)
    assert of_point(workshop, point).text == "No, One meanwhile"


def test_a_rebuild_asked_for_twice_at_one_moment_writes_no_word_twice(workshop: Held):
    point = confirm_point(workshop, "One")
    rebuilt(workshop)
    restated(workshop, point, "No, ")
    with workshop.database.reading() as transaction:
        told = [commands_of(transaction, workshop.id, workshop.runtime.new_id) for _ in range(2)]
    for facts in (*told[0], *told[1]):
        workshop.act(workshop.actor("secretariat"), facts.pop("do"), **facts)
    assert of_point(workshop, point).text == "No, One"


def test_new_paragraphs_go_where_they_belong_behind_what_people_added(workshop: Held):
    topic = workshop.topics[0].id
    first = confirm_point(workshop, "First")
    rebuilt(workshop)
    last = of_point(workshop, first)
    own = add_paragraph(workshop, "own", topic=topic, level=1, position=f"{last.position}V")
    confirm_point(workshop, "A promise", kind="success_factor")
    rebuilt(workshop)
    texts = [p for p in remarks(workshop)["paragraphs"] if p["id"]]
    order = [p["id"] for p in texts]
    chapeau = next(p for s, p in paragraphs(workshop).items() if s.startswith("success_factor@"))
    assert order.index(last.id) < order.index(own) < order.index(chapeau.id)


def test_two_people_type_in_one_paragraph_and_both_are_kept(workshop: Held):
    made = add_paragraph(workshop, "Urge all", topic=workshop.topics[0].id)
    paragraph = paragraphs(workshop)[made]
    typed(workshop, paragraph, " States", by="moderator")
    typed(workshop, paragraph, " and agencies")
    assert paragraphs(workshop)[made].text == "Urge all States and agencies"


def test_common_paragraphs_are_the_secretariat_s_alone(workshop: Held):
    made = add_paragraph(workshop, "Recalling")
    with pytest.raises(NotFound):
        typed(workshop, paragraphs(workshop)[made], " it", by="moderator")
    place = {"section": "general", "topic": None, "level": 1, "position": "a"}
    own = add_paragraph(workshop, "Urge", topic=workshop.topics[0].id)
    with pytest.raises(NotFound):
        workshop.act(workshop.actor("moderator"), "place_paragraph", paragraph=own, **place)


def test_a_paragraph_is_taken_out_as_it_was_read_and_comes_back(workshop: Held):
    made = add_paragraph(workshop, "Urge")
    staff = workshop.actor("secretariat")
    typed(workshop, paragraphs(workshop)[made], " all")
    with pytest.raises(Refused) as refused:
        workshop.act(staff, "remove_paragraph", paragraph=made, version=0)
    assert refused.value.code == "version_moved"
    workshop.act(staff, "remove_paragraph", paragraph=made, version=1)
    assert remarks(workshop)["paragraphs"] == []
    workshop.act(staff, "restore_paragraph", paragraph=made)
    assert [p["number"] for p in remarks(workshop)["paragraphs"]] == ["1"]


@pytest.mark.parametrize(
    "facts",
    [
        {"section": "general", "topic": "own"},
        {"section": "topic", "topic": None},
        {"basis": "x", "made": None},
    ],
)
def test_a_place_or_a_memory_that_makes_no_sense_is_refused(workshop: Held, facts):
    if facts.get("topic") == "own":
        facts = {**facts, "topic": workshop.topics[0].id}
    with pytest.raises(Malformed):
        add_paragraph(workshop, "Urge", **facts)


def test_paragraphs_rest_on_points_of_their_own_workshop(workshop: Held, another_workshop: Any):
    elsewhere = confirm_point(another_workshop(), "Theirs")
    with pytest.raises(DiscussionError):
        add_paragraph(workshop, "Urge", points=[elsewhere])


def test_a_profile_is_chosen_or_refused_with_all_its_mistakes(workshop: Held):
    staff = workshop.actor("secretariat")
    workshop.act(staff, "set_drafting", profile='preambular_end = ","', outcome="conclusions")
    with workshop.database.reading() as transaction:
        assert record_of(transaction, workshop.id).profile.preambular_end == ","
    with pytest.raises(ProfileProblems):
        workshop.act(staff, "set_drafting", profile="nonsense = 1", outcome="declaration")


def test_a_lesser_outcome_has_softer_words_proposed_and_changes_none(workshop: Held):
    made = add_paragraph(workshop, "*Urge* States to act")
    workshop.act(workshop.actor("secretariat"), "set_drafting", profile="", outcome="conclusions")
    (told,) = remarks(workshop)["paragraphs"]
    assert told["softer"]["text"] == "*Call upon* States to act"
    assert paragraphs(workshop)[made].text == "*Urge* States to act"


def test_the_page_is_told_numbers_remarks_and_what_is_open(workshop: Held):
    add_paragraph(workshop, "Recalling it", section="preamble")
    add_paragraph(workshop, "*Urge* to act [now | soon]{MY: why}.", position="V")
    add_paragraph(workshop, "portals", level=1, position="W")
    told = remarks(workshop)
    assert [p["number"] for p in told["paragraphs"]] == ["PP 1", "1", "(a)"]
    assert {r["code"] for r in told["paragraphs"][1]["remarks"]} == {
        *("no_addressee", "bracket", "end_mark", "party_held_back"),
    }
    assert told["paragraphs"][1]["shown"][2] == {
        "options": [[{"words": "now"}], [{"words": "soon"}]],
        "stands": [{"who": ["MY"], "reason": "why"}],
    }
    assert told["open"] | {"words": 0, "most_words": 0} == {
        "paragraphs": 2, "brackets": 1, "alternatives": 1, "objections": 1,
        "words": 0, "most_words": 0,
    }  # fmt: skip


def test_an_edition_knows_how_many_paragraphs_have_changed_since(workshop: Held):
    one, other = add_paragraph(workshop, "Urge"), add_paragraph(workshop, "Note", position="W")
    with workshop.database.reading() as transaction:
        before = record_of(transaction, workshop.id).sequence
        assert drafting.changed_since(transaction, workshop.id, before) == 0
    typed(workshop, paragraphs(workshop)[one], " all")
    workshop.act(workshop.actor("secretariat"), "remove_paragraph", paragraph=other, version=0)
    with workshop.database.reading() as transaction:
        assert drafting.changed_since(transaction, workshop.id, before) == 2
