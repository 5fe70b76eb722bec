"""Flask-SocketIO as its own documentation shows it: rooms, emit, an acknowledgement; no storage.

Run as ``flask_app.py PORT threading|gevent``.
"""

import sys

from flask import Flask
from flask_socketio import SocketIO, emit, join_room

EVERYTHING = "*"

app = Flask(__name__)
sockets = SocketIO(app, async_mode=sys.argv[2])


@sockets.on("enter")
def enter(room: str) -> bool:
    """Joins a room."""
    join_room(room)
    return True


@sockets.on("typed")
def typed(update: dict[str, object]) -> bool:
    """Passes an update on to everybody else in its room, and to those who watch all of them."""
    emit("typed", update, to=update["room"], include_self=False)
    emit("typed", update, to=EVERYTHING)
    return True


if __name__ == "__main__":
    sockets.run(app, host="127.0.0.1", port=int(sys.argv[1]), allow_unsafe_werkzeug=True)
