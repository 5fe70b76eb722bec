"""A Deck as one page that plays itself in a browser; it must not know workshops, only the deck.

The page holds its style and its script and asks for nothing else, so it plays without a network.
Without its script the slides stand below one another, each with its notes.
"""

from functools import cache
from html import escape

from discussion.documents.deck import Deck, Slide, TitleSlide
from discussion.documents.direction import runs_right_to_left
from discussion.documents.phrases import phrase
from discussion.documents.writers.package import house_style
from discussion.documents.writers.qr import qr_svg
from discussion.documents.writers.slides.bodies import write_body
from discussion.domain.languages import written_from

HOUSE_STYLE, SCRIPT = "slides.css", "slides.js"
LONG_TITLE = 70  # characters, from which on a title is set smaller


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
        f'<body style="--accent: #{escape(deck.accent)}">\n{_desk(meta.language)}'
        f'<main class="show">\n{slides}'
        f"</main>\n<script>{script()}</script>\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


def _desk(language: str) -> str:
    """What only the speaker's window shows: clock, time spent, two buttons."""
    since, back, following = (
        escape(phrase(language, f"printed.{key}")) for key in ("since", "back", "next")
    )
    return (
        f'<div class="desk"><b class="time"></b><span class="spent" data-words="{since}"></span>'
        f'<button data-act="-1">{back}</button><button data-act="1">{following}</button>'
        '<span class="where" dir="ltr"></span></div>\n'
    )


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
        frame += _way_in(deck.address, deck.meta.language)
    language = deck.meta.language
    name = escape(phrase(language, "printed.slide", number=number))
    return (
        f'<section class="slide {kind}" id="{escape(slide.anchor)}" aria-label="{name}">'
        f"{frame}{_foot(deck, number)}</section>\n{_notes(slide.notes, language)}"
    )


def _way_in(address: str, language: str) -> str:
    """A small code to be scanned, with its address in words."""
    led = escape(phrase(language, "printed.way_in"))
    words = f'{led}<br><bdi dir="ltr">{escape(address)}</bdi>'
    name = escape(phrase(language, "printed.code"))
    code = f'<div class="code" role="img" aria-label="{name}">{qr_svg(address)}</div>'
    return f'<div class="way-in"><p>{words}</p>{code}</div>'


def _foot(deck: Deck, number: int) -> str:
    meta = deck.meta
    mark = phrase(meta.language, "printed.rehearsal_short") if meta.rehearsal else ""
    told = (mark, meta.symbol, meta.snapshot, meta.status)
    words = " · ".join(filter(None, told))
    count = f"{number} / {len(deck.slides)}"
    return f'<div class="foot"><span>{escape(words)}</span><span dir="ltr">{count}</span></div>'


def _notes(notes: tuple[str, ...], language: str) -> str:
    lines = "".join(f"<p{direction(note)}>{escape(note)}</p>" for note in notes)
    name = escape(phrase(language, "printed.notes"))
    return f'<aside class="notes" aria-label="{name}">{lines}</aside>\n'


def direction(words: str) -> str:
    """The attribute for a line in the direction of its first letter."""
    return ' dir="rtl"' if runs_right_to_left(words) else ' dir="ltr"'
