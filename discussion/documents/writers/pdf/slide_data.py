"""A deck as plain data for the house style to read; it must not know how anything looks."""

from typing import Any, assert_never

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
from discussion.documents.direction import runs_right_to_left
from discussion.documents.phrases import phrase
from discussion.documents.tree import Meta
from discussion.documents.writers.qr import qr_svg
from discussion.domain.languages import written_from

Data = dict[str, Any]


def slides_as_data(deck: Deck) -> Data:
    """The deck as values that JSON knows; speaker notes are left to the formats that have them."""
    return {
        "meta": _meta(deck.meta),
        "accent": deck.accent,
        "way_in": _way_in(deck) if deck.address else None,
        "slides": [{"title": _words(slide.title), **_slide(slide)} for slide in deck.slides],
    }


def _way_in(deck: Deck) -> Data:
    words, name = (phrase(deck.meta.language, f"printed.{key}") for key in ("way_in", "code"))
    told = {"words": words, "address": deck.address, "name": name}
    return {**told, "svg": qr_svg(deck.address)}


def _meta(meta: Meta) -> Data:
    rehearsal = phrase(meta.language, "printed.rehearsal_short") if meta.rehearsal else ""
    told = (rehearsal, meta.symbol, meta.snapshot, meta.status)
    return {
        "title": " · ".join(filter(None, (meta.symbol, meta.title))),
        "creator": meta.creator,
        "subject": meta.subject,
        "keywords": [word for word in (meta.symbol, rehearsal) if word],
        "language": meta.language,
        "turned": written_from(meta.language) == "rtl",
        "created": list(meta.created.timetuple()[:6]),
        "foot": " · ".join(filter(None, told)),
    }


def _slide(slide: Slide) -> Data:
    match slide:
        case TitleSlide(lines=lines):
            return {"do": "title", "lines": [_words(line) for line in lines]}
        case BulletSlide(bullets=bullets):
            return {"do": "bullets", "bullets": [_bullet(bullet) for bullet in bullets]}
        case FigureSlide(figures=figures, line=line):
            return {"do": "figures", "figures": [list(one) for one in figures], "line": line}
        case ChartSlide():
            series = [{"name": name, "values": list(values)} for name, values in slide.series]
            categories = [_words(name) for name in slide.categories]
            return {"do": "chart", "categories": categories, "series": series}
        case TableSlide():
            rows = [[_words(cell) for cell in row] for row in slide.rows]
            told = {"header": list(slide.header), "widths": list(slide.widths)}
            return {"do": "table", **told, "rows": rows}
        case TextSlide(paragraphs=paragraphs):
            return {"do": "text", "bullets": [_bullet(one) for one in paragraphs]}
        case _:
            assert_never(slide)


def _bullet(bullet: Bullet) -> Data:
    return {
        **_words(bullet.words),
        "label": bullet.label,
        "strength": _strength(bullet.strength) if bullet.strength else None,
    }


def _strength(strength: Strength) -> Data:
    return {"words": strength.word, "steps": strength.steps}


def _words(words: str) -> Data:
    return {"words": words, "direction": "rtl" if runs_right_to_left(words) else "ltr"}
