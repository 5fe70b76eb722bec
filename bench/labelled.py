"""Reads pairs of texts with what a person says of them (tests/golden/likeness); must not judge.

A family is a name, a text, and others compared with it: ``=`` says the same, ``~`` nearly, but
something turns the meaning (the kind of difference stands behind the sign), ``x`` is another idea.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "golden" / "likeness"


@dataclass(frozen=True)
class Pair:
    """Two texts and what a person says of them."""

    family: str
    label: str  # "same", "altered" or "other"
    kind: str  # of difference, for altered ones
    one: str
    other: str


@dataclass(frozen=True)
class Family:
    """A text and the pairs it is the first of."""

    name: str
    text: str
    pairs: tuple[Pair, ...]


def families() -> tuple[Family, ...]:
    """All families in the order of their files."""
    texts = (path.read_text("utf-8") for path in sorted(FOLDER.glob("pairs-*.txt")))
    return tuple(_family(part) for text in texts for part in text.split("== ")[1:])


def halves() -> tuple[tuple[Family, ...], tuple[Family, ...]]:
    """The families thresholds are chosen on, and those they are reported on: every other one."""
    every = families()
    return every[0::2], every[1::2]


def _family(part: str) -> Family:
    name, text, *lines = part.strip().splitlines()
    return Family(name, text, tuple(_pairs(name, text, lines)))


def _pairs(name: str, text: str, lines: list[str]) -> Iterator[Pair]:
    for line in lines:
        sign, other = line.split(" ", 1)
        match sign[0]:
            case "=":
                yield Pair(name, "same", "", text, other)
            case "~":
                yield Pair(name, "altered", sign[1:], text, other)
            case "x":
                yield Pair(name, "other", "", text, other)
            case _:
                raise ValueError(f"{name}: {line}")
