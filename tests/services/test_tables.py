"""Tables: whose id is taken, and what ends with a card."""

from collections.abc import Callable

from tests.kit.house import Held


def test_the_id_of_a_table_is_never_used_again_even_after_it_was_taken_out(
    workshop: Held, another_workshop: Callable[..., Held]
):
    staff, elsewhere = workshop.actor("secretariat"), another_workshop().tables[0].id
    here, gone = workshop.tables[0].id, workshop.tables[1].id
    workshop.act(staff, "remove_table", table=gone)
    for taken in (here, gone, elsewhere):
        workshop.refused(staff, "add_table", table=taken, name="", code="id_taken")
    assert not workshop.bugs


def test_a_new_card_ends_the_old_sessions_and_opens_new_ones(workshop: Held):
    old, note = workshop.actor("rapporteur"), workshop.write("Before")
    workshop.act(workshop.actor("secretariat"), "reissue_card", table=workshop.tables[0].id)
    workshop.refused(old, "submit_note", note=note, code="signed_out")
    workshop.act(workshop.rapporteur(1).actor, "submit_note", note=note)
    workshop.act(workshop.actor("second"), "add_note", **on_own_sheet(workshop))


def test_a_table_that_was_taken_out_can_do_nothing_more(workshop: Held):
    facts = on_own_sheet(workshop)
    workshop.act(workshop.actor("secretariat"), "remove_table", table=workshop.tables[1].id)
    workshop.refused(workshop.actor("second"), "add_note", **facts, code="signed_out")


def on_own_sheet(held: Held) -> dict[str, str | None]:
    """The facts of a note on table 2's sheet."""
    note, sheet = held.runtime.new_id(), held.sheet(2)
    return {"note": note, "sheet": sheet, "kind": "data", "subtopic": None, "position": "V"}


def test_a_name_turns_round_nothing_that_stands_beside_it(workshop: Held):
    table, staff = workshop.tables[0].id, workshop.actor("secretariat")
    workshop.act(staff, "rename_table", table=table, name="Or\u202echid\u2028 \u2067one")
    assert workshop.tables[0].name == "Orchid one"
    workshop.refused(staff, "rename_table", code="words_needed", table=table, name="\u202e")
