"""Sums up the stacks that py-spy took of a server; must not know which server it was."""

from collections import Counter
from pathlib import Path

SHOWN = 25
WAITING = ("acquire_with_timeout (", "Hub.run (", "select (", "wait (")  # these use no CPU


def summed_up(file: Path) -> str:
    """Functions by their own share of the samples at work, and by the share spent in them."""
    own: Counter[str] = Counter()
    within: Counter[str] = Counter()
    for line in file.read_text("utf-8").splitlines():
        stack, _, samples = line.rpartition(" ")
        frames = stack.split(";")
        if frames[-1].startswith(WAITING):
            continue
        own[frames[-1]] += int(samples)
        for frame in set(frames):
            within[frame] += int(samples)
    total = sum(own.values()) or 1
    parts = [f"{file}: {total} samples at work"]
    for name, counted in (("itself", own), ("with all below it", within)):
        parts.append(f"\n{name}:")
        parts += [f"{n / total:6.1%}  {frame}" for frame, n in counted.most_common(SHOWN)]
    return "\n".join(parts)
