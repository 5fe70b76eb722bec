"""Every server that can be measured, by the name its rows bear."""

from bench.servers import Server
from bench.servers.discussion import Discussion
from bench.servers.hocuspocus import Hocuspocus

SERVERS: dict[str, type[Server]] = {server.name: server for server in (Discussion, Hocuspocus)}
