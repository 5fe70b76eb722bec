"""What the figures were measured on: machine and versions; must not know the figures."""

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.servers import PEERS, ROOT
from bench.setup import node

PYTHON = ("flask", "flask-socketio", "python-socketio", "gevent", "simple-websocket", "picows")
NODE = ("@hocuspocus/server", "@hocuspocus/extension-sqlite", "better-sqlite3", "yjs")


def described() -> dict[str, Any]:
    """Machine, versions, the commit measured and the day."""
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "commit": commit(),
        "machine": {
            "cpu": _named("/proc/cpuinfo", "model name"),
            "cores": os.cpu_count(),
            "memory_gib": round(int(_named("/proc/meminfo", "MemTotal").split()[0]) / 2**20),
            "kernel": platform.release(),
            "load_before": round(os.getloadavg()[2], 2),
        },
        "versions": {
            "python": platform.python_version(),
            "node": _said([node(), "--version"]).removeprefix("v"),
            **{name: version(name) for name in PYTHON},
            **{name: _node_version(name) for name in NODE},
        },
    }


def commit() -> str:
    """The commit that is served, and whether the working tree differs from it."""
    changed = "" if not _said(["git", "status", "--porcelain", "discussion"]) else " and changes"
    return _said(["git", "rev-parse", "--short", "HEAD"]) + changed


def _named(file: str, name: str) -> str:
    for line in Path(file).read_text("utf-8").splitlines():
        if line.startswith(name):
            return line.partition(":")[2].strip()
    return "0"


def _node_version(name: str) -> str:
    described = PEERS / "node_modules" / name / "package.json"
    return str(json.loads(described.read_text("utf-8"))["version"])


def _said(command: list[str]) -> str:
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""
