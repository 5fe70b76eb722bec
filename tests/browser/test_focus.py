"""What is read is what the queue marks and what the keys act on, whatever is asked for."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.boards import FORMS, SCORES, ask_for, focused, row, show, to_read
from tests.browser.rules import BOARD, Ask, note

pytestmark = pytest.mark.browser

SAME = "const fold = (ids) => board.takeFolds({ mark: 1, groups: [ids] }, Date.now() + 1);"


def test_the_first_folds_leave_the_focus_on_a_row_and_later_ones_unfold_what_is_read(ask: Ask):
    script = f"""{SAME}
        const begun = board.focus;
        fold(["n0000", "n0003"]);
        const moved = [board.focus, board.visible()];
        board.setFocus("n0002");
        fold(["n0000", "n0002", "n0003"]);
        return [begun, moved, board.focus, board.visible()];"""
    notes = [note(number) for number in range(4)]
    found = ask(BOARD % script, {"notes": notes, "filter": {}})
    assert found == ["n0003", ["n0002", ["n0002", "n0001", "n0000"]], "n0002",
                     ["n0001", "n0000", "n0002", "n0003"]]  # fmt: skip


@pytest.mark.parametrize(("arrangement", "before", "after"), [
    ("newest", [3, 2, 1, 0], [3, 2, 1, 4]), ("oldest", [0, 1, 2, 3], [4, 1, 2, 3]),
])  # fmt: skip
def test_a_colleagues_decision_puts_the_twin_in_the_place_of_what_was_decided(
    ask: Ask, arrangement, before, after
):
    script = f"""{SAME}
        fold(["n0000", "n0004"]);
        const rows = () => board.visible().map((id) => Number(id.slice(1)));
        const before = rows();
        const taken = {{ ...board.notes.get("n0000"), status: "accepted", version: 2 }};
        board.renew({{ notes: [taken] }});
        return [before, rows()];"""
    notes = [note(number) for number in range(5)]
    asked = {"notes": notes, "filter": {}, "arrangement": arrangement}
    assert ask(BOARD % script, asked) == [before, after]


def test_whatever_is_asked_for_its_first_row_is_read_and_nothing_where_there_is_none(ask: Ask):
    script = """const focuses = [];
        for (const filter of act) {
            Object.assign(board.filter, filter);
            board.asked();
            focuses.push(board.focus);
        }
        return focuses;"""
    notes = [note(number, table=f"t{number % 2}") for number in range(4)]
    notes += [note(4, status="parked"), note(5, status="writing")]
    act = [{"table": "t0"}, {"show": "parked", "table": ""}, {"table": "t0"}, {"show": "to_read"}]
    found = ask(BOARD % script, {"notes": notes, "filter": {}, "act": act})
    assert found == ["n0002", "n0004", None, "n0002"]


def test_by_keys_a_search_leads_to_its_first_hit_and_an_empty_one_disarms_the_keys(held, board):
    held.say(FORMS)
    held.say(SCORES, by="second")
    page = board()
    focused(page, SCORES)
    page.keyboard.press("/")
    page.keyboard.type("seekers")
    page.keyboard.press("Enter")
    focused(page, FORMS)
    expect(row(page, FORMS)).to_have_attribute("aria-current", "true")
    expect(page.locator("#filter-words")).not_to_be_focused()
    show(page, "Parked")
    expect(page.locator("#note")).to_be_hidden()
    expect(page.locator("#decide .button:not([aria-disabled])")).to_have_text(
        ["PreviousK", "NextJ"]
    )
    page.locator("body").press("a")
    to_read(page, 2)
    page.keyboard.press("u")
    page.keyboard.press("g")  # one message in the place of the other, over no decision
    expect(page.locator(".message")).to_have_text(re.compile("Choose a point first"))
    foot = page.locator(".message").bounding_box()
    assert foot["y"] + foot["height"] < page.locator("#decide").bounding_box()["y"]
    page.keyboard.press("?")
    expect(page.locator("#keys dt").first).to_have_text("A")
    expect(page.locator("#keys dt").first).to_be_in_viewport()


def test_the_keys_say_that_they_act_on_what_is_ticked_and_on_no_other_note(held, board):
    for words in (FORMS, SCORES, "Third."):
        held.say(words)
    page = board()
    focused(page, "Third.")
    for words in (FORMS, SCORES):
        row(page, words).get_by_role("checkbox").check()
    expect(page.locator("#note")).to_be_hidden()
    expect(page.locator("#chosen")).to_contain_text("2 chosen: the keys act on all of them")
    expect(page.locator("#chosen")).to_contain_text("Not chosen (X adds it): Table 1, Third.")
    expect(page.locator("[data-act=accept]")).to_have_text("Accept 2A")
    ask_for(page, "arrangement", "Oldest first")
    page.locator("body").press("a")
    to_read(page, 1)
    focused(page, "Third.")
