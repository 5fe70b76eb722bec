"""Looks through a PowerPoint file that is to be a house style, and shows it at work."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from discussion.documents.deck import (
    Bullet,
    BulletSlide,
    ChartSlide,
    Deck,
    FigureSlide,
    Slide,
    Strength,
    TableSlide,
    TextSlide,
    TitleSlide,
)
from discussion.documents.house_styles.found import Found, Need
from discussion.documents.house_styles.opened import Refusal
from discussion.documents.tree import Meta
from discussion.documents.writers.pptx import write_pptx
from discussion.documents.writers.pptx.house import (
    BAND,
    CONTENT,
    OPENING,
    WIDE,
    Room,
    find_layout,
    open_show,
    open_style,
)
from discussion.errors import DiscussionError

_INCH = 914_400
_LEAST = (8 * _INCH, 3 * _INCH)  # across and down, for what stands under a title


def look_through_slides(package: bytes, held: Mapping[str, bytes]) -> Found:
    """Every layout a deck needs, by the name it has in PowerPoint, and what else there is.

    Raises Refusal when it cannot be read as a presentation.
    """
    try:
        return _found(open_show(package), package)
    except (AttributeError, LookupError, TypeError, ValueError, DiscussionError):
        raise Refusal("house_style_damaged", part="ppt/presentation.xml") from None


def slide_specimen(style: bytes | None, *, places: bool) -> bytes:
    """A deck with every kind of slide; ``places`` is for letterheads, which slides have not."""
    return write_pptx(Deck(_META, "1F5C99", tuple(_slides())), style)


def _found(show: Any, package: bytes) -> Found:
    layouts = {name: find_layout(show, name) for name in (OPENING, CONTENT)}
    needs = [
        Need("Widescreen (16:9)", "Slide size", "every slide, 33.87 x 19.05 cm", _wide(show)),
        Need(OPENING, "Layout", "the first slide: a title, a text below", bool(layouts[OPENING])),
        Need(CONTENT, "Layout", "every other slide: a title, room below", bool(layouts[CONTENT])),
    ]
    if not all(need.there for need in needs):
        return Found(tuple(needs), ())
    slides = len(show.slides)
    style = open_style(package)
    needs.append(
        Need(
            "Room for text",
            "Placeholder",
            f"what stands under a title on the layout {CONTENT}: 20.3 x 7.6 cm or more",
            _roomy(style.body),
        )
    )
    return Found(tuple(needs), tuple(_remarks(layouts, style.band, slides)))


def _wide(show: Any) -> bool:
    """As wide and high as ours, to a hundredth; PowerPoint rounds."""
    size = (show.slide_width, show.slide_height)
    return all(abs(has - wanted) <= wanted // 100 for has, wanted in zip(size, WIDE, strict=True))


def _roomy(room: Room) -> bool:
    enough = room.width >= _LEAST[0] and room.height >= _LEAST[1]
    inside = room.left + room.width <= WIDE[0] and room.bottom <= WIDE[1]
    return enough and inside and min(room.left, room.top) >= 0


def _remarks(layouts: Mapping[str, Any], band: Room | None, slides: int) -> Iterator[str]:
    for name, layout in layouts.items():
        if layout.name.strip().lower() != name.lower():
            yield f"No layout is called {name}; “{layout.name}” serves as it."
    if band is None:
        yield f"No shape on the layout {OPENING} is called “{BAND}”; no colour will stand there."
    if slides:
        yield f"Its {slides} slide{'' if slides == 1 else 's'} will not be in any deck."


_META = Meta(
    document="specimen",
    title="Every kind of slide",
    symbol="OIC-PESNET/WS-KL/2025/SPECIMEN",
    stamp="",
    status="For trying out a house style",
    language="en",
    created=datetime(2025, 7, 8, 10, 30, tzinfo=UTC),
    creator="",
    subject="House style",
    draft=True,
    rehearsal=False,
    snapshot="As of 8 July 2025, 18:30",
)


def _slides() -> Iterator[Slide]:
    yield TitleSlide(
        "S-1",
        "The first slide: layout Opening",
        (
            "The first line, in the colour of text",
            "Other lines, in a lighter one",
            "Place and date",
        ),
        ("Speaker notes stand here.",),
    )
    words = (
        ("A point as it stands on a slide, in at most twelve words", 4, "all tables"),
        ("A point that fewer tables raised", 2, "several tables"),
        ("نقطة باللغة العربية تُقرأ من اليمين إلى اليسار", 1, "a few tables"),
    )
    bullets = tuple(
        Bullet(said, f"S-2-B{n}", (), "Subtopic", Strength(word, steps, 4))
        for n, (said, steps, word) in enumerate(words, 1)
    )
    yield BulletSlide("S-2", "Every other slide: layout Content", bullets)
    figures = (("12", "tables"), ("21", "countries"), ("340", "notes"))
    yield FigureSlide("S-3", "Figures", figures, "A line below them")
    series = (("Points", (9, 6, 4)), ("Tables", (7, 8, 3)))
    chart = ("First subtopic", "Second subtopic", "Third subtopic")
    yield ChartSlide("S-4", "A chart", chart, series, "Made-up numbers")
    rows = (("Malaysia", "A practice in a few words"), ("Morocco", "Another practice"))
    yield TableSlide("S-5", "A table", ("Country", "Practice"), (1, 3), rows)
    aloud = (Bullet("A paragraph to be read aloud, at 24 points.", "S-6-1", (), "12."),)
    yield TextSlide("S-6", "Text to be read aloud", aloud)
