"""Who typed or decided, as whoever reads a history may be told.

The people of a table are one voice, the table's: who of them typed is told to nobody. A table is
told of moderators and the secretariat by what they are; those who work with its notes, by name.
"""

from collections.abc import Iterable

import orjson

from discussion.domain.people import Actor
from discussion.services.work import SYSTEM
from discussion.storage import history
from discussion.storage.database import Transaction
from discussion.storage.history import Trace
from discussion.storage.log import Event

_WORDS = ("edit_text", "answer_question")  # what a copy that was taken in holds of somebody's

TABLE = "table"
"""The voice of everybody who came by a table's card."""

_ROLES = {
    "secretariat": "The secretariat",
    "moderator": "A moderator",
    "chair": "The chair",
    "room": "A room screen",
}


class Voices:
    """Tells apart who was at work, for one reader and one workshop."""

    def __init__(self, transaction: Transaction, reader: Actor) -> None:
        """Reads who ever came by a link."""
        self._reader = reader
        self._found = {one.person: one for one in history.colleagues(transaction, reader.workshop)}

    def of(self, event: Event | Trace) -> str:
        """Whose words or deed it was, also where a colleague sent what a table had typed.

        Nobody who came by a link is believed to have typed what somebody else sent.
        """
        person, payload = event.person, event.payload
        if event.kind in _WORDS and payload and '"typed_by"' in payload:
            typist = orjson.loads(payload).get("typed_by", person)
            person = person if typist in self._found else typist
        return person if person in self._found or person == SYSTEM else TABLE

    def told(self, voice: str, table: str | None) -> str:
        """The voice in words; ``table`` is the name of the table the words belong to."""
        if voice == SYSTEM:
            return "Nobody, by itself"
        if voice == TABLE:
            return "Your table" if self._reader.table else table or "A table"
        found = self._found[voice]
        return _ROLES.get(found.role, found.role) if self._reader.table else found.name

    def all_told(self, voices: Iterable[str], table: str | None) -> str:
        """Several voices in words."""
        return ", ".join(dict.fromkeys(self.told(voice, table) for voice in voices))

    def names(self) -> tuple[str, ...]:
        """Everybody there is to choose from: somebody who signed in twice is there once."""
        return tuple(dict.fromkeys(one.name for one in self._found.values()))

    def named(self, name: str) -> frozenset[str]:
        """The people of that name."""
        return frozenset(one.person for one in self._found.values() if one.name == name)
