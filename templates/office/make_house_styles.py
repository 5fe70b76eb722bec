"""Makes the two house styles the writers start from; run once, then edit them in Word.

    python templates/office/make_house_styles.py

A secretariat that has edited its house styles does not run this again: it would overwrite them.
python-docx comes with what the tests need; the house itself writes without it.
"""

import io
import re
from pathlib import Path

import docx
import pptx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree
from pptx.util import Inches

from discussion.documents.writers.package import same_bytes

HERE = Path(__file__).resolve().parent
SERIF = "Times New Roman"
GREY = RGBColor(0x5F, 0x5F, 0x5F)
LINE = Cm(15.92)

# name, based on, size, bold, italic, alignment, before, after, left, hanging
PARAGRAPHS = (
    ("Cover Symbol", 11, False, False, ALIGN.RIGHT, 0, 0, 0, 0),
    ("Cover Stage", 11, True, False, ALIGN.RIGHT, 0, 54, 0, 0),
    ("Cover Title", 20, True, False, ALIGN.CENTER, 0, 14, 0, 0),
    ("Cover Event", 14, False, True, ALIGN.CENTER, 0, 18, 0, 0),
    ("Cover Line", 12, False, False, ALIGN.CENTER, 0, 4, 0, 0),
    ("Cover Status", 11, False, True, ALIGN.CENTER, 18, 24, 0, 0),
    ("Contents Heading", 14, True, False, ALIGN.LEFT, 0, 10, 0, 0),
    ("Contents 1", 11, False, False, ALIGN.LEFT, 4, 1, 0, 0),
    ("Contents 2", 10, False, False, ALIGN.LEFT, 0, 0, 0.8, 0),
    ("Opening", 12, False, False, ALIGN.JUSTIFY, 6, 8, 0, 0),
    ("Preambular", 12, False, False, ALIGN.JUSTIFY, 0, 8, 0, 0),
    ("Operative", 12, False, False, ALIGN.JUSTIFY, 0, 8, 1.0, 1.0),
    ("Sub-paragraph", 12, False, False, ALIGN.JUSTIFY, 0, 6, 2.0, 1.0),
    ("Sub-sub-paragraph", 12, False, False, ALIGN.JUSTIFY, 0, 6, 3.0, 1.0),
    ("Note", 11, False, True, ALIGN.JUSTIFY, 4, 8, 0, 0),
    ("Adoption", 12, False, False, ALIGN.CENTER, 24, 0, 0, 0),
    ("Message", 12, False, False, ALIGN.JUSTIFY, 0, 6, 1.0, 0.5),
    ("Table Head", 10, True, False, ALIGN.LEFT, 2, 2, 0, 0),
    ("Table Text", 10, False, False, ALIGN.LEFT, 2, 2, 0, 0),
    ("Figure", 12, False, False, ALIGN.CENTER, 8, 4, 0, 0),
    ("footnote text", 10, False, False, ALIGN.JUSTIFY, 0, 2, 0, 0),
    ("annotation text", 10, False, False, ALIGN.LEFT, 0, 0, 0, 0),
)
OWN = {"footnote text", "annotation text", "footnote reference"}  # Word's, by the names it stores
UNUSED = re.compile(
    r"(Light|Medium|Dark|Colorful) |List|Quote|Intense|Subtle|Book Title|macro|Macro|TOC "
    r"|Body Text [23]|Title|Subtitle|No Spacing|Table Grid|Strong|Emphasis|Header|Footer"
)


def word_house_style() -> bytes:
    """The styles of every document: A4, 2.54 cm, a Times-like serif of 12 points."""
    word = docx.Document()
    for child in list(word.element.body)[:-1]:
        word.element.body.remove(child)
    _page(word)
    _normal(word)
    for name, *look in PARAGRAPHS:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in OWN)
        style.base_style = word.styles["Normal"]
        _paragraph_style(style, *look)
    _paragraph_style(word.styles["Body Text"], 12, False, False, ALIGN.JUSTIFY, 0, 8, 0, 0)
    _paragraph_style(word.styles["Caption"], 11, True, False, ALIGN.LEFT, 10, 4, 0, 0)
    _headings(word)
    _contents(word)
    _bullet(word)
    _characters(word)
    _header_and_footer(word)
    _table_style(word)
    _without_what_is_not_used(word)
    word.core_properties.author = ""
    return _saved(word)


