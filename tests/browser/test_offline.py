"""A sheet is reloaded while the server is out of reach, and goes on working."""

import re
import shutil
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, expect

from tests.browser.sheets import expect_saved, note, seat, sign_in, words_in
from tests.house.sources import ROOT
from tests.kit.browser import LAPTOP, PHONE, Screen, axe
from tests.kit.server import Server, new_server

__all__ = ["seat"]
pytestmark = pytest.mark.browser
WORKER = {"service_workers": "allow"}


def test_a_sheet_reloaded_without_the_server_is_there_and_what_is_typed_is_saved_once(
    seat, own_server: Server
):
    page = seat(1, at=own_server, **WORKER)
    write(page, "Said before")
    expect_saved(note(page, "Said before"))
    wait_until_kept(page)
    own_server.kill()
    page.keyboard.type(", typed without the server")
    expect(page.locator("#connection")).to_contain_text("on this device")
    reload(page)
    expect(page.locator("html")).to_have_attribute("data-kept", re.compile("^20"))
    words = "Said before, typed without the server"
    expect(words_in(note(page, words))).to_be_visible()
    words_in(note(page, words)).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(", and after a reload")
    own_server.start()
    expect(page.locator("#connection")).to_have_text("Saved")
    reload(page)
    expect(page.locator("html")).not_to_have_attribute("data-kept", re.compile("^20"))
    expect(words_in(note(page, f"{words}, and after a reload"))).to_be_visible()
    written = page.locator(".note-words").evaluate_all("all => all.map((each) => each.value)")
    assert [each for each in written if each] == [f"{words}, and after a reload"]


def test_without_the_worker_no_such_page_comes_back(seat, server: Server):
    page = seat(1)
    page.context.set_offline(True)
    with pytest.raises(PlaywrightError, match="ERR_INTERNET_DISCONNECTED"):
        page.reload()


def test_over_a_stalled_line_the_copy_is_shown_after_a_short_patience(seat, server: Server):
    page = seat(1, **WORKER)
    wait_until_kept(page)
    server.process.send_signal(signal.SIGSTOP)
    try:
        page.evaluate("location.reload()")
        expect(page.locator("html")).to_have_attribute("data-kept", re.compile("^20"))
    finally:
        server.process.send_signal(signal.SIGCONT)


def test_other_pages_say_calmly_that_the_server_is_out_of_reach(seat, own_server: Server):
    page = seat(1, at=own_server, **WORKER)
    wait_until_kept(page)
    address = page.url
    own_server.kill()
    page.goto(f"{own_server.url}/programme")
    expect(page.get_by_role("heading", level=1)).to_have_text("The server is out of reach")
    assert axe(page) == ()
    page.get_by_role("link", name="Table 1").click()
    page.wait_for_url(address)
    expect(page.locator("html")).to_have_attribute("data-kept", re.compile("^20"))
    page.goto(f"{own_server.url}/programme")
    own_server.start()
    expect(page.locator("#who")).to_be_visible()  # it found out by itself


@pytest.mark.parametrize(
    "leave",
    [
        pytest.param(lambda page, server: sign_out(page), id="signing out"),
        pytest.param(lambda page, server: take_over(page, server), id="somebody else"),
        pytest.param(lambda page, server: reissue(server), id="a reissued card"),
    ],
)
def test_the_copy_is_gone_once_its_person_is(seat, server: Server, leave):
    page = seat(1, **WORKER)
    wait_until_kept(page)
    address = page.url
    leave(page, server)
    page.goto(server.url)
    wait_until_kept(page, address, kept=False)


def test_the_copy_is_gone_though_the_page_of_a_reissued_card_stays_open(seat, server: Server):
    page = seat(1, **WORKER)
    wait_until_kept(page)
    reissue(server)
    wait_until_kept(page, kept=False)


