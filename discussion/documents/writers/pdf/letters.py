"""Letters that no font of the house has, told in letters it has; it must not know documents.

An accessible PDF may hold no letter that cannot be shown, and Typst makes none of one that does:
one emoji in one note would keep a whole edition from being made.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

import typst

NOT_SHOWN = "could not be displayed"
"""What Typst says of such a letter."""

_UNSEEN = ("Cc", "Cf", "Cs", "Sk")  # signs of direction, of joining, of an emoji's colour
_SHEET = "#set document(title: [Letters])\n#sys.inputs.letters"


def unshown(data: Any, fonts: str) -> frozenset[str]:
    """Every letter in the words of ``data`` that cannot be shown with those fonts."""
    letters: set[str] = set()
    _gather(data, letters)
    held = typst.Fonts(include_system_fonts=False, font_paths=[fonts])
    return frozenset(_unshown(sorted(letters), held))


def spelled(words: str, letters: frozenset[str]) -> str:
    """The words with those letters by their name, or by their number where they have none.

    ``Well done 😀`` is ``Well done [grinning face]``; 中 is ``[U+4E2D]``.
    """
    return "".join(_spelled(letter) if letter in letters else letter for letter in words)


def _gather(data: Any, letters: set[str]) -> None:
    match data:
        case str():
            letters |= {*data}
        case dict():
            for value in data.values():
                _gather(value, letters)
        case list() if data and not isinstance(data[0], int):
            for value in data:
                _gather(value, letters)


def _unshown(letters: Sequence[str], fonts: typst.Fonts) -> list[str]:
    """Halved until those that fail are found: most of a text is fine."""
    if not letters or _can_be_shown(letters, fonts):
        return []
    if len(letters) == 1:
        return [*letters]
    middle = len(letters) // 2
    return _unshown(letters[:middle], fonts) + _unshown(letters[middle:], fonts)


def _can_be_shown(letters: Sequence[str], fonts: typst.Fonts) -> bool:
    try:
        typst.compile(
            _SHEET.encode(),
            font_paths=fonts,
            format="pdf",
            sys_inputs={"letters": " ".join(letters)},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        if NOT_SHOWN in str(error):
            return False
        raise
    return True


def _spelled(letter: str) -> str:
    if unicodedata.category(letter) in _UNSEEN:
        return ""
    number = f"{ord(letter):04X}"
    name = unicodedata.name(letter, number)
    return f"[U+{number}]" if number in name else f"[{name.lower()}]"
