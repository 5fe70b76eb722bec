"""What hands and keyboards do to a page beyond plain keys; must not know which page it is."""

from playwright.sync_api import Page


class InputMethod:
    """An input method as the browser meets one: dead keys, candidates, phone keyboards, voice."""

    def __init__(self, page: Page) -> None:
        """``page`` must be one of Chromium, whose debugging protocol this speaks."""
        self._line = page.context.new_cdp_session(page)

    def compose(self, *stages: str) -> None:
        """Shows each stage in turn as the words being composed."""
        for words in stages:
            places = {"selectionStart": len(words), "selectionEnd": len(words)}
            self._line.send("Input.imeSetComposition", {"text": words, **places})

    def commit(self, words: str) -> None:
        """Ends the composition with those words, or types them at once when there is none."""
        self._line.send("Input.insertText", {"text": words})

    def cancel(self) -> None:
        """Ends the composition without words."""
        self.compose("")


def paste(page: Page, words: str) -> None:
    """Pastes words into whatever has the focus."""
    page.evaluate(
        """(words) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", words);
            const event = { clipboardData, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", event));
        }""",
        words,
    )


def phone_key(page: Page, input_type: str, words: str | None = None) -> None:
    """What a phone's keyboard tells a field without any key of its own."""
    page.evaluate(
        """([inputType, data]) => {
            const event = { inputType, data, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new InputEvent("beforeinput", event));
        }""",
        [input_type, words],
    )


def replace_word(page: Page, old: str, new: str) -> None:
    """Autocorrection: the keyboard replaces a word that was typed before."""
    page.evaluate(
        """([old, data]) => {
            const field = document.activeElement;
            const at = field.value.indexOf(old);
            const facts = { inputType: "insertReplacementText", data, bubbles: true };
            const asked = new InputEvent("beforeinput", { ...facts, cancelable: true });
            if (!field.dispatchEvent(asked)) return;
            field.setRangeText(data, at, at + old.length, "end");
            field.dispatchEvent(new InputEvent("input", facts));
        }""",
        [old, new],
    )


def words_of(page: Page) -> list[str]:
    """The words of the sheet's notes from the top, empty lines left out."""
    every = "fields => fields.map(field => field.value).filter(Boolean)"
    return page.locator(".note-words").evaluate_all(every)


def place_caret(page: Page, after: str) -> None:
    """Puts the caret of the field in focus behind those words."""
    page.evaluate(
        """(after) => {
            const field = document.activeElement;
            const place = field.value.indexOf(after) + after.length;
            field.setSelectionRange(place, place);
        }""",
        after,
    )
