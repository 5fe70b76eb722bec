"""A Deck as one page that plays itself in a browser; it must not know workshops, only the deck.

The page holds its style and its script and asks for nothing else, so it plays without a network.
Without its script the slides stand below one another, each with its notes.
"""

from functools import cache
from html import escape

from discussion.documents.deck import WAY_IN_WORDS, Deck, Slide, TitleSlide
from discussion.documents.direction import runs_right_to_left
from discussion.documents.writers.package import house_style
from discussion.documents.writers.qr import qr_svg
from discussion.documents.writers.slides.bodies import write_body
from discussion.domain.languages import written_from

HOUSE_STYLE, SCRIPT = "slides.css", "slides.js"
REHEARSAL = "REHEARSAL: made-up content"
LONG_TITLE = 70  # characters, from which on a title is set smaller

_DESK = (
    '<div class="desk"><b class="time"></b><span class="spent"></span>'
    '<button data-act="-1">Back</button><button data-act="1">Next</button>'
    '<span class="where"></span></div>\n'
)


def write_slides(deck: Deck) -> bytes:
    """The deck as a page of its own; keys: arrows, a number and Enter, S speaker, F, B.

    Raises HouseStyleIncomplete when its style or script is missing among the house styles.
    """
    meta = deck.meta
    title = " · ".join(filter(None, (meta.symbol, meta.title)))
    language = f'lang="{escape(meta.language)}" dir="{written_from(meta.language)}"'
    slides = "".join(_slide(deck, slide, n) for n, slide in enumerate(deck.slides, 1))
    return (
        f"<!doctype html>\n<html {language}>\n<head>\n"
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_part(HOUSE_STYLE)}</style>\n</head>\n"
        f'<body style="--accent: #{escape(deck.accent)}">\n{_DESK}<main class="show">\n{slides}'
        f"</main>\n<script>{script()}</script>\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


def script() -> str:
    """What turns the slides, word for word as it stands in every page of them."""
    return _part(SCRIPT)


@cache
def _part(name: str) -> str:
    return house_style(name).read_text("utf-8")


def _slide(deck: Deck, slide: Slide, number: int) -> str:
    kind = "title" if isinstance(slide, TitleSlide) else "content"
    long = ' class="long"' if len(slide.title) > LONG_TITLE else ""
    heading = f"<h2{long}{direction(slide.title)}>{escape(slide.title)}</h2>"
    frame = f'<div class="frame">{heading}<div class="body">{write_body(slide)}</div></div>'
    if isinstance(slide, TitleSlide):
        frame = f'<div class="frame">{heading}{write_body(slide)}</div>'
    if deck.address and (isinstance(slide, TitleSlide) or number == len(deck.slides)):
        frame += _way_in(deck.address)
    return (
        f'<section class="slide {kind}" id="{escape(slide.anchor)}" aria-label="Slide {number}">'
        f"{frame}{_foot(deck, number)}</section>\n{_notes(slide.notes)}"
    )


def _way_in(address: str) -> str:
    """A small code to be scanned, with its address in words."""
    words = f'{escape(WAY_IN_WORDS)}<br><bdi dir="ltr">{escape(address)}</bdi>'
    code = f'<div class="code" role="img" aria-label="QR code">{qr_svg(address)}</div>'
    return f'<div class="way-in"><p>{words}</p>{code}</div>'


def _foot(deck: Deck, number: int) -> str:
    meta = deck.meta
    told = (REHEARSAL if meta.rehearsal else "", meta.symbol, meta.snapshot, meta.status)
    words = " · ".join(filter(None, told))
    count = f"{number} / {len(deck.slides)}"
    return f'<div class="foot"><span>{escape(words)}</span><span dir="ltr">{count}</span></div>'


def _notes(notes: tuple[str, ...]) -> str:
    lines = "".join(f"<p{direction(note)}>{escape(note)}</p>" for note in notes)
    return f'<aside class="notes" aria-label="Speaker notes">{lines}</aside>\n'


def direction(words: str) -> str:
    """The attribute for a line in the direction of its first letter."""
    return ' dir="rtl"' if runs_right_to_left(words) else ' dir="ltr"'
