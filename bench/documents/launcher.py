"""The small program in between: runs another and writes down what it cost; imports next to nothing.

``python launcher.py FIGURES COMMAND...``
"""

import json
import os
import sys
import time


def main(figures: str, command: list[str]) -> int:
    """The command's own exit status."""
    began = time.monotonic()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(pid, 0)
    told = {
        "cpu_ms": round(1000 * (used.ru_utime + used.ru_stime)),
        "wall_ms": round(1000 * (time.monotonic() - began)),
        "peak_mib": round(used.ru_maxrss / 1024, 1),
    }
    with open(figures, "w", encoding="utf-8") as file:
        json.dump(told, file)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
