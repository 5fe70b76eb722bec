"""Things that documents count, in Arabic; data, no rules."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Thing:
    """A noun in the forms that counting asks for."""

    gender: str
    none: str
    one: str  # also after 100 and 200
    two: str  # as a subject
    two_oblique: str
    several: str  # after 3 to 10
    many: str  # after 11 to 99: singular, accusative


def _m(one: str, two: str, several: str, many: str) -> Thing:
    return Thing("m", f"لا {one}", one, f"{two}ان", f"{two}ين", several, many)


def _f(one: str, two: str, several: str) -> Thing:
    return Thing("f", f"لا {one}", one, f"{two}ان", f"{two}ين", several, one)


THINGS: dict[str, Thing] = {
    "country": _f("دولة", "دولت", "دول"),
    "day": _m("يوم", "يوم", "أيام", "يوماً"),
    "dissent": Thing(
        "m",
        "لا رأي مخالف",
        "رأي مخالف",
        "رأيان مخالفان",
        "رأيين مخالفين",
        "آراء مخالفة",
        "رأياً مخالفاً",
    ),
    "note": _f("ملاحظة", "ملاحظت", "ملاحظات"),
    "organisation": _f("منظمة", "منظمت", "منظمات"),
    "other participant": Thing(
        "m",
        "لا مشارك آخر",
        "مشارك آخر",
        "مشاركان آخران",
        "مشاركين آخرين",
        "مشاركين آخرين",
        "مشاركاً آخر",
    ),
    "paragraph": _f("فقرة", "فقرت", "فقرات"),
    "participant": _m("مشارك", "مشارك", "مشاركين", "مشاركاً"),
    "point": _f("نقطة", "نقطت", "نقاط"),
    "presentation": _m("عرض", "عرض", "عروض", "عرضاً"),
    "question": _m("سؤال", "سؤال", "أسئلة", "سؤالاً"),
    "recommendation": _f("توصية", "توصيت", "توصيات"),
    "session": _f("جلسة", "جلست", "جلسات"),
    "subtopic": Thing(
        "m",
        "لا موضوع فرعي",
        "موضوع فرعي",
        "موضوعان فرعيان",
        "موضوعين فرعيين",
        "مواضيع فرعية",
        "موضوعاً فرعياً",
    ),
    "table": _f("طاولة", "طاولت", "طاولات"),
    "topic": _m("موضوع", "موضوع", "مواضيع", "موضوعاً"),
}

ONE = {"m": "واحد", "f": "واحدة"}

NUMBERS = {
    "m": ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"),
    "f": ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"),
}
"""Three to ten as they are said before a noun of that gender."""
