"""Points merged, split, moved, removed, taken back on the board: keys, mouse and two people."""

from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.boards import FORMS, SCORES, focused, row, to_read
from tests.kit.browser import LAPTOP, Screen, axe
from tests.services.test_synthesis import point

pytestmark = pytest.mark.browser

DROP = "[data-drop-before], [data-drop-last]"
TALL = Screen(1366, 1500)  # nothing has to be scrolled while it is dragged
ARABIC = "ينبغي توفير الاستمارات بلغات جميع الباحثين عن عمل."


def card(page: Page, made: str) -> Locator:
    """The card of a point."""
    return page.locator(f'[data-point="{made}"]')


def listed(page: Page, name: str) -> Locator:
    """The cards of a list that is no subtopic."""
    return page.locator(f'[data-list="{name}"] .board-point')


@pytest.fixture
def two(held):
    """A point of two tables and one of a single table, which nobody objects to."""
    score, form = held.accept(SCORES), held.accept(FORMS, by="second")
    shared = point(held, "Explain every score.", sources=[score, form], position="C")
    single = point(held, "Explain a score to counsellors.", sources=[score], position="F")
    return shared, single


def test_two_points_are_merged_and_separated_by_keys_alone(held, board, two):
    shared, single = two
    page = board()
    expect(listed(page, "ideas")).to_have_count(1)
    field = card(page, single).locator("textarea")
    field.focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Merge …":
            break
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("Explain a score to counsellors.")
    page.keyboard.press("Space")
    expect(dialog.locator("del")).not_to_have_count(0)
    assert axe(page) == ()
    page.keyboard.press("Enter")
    expect(card(page, single)).to_have_count(0)
    into = card(page, shared)
    expect(into.locator("textarea")).to_be_focused()
    expect(into.locator(".board-merged")).to_contain_text("Explain a score to counsellors.")
    expect(into.locator("textarea")).to_have_value("Explain every score.")
    for _ in range(30):
        if page.evaluate("document.activeElement.textContent") == "Separate":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(listed(page, "ideas")).to_have_count(1)
    expect(card(page, single).locator("textarea")).to_have_value("Explain a score to counsellors.")


def test_a_point_is_split_and_its_notes_moved_and_all_is_taken_back(held, board, two):
    shared, single = two
    page = board()
    whole = card(page, shared)
    expect(whole.locator(".strength")).to_contain_text("2 of 2 tables")
    expect(whole.locator(".board-silent")).to_be_hidden()
    whole.get_by_text("Based on 2 notes").click()
    expect(whole.locator(".board-silent")).to_contain_text("Nothing on it yet: Table 3")
    whole.get_by_label("Choose this note of Table 2").check()
    whole.get_by_role("button", name="Split 1 note").click()
    new = page.locator(".board-point[aria-current]")
    expect(new.locator("textarea")).to_be_focused()
    expect(new.locator("textarea")).to_have_value("")
    expect(new.locator(".strength")).to_contain_text("1 of 2 tables")
    page.keyboard.press("Escape")
    whole.get_by_label("Choose this note of Table 1").check()
    whole.get_by_role("button", name="Move 1 note").click()
    page.locator("dialog[open]").get_by_label("Explain a score").check()
    page.keyboard.press("Enter")
    expect(whole).to_contain_text("Based on 0 notes")
    expect(whole.get_by_role("button", name="Remove", exact=True)).to_be_visible()
    page.reload()
    expect(page.locator("#to-read b")).not_to_have_text("…")
    expect(page.locator("[data-act=undo]")).to_contain_text("note moved")
    page.keyboard.press("u")
    expect(whole).to_contain_text("Based on 1 note")
    page.keyboard.press("u")
    expect(whole).to_contain_text("Based on 2 notes")
    expect(page.locator(".board-point")).to_have_count(2)
    expect(page.locator("#points-list")).to_contain_text("Removed: 1")


def test_an_empty_point_is_removed_and_brought_back_with_its_words(held, board):
    made = point(held, ARABIC)
    page = board()
    card(page, made).locator("textarea").focus()
    card(page, made).get_by_role("button", name="Remove", exact=True).click()
    expect(card(page, made)).to_have_count(0)
    page.get_by_text("Removed: 1").click()
    page.get_by_role("button", name="Bring back").click()
    expect(card(page, made).locator("textarea")).to_have_value(ARABIC)


def test_a_point_is_dragged_by_its_handle_and_another_under_a_subtopic(held, board, two):
    shared, _ = two
    single = held.accept("One more idea.")
    last = point(held, "Last", sources=[single], position="S")
    page = board(screen=TALL)
    expect(listed(page, "ideas")).to_have_count(2)

    def drag(made: str, onto: Locator) -> None:
        card(page, made).locator(".board-handle").hover()
        page.mouse.down()
        page.mouse.move(*middle(onto), steps=4)
        expect(page.locator(DROP)).to_have_count(1)
        page.mouse.up()
        expect(page.locator(DROP)).to_have_count(0)
        expect(page.locator("#say")).to_contain_text("Point moved.")

    drag(last, listed(page, "ideas").first.locator(".board-point-head"))
    expect(listed(page, "ideas").first).to_have_attribute("data-point", last)
    section = page.locator(".board-section").first
    drag(shared, section.locator("h3"))
    expect(section.locator(".board-point")).to_have_attribute("data-point", shared)
    expect(section.locator("select").last).to_have_value(held.topics[0].subtopics[0].id)
    page.keyboard.press("Escape")
    page.locator("[data-act=undo]").click()
    expect(card(page, shared).locator("select").last).to_have_value("")


