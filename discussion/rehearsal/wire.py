"""A Socket.IO connection that hears messages in their order; it must not know what they mean."""

import contextlib
import socket
import threading
from collections.abc import Callable, Mapping
from typing import Any

import engineio
import socketio

from discussion.rehearsal.failure import RehearsalFailed
from discussion.rehearsal.visitor import Visitor

WAIT = 10  # seconds for the server to let the connection in

Hear = Callable[[Any], None]


class Socket:
    """One connection; once it is lost it is not used again."""

    def __init__(self, client: socketio.Client) -> None:
        self._client = client
        self._web_socket = client.eio.ws
        self._reading = client.eio.read_loop_task

    @staticmethod
    def connect(
        visitor: Visitor, handlers: Mapping[str, Hear], opened: Callable[["Socket"], None]
    ) -> None:
        """Connects as the visitor; ``opened`` is given the connection once it stands.

        Raises ``RehearsalFailed`` when the server does not answer or refuses.
        """
        client = _InOrderClient(reconnection=False, handle_sigint=False)
        for event, hear in handlers.items():
            client.on(event, hear)
        try:
            client.connect(
                visitor.url,
                headers={"Cookie": visitor.cookies},
                auth={"csrf": visitor.csrf},
                transports=["websocket"],
                wait_timeout=WAIT,
            )
        except socketio.exceptions.ConnectionError as failure:
            raise RehearsalFailed(
                f"{visitor.url} takes no live connection ({failure}). If the server is set to"
                " another address (DISCUSSION_URL), give that one."
            ) from None
        opened(Socket(client))

    @property
    def connected(self) -> bool:
        """Whether the connection stands."""
        return bool(self._client.connected)

    def emit(self, event: str, message: object, callback: Hear | None = None) -> None:
        """Sends; what cannot be sent on a lost connection is dropped here."""
        with contextlib.suppress(socketio.exceptions.BadNamespaceError):
            self._client.emit(event, message, callback=callback)

    def cut(self) -> None:
        """Breaks the connection without a word."""
        with contextlib.suppress(OSError, AttributeError):
            self._web_socket.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Breaks the connection and lets go of it; not to be asked for by a handler of its own."""
        self.cut()
        self._reading.join(WAIT)
        self._web_socket.shutdown()
        if self._client.eio.http is not None:
            self._client.eio.http.close()


class _InOrderClient(socketio.Client):  # type: ignore[misc]
    def _engineio_client_class(self) -> type:
        return _InOrderEngine


class _InOrderEngine(engineio.Client):  # type: ignore[misc]
    """Hears each message before the next one.

    The client as it comes starts a thread for every message, and frames would be heard in
    whatever order those threads happen to run.
    """

    def _trigger_event(self, event: str, *args: Any, **options: Any) -> Any:
        if event == "message":
            options["run_async"] = False
        return super()._trigger_event(event, *args, **options)

    def start_background_task(self, target: Any, *args: Any, **kwargs: Any) -> threading.Thread:
        """A thread that does not keep the program from ending."""
        thread = threading.Thread(target=target, args=args, kwargs=kwargs, daemon=True)
        thread.start()
        return thread
