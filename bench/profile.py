"""Sums up the stacks that py-spy took of a server; must not know which server it was."""

from collections import Counter
from pathlib import Path

SHOWN = 30


def summed_up(file: Path) -> str:
    """Functions by their own share of the samples, and by the share spent below them."""
    own: Counter[str] = Counter()
    below: Counter[str] = Counter()
    for line in file.read_text("utf-8").splitlines():
        stack, _, samples = line.rpartition(" ")
        frames = stack.split(";")
        own[frames[-1]] += int(samples)
        for frame in set(frames):
            below[frame] += int(samples)
    total = sum(own.values()) or 1
    lines = [f"{file}: {total} samples", "", "  own   below"]
    for frame, samples in own.most_common(SHOWN):
        lines.append(f"{samples / total:6.1%} {below[frame] / total:6.1%}  {frame}")
    return "\n".join(lines)
