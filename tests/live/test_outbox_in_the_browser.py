"""What waits for an answer is kept in order, in a real browser."""

import pytest

pytestmark = pytest.mark.browser

EARLY = """async ({ note, code }) => {
    const { Outbox } = await import("/js/live/outbox.js");
    const outbox = new Outbox(() => true, () => null, () => {});
    const kept = Promise.resolve("kept");
    outbox.send({ id: "adds", do: "add_note", note: "one" }, kept);
    outbox.send({ id: "types", do: "edit_text", text: note }, kept).catch(() => {});
    outbox.answered([{ id: "types", refused: { code } }]);
    return [...outbox.waiting.keys()];
}"""


def test_words_that_overtook_their_note_wait_for_it_and_others_are_told(ask):
    assert ask(EARLY, {"note": "one", "code": "not_found"}) == ["adds", "types"]
    assert ask(EARLY, {"note": "another", "code": "not_found"}) == ["adds"]
    assert ask(EARLY, {"note": "one", "code": "too_long"}) == ["adds"]
