"""Bad lines of every kind: no word is lost or doubled, and none is called saved before it is.

Two people at each table write French and Arabic on phones, with an input method, into one note
and into notes of their own. The long form is ``make soak PART=network``.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Route

from tests.journeys.evening import Trouble, Verdict, complaints, play
from tests.journeys.troubles import SLOW, TROUBLES, weather

pytestmark = pytest.mark.browser


def in_script(name: str, words: str, fault: str) -> Callable[[BrowserContext], None]:
    """Serves a script with other words in it."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        assert words in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(words, fault))

    return lambda context: context.route(f"**/{name}", serve)


PLANTED = Trouble(
    "a page that says saved when it sends",
    4,
    ((0, weather(SLOW)),),
    prepare=in_script(
        "replica.js",
        "return unsaved || replica.sealed.length > 0 || replica.pending.length > 0;",
        "return replica.pending.length > 0;",
    ),
)


@pytest.fixture(scope="module")
def verdicts(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """All troubles at once, since most of the time everybody waits."""
    return play(tmp_path_factory.mktemp("evening"), browser, (*TROUBLES, PLANTED))


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.name)
def test_no_word_is_lost_doubled_or_called_saved_too_early(
    verdicts: dict[str, Verdict], trouble: Trouble
):
    assert complaints(trouble, verdicts[trouble.name]) == []


def test_a_page_that_says_saved_when_it_sends_is_caught(verdicts: dict[str, Verdict]):
    assert verdicts[PLANTED.name].false_claims
