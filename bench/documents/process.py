"""Runs one program to its end and says what it cost; must not know what it writes."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Row
from bench.servers import ROOT


def cost(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> Row:
    """Processor and wall time in milliseconds, and the most memory held, in MiB.

    Raises ``SystemExit`` with its last words when the program fails.
    """
    told = folder / "told"
    began = time.monotonic()
    with told.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=out, stderr=out, env={**os.environ, **(environment or {})}
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed: {told.read_text('utf-8', 'replace')[-1500:]}")
    return {
        "cpu_ms": round(1000 * (used.ru_utime + used.ru_stime)),
        "wall_ms": round(1000 * (time.monotonic() - began)),
        "peak_mib": round(used.ru_maxrss / 1024, 1),
    }
