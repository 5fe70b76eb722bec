"""The looks a document needs beside those of its house style; it must not know what wears them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from discussion.documents.vocabulary import complex_script, language_tag
from discussion.documents.writers.docx.looks import Letters
from discussion.documents.writers.odt.xml import attribute, style_id

FIRST_PAGE = "First Page"


@dataclass(frozen=True)
class Shape:
    """A paragraph's style, and how this one differs from it."""

    style: str  # as people see it
    right_to_left: bool = False
    aligned: str = ""  # where that is another side than the style's
    indent: float | None = None  # where its lines begin, cm; the first hangs by 1 cm, but from 0
    new_page: bool = False
    first: bool = False  # of the whole document
    quiet: bool = False  # its lines are not counted
    kept: bool = False  # on the page of what follows


@dataclass
class Looks:
    """Names of looks, each told of once."""

    _styles: dict[str, str] = field(default_factory=dict)  # the inside of a style -> its name

    def paragraph(self, shape: Shape) -> str:
        """The name of a paragraph's style: the house's own where nothing differs."""
        told: dict[str, str] = {}
        if shape.right_to_left:
            told["style:writing-mode"] = "rl-tb"
        if shape.aligned:
            told["fo:text-align"] = shape.aligned
        if shape.indent is not None:
            hung = "-1cm" if shape.indent else "0cm"
            told |= {"fo:margin-left": f"{shape.indent:g}cm", "fo:text-indent": hung}
        if shape.new_page:
            told["fo:break-before"] = "page"
        if shape.kept:
            told["fo:keep-with-next"] = "always"
        if shape.quiet:
            told["text:number-lines"] = "false"
        stop = '<style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>'
        inner = f"{_attributes(told)}>{stop if shape.indent else ''}"
        if not told and not shape.first:
            return style_id(shape.style)
        master = f' style:master-page-name="{style_id(FIRST_PAGE)}"' if shape.first else ""
        return self._name(
            "P",
            "paragraph",
            f' style:parent-style-name="{style_id(shape.style)}"{master}',
            f"<style:paragraph-properties{inner}</style:paragraph-properties>",
        )

    def language(self, language: str) -> str:
        """The name of the look of words in that language."""
        tag, _, country = language_tag(language).partition("-")
        told = (
            {"style:language-complex": tag, "style:country-complex": country or "none"}
            if complex_script(language)
            else {"fo:language": tag, "fo:country": country or "none"}
        )
        return self._name("T", "text", "", f"<style:text-properties{_attributes(told)}/>")

    def letters(self, letters: Letters) -> str:
        """The name of the look of a letterhead's words."""
        told = {f"fo:{name}": value for name, value in _told_of(letters)}
        for name, value in _told_of(letters):
            if name != "color":
                told |= {f"style:{name}-{script}": value for script in ("asian", "complex")}
        return self._name("T", "text", "", f"<style:text-properties{_attributes(told)}/>")

    def letter_line(self, kind: str, align: str) -> str:
        """The name of the look of a letterhead's line; ``kind``: Header or Footer."""
        told = {"fo:text-align": align, "text:number-lines": "false"}
        more = f' style:parent-style-name="{kind}"'
        inner = f"<style:paragraph-properties{_attributes(told)}/>"
        return self._name("L", "paragraph", more, inner)

    def table(self, width: float, *, right_to_left: bool) -> str:
        """The name of the look of a table."""
        told = {
            "style:width": f"{width:.3f}cm",
            "table:align": "margins",
            "fo:margin-bottom": "0.4cm",
            "style:writing-mode": "rl-tb" if right_to_left else "lr-tb",
        }
        return self._name("Table", "table", "", f"<style:table-properties{_attributes(told)}/>")

    def column(self, width: float) -> str:
        """The name of the look of a column."""
        told = {"style:column-width": f"{width:.3f}cm"}
        inner = f"<style:table-column-properties{_attributes(told)}/>"
        return self._name("Column", "table-column", "", inner)

    def row(self) -> str:
        """The name of the look of a row that no page parts."""
        inner = '<style:table-row-properties fo:keep-together="always"/>'
        return self._name("Row", "table-row", "", inner)

    def cell(self, rule: str, ground: str) -> str:
        """The name of the look of a cell."""
        told = {
            "fo:border-top": rule,
            "fo:border-bottom": rule,
            "fo:border-left": "none",
            "fo:border-right": "none",
            "fo:padding-left": "0.15cm",
            "fo:padding-right": "0.15cm",
            "fo:background-color": ground,
        }
        inner = f"<style:table-cell-properties{_attributes(told)}/>"
        return self._name("Cell", "table-cell", "", inner)

    def picture(self) -> str:
        """The name of the look of a picture in a line."""
        inner = '<style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/>'
        return self._name("Picture", "graphic", "", inner)

    def written(self) -> str:
        """The elements of all looks that were asked for."""
        return "".join(
            f'<style:style style:name="{name}"{inner}</style:style>'
            for inner, name in self._styles.items()
        )

    def _name(self, kind: str, family: str, more: str, inner: str) -> str:
        whole = f' style:family="{family}"{more}>{inner}'
        return self._styles.setdefault(whole, f"{kind}{len(self._styles) + 1}")


def _told_of(letters: Letters) -> Iterator[tuple[str, str]]:
    if letters.font:
        yield "font-family", f"'{letters.font}'"
    if letters.size:
        yield "font-size", f"{letters.size:g}pt"
    if letters.bold is not None:
        yield "font-weight", "bold" if letters.bold else "normal"
    if letters.italic is not None:
        yield "font-style", "italic" if letters.italic else "normal"
    yield "color", f"#{(letters.colour or '000000').lower()}"


def _attributes(told: Mapping[str, str]) -> str:
    return "".join(f" {name}={attribute(value)}" for name, value in told.items())
