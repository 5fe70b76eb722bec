"""The bodies of slides: bullets with their strength, figures, chart, table, text to read aloud."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.util import Inches, Pt

from discussion.documents.deck import (
    Bullet,
    BulletSlide,
    ChartSlide,
    FigureSlide,
    Strength,
    TableSlide,
    TextSlide,
)
from discussion.documents.writers.package import xml_safe
from discussion.documents.writers.pptx.house import Room
from discussion.documents.writers.pptx.shapes import (
    GREY,
    INK,
    Look,
    rgb,
    set_colour,
    text_box,
    write_line,
)

STEPS = 4
SMALLEST = 18  # points: no words of a slide are smaller
LETTER, LINE = 0.5, 1.2  # how wide a letter and how high a line is, of the size of letters
STRENGTH_WIDTH = Inches(2.5)
_CELL = {"anchor": "ctr"} | {side: str(Inches(0.05)) for side in ("marL", "marR")}
_CELL |= {side: str(Inches(0.03)) for side in ("marT", "marB")}
"""What a cell is set to; one by one the library takes a third of a table's time for it."""


def write_bullets(page: Any, slide: BulletSlide, look: Look, room: Room) -> None:
    """Each bullet on a line of a borderless table, its strength at the end of the line.

    A table keeps words and strength on one line however long the words are, and reads in order.
    """
    strong = any(bullet.strength for bullet in slide.bullets)
    widths = [room.width - STRENGTH_WIDTH, int(STRENGTH_WIDTH)] if strong else [room.width]
    step = min(Inches(1.25), room.height // max(1, len(slide.bullets)))
    table = _table(
        page, len(slide.bullets), widths, room, step * len(slide.bullets), slide.title, look
    )
    size = _size(slide.bullets, widths[0], room.height, 24 if step > Inches(1) else 20)
    for row, bullet in enumerate(slide.bullets):
        _bullet(table.cell(row, 0).text_frame, bullet, look.accent, size)
        if bullet.strength:
            cell = table.cell(row, 1)
            cell.margin_left = cell.margin_right = Inches(0.2)
            _strength(cell.text_frame, bullet.strength, look.accent)


def write_figures(page: Any, slide: FigureSlide, look: Look, room: Room) -> None:
    """Large figures side by side, what they count below, one line under all."""
    width = room.width // max(1, len(slide.figures))
    top, height = room.top + room.height // 9, room.height // 2
    for index, (figure, what) in enumerate(slide.figures):
        place = room.part(width * index, width, turned=look.turned)
        frame = text_box(page, Room(place.left, top, width, height))
        big = frame.paragraphs[0]
        write_line(big, figure, size=66, bold=True, colour=look.accent, follow=what)
        write_line(frame.add_paragraph(), what, size=20, colour=INK)
    if slide.line:
        under = room.bottom - room.height * 3 // 10
        frame = text_box(page, Room(room.left, under, room.width, room.height // 4))
        write_line(frame.paragraphs[0], slide.line, size=18, colour=GREY)


def write_chart(page: Any, slide: ChartSlide, look: Look, room: Room) -> None:
    """A native bar chart, first category on top, numbers at the bars instead of an axis."""
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [xml_safe(name) for name in slide.categories]
    for name, values in slide.series:
        data.add_series(xml_safe(name), values)  # type: ignore[no-untyped-call]
    place = (room.left, room.top, room.width, room.height)
    frame = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    _describe(frame, slide.title, slide.description)
    chart = frame.chart
    chart.font.size = Pt(18)
    set_colour(chart.font, INK)
    chart.has_title = False
    chart.has_legend = len(slide.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.fill.background()
    chart.category_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    chart.value_axis.reverse_order = look.turned
    _bars(chart.plots[0], (look.accent, "B9B9B9"))
    _number_axes(chart)


def write_table(page: Any, slide: TableSlide, look: Look, room: Room) -> None:
    """A small table with a heading row in the topic's colour."""
    total = sum(slide.widths) or 1
    widths = [room.width * width // total for width in slide.widths]
    rows = len(slide.rows) + 1
    table = _table(
        page, rows, widths, room, min(room.height, Inches(0.6) * rows), slide.title, look
    )
    table.first_row = True
    for column, name in enumerate(slide.header):
        head = table.cell(0, column).text_frame.paragraphs[0]
        write_line(head, name, size=18, bold=True, colour=look.accent)
    for row, cells in enumerate(slide.rows, 1):
        for column, words in enumerate(cells):
            write_line(table.cell(row, column).text_frame.paragraphs[0], words, size=18)


def write_text(page: Any, slide: TextSlide, look: Look, room: Room) -> None:
    """Paragraphs at 24 points, each with its number in the topic's colour in front."""
    frame = text_box(page, room)
    for index, bullet in enumerate(slide.paragraphs):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        if bullet.label:
            write_line(
                paragraph, f"{bullet.label} ", size=24, bold=True, colour=look.accent, run_only=True
            )
        write_line(paragraph, bullet.words, size=24)
        paragraph.space_after = Pt(10)


def _size(bullets: Sequence[Bullet], width: int, height: int, most: int) -> int:
    """The largest letters, in points, at which all bullets should stand on the slide."""
    for size in range(most, SMALLEST, -2):
        in_line = max(1, width / Pt(1) / (size * LETTER))
        lines = sum(ceil(len(bullet.words) / in_line) for bullet in bullets)
        labels = sum(bool(bullet.label) for bullet in bullets)
        if (lines * size + labels * 18) * LINE + 8 * len(bullets) <= height / Pt(1):
            return size
    return SMALLEST


def _bullet(frame: Any, bullet: Bullet, accent: str, size: float) -> None:
    write_line(frame.paragraphs[0], bullet.words, size=size)
    if bullet.label:
        label = frame.add_paragraph()
        write_line(label, bullet.label, size=18, colour=accent, follow=bullet.words)


def _strength(frame: Any, strength: Strength, accent: str) -> None:
    """A word, and four dots of which as many are full as quarters of the tables raised it."""
    dots = "●" * strength.steps + "○" * (STEPS - strength.steps)
    write_line(frame.paragraphs[0], dots, size=24, colour=accent, follow=strength.word)
    write_line(frame.add_paragraph(), strength.word, size=18, colour=INK)


def _table(
    page: Any, rows: int, widths: list[int], room: Room, height: int, name: str, look: Look
) -> Any:
    """A table without fills or borders of its own; its first column stands where lines begin."""
    place = (room.left, room.top, sum(widths), int(height))
    frame = page.shapes.add_table(max(1, rows), len(widths), *place)
    _describe(frame, name, "")
    table = frame.table
    table.first_row = table.horz_banding = False
    if look.turned:
        frame._element.graphic.graphicData.tbl.tblPr.set("rtl", "1")
    style = frame._element.graphic.graphicData.tbl.tblPr.find(
        "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"
    )
    style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "No Style, No Grid"
    for column, width in zip(table.columns, widths, strict=True):
        column.width = int(width)
    for cell in table._tbl.iter_tcs():
        properties = cell.get_or_add_tcPr()
        for name, value in _CELL.items():
            properties.set(name, value)
        cell.get_or_add_txBody().bodyPr.set("wrap", "square")
    return table


def _bars(plot: Any, colours: tuple[str, ...]) -> None:
    plot.gap_width, plot.overlap = 60, -10
    plot.has_data_labels = True
    plot.data_labels.font.size = Pt(18)
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for index, series in enumerate(plot.series):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(colours[index % len(colours)])
        series.invert_if_negative = False


def _number_axes(chart: Any) -> None:
    """The library gives axes numbers below zero, which the format does not have."""
    for tag in ("axId", "crossAx"):
        for named in chart._chartSpace.iter(f"{{{chart._chartSpace.nsmap['c']}}}{tag}"):
            named.set("val", named.get("val").removeprefix("-"))


def _describe(frame: Any, name: str, description: str) -> None:
    """Name and alternative text, for who listens to the slides."""
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("name", xml_safe(name))
    if description:
        properties.set("descr", xml_safe(description))
