"""This project as a peer among peers: a house with a workshop as large as the load needs.

Whoever types follows the sheet and the workshop, whoever watches the topic's board. Both people
at a table type into one note, in front of and behind its first character.
"""

import sys
from pathlib import Path

from bench.load import Load
from bench.servers import ROOT, Keeper, Words
from bench.servers.discussion_pages import Board, Page, Typist, Watcher
from bench.servers.discussion_workshop import MIDDLE, Prepared, hour_in, words_in, workshop_in


class Discussion(Keeper):
    """A house with a workshop of as many tables as the load needs."""

    name = "discussion"
    durable = True

    def __init__(self) -> None:
        self.prepared: Prepared
        self._board = Board()

    def prepare(self, folder: Path, load: Load) -> None:
        """Makes the workshop and signs everybody in, before the server starts."""
        self.prepared = workshop_in(folder, load.tables, load.watching)

    def command(self, port: int) -> list[str]:
        """How it is started."""
        return [sys.executable, "-m", "discussion", "serve"]

    def environment(self, folder: Path, port: int) -> dict[str, str]:
        """Its settings: where it stands, and nothing else."""
        return {
            "DISCUSSION_DATA": str(folder),
            "DISCUSSION_PORT": str(port),
            "PYTHONPATH": str(ROOT),
        }

    async def typist(self, load: Load, number: int, port: int) -> "Typist":
        """One rapporteur, joined."""
        client = Typist(load, number, self.prepared)
        await client.join(port)
        return client

    async def watcher(self, load: Load, number: int, port: int) -> "Watcher":
        """One moderator with the board open."""
        client = Watcher(load, number, self.prepared, self._board)
        await client.join(port)
        return client

    async def stored(self, load: Load, folder: Path, port: int) -> list[Words]:
        """Every table's words, as somebody finds them who comes late."""
        late = Watcher(load, 0, self.prepared, Board(), counted=False)
        state = await late.join(port)
        late.close()
        words = {note["id"]: note["text"] for note in state["notes"]}
        return [_halves(words[place.note]) for place in self.prepared.places]

    def kept(self, load: Load, folder: Path) -> list[Words]:
        """Every table's words in the database of a server that was killed."""
        words = words_in(folder)
        return [_halves(words[place.note]) for place in self.prepared.places]

    def prepare_hour(self, folder: Path, joining: int) -> None:
        """A sheet of forty notes, each key of them an event of its own."""
        self.prepared = hour_in(folder, joining)

    async def newcomer(self, number: int, port: int) -> int:
        """Joins the sheet, as a page that is opened does."""
        client = Page(self.prepared, self.prepared.watchers[number])
        await client.open(port)
        state = (await client.ask("join", {"channel": client.sheet(0)}))["state"]
        client.close()
        return sum(len(note["text"]) for note in state["notes"])


def _halves(words: str) -> Words:
    first, _, second = words.partition(MIDDLE)
    return first, second
