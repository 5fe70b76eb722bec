"""What the room sees on the projector: confirmed points, how strong they stand, the clock."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.kit.browser import LAPTOP, PHONE, PROJECTOR, Screen, axe

pytestmark = pytest.mark.browser

WORDS = "People must understand why a job is offered to them."
SQUARE = Screen(1024, 768)  # projectors of 4:3 are still about
UNCUT = """() => [document.documentElement, document.getElementById("main")]
  .filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth)
  .map((one) => one.tagName)
  .concat([...document.querySelectorAll(".room-stage:not(.room-measure) .room-words")]
    .filter((one) => parseFloat(getComputedStyle(one).fontSize) * 0.714 < innerHeight / 40)
    .map((one) => one.textContent))"""
PLANTED = f"""() => {{
  document.querySelector(".room-stage:not(.room-measure) .room-words").style.fontSize = "2vh";
  return ({UNCUT})().length;
}}"""
"""Words made too small, again and again until that is seen: the screen may set them anew."""
ARABIC = "يجب أن يبقى المستشار صاحب القرار الأخير."


@pytest.fixture
def room(window):
    """``room()``: the room screen of topic 1 on a projector."""

    def opened(screen=PROJECTOR, **more) -> Page:
        page = window("room", "/topics/1/room", screen, **more)
        expect(page.locator("#room-reporting")).not_to_be_empty()
        return page

    return opened


def point(held, words: str, *tables: str, subtopic: int | None = None, confirmed=True) -> str:
    """A point resting on one accepted note of each table; its id."""
    sources = [held.accept(f"said of {words}", by=table) for table in tables]
    ident, moderator = held.runtime.new_id(), held.actor("moderator")
    topic = held.topics[0]
    under = None if subtopic is None else topic.subtopics[subtopic - 1].id
    held.act(
        moderator, "add_point", point=ident, topic=topic.id, subtopic=under, kind="challenge",
        statement=words, sources=sources, position=f"1{held.runtime.new_id()}1",
    )  # fmt: skip
    if confirmed:
        held.act(moderator, "confirm_point", point=ident, version=0, state="proposed")
    return ident


def test_an_empty_room_screen_says_what_will_appear_and_who_has_written(held, room):
    page = room()
    expect(page.locator("#room-empty")).to_contain_text("as soon as it is confirmed")
    expect(page.locator("#room-subtopics li")).to_have_count(4)
    expect(page.locator("#room-reporting")).to_have_text("0 of 3 tables have written")
    expect(page.locator(".clock-time")).to_have_text("60:00")


def test_a_point_stands_under_its_subtopic_with_its_strength_in_words(held, room):
    held.people["third"] = held.rapporteur(3)
    held.say("unheard", by="third", sheet=held.sheet(3))
    point(held, WORDS, "rapporteur", "second", subtopic=2)
    point(held, "Still being written.", "rapporteur", confirmed=False)
    page = room()
    expect(page.locator(".room-subtopic")).to_have_text("2. Human-AI collaboration")
    expect(page.locator(".room-strength")).to_have_text(re.compile("^2 of 3 tables"))
    expect(page.locator("#room-points")).to_have_text("1 point confirmed, 1 forming")
    expect(page.locator("body")).not_to_contain_text("Still being written.")
    expect(page.locator("body")).not_to_contain_text("said of")
    expect(page.locator("body")).not_to_contain_text("Rapporteur")


def test_points_that_do_not_fit_are_shown_page_by_page_and_can_be_held(held, room):
    for number in range(14):
        point(held, f"{number + 1}. {WORDS}", "rapporteur", subtopic=1 + number % 4)
    page = room()
    place = page.locator("#room-page")
    expect(place).to_have_text(re.compile(r"Page 1 of [2-4], next in \d+ s"))
    bottom = page.locator(".room-point").last.bounding_box()
    foot = page.locator(".room-foot").bounding_box()
    assert 0.8 * foot["y"] <= bottom["y"] + bottom["height"] <= foot["y"]
    page.keyboard.press("Space")
    expect(place).to_have_text(re.compile("Page 1 of . *, held"))
    page.keyboard.press("ArrowRight")
    expect(place).to_contain_text("Page 2 of")
    page.keyboard.press("ArrowLeft")
    expect(place).to_contain_text("Page 1 of")
    seen = set()
    for _ in range(int(place.text_content().split()[3].rstrip(","))):
        seen |= set(page.locator(".room-words").all_text_contents())
        page.keyboard.press("PageDown")
    assert len(seen) == 14


def test_dark_until_one_key_makes_it_white(held, room):
    page = room()
    ground = page.locator("html")
    expect(ground).to_have_css("background-color", "rgb(20, 22, 26)")
    page.keyboard.press("d")
    expect(ground).to_have_css("background-color", "rgb(254, 254, 252)")
    page.keyboard.press("d")
    expect(ground).to_have_css("background-color", "rgb(20, 22, 26)")


def test_the_room_follows_what_a_moderator_shows_and_a_colleague_sees_it(held, room, window):
    alone = point(held, WORDS, "rapporteur", "second", subtopic=2)
    point(held, "Another.", "rapporteur", subtopic=1)
    held.people["colleague"] = held.somebody("moderator", name="Colleague")
    screen, first = room(), window("moderator", "/topics/1/board")
    second = window("colleague", "/topics/1/board")
    shown = second.locator("#steer b")
    expect(shown).to_have_text("all points")
    expect(first.locator("#steer b")).to_have_text("all points")
    first.keyboard.press("s")
    first.get_by_role("button", name=WORDS).click()
    expect(screen.locator(".room-point")).to_have_count(1)
    expect(screen.locator(".room-words")).to_have_text(WORDS)
    expect(screen.locator(".room-strength")).to_contain_text("2 of 2 tables")
    expect(screen.locator(".room-silent")).to_have_text("1 table has said nothing on it yet")
    first.get_by_label("Call the tables").check()
    expect(screen.locator(".room-silent")).to_have_text("Nothing on it yet from Table 3")
    expect(first.locator('[aria-pressed="true"][data-view="point"]')).to_be_visible()
    expect(shown).to_have_text("one point")
    expect(second.locator("#steer")).to_have_attribute("title", re.compile("by Moderator at"))
    first.get_by_role("button", name="2. Human-AI collaboration").click()
    expect(screen.locator(".room-subtopic")).to_have_text("2. Human-AI collaboration")
    first.get_by_role("button", name="not yet heard").click()
    expect(screen.locator(".room-point")).to_have_count(1)  # the other is one table's
    first.get_by_role("button", name="Nothing but the title").click()
    expect(shown).to_have_text("title only")
    for page in (screen, screen.reload() and screen):  # a screen that opens anew shows the same
        expect(page.locator("body")).to_have_attribute("data-view", "title")
        expect(page.locator(".room-point")).to_have_count(0)
        expect(page.locator("#room-reporting")).to_be_hidden()
    first.get_by_role("button", name=WORDS).click()
    expect(screen.locator(f'[data-point="{alone}"]')).to_be_visible()


def test_the_clock_of_the_room_follows_the_moderator(held, room, window):
    page, board = room(), window("moderator", "/topics/1/board")
    board.get_by_role("button", name="Start the discussion").click()
    expect(page.locator("#clock")).to_have_attribute("data-state", "running")
    expect(page.locator(".clock-time")).to_have_text(re.compile(r"(60:00|59:\d\d)"))


def test_pages_are_turned_from_the_board_and_turn_by_themselves_again(held, room, window):
    for number in range(14):
        point(held, f"{number + 1}. {WORDS}", "rapporteur", subtopic=1 + number % 4)
    screen, board = room(), window("moderator", "/topics/1/board")
    expect(board.locator("#steer b")).to_have_text("all points")
    board.keyboard.press("s")
    board.keyboard.press("PageDown")
    expect(screen.locator("#room-page")).to_have_text(re.compile("Page 2 of ., held"))
    board.get_by_role("button", name="Previous").last.click()
    expect(screen.locator("#room-page")).to_have_text(re.compile("Page 1 of ., held"))
    board.get_by_role("button", name="Turn by themselves").click()
    expect(screen.locator("#room-page")).to_contain_text("next in")


@pytest.mark.parametrize("size", [PROJECTOR, LAPTOP, SQUARE], ids=lambda size: str(size.width))
def test_from_the_last_row_every_word_can_be_read_and_none_is_cut(held, room, size):
    """Capitals of Noto Sans are 0.714 of its size: a fortieth of the height at the least."""
    for words in (" ".join([f"{ARABIC} {WORDS}"] * 24)[:2000], WORDS, "A. " * 90):
        point(held, words, "rapporteur", "second", subtopic=1)
    page, read = room(size), ""
    page.keyboard.press("Space")
    expect(page.locator("#room-page")).to_contain_text("held")
    page.wait_for_function(PLANTED)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    for _ in range(int(page.locator("#room-page").text_content().split()[3].rstrip(","))):
        read += " ".join(page.locator(".room-words").all_text_contents()).replace("…", " ")
        assert page.evaluate(UNCUT) == []
        page.keyboard.press("ArrowRight")
    assert read.count(WORDS) >= 12 and read.count("A.") == 90


def test_seven_subtopics_under_a_long_title_stand_on_pages_that_fit(held, window):
    facts = {
        "topic": held.topics[1].id,
        "view": "topic",
        "subject": None,
        "page": None,
        "names": False,
    }
    held.act(held.actor("moderator"), "show_on_room_screen", **facts)
    page = window("room", "/topics/2/room", LAPTOP)
    expect(page.locator(".room-part").first).to_be_visible()
    page.wait_for_function(f"() => ({UNCUT})().length === 0")


def test_a_lost_connection_is_said_small_and_the_last_that_was_known_stays(held, room):
    point(held, WORDS, "rapporteur", subtopic=1)
    page = room()
    expect(page.locator(".room-words")).to_have_text(WORDS)
    page.context.set_offline(True)
    page.evaluate("dispatchEvent(new Event('offline'))")
    expect(page.locator("#room-line")).to_contain_text("No connection since", timeout=15_000)
    expect(page.locator(".room-words")).to_have_text(WORDS)
    page.context.set_offline(False)
    expect(page.locator("#room-line")).to_be_hidden(timeout=15_000)


@pytest.mark.parametrize(
    ("screen", "scheme"),
    [(PROJECTOR, "light"), (PROJECTOR, "dark"), (LAPTOP, "light"), (PHONE, "light")],
)
def test_the_room_screen_is_open_to_everybody(held, room, screen, scheme):
    point(held, WORDS, "rapporteur", "second", subtopic=1)
    point(held, ARABIC, "rapporteur", subtopic=1)
    page = room(screen)
    if scheme == "light":
        page.keyboard.press("d")
    arabic = page.locator(".room-words", has_text=ARABIC)
    assert arabic.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert axe(page) == ()
    page.mouse.move(100, 100)
    assert axe(page) == ()
