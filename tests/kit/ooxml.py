"""Says whether Office files are valid, by the Open XML SDK's own validator; not a test itself.

``python3 -m tests.kit.ooxml`` fetches it; ``... lock`` writes its package-lock.json again.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from bench.setup import node
from frontend import assets

HERE = Path(__file__).resolve().parent / "ooxml"
FETCHED = HERE / "node_modules" / ".fetched"


def faults(files: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The faults of each file by its name, whose ending says what it is; written to ``folder``."""
    if not FETCHED.exists():
        raise FileNotFoundError("the validator is missing: `make test` fetches it")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    done = subprocess.run(
        [node(), str(HERE / "validate.mjs"), *(str(folder / name) for name in files)],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"the validator failed: {done.stderr[-2000:]}")
    told = json.loads(done.stdout)
    return {name: told[str(folder / name)] for name in files}


def main() -> None:
    """Fetches what package-lock.json names."""
    assets.npm("ci", "--ignore-scripts", folder=HERE)
    FETCHED.touch()


def lock() -> None:
    """Writes package-lock.json again."""
    assets.npm("update", "--package-lock-only", "--ignore-scripts", folder=HERE)


if __name__ == "__main__":
    lock() if sys.argv[1:] == ["lock"] else main()
