"""Characters that mean something in Markdown, made plain; it must not know a tree.

They are those of CommonMark, and of the dialects that read more into a text than it does.
"""

import re
import unicodedata

from discussion.documents.writers.package import xml_safe

BREAK = "\\\n"
"""A new line inside a paragraph; the only line feed that a line holds."""
APART = "<!-- -->"
"""Shows nothing; keeps signs apart that would be read as one."""

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~$^@]|&(?=#?\w+;)")
_AT_A_START = re.compile(r"^(?:(?=[-+=:])|(?=\(\w{1,4}\))|(\d{1,9}|[A-Za-z]{1,5})(?=[.)](?:\s|$)))")
_ALL_ONE = re.compile(r"\*(?:\\.|[^*\\])+\*", re.DOTALL)  # ``***so***`` is read as it is meant
_EDGES = re.compile(r"\A((?:\\\n|\s)*)(.*?)((?:\\\n|\s)*)\Z", re.DOTALL)


def escaped(words: str) -> str:
    """The words as they are, whatever signs are in them; line feeds are breaks."""
    safe = xml_safe(words).replace("\r\n", "\n").replace("\r", "\n")
    return _SIGNS.sub(r"\\\g<0>", safe).replace("\n", BREAK)


def begun(line: str) -> str:
    """A block's line: what stands at its start makes no list, heading or code of it.

    Breaks at its end go, for one that nothing follows would be read as a backslash.
    """
    held = _EDGES.sub(r"\2", line)
    return "\n".join(_AT_A_START.sub(r"\1\\", each.lstrip(" \t")) for each in held.split("\n"))


def wrapped(sign: str, inner: str) -> str:
    """The inner words between two signs of emphasis, which must stand next to a letter."""
    found = _EDGES.match(inner)
    assert found is not None
    before, words, after = found.groups()
    if not words:
        return inner
    if not _ALL_ONE.fullmatch(words):
        words = f"{APART if words[0] == '*' else ''}{words}{APART if _last(words) == '*' else ''}"
    return f"{before}{sign}{words}{sign}{after}"


def beside(pieces: list[str]) -> str:
    """Pieces of a line one after the other; signs of emphasis that touch others are kept apart."""
    line = ""
    for piece in pieces:
        line += APART + piece if _touching(line, piece) else piece
    return line


def in_one_line(line: str, between: str) -> str:
    """The line without breaks, for a place that knows none."""
    return _EDGES.sub(r"\2", line).replace(BREAK, between)


def _touching(before: str, after: str) -> bool:
    """Whether a sign of emphasis would be taken for a mere asterisk, or for part of another."""
    if not before or not after or "*" not in (_last(before), after[0]):
        return False
    if after[0] == "*":
        return _is_sign(after.lstrip("*")[:1]) and not before[-1].isspace() or before[-1] == "*"
    return _is_sign(before.rstrip("*")[-1:]) and not after[0].isspace()


def _last(line: str) -> str:
    """The last character, unless a backslash makes it an ordinary one."""
    return "" if line.endswith("\\*") else line[-1:]


def _is_sign(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"
