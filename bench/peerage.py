"""Every server that can be measured, by the name its rows bear."""

from bench.servers import Keeper, Server
from bench.servers.discussion import Discussion
from bench.servers.flask_socketio import FlaskSocketIO, FlaskSocketIOGevent
from bench.servers.hocuspocus import Hocuspocus
from bench.servers.relay import Delaying, Dropping, Relay

COMPARED: tuple[type[Server], ...] = (
    Discussion,
    Hocuspocus,
    Relay,
    FlaskSocketIO,
    FlaskSocketIOGevent,
)
PLANTED: tuple[type[Server], ...] = (Dropping, Delaying)

SERVERS: dict[str, type[Server]] = {server.name: server for server in (*COMPARED, *PLANTED)}
KEEPERS: dict[str, type[Keeper]] = {server.name: server for server in (Discussion, Hocuspocus)}
