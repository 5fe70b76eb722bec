"""The lines of a section, made even before they are parsed; it must not know the tree.

What a person types in a plain field ("the following:" and a list right below it, two spaces
before a nested item, a bullet pasted out of a letter) is to be what it looks like.
"""

import re
from collections.abc import Iterable, Iterator

DEEPEST = 3  # levels of a list; what is nested more deeply stands on the deepest
INDENT = "    "

_ITEM = re.compile(r"(?P<indent> *)(?P<sign>[-+*•]|\d{1,3}\.) +(?P<words>\S.*)")
_NUMBER = re.compile(r"(\d+)\.(?= )")
_SIGN = re.compile(r"^([-+*](?= )|>)")
_QUOTED = re.compile(r"^ *>(?: ?>)* ?")
_HEADING = re.compile(r" *#{1,6} ")

_Level = tuple[int, str]
"""Of an open list: its indent as it was typed, and whether it is of numbers ("1.") or not."""


def even_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines with nested lists indented by four and every list parted from what is above."""
    levels: list[_Level] = []
    above = ""  # "words" outside of lists, "item" or nothing
    for line in lines:
        item = _ITEM.fullmatch(line)
        if not line.strip():
            yield ""
            above = ""
        elif item and _is_item(levels, item):
            before = levels[:1]
            level = _enter(levels, item)
            if not level and (above == "words" or (before and before[0][1] != levels[0][1])):
                yield ""
            yield f"{INDENT * level}{levels[level][1]} {_ordinary(item['words'])}"
            above = "item"
        elif levels and (above == "item" or line.startswith("  ")) and not _HEADING.match(line):
            yield f"{INDENT * len(levels)}{_ordinary(line.strip())}"
        else:
            levels.clear()
            quoted = _QUOTED.match(line)
            yield (
                f"> {_ordinary(line[quoted.end() :].strip())}"
                if quoted
                else _ordinary(line.strip())
            )
            above = "words"


def _is_item(levels: list[_Level], item: re.Match[str]) -> bool:
    """A list of numbers begins with 1: any other at the start of a line is only a number."""
    if item["sign"] in ("-", "+", "*", "•", "1."):
        return True
    goes_on = [sign for indent, sign in levels if indent <= len(item["indent"]) < indent + 2]
    return goes_on[-1:] == ["1."]


def _enter(levels: list[_Level], item: re.Match[str]) -> int:
    """The level an item stands on, counted from 0; the lists it ends are closed."""
    indent, sign = len(item["indent"]), "1." if item["sign"].endswith(".") else "-"
    while levels and levels[-1][0] > indent:
        levels.pop()
    if levels and indent < levels[-1][0] + 2:
        indent = levels.pop()[0]
    levels.append((indent, sign))
    del levels[DEEPEST:]
    return len(levels) - 1


def _ordinary(line: str) -> str:
    """A line that is no item, whatever sign or number it begins with."""
    return _NUMBER.sub(r"\1\\.", line, count=1) if _NUMBER.match(line) else _SIGN.sub(r"\\\1", line)
