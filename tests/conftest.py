"""What every test of the house may lean on; must not know any one floor."""

import socket
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import settings

from tests.kit.browser import browser, new_context
from tests.kit.server import own_server, server

settings.register_profile("house", deadline=None)  # a busy machine is no fault of the house
settings.load_profile("house")

__all__ = ["browser", "machine_only", "new_context", "own_server", "server"]


@pytest.fixture(autouse=True, scope="session")
def machine_only() -> Iterator[None]:
    """No test talks to another machine; one that tries is told so instead of hanging."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, _on_this_machine(getattr(socket.socket, name)))
    yield
    patch.undo()


def _on_this_machine(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
            raise AssertionError(f"a test tried to reach {address[0]}")
        return connect(self, address)

    return guarded


def _is_here(host: str) -> bool:
    return host == "localhost" or ip_address(host).is_loopback