def test_after_an_upgrade_the_kept_page_and_its_scripts_are_those_of_one_build(
    new_context, tmp_path: Path
):
    code = tmp_path / "code"
    shutil.copytree(ROOT / "discussion", code / "discussion")
    for folder in ("templates", "static"):  # where they stand in a wheel
        shutil.copytree(ROOT / folder, code / "discussion" / folder)
    server = new_server(tmp_path)
    server.environment |= {"PYTHONPATH": str(code), "PYTHONSAFEPATH": "1"}
    server.start("--sample")
    server.add_tables(1)
    try:
        context = new_context(LAPTOP, **WORKER)
        sign_in(context, server, 1)
        page = context.new_page()
        page.goto(f"{server.url}/sheet")
        wait_until_kept(page)
        (before,) = builds(page)
        server.kill()
        style = code / "discussion" / "static" / "css" / "base.css"
        style.write_text(style.read_text("utf-8") + "/* upgraded */", "utf-8")
        server.start()
        page.reload()
        wait_until_kept(page, kept=True, without=before)
        (after,) = builds(page)
        asked = re.findall('"/static/build-([0-9a-f]+)/', page.evaluate(KEPT_WORDS))
        assert f"pages-{asked[0]}" == after != before
        assert len(set(asked)) == 1
    finally:
        server.kill()


KEPT_WORDS = "caches.match(location.pathname).then((copy) => copy.text())"


def builds(page: Page) -> list[str]:
    """The builds of which pages are kept."""
    names = page.evaluate("caches.keys()")
    return [name for name in names if name.startswith("pages-")]


def test_nothing_but_sheets_is_kept(seat, server: Server):
    page = seat(1, **WORKER)
    wait_until_kept(page)
    page.goto(f"{server.url}/programme")
    page.goto(f"{server.url}/guide")
    kept = page.evaluate(
        """async () => {
            const pages = (await caches.keys()).find((name) => name.startsWith("pages-"));
            return (await (await caches.open(pages)).keys()).map(({ url }) => url);
        }"""
    )
    assert [re.sub("[0-9a-z]+$", "", url) for url in kept] == [f"{server.url}/sheets/"]


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "dark"), (LAPTOP, "light")])
def test_everybody_can_read_the_page_about_being_out_of_reach(
    new_context, server: Server, screen: Screen, scheme: str
):
    page = new_context(screen, scheme=scheme).new_page()
    page.goto(f"{server.url}/offline")
    page.wait_for_url(re.compile("/offline"))
    assert axe(page) == ()


def wait_until_kept(
    page: Page, address: str | None = None, *, kept: bool = True, without: str = ""
) -> None:
    """Waits for the service worker to hold this page, or that one, with its files; or no more.

    ``without``: the pages of a build that must be gone.
    """
    page.evaluate(
        """async ([address, wanted, without]) => {
            const { pathname } = new URL(address ?? location.href);
            const held = async () => {
                const names = (await caches.keys()).filter((name) => name.startsWith("pages-"));
                if (names.includes(without)) return !wanted;
                const copies = names.map(async (name) => (await caches.open(name)).match(pathname));
                return (await Promise.all(copies)).some(Boolean);
            };
            const late = Date.now() + 20_000;
            while ((await held()) !== wanted) {
                if (Date.now() > late) throw Error(`not so: kept is ${wanted}`);
                await new Promise((go) => setTimeout(go, 50));
            }
        }""",
        [address, kept, without],
    )


def write(page: Page, words: str) -> None:
    page.locator(".note-words").last.click()
    page.keyboard.type(words)


def reload(page: Page) -> None:
    """Reloads, as somebody who is not stopped by a warning."""
    page.once("dialog", lambda dialog: dialog.accept())
    page.evaluate("location.reload()")


def sign_out(page: Page) -> None:
    page.locator("#who summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(re.compile("/$"))


def take_over(page: Page, server: Server) -> None:
    """Somebody of another table signs in on this device."""
    page.context.clear_cookies()
    sign_in(page.context, server, 2)


def reissue(server: Server) -> None:
    """The secretariat makes a new card for table 1."""
    with server.signed_in("secretariat") as secretary:
        secretary.post(f"/tables/{server.table(1)}", data={"do": "reissue"})
