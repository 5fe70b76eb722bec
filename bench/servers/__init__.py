"""The servers that are compared: how each is started, spoken to, and asked what it has kept."""

from pathlib import Path
from typing import Any, ClassVar, Protocol

from bench.load import Load, Types

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "bench" / "peers"


class Client(Types, Protocol):
    """A typing client that can leave."""

    def close(self) -> None:
        """Leaves without a goodbye."""


class Server:
    """What one row needs of a server; an object serves one row."""

    name: ClassVar[str]
    durable: ClassVar[bool] = False  # whether an acknowledgement means that it is stored

    def prepare(self, folder: Path, load: Load) -> None:
        """Makes what must be there before it starts."""

    def command(self, port: int) -> list[str]:
        """How it is started; its working folder is the row's."""
        raise NotImplementedError

    def environment(self, folder: Path, port: int) -> dict[str, str]:
        """What it finds in its environment beside the ordinary."""
        return {}

    async def typist(self, load: Load, number: int, port: int) -> Any:
        """A client that types, ready."""
        raise NotImplementedError

    async def watcher(self, load: Load, number: int, port: int) -> Any:
        """A client that watches all tables, ready."""
        raise NotImplementedError

    async def stored(self, load: Load, folder: Path, port: int) -> list[str] | None:
        """Every table's words as somebody finds them who comes late; None where nothing is kept."""
        return None

    def expected(self, load: Load, table: int) -> str:
        """What ``stored`` must say of a table."""
        return load.words(2 * table) + load.words(2 * table + 1)
