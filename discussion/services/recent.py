"""The changes of texts that were typed in a moment ago; must not know what is done with them.

Two people in one note are always a version or two behind each other. To read those few changes
from the log for every keystroke cost more than to merge them.
"""

from collections import OrderedDict
from collections.abc import Sequence

from discussion.live.changes import Change
from discussion.storage.log import Event

TEXTS = 4_000  # that are kept at once, the last ones typed in
CHANGES = 16  # of one text


class Recent:
    """The last changes of the texts last typed in, once they are durable."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, tuple[int, list[Change]]] = OrderedDict()

    def keep(self, events: Sequence[Event]) -> None:
        """Takes note of what was typed; only of what is committed, in the order of the log."""
        for event in events:
            if event.kind == "edit_text" and event.version is not None:
                self._keep(event.subject, event.version, event.facts["change"])

    def since(self, text: str, version: int, *, until: int) -> Sequence[Change] | None:
        """The changes that led from a version to ``until``, oldest first; None if not all are here.

        Whatever happened to the text unseen makes a gap, and what lies before a gap is forgotten.
        """
        last, changes = self._texts.get(text, (0, []))
        if last != until or not 0 <= until - version <= len(changes):
            return None
        return changes[len(changes) - (until - version) :]

    def _keep(self, text: str, version: int, change: Change) -> None:
        last, changes = self._texts.pop(text, (0, []))
        kept = changes[1 - CHANGES :] if last == version - 1 else []
        self._texts[text] = (version, [*kept, change])
        if len(self._texts) > TEXTS:
            self._texts.popitem(last=False)
