"""How each language counts, joins and quotes; it must not know what is counted."""

from collections.abc import Sequence

from discussion.documents.phrases.arabic import things as arabic
from discussion.documents.phrases.english import things as english
from discussion.documents.phrases.french import things as french

NO_BREAK = "\N{NO-BREAK SPACE}"

_MARKS = {"fr": f"«{NO_BREAK}|{NO_BREAK}»", "ar": "«|»"}
_ENGLISH_MARKS = "“|”"


def quoted(language: str, words: str) -> str:
    """``“x”``, ``« x »``, ``«x»``."""
    before, after = _MARKS.get(language, _ENGLISH_MARKS).split("|")
    return f"{before}{words}{after}"


def joined(language: str, parts: Sequence[str]) -> str:
    """``a, b and c``, ``a, b et c``, ``أ وب وج``: nothing but what is joined for fewer than two."""
    if len(parts) < 2:
        return "".join(parts)
    if language == "ar":
        return parts[0] + "".join(f" {_and(part)}" for part in parts[1:])
    word = "et" if language == "fr" else "and"
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def counted(
    language: str, number: int, thing: str, *, oblique: bool = False, figures: bool = False
) -> str:
    """``nine tables``, ``une table``, ``تسع طاولات``: numbers up to ten are words.

    ``thing`` is a key of the languages' ``THINGS``; an unknown one raises KeyError. ``oblique``:
    after a preposition or as an object, where Arabic says two of a thing in another way.
    ``figures``: ``9 tables``, where it is read beside others.
    """
    match language:
        case "ar":
            forms = arabic.THINGS[thing]
            return _counted_in_arabic(number, forms, oblique=oblique, figures=figures)
        case "fr":
            return _counted_in_french(number, french.THINGS[thing], figures=figures)
        case _:
            return _counted_in_english(number, english.THINGS[thing], figures=figures)


def _and(part: str) -> str:
    """The Arabic "and" is one with the word after it, unless that is written in other signs."""
    return f"و{part}" if "\u0600" <= part.lstrip("«(")[:1] <= "\u06ff" else f"و{NO_BREAK}{part}"


def _counted_in_english(number: int, forms: tuple[str, str], *, figures: bool) -> str:
    small = number < len(english.NUMBERS) and not figures
    word = english.NUMBERS[number] if small else f"{number:,}"
    return f"{word} {forms[0] if number == 1 else forms[1]}"


def _counted_in_french(number: int, forms: tuple[str, str, str], *, figures: bool) -> str:
    gender, one, several = forms
    if number < 2:
        return f"{number if figures else french.FEW[gender][number]} {one}"
    small = number < len(french.NUMBERS) and not figures
    word = french.NUMBERS[number] if small else _spaced(number)
    return f"{word} {several}"


def _counted_in_arabic(number: int, forms: arabic.Thing, *, oblique: bool, figures: bool) -> str:
    """One and two are said by the noun itself; 3 to 10 take the other gender and a plural."""
    match number:
        case 0:
            return forms.none
        case 1:
            return f"{forms.one} {arabic.ONE[forms.gender]}"
        case 2:
            return forms.two_oblique if oblique else forms.two
        case _ if number <= 10 and not figures:
            return f"{arabic.NUMBERS[forms.gender][number - 3]} {forms.several}"
        case _ if 3 <= number % 100 <= 10:
            return f"{number} {forms.several}"
        case _ if number % 100 > 10:
            return f"{number} {forms.many}"
        case _:
            return f"{number} {forms.one}"


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", NO_BREAK)
