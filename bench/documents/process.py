"""Runs one program to its end and says what it cost; must not know what it writes.

The program is started by a small one in between: what a process is said to have held at most
begins with what its parent held when it was started, and a benchmark holds a lot.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Row
from bench.servers import ROOT

LAUNCHER = Path(__file__).with_name("launcher.py")


def cost(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> Row:
    """Processor and wall time in milliseconds, and the most memory held, in MiB.

    Raises ``SystemExit`` with its last words when the program fails.
    """
    told, figures = folder / "told", folder / "figures.json"
    between = [sys.executable, "-I", "-S", str(LAUNCHER), str(figures), *command]
    with told.open("wb") as out:
        done = subprocess.run(
            between, cwd=ROOT, stdout=out, stderr=out, env={**os.environ, **(environment or {})}
        )
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {told.read_text('utf-8', 'replace')[-1500:]}")
    return dict(json.loads(figures.read_text("utf-8")))
