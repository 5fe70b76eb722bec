"""The servers that are compared: how each is started, spoken to, and asked what it has kept."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar, Protocol

from bench.load import Load, Types

Words = tuple[str, str]  # what the first and the second seat of a table typed

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "bench" / "peers"


class Comes(Protocol):
    """A client that stays until it is told to leave."""

    async def come_back(self, port: int) -> None:
        """After the server was killed: connects again, catches up, sends what is not confirmed."""

    def close(self) -> None:
        """Leaves without a goodbye."""


class Typing(Comes, Types, Protocol):
    """A client that types."""

    def confirmed_upto(self) -> int:
        """How many of its own characters, from the first one on, the server has confirmed."""


class Server(ABC):
    """What one row needs of a server; an object serves one row."""

    name: ClassVar[str]
    durable: ClassVar[bool] = False  # whether an acknowledgement means that it is stored

    def prepare(self, folder: Path, load: Load) -> None:  # noqa: B027 - most need nothing
        """Makes what must be there before it starts."""

    @abstractmethod
    def command(self, port: int) -> list[str]:
        """How it is started; its working folder is the row's."""

    def environment(self, folder: Path, port: int) -> dict[str, str]:
        """What it finds in its environment beside the ordinary."""
        return {}

    @abstractmethod
    async def typist(self, load: Load, number: int, port: int) -> Any:
        """A client that types, ready."""

    @abstractmethod
    async def watcher(self, load: Load, number: int, port: int) -> Any:
        """A client that watches all tables, ready."""

    async def stored(self, load: Load, folder: Path, port: int) -> list[Words] | None:
        """Every table's words as somebody finds them who comes late; None where nothing is kept."""
        return None


class Keeper(Server):
    """A server that keeps words, so that it can be killed and joined an hour later."""

    @abstractmethod
    def kept(self, load: Load, folder: Path) -> list[Words]:
        """Every table's words as they stand on the disk of a server that was killed."""

    @abstractmethod
    def prepare_hour(self, folder: Path, joining: int) -> None:
        """Makes one table's hour of typing, before the server starts."""

    @abstractmethod
    async def newcomer(self, number: int, port: int) -> int:
        """Joins that table as a page does; how many characters it is shown."""
