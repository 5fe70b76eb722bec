"""At an isolated venue: the page about the certificate, and a sheet over https in Chromium."""

import base64
import hashlib
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Browser, BrowserContext, expect

from discussion.certificates.checking import read_certificate, venue_files
from tests.browser.sheets import expect_saved, note
from tests.browser.test_offline import wait_until_kept
from tests.certificates.conftest import safe
from tests.kit.browser import ARGUMENTS, LAPTOP, PHONE, Screen, axe, chromium
from tests.kit.server import Server

__all__ = ["safe"]
pytestmark = pytest.mark.browser


@pytest.fixture
def trusting(browser: Browser, safe: Server, tmp_path) -> Iterator[BrowserContext]:
    """A Chromium that takes this server's key as one its device was told to trust.

    The chain itself is proven in tests/certificates; without the flag a page does not even open.
    """
    certificate = read_certificate(venue_files(safe.settings).server)
    key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    known = base64.b64encode(hashlib.sha256(key).digest()).decode()
    context = browser.browser_type.launch_persistent_context(
        tmp_path,
        executable_path=chromium(),
        args=[*ARGUMENTS, f"--ignore-certificate-errors-spki-list={known}"],
        locale="en-GB",
    )
    yield context
    context.close()


def test_over_https_a_sheet_is_typed_into_and_kept_for_a_reload(
    trusting: BrowserContext, safe: Server
):
    page = trusting.new_page()
    page.goto(safe.url)
    page.get_by_label("Code on your table's card").fill(safe.code(2))
    page.keyboard.press("Enter")
    page.get_by_label("Your name").fill("Aminah")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sheets/*")
    assert page.evaluate("isSecureContext")
    page.locator(".note-words").last.click()
    page.keyboard.type("Over a safe line")
    expect_saved(note(page, "Over a safe line"))
    wires = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
    assert not [name for name in wires if "transport=polling" in name], "the words went by wss"
    wait_until_kept(page)


def test_a_browser_that_does_not_know_the_authority_stays_outside(new_context, safe: Server):
    page = new_context(LAPTOP).new_page()
    with pytest.raises(Exception, match="ERR_CERT_AUTHORITY_INVALID"):
        page.goto(safe.url)


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "light"), (LAPTOP, "dark")])
def test_without_tls_a_device_is_told_what_to_install(
    new_context, safe: Server, screen: Screen, scheme: str
):
    page = new_context(screen, scheme=scheme).new_page()
    page.goto(safe.url.replace("https:", "http:"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Trust this venue's server")
    for system in page.locator("details summary").all():
        system.click()
    assert axe(page) == ()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the certificate").click()
    assert download.value.suggested_filename == "discussion-authority.crt"
