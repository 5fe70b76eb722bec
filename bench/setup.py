"""Fetches the servers that are written for Node; must not know what they are measured for.

``python -m bench.setup lock`` writes their package-lock.json again.
"""

import shutil
import sys

from bench.servers import PEERS
from frontend import assets

MODULES = PEERS / "node_modules"
NATIVE = ("better-sqlite3",)  # built here where no ready-made one is to be had


def node() -> str:
    """The Node that peers run under: the machine's, or the one fetched for the front end."""
    command = assets.node_command()
    if command is None:
        raise SystemExit("There is no Node; `make bench` fetches one.")
    found = shutil.which("node") if len(command) == 1 else command[0]
    assert found is not None, "node_command names a Node"
    return found


def main() -> None:
    """Fetches what package-lock.json names, and builds what is native of it."""
    assets.npm("ci", "--ignore-scripts", folder=PEERS)
    try:
        assets.npm("rebuild", *NATIVE, folder=PEERS)
    except SystemExit:  # no ready-made build of this system to be had, and no compiler
        print("Hocuspocus is left out: its SQLite needs a C++ compiler and make.", file=sys.stderr)
    (MODULES / ".fetched").touch()


def lock() -> None:
    """Writes package-lock.json again."""
    assets.npm("update", "--package-lock-only", "--ignore-scripts", folder=PEERS)


if __name__ == "__main__":
    if sys.argv[1:] == ["lock"]:
        lock()
    else:
        main()