def _page(word) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.54)
    section.top_margin = section.bottom_margin = Cm(2.54)


def _normal(word) -> None:
    """Fonts and sizes with their complex-script twins: without them Arabic falls back to 10 pt."""
    _font(word.styles["Normal"], 12, bold=False, italic=False)
    word.styles["Normal"].paragraph_format.space_after = Pt(6)
    language = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:bidi"), "ar-SA")


def _font(style, size: float, *, bold: bool, italic: bool) -> None:
    style.font.name, style.font.size = SERIF, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{slot}"), SERIF)
    style.font.cs_bold, style.font.cs_italic = bold, italic
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    twin = etree.SubElement(properties, qn("w:szCs"))
    twin.set(qn("w:val"), str(int(size * 2)))
    properties.find(qn("w:sz")).addnext(twin)


def _paragraph_style(style, size, bold, italic, alignment, before, after, left, hanging) -> None:
    _font(style, size, bold=bold, italic=italic)
    style.font.color.rgb = RGBColor(0, 0, 0)
    shape = style.paragraph_format
    shape.alignment = alignment
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.1
    shape.left_indent, shape.first_line_indent = Cm(left), Cm(-hanging)
    shape.widow_control = True


def _headings(word) -> None:
    for level, size, italic, before, after in (
        (1, 14, False, 20, 8),
        (2, 12, False, 14, 6),
        (3, 12, True, 10, 4),
    ):
        style = word.styles[f"Heading {level}"]
        _paragraph_style(style, size, True, italic, ALIGN.LEFT, before, after, 1.0, 1.0)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.tab_stops.add_tab_stop(Cm(1.0))


def _contents(word) -> None:
    for name in ("Contents 1", "Contents 2"):
        stops = word.styles[name].paragraph_format.tab_stops
        stops.add_tab_stop(LINE, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _bullet(word) -> None:
    """The bullet of the executive summary, as a list of the house style's own."""
    numbering = word.part.numbering_part.element
    definition = etree.fromstring(
        f'<w:abstractNum xmlns:w="{qn("w:p")[1:-2]}" w:abstractNumId="900">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="&#8226;"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="567" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
    )
    numbering.find(qn("w:num")).addprevious(definition)
    number = etree.SubElement(numbering, qn("w:num"))
    number.set(qn("w:numId"), "900")
    etree.SubElement(number, qn("w:abstractNumId")).set(qn("w:val"), "900")
    properties = word.styles["Message"].element.get_or_add_pPr()
    listed = properties.get_or_add_numPr()
    listed.get_or_add_numId().val = 900


def _characters(word) -> None:
    for name, size, colour in (
        ("Editorial", None, GREY),
        ("Draft Mark", 8, GREY),
        ("Bracket", None, None),
        ("footnote reference", None, None),
    ):
        style = word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name in OWN)
        style.font.size = Pt(size) if size else None
        style.font.italic = False if name == "Draft Mark" else None
        style.font.name = "Arial" if name == "Draft Mark" else None
        if colour is not None:
            style.font.color.rgb = colour
    _same_in_arabic(word.styles["Draft Mark"])
    word.styles["Bracket"].font.bold = word.styles["Bracket"].font.cs_bold = True
    word.styles["footnote reference"].font.superscript = True


def _same_in_arabic(style) -> None:
    """Font and size for complex scripts too: a mark in Arabic is as small as in Latin letters."""
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:cs"), style.font.name)
    style.font.cs_italic = style.font.italic
    twin = etree.SubElement(properties, qn("w:szCs"))
    twin.set(qn("w:val"), str(int(style.font.size.pt * 2)))
    properties.find(qn("w:sz")).addnext(twin)


def _header_and_footer(word) -> None:
    for name in ("Header", "Footer"):
        style = word.styles[name]
        style.paragraph_format.space_after = Pt(0)
        _font(style, 9, bold=False, italic=False)
        style.font.color.rgb = GREY
        stops = style.element.get_or_add_pPr()
        for old in stops.findall(qn("w:tabs")):
            stops.remove(old)
        style.paragraph_format.tab_stops.add_tab_stop(LINE, WD_TAB_ALIGNMENT.RIGHT)


