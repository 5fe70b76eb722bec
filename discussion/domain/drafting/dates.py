"""Days as documents write them, in each language; it must not know what happened on them."""

from collections.abc import Sequence
from datetime import date

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
MONTHS = {language: tuple(names.split()) for language, names in _MONTHS.items()}
"""Names of the months by language; Arabic by those of most member states, digits Latin."""

_TIED = "\N{NO-BREAK SPACE}"  # between the Arabic "and" and a number


def day_in_words(day: date, language: str = "en") -> str:
    """``9 July 2025``, ``9 juillet 2025``, ``9 يوليو 2025``; English for any other language."""
    return f"{_day_and_month(day, language)} {day.year}"


def days_in_words(days: Sequence[date], language: str = "en") -> str:
    """``8–9 July 2025``, ``8 et 9 juillet 2025``, ``8 و 9 يوليو 2025``; "" for none.

    Days that do not follow each other are still given as first and last.
    """
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return day_in_words(first, language)
    if language in ("fr", "ar"):
        return _first_and_last(first, last, language)
    if _same_month(first, last):
        return f"{first.day}–{day_in_words(last)}"
    opening = _opening(first, last, language)
    return f"{opening} – {day_in_words(last)}"


def on_days(days: Sequence[date], language: str = "en") -> str:
    """The same in a sentence: ``on 8–9 July 2025``, ``les 8 et 9 juillet 2025``.

    Over two months ``from 29 February to 1 March 2024``; "" for none.
    """
    if not days:
        return ""
    first, last = min(days), max(days)
    said = days_in_words(days, language)
    match language:
        case "fr":
            return f"le {said}" if first == last else f"les {said}" if _two(first, last) else said
        case "ar":
            return f"في {said}" if first == last else f"يومي {said}" if _two(first, last) else said
        case _ if _same_month(first, last):
            return f"on {said}"
        case _:
            return f"from {_opening(first, last, language)} to {day_in_words(last)}"


def _first_and_last(first: date, last: date, language: str) -> str:
    """Two days that follow each other are named, more of them are a stretch."""
    before, after = _opening(first, last, language), day_in_words(last, language)
    if language == "fr":
        if _two(first, last):
            return f"{before} et {after}"
        return f"du {before} au {after}"
    return f"{before} و{_TIED}{after}" if _two(first, last) else f"من {before} إلى {after}"


def _opening(first: date, last: date, language: str) -> str:
    """The first of two days without what the last one says anyway."""
    if _same_month(first, last) and language in ("fr", "ar"):
        return "1er" if language == "fr" and first.day == 1 else str(first.day)
    same_year = first.year == last.year
    return _day_and_month(first, language) if same_year else day_in_words(first, language)


def _day_and_month(day: date, language: str) -> str:
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {MONTHS.get(language, MONTHS['en'])[day.month - 1]}"


def _same_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)


def _two(first: date, last: date) -> bool:
    return (last - first).days == 1
