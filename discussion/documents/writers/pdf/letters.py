"""Letters that no font of the house has, told in letters it has; it must not know documents.

An accessible PDF may hold no letter that cannot be shown, and Typst makes none of one that does:
one emoji in one note would keep a whole edition from being made.
"""

import re
import unicodedata
from collections.abc import Sequence, Set
from typing import Any, Final

import typst

STANDARD: Final = "ua-1"
"""PDF/UA-1, ISO 14289-1: tagged, with a title, a language and words for every picture."""

_AT_FAULT = ("could not be displayed", "disallowed codepoint")
"""What Typst says of such a letter, and of a sign that an accessible PDF may not hold."""

_NAMED = re.compile(r'the text `"(.)"` could not be displayed')
_PANIC = "PanicException"
_UNSEEN = ("Cc", "Cf", "Cs", "Sk")  # signs of direction, of joining, of an emoji's colour
_TRIED: dict[str, dict[str, bool]] = {}  # by folder of fonts: whether a letter can be shown
_SHEET = "#set document(title: [Letters])\n#sys.inputs.letters"


class NotSet(Exception):
    """Typst made no file; its words say why."""

    def __init__(self, words: str, named: frozenset[str] = frozenset()) -> None:
        super().__init__(words)
        self.named = named  # letters that it says cannot be displayed

    @property
    def for_letters(self) -> bool:
        """Whether letters are at fault, as far as can be told, and others may do."""
        return any(words in str(self) for words in (*_AT_FAULT, _PANIC))


def compiled(sheet: str | bytes, **options: Any) -> bytes:
    """What Typst makes of a sheet, always in PDF/UA-1; raises NotSet.

    Some rare sequences of signs make it panic, which no ordinary ``except`` would catch.
    """
    try:
        return bytes(typst.compile(sheet, format="pdf", pdf_standards=[STANDARD], **options))
    except typst.TypstError as error:
        named = frozenset(_NAMED.findall(error.diagnostic))
        raise NotSet(str(error), named) from error
    except BaseException as panic:
        if type(panic).__name__ != _PANIC:
            raise
        raise NotSet(f"{_PANIC}: {panic}") from None


def unshown(data: Any, fonts: str) -> frozenset[str]:
    """Every letter in the words of ``data`` that cannot be shown with those fonts."""
    letters: set[str] = set()
    _gather(data, letters)
    known = _TRIED.setdefault(fonts, {})
    new = letters - known.keys()
    if new:
        held = typst.Fonts(include_system_fonts=False, font_paths=[fonts])
        missing = _missing(new, held)
        missing |= {*_unshown(sorted(new - missing), held)}
        known.update((letter, letter not in missing) for letter in new)
    return frozenset(letter for letter in letters if not known[letter])


def spelled(words: str, letters: frozenset[str]) -> str:
    """The words with those letters by their name, or by their number where they have none.

    ``Well done 😀`` is ``Well done [grinning face]``; 中 is ``[U+4E2D]``.
    """
    return "".join(_spelled(letter) if letter in letters else letter for letter in words)


def bare(words: str) -> str:
    """The words without marks above and below letters, and without unseen signs.

    For what cannot be shown together although each of its letters can.
    """
    joined = unicodedata.normalize("NFC", words)
    return "".join(letter for letter in joined if letter == "\n" or _stands_alone(letter))


def _stands_alone(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "CM"


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


def _missing(letters: Set[str], fonts: typst.Fonts) -> set[str]:
    """Those that Typst itself names, all at once: whole alphabets may have no font."""
    try:
        _try(" ".join(sorted(letters)), fonts)
    except NotSet as error:
        return {letter for letter in letters if letter in error.named}
    return set()


def _unshown(letters: Sequence[str], fonts: typst.Fonts) -> list[str]:
    """Halved until those that fail are found: most of a text is fine."""
    if not letters or _can_be_shown(letters, fonts):
        return []
    if len(letters) == 1:
        return [*letters]
    middle = len(letters) // 2
    return _unshown(letters[:middle], fonts) + _unshown(letters[middle:], fonts)


def _can_be_shown(letters: Sequence[str], fonts: typst.Fonts) -> bool:
    """Each behind a letter that it may stand above, or be joined with."""
    try:
        _try(" ".join(f"a{letter}" for letter in letters), fonts)
    except NotSet:
        return False
    return True


def _try(letters: str, fonts: typst.Fonts) -> None:
    compiled(_SHEET.encode(), font_paths=fonts, sys_inputs={"letters": letters})


def _spelled(letter: str) -> str:
    if unicodedata.category(letter) in _UNSEEN:
        return ""
    number = f"{ord(letter):04X}"
    name = unicodedata.name(letter, number)
    return f"[U+{number}]" if number in name else f"[{name.lower()}]"
