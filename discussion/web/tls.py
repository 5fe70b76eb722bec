"""Connections by TLS, and a word for whoever comes to the same port without it.

It must not know what is said on a connection. The first byte tells the two apart: TLS begins with
22, a request with a letter.
"""

import ssl
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

import gevent
from gevent.pywsgi import WSGIServer
from gevent.socket import MSG_PEEK

HANDSHAKE_WITHIN = 10  # seconds; a silent client costs one waiting greenlet, and nobody else
TLS_BEGINS = b"\x16"
OPEN_TO_ALL = ("/certificate", "/static/")  # what a device needs before it trusts the venue

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class TlsServer(WSGIServer):  # type: ignore[misc]
    """The house's server on a port where TLS is spoken; ``context`` must be gevent's."""

    def __init__(
        self, listener: Any, app: Application, *, context: ssl.SSLContext, plain: Application,
        **options: Any,
    ) -> None:  # fmt: skip
        # The handshake comes later: a socket that is not made yet could not be closed.
        super().__init__(
            listener, app, ssl_context=context, do_handshake_on_connect=False, **options
        )
        self._plain = WSGIServer(listener, plain, **options)

    def init_socket(self) -> None:
        """Takes the port; the plain side answers on it, too, and listens nowhere itself."""
        super().init_socket()
        self._plain.update_environ()

    def wrap_socket_and_handle(self, client_socket: Any, address: Any) -> None:
        """Serves one connection, in a greenlet of its own."""
        handle = self._plain.handle
        try:
            with gevent.Timeout(HANDSHAKE_WITHIN):
                if client_socket.recv(1, MSG_PEEK) == TLS_BEGINS:
                    handle = self.handle
                    client_socket = self.wrap_socket(client_socket, **self.ssl_args)
                    client_socket.do_handshake()
            handle(client_socket, address)
        except (gevent.Timeout, OSError):
            pass  # scanned, given up, or the authority is not trusted yet
        finally:
            client_socket.close()


def without_tls(app: Application, url: str, *, authority: bool) -> Application:
    """What is answered without TLS: the way to https, at ``url``.

    With an ``authority`` of the venue's own, also how devices come to trust it.
    """

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "/")
        reads = environ["REQUEST_METHOD"] in ("GET", "HEAD")
        if authority and reads and path.startswith(OPEN_TO_ALL):
            return app(environ, start_response)
        where = "/certificate" if authority and path == "/" else url + _asked(environ)
        start_response("303 See Other", [("Location", where), ("Content-Length", "0")])
        return [b""]

    return answer


def _asked(environ: dict[str, Any]) -> str:
    """Path and query as they were asked for; nothing of it can lead to another host."""
    query = environ.get("QUERY_STRING", "")
    path = quote(environ.get("PATH_INFO", "/").encode("latin-1"), safe="/:@!$&'()*+,;=~-._")
    return path + (f"?{quote(query, safe='=&%+:/@,;~-._')}" if query else "")
