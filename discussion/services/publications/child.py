"""Runs the house's own command line in a process of its own; must not know what it makes there."""

import os
import subprocess
import sys
from collections.abc import Sequence

COMMAND = (sys.executable, "-m", "discussion")


def run_child(
    command: Sequence[str], database_url: str, *, seconds: float, given: bytes = b""
) -> str | None:
    """Why the command failed, or None; to be called outside the serving thread.

    It knows the database, what it is ``given`` to read, and no setting besides; it is ended after
    that many seconds.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith("DISCUSSION_")}
    environment["DISCUSSION_DATABASE_URL"] = database_url
    try:
        done = subprocess.run(
            command,
            env=environment,
            input=given,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"the build was ended after {seconds} s"
    except OSError as failure:
        return f"the build could not be started: {failure}"
    said = done.stderr.decode("utf-8", "replace").strip()[-4000:]
    return None if done.returncode == 0 else f"the build ended with {done.returncode}: {said}"