def _table_style(word) -> None:
    """Thin horizontal rules only; the heading row on light grey."""
    style = word.styles.add_style("House Table", WD_STYLE_TYPE.TABLE)
    style.base_style = word.styles["Normal Table"]
    space = qn("w:p")[1:-2]
    rule = 'w:val="single" w:sz="4" w:space="0" w:color="9A9A9A"'
    style.element.append(
        etree.fromstring(
            f'<w:tblPr xmlns:w="{space}"><w:tblBorders><w:top {rule}/><w:bottom {rule}/>'
            f"<w:insideH {rule}/></w:tblBorders><w:tblCellMar>"
            '<w:left w:w="85" w:type="dxa"/>'
            '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )
    )
    style.element.append(
        etree.fromstring(
            f'<w:tblStylePr xmlns:w="{space}" w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/></w:tcPr></w:tblStylePr>'
        )
    )


def _without_what_is_not_used(word) -> None:
    """The library's model brings hundreds of styles and a thumbnail; Word has its own."""
    kept = {"Header", "Footer"}
    for style in list(word.styles):
        if UNUSED.match(style.name) and style.name not in kept:
            style.delete()
    for relations in (word.part.rels, word.part.package.rels):
        for id_, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in UNUSED_PARTS:
                del relations[id_]


UNUSED_PARTS = {"stylesWithEffects", "thumbnail", "customXml", "extended-properties"}


def slide_house_style() -> bytes:
    """Two layouts on 16:9: one to open with, one with a title and room below it."""
    show = pptx.Presentation()
    show.slide_width, show.slide_height = Inches(13.333), Inches(7.5)
    keep = {"Title Slide": "Opening", "Title and Content": "Content"}
    for layout in list(show.slide_layouts):
        if layout.name in keep:
            layout.name = keep[layout.name]
        else:
            show.slide_layouts.remove(layout)
    for holder in (show.slide_master, *show.slide_layouts):
        _place(holder)
    _band(show.slide_layouts[0])
    _theme(show)
    show.core_properties.author = ""
    return _saved(show)


def _place(holder) -> None:
    """Titles at the top left; what is written finds its room by these places."""
    opening = getattr(holder, "name", "") == "Opening"
    for shape in list(holder.placeholders):
        kind = shape.placeholder_format.type
        if kind == 16 or (opening and kind in (15, 13)):  # date; footer and slide number
            shape._element.getparent().remove(shape._element)
        elif kind in (15, 13):
            left, width = (0.75, 10.6) if kind == 15 else (11.58, 1.0)
            _put(shape, left, 6.95, width, 0.35)
        elif kind in (1, 3):  # title
            _put(shape, 0.75, *((1.9, 11.83, 2.0) if opening else (0.4, 11.83, 1.1)))
        else:
            _put(shape, 0.75, *((4.1, 11.83, 2.65) if opening else (1.75, 11.83, 4.95)))


def _put(shape, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top = Inches(left), Inches(top)
    shape.width, shape.height = Inches(width), Inches(height)


def _band(opening) -> None:
    """Where the topic's colour stands; moved or deleted here, it is so in every deck."""
    tree = opening.shapes._spTree
    band = etree.fromstring(
        f'<p:sp xmlns:p="{tree.nsmap["p"]}" xmlns:a="{tree.nsmap["a"]}"><p:nvSpPr>'
        '<p:cNvPr id="90" name="Topic colour"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{Inches(13.333)}" '
        f'cy="{Inches(0.45)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="B9B9B9"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )
    tree.insert(2, band)


def _theme(show) -> None:
    """Letters and their colour."""
    for part in show.slide_master.part.rels.values():
        if part.reltype.endswith("/theme"):
            theme = etree.fromstring(part.target_part.blob)
            space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
            for latin in theme.iter(f"{space}latin"):
                latin.set("typeface", "Arial")
            for dark in theme.iter(f"{space}dk1"):
                dark.clear()
                etree.SubElement(dark, f"{space}srgbClr").set("val", "1A1A1A")
            part.target_part._blob = etree.tostring(
                theme, xml_declaration=True, encoding="UTF-8", standalone=True
            )


def _saved(office) -> bytes:
    made = io.BytesIO()
    office.save(made)
    return same_bytes(made.getvalue())


def main() -> None:
    """Writes both files beside this script."""
    (HERE / "document.docx").write_bytes(word_house_style())
    (HERE / "slides.pptx").write_bytes(slide_house_style())


if __name__ == "__main__":
    main()
