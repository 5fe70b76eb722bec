"""Days by the Hijri calendar in words; it must not know what happened on them.

Computed by Umm al-Qura. Where the moon is sighted locally a day may differ, so that a profile may
say another date.
"""

from collections.abc import Sequence
from datetime import date

from hijridate import Gregorian

_MONTHS = {
    "en": (
        *("Muharram", "Safar", "Rabi’ al-Awwal", "Rabi’ al-Thani", "Jumada al-Ula"),
        *("Jumada al-Akhirah", "Rajab", "Sha’ban", "Ramadan", "Shawwal", "Dhu al-Qa’dah"),
        "Dhu al-Hijjah",
    ),
    "fr": (
        *("mouharram", "safar", "rabi’ al-awwal", "rabi’ ath-thani", "joumada al-oula"),
        *("joumada ath-thania", "rajab", "cha’bane", "ramadan", "chawwal", "dhou al-qi’da"),
        "dhou al-hijja",
    ),
    "ar": (
        *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب"),
        *("شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
    ),
}
_ERA = {"en": "H", "fr": "\N{NO-BREAK SPACE}H", "ar": "هـ"}

_STRETCHES = {  # two days, and more of them
    ("fr", True): "{} et {}",
    ("fr", False): "du {} au {}",
    ("ar", True): "{} و\N{NO-BREAK SPACE}{}",
    ("ar", False): "من {} إلى {}",
}
_DASHED = {True: "{}–{}", False: "{} – {}"}


def hijri_in_words(days: Sequence[date], language: str) -> str:
    """``13–14 Muharram 1447H``; "" for none and for days that no table of the calendar holds."""
    try:
        known = [Gregorian(d.year, d.month, d.day).to_hijri() for d in _ends(days)]
    except OverflowError:
        return ""
    if not known:
        return ""
    months, era = _MONTHS.get(language, _MONTHS["en"]), _ERA.get(language, _ERA["en"])
    first, last = known[0], known[-1]
    closing = f"{last.day} {months[last.month - 1]} {last.year}{era}"
    if first == last:
        return closing
    same = (first.year, first.month) == (last.year, last.month)
    opening = str(first.day) if same else f"{first.day} {months[first.month - 1]}"
    two = (max(days) - min(days)).days == 1
    return _STRETCHES.get((language, two), _DASHED[same]).format(opening, closing)


def _ends(days: Sequence[date]) -> Sequence[date]:
    return (min(days), max(days)) if days else ()
