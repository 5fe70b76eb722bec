"""Passages begun the way people begin them, for tests of what comes after; not a test itself."""

from discussion.domain.drafting.passages import Passage
from discussion.storage import drafting
from tests.kit.house import Held


def begin_passage(
    held: Held,
    slot: str,
    document: str = "proceedings",
    words: str = "Words",
    *,
    basis: str = "then",
    by: str = "secretariat",
) -> str:
    """Somebody begins to write at a slot, in the words generated there; the passage's id."""
    made = held.runtime.new_id()
    facts = {"passage": made, "document": document, "slot": slot, "basis": basis, "made": words}
    held.act(held.actor(by), "begin_passage", **facts)
    return made


def passage(held: Held, wanted: str) -> Passage:
    """A passage as it is kept."""
    with held.database.reading() as transaction:
        found = drafting.find_passage(transaction, wanted)
    assert found is not None
    return found[2]


def written(held: Held, wanted: str, words: str, by: str = "secretariat") -> None:
    """Somebody writes at the end of a passage."""
    kept = passage(held, wanted)
    change = [len(kept.text), words] if kept.text else [words]
    facts = {"text": wanted, "base": kept.version, "change": change}
    held.act(held.actor(by), "edit_text", **facts)
