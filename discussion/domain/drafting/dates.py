"""Days as documents write them; it must not know what happened on them."""

from collections.abc import Sequence
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_in_words(day: date) -> str:
    """``9 July 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(days: Sequence[date]) -> str:
    """``8–9 July 2025``, ``29 February – 1 March 2024``, one day alone, or "" for none.

    Days that do not follow each other are still given as first and last.
    """
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"
