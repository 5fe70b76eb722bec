"""The browser that other tests look through sees what it should."""

import pytest

from tests.kit.browser import LAPTOP, PHONE, PROJECTOR, axe, watch

pytestmark = pytest.mark.browser

SOUND = """<!doctype html><html lang="en"><title>Table 4</title>
<main><h1>Table 4</h1><p>One idea per note.</p></main></html>"""


def test_axe_names_an_image_without_words_and_is_silent_on_a_sound_page(new_context):
    page = new_context(LAPTOP).new_page()
    page.set_content(SOUND.replace("<p>", "<img src='data:,'><p>"))
    assert [violation.rule for violation in axe(page)] == ["image-alt"]
    page.set_content(SOUND)
    assert axe(page) == ()


def test_a_phone_has_a_narrow_touch_screen_and_a_projector_a_wide_one(new_context):
    phone = new_context(PHONE, locale="ar").new_page()
    assert phone.evaluate("[screen.width, navigator.maxTouchPoints > 0, navigator.language]") == [
        360,
        True,
        "ar",
    ]
    projector = new_context(PROJECTOR, scheme="dark").new_page()
    dark = "matchMedia('(prefers-color-scheme: dark)').matches"
    assert projector.evaluate(f"[innerWidth, {dark}]") == [1920, True]


def test_an_uncaught_exception_in_a_page_is_a_fault(browser):
    faults = []
    with browser.new_context() as context:
        watch(context, faults)
        page = context.new_page()
        with context.expect_event("weberror"):
            page.evaluate("void setTimeout(() => { throw Error('planted') })")
    assert faults == ["planted"]


def test_a_script_that_the_policy_refused_is_a_fault(browser):
    faults = []
    policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">"
    with browser.new_context() as context:
        watch(context, faults)
        page = context.new_page()
        with context.expect_console_message():
            page.set_content(f"{policy}<script>1</script>")
    assert len(faults) == 1
    assert "Content Security Policy" in faults[0]


def test_words_on_the_console_and_a_lost_connection_are_no_faults(browser):
    faults = []
    with browser.new_context() as context:
        watch(context, faults)
        page = context.new_page()
        page.evaluate("console.error('retrying in 2 s')")
    assert faults == []
