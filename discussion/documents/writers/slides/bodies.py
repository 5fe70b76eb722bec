"""The bodies of slides as elements of a page; it must not know what stands round them."""

from html import escape
from typing import assert_never

from discussion.documents.deck import (
    Bullet,
    BulletSlide,
    ChartSlide,
    FigureSlide,
    Slide,
    Strength,
    TableSlide,
    TextSlide,
    TitleSlide,
)
from discussion.documents.direction import runs_right_to_left

STEPS = 4
LONGEST_BAR = 70  # hundredths of the width that bars have


def write_body(slide: Slide) -> str:
    """What a slide shows below its title."""
    match slide:
        case TitleSlide(lines=lines):
            return "".join(f"<p{_direction(line)}>{escape(line)}</p>" for line in lines)
        case BulletSlide(bullets=bullets):
            return f'<ul class="bullets">{"".join(_bullet(bullet) for bullet in bullets)}</ul>'
        case FigureSlide():
            return _figures(slide)
        case ChartSlide():
            return _chart(slide)
        case TableSlide():
            return _table(slide)
        case TextSlide(paragraphs=paragraphs):
            return f'<div class="aloud">{"".join(_aloud(one) for one in paragraphs)}</div>'
        case _:
            assert_never(slide)


def _bullet(bullet: Bullet) -> str:
    label = f'<span class="label">{escape(bullet.label)}</span>' if bullet.label else ""
    strength = _strength(bullet.strength) if bullet.strength else ""
    words = f'<span class="words"{_direction(bullet.words)}>{escape(bullet.words)}{label}</span>'
    return f'<li id="{escape(bullet.anchor)}">{words}{strength}</li>'


def _strength(strength: Strength) -> str:
    """A word, and four dots of which as many are full as quarters of the tables raised it."""
    dots = "●" * strength.steps + "○" * (STEPS - strength.steps)
    return (
        f'<span class="strength"><span class="dots" aria-hidden="true">{dots}</span>'
        f"{escape(strength.word)}</span>"
    )


def _figures(slide: FigureSlide) -> str:
    told = "".join(
        f"<div><b>{escape(figure)}</b>{escape(what)}</div>" for figure, what in slide.figures
    )
    line = f'<p class="line">{escape(slide.line)}</p>' if slide.line else ""
    return f'<div class="figures">{told}</div>{line}'


def _chart(slide: ChartSlide) -> str:
    """Bars with their numbers, as a table that reads aloud as what it is."""
    most = max((value for _, values in slide.series for value in values), default=0) or 1
    rows = "".join(
        f'<tr><th scope="row"{_direction(name)}>{escape(name)}</th><td>'
        + "<br>".join(
            f"{_bar(index, f'{LONGEST_BAR * values[row] // most}%')}{values[row]}"
            for index, (_, values) in enumerate(slide.series)
        )
        + "</td></tr>"
        for row, name in enumerate(slide.categories)
    )
    legend = "".join(
        f"<span>{_bar(index, '2cqw')}{escape(name)}</span>"
        for index, (name, _) in enumerate(slide.series)
    )
    shown = f'<div class="legend">{legend}</div>' if len(slide.series) > 1 else ""
    return f'<table class="bars" aria-label="{escape(slide.description)}">{rows}</table>{shown}'


def _bar(series: int, width: str) -> str:
    return f'<span class="bar s{series}" style="width: {width}"></span>'


def _table(slide: TableSlide) -> str:
    total = sum(slide.widths) or 1
    columns = "".join(f'<col style="width: {100 * width // total}%">' for width in slide.widths)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in slide.header)
    rows = "".join(
        "<tr>" + "".join(f"<td{_direction(cell)}>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in slide.rows
    )
    return f'<table class="rows">{columns}<tr>{head}</tr>{rows}</table>'


def _aloud(paragraph: Bullet) -> str:
    label = f"<b>{escape(paragraph.label)}</b> " if paragraph.label else ""
    place = f'id="{escape(paragraph.anchor)}"{_direction(paragraph.words)}'
    return f"<p {place}>{label}{escape(paragraph.words)}</p>"


def _direction(words: str) -> str:
    return ' dir="rtl"' if runs_right_to_left(words) else ' dir="ltr"'