def middle(where: Locator) -> tuple[float, float]:
    """The place in the middle of an element."""
    box = where.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_who_writes_in_a_point_that_a_colleague_merges_is_told_and_loses_no_word(held, board, two):
    shared, single = two
    page = board()
    field = card(page, single).locator("textarea")
    field.focus()
    page.keyboard.press("End")
    page.keyboard.type(" Always.")
    expect(card(page, single).locator(".save")).to_have_attribute("data-state", "saved")
    other = board("secretariat")
    card(other, single).locator("textarea").focus()
    card(other, single).get_by_role("button", name="Merge").click()
    other.locator("dialog[open]").get_by_label("Explain every score.").check()
    other.keyboard.press("Enter")
    expect(page.locator("#messages")).to_contain_text("merged into “Explain every score.”")
    words = card(page, shared).locator(".board-merged")
    expect(words).to_contain_text("Explain a score to counsellors. Always.")


def test_a_decision_is_not_taken_back_once_a_colleague_has_decided_since(held, board):
    note = held.say(SCORES)
    page = board()
    focused(page, SCORES)
    page.keyboard.press("a")
    expect(page.locator("[data-act=undo]")).to_contain_text("accepted")
    staff = held.actor("secretariat")
    aside = {"reason": "unclear", "remark": None}
    held.act(staff, "park_note", note=note, version=1, state="accepted", **aside)
    page.keyboard.press("u")
    trouble = page.locator("#troubles .notice")
    expect(trouble).to_contain_text("Not taken back")
    expect(trouble).to_contain_text("Secretariat has parked it since you decided.")
    assert held.note(note).contribution.status == "parked"


def test_of_several_decisions_taken_back_at_once_a_colleagues_later_one_stands(held, board):
    notes = [held.say(SCORES, by="second"), held.say(FORMS)]
    page = board()
    focused(page, FORMS)
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("a")
    expect(page.locator("[data-act=undo]")).to_contain_text("2 accepted")
    seen = {"note": notes[0], "version": 1, "state": "accepted"}
    held.act(held.actor("secretariat"), "reconsider_note", **seen)
    page.keyboard.press("u")
    expect(page.locator("#messages")).to_contain_text("1 of 2 taken back")
    trouble = page.locator("#troubles .notice")
    expect(trouble).to_contain_text("Secretariat has put it back")
    expect(trouble).to_contain_text(held.tables[1].name)


def test_the_history_of_a_note_tells_who_decided_and_takes_ones_own_back(held, board):
    note = held.say(SCORES)
    page = board()
    focused(page, SCORES)
    page.keyboard.press("a")
    expect(page.locator("[data-act=undo]")).to_contain_text("accepted")
    page.keyboard.press("h")
    deeds = page.locator(".board-history li")
    expect(deeds).to_have_count(2)
    expect(deeds.nth(1)).to_contain_text("Moderator accepted")
    assert axe(page) == ()
    deeds.nth(1).get_by_role("button", name="Take back").click()
    expect(deeds).to_have_count(3)
    expect(deeds.nth(1)).to_contain_text("taken back since")
    page.keyboard.press("Escape")
    to_read(page, 1)
    expect(page.locator("[data-act=undo]")).to_have_attribute("aria-disabled", "true")
    assert held.note(note).contribution.status == "submitted"


def test_a_chair_reads_points_and_their_history_and_changes_nothing(held, board, two):
    page = board("chair")
    expect(page.locator(".board-point")).to_have_count(2)
    assert not page.locator(".board-point button:visible, .board-handle").count()


def test_a_note_is_dragged_from_the_queue_onto_a_point(held, board, two):
    held.say("Say who was asked.", by="second")
    page = board()
    focused(page, "Say who was asked.")
    into = page.locator(".board-point").first
    expect(into).to_contain_text("Based on 2 notes: take out, split, move")
    words = row(page, "Say who was asked.").locator(".board-row-words").bounding_box()
    card = into.bounding_box()
    page.mouse.move(words["x"] + 20, words["y"] + 10)
    page.mouse.down()
    page.mouse.move(card["x"] + 40, card["y"] + 20, steps=4)
    expect(into).to_have_attribute("data-takes", "")
    page.mouse.up()
    expect(into).to_contain_text("Based on 3 notes")
    to_read(page, 0)


def test_a_finger_that_rests_on_a_note_takes_it_to_a_point_and_one_that_moves_scrolls(
    held, board, two
):
    held.say("Say who was asked.", by="second")
    page = board(screen=replace(LAPTOP, touch=True))
    into = page.locator(".board-point").first
    expect(into).to_contain_text("Based on 2 notes: take out, split, move")
    words = row(page, "Say who was asked.").locator(".board-row-words").bounding_box()
    start = {"x": words["x"] + 20, "y": words["y"] + 10}
    line = page.context.new_cdp_session(page)

    def touch(kind: str, *points: dict[str, float]) -> None:
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    touch("touchStart", start)
    touch("touchMove", {**start, "y": start["y"] - 40})
    touch("touchEnd")
    expect(page.locator("body")).not_to_have_attribute("data-carries", "")
    touch("touchStart", start)
    expect(page.locator("body")).to_have_attribute("data-carries", "")
    card = into.bounding_box()
    for part in (0.3, 0.7, 1):
        x = start["x"] + part * (card["x"] + 60 - start["x"])
        touch("touchMove", {"x": x, "y": start["y"] + part * (card["y"] + 20 - start["y"])})
    expect(into).to_have_attribute("data-takes", "")
    touch("touchEnd")
    expect(into).to_contain_text("Based on 3 notes")
    to_read(page, 0)
