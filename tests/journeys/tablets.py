"""A rapporteur's phone with the sheet on it: types composed letters, notes every "saved" it says.

It looks at the page as a person does and knows nothing of the scripts behind it.
"""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.kit.browser import PHONE, watch

LOOKS = """(() => {
    const said = { claims: [], states: [] };
    const last = new Map();
    let composing = null;
    addEventListener("compositionstart", ({ target }) => { composing = target; }, true);
    addEventListener("compositionend", () => setTimeout(() => { composing = null; }), true);
    function look() {
        const state = document.getElementById("connection")?.dataset.state;
        if (state && state !== said.states.at(-1)?.[1]) said.states.push([Date.now(), state]);
        for (const note of document.querySelectorAll(".note")) {
            const field = note.querySelector(".note-words");
            const saved = [state, note.querySelector(".save")?.dataset.state].includes("saved");
            if (!saved || field === composing) continue;
            if (last.get(note.dataset.id) === field.value) continue;
            last.set(note.dataset.id, field.value);
            said.claims.push([Date.now(), note.dataset.id, field.value]);
        }
    }
    new MutationObserver(look).observe(document, {
        subtree: true, childList: true, attributeFilter: ["data-state"],
    });
    setInterval(look, 50);
    globalThis.saidByThisPage = said;
})()"""
READS = """() => Object.fromEntries(
    [...document.querySelectorAll(".note")]
        .map((note) => [note.dataset.id, note.querySelector(".note-words").value])
        .filter(([, words]) => words),
)"""
STATE = """() => document.getElementById("connection")?.dataset.state ?? "" """


@dataclass(frozen=True)
class Claim:
    """A page said of these words of a note, at that moment, that they are saved."""

    at: float  # seconds since 1970
    note: str
    words: str


@dataclass(frozen=True)
class Hand:
    """How somebody writes: letters by keys, one made by an input method in several steps."""

    stem: str
    steps: tuple[str, ...]  # what the input method shows on the way
    letter: str  # what it ends with


FRENCH = Hand("sante", ("´",), "é")  # a dead key
ARABIC = Hand("", ("ص", "صح"), "صحة")  # a word put together, taken over at the end


@dataclass
class Tablet:
    """One person's page, and what was typed and claimed on it."""

    browser: Browser
    url: str
    hand: Hand
    name: str
    context: BrowserContext = field(init=False)
    page: Page = field(init=False)
    typed: Counter[str] = field(default_factory=Counter)
    claims: list[Claim] = field(default_factory=list)
    states: list[tuple[float, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context = self.browser.new_context(
            viewport={"width": PHONE.width, "height": PHONE.height},
            has_touch=True,
            is_mobile=True,
            reduced_motion="reduce",
            service_workers="allow",
        )
        self.context.add_init_script(LOOKS)
        watch(self.context, self.faults)

    def sign_in(self, code: str) -> None:
        """Sits down at the table of that card."""
        form = {"code": code, "name": self.name}
        answer = self.context.request.post(f"{self.url}/table", form=form, max_redirects=0)
        assert answer.status == 303, answer.text()

    def open(self) -> None:
        """Opens the sheet in a new tab and waits until it may be typed in."""
        self.page = self.context.new_page()
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.goto(f"{self.url}/sheet")
        self.sees_the_notes()

    def sees_the_notes(self) -> None:
        """Waits until the sheet may be typed in."""
        self.page.wait_for_selector("#notes:not([aria-busy])")

    def shut(self) -> None:
        """Closes the tab, without a question."""
        self.listen()
        self.page.close()

    def reload(self) -> None:
        """Reloads the tab; without a line the browser may show a page of its own instead."""
        self.listen()
        with suppress(Error):
            self.page.reload(wait_until="commit")

    def press(self, button: str) -> None:
        """Presses the button of that name, if the page offers it within a moment."""
        with suppress(Error):
            self.page.get_by_role("button", name=button).click(timeout=3_000)

    def types(self) -> None:
        """One more word that nobody else types."""
        keyboard, number = self.page.keyboard, self.typed.total()
        keyboard.type(self.hand.stem)
        self._composes()
        keyboard.type(f"{self.name}{number} ")
        self.typed[f"{self.hand.stem}{self.hand.letter}{self.name}{number}"] += 1

    def begins_a_note(self) -> None:
        """The next words go into a note of their own."""
        self.page.keyboard.press("Enter")

    def goes_to(self, words: str) -> None:
        """Puts the caret before these words, in the note where they stand."""
        found = f"""() => {{
            const fields = [...document.querySelectorAll(".note-words")];
            const field = fields.find((each) => each.value.includes("{words}"));
            field?.focus();
            field?.setSelectionRange(0, 0);
            return Boolean(field);
        }}"""
        self.page.wait_for_function(found)

    def reads(self) -> dict[str, str]:
        """What stands in the notes on the screen."""
        read: dict[str, str] = self.page.evaluate(READS)
        return read

    def says(self) -> str:
        """The state of the connection word."""
        return str(self.page.evaluate(STATE))

    def listen(self) -> None:
        """Takes down what the page has said so far; before it goes, and at the end."""
        said: dict[str, Any] | None = self.page.evaluate("() => globalThis.saidByThisPage")
        for at, note, words in said["claims"] if said else ():
            self.claims.append(Claim(at / 1000, note, words))
        self.states += [(at / 1000, state) for at, state in (said["states"] if said else ())]
        self.page.evaluate("() => { saidByThisPage.claims = []; saidByThisPage.states = []; }")

    def _composes(self) -> None:
        method = self.context.new_cdp_session(self.page)
        for shown in self.hand.steps:
            place = len(shown)
            facts = {"text": shown, "selectionStart": place, "selectionEnd": place}
            method.send("Input.imeSetComposition", facts)
        method.send("Input.insertText", {"text": self.hand.letter})
        method.detach()
