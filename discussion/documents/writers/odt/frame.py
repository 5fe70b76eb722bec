"""What stands round the text on every page: header, footer, line numbers; not the text."""

from collections.abc import Callable

from discussion.documents.phrases import phrase
from discussion.documents.tree import Meta
from discussion.documents.vocabulary import language_tag
from discussion.documents.writers.docx.frame import LINES_BETWEEN_NUMBERS, words_of_pages
from discussion.documents.writers.docx.letter_lines import Letterheads
from discussion.documents.writers.odt.house import House
from discussion.documents.writers.odt.letters import Letters
from discussion.documents.writers.odt.lines import BOLD, ITALIC
from discussion.documents.writers.odt.looks import FIRST_PAGE, Looks
from discussion.documents.writers.odt.marks import LINK, styled
from discussion.documents.writers.odt.xml import root, style_id, words_of
from discussion.domain.languages import written_from

_GAP = 0.5  # cm between the header or footer and the text


def styles_part(
    house: House, meta: Meta, heads: Letterheads, add_picture: Callable[[bytes, str], str]
) -> bytes:
    """The part with all styles, the pages with their frame, and how lines and notes count."""
    named = (
        f"{_default(meta.language)}"
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
        f"{house.styles}{_LOOKS}{_BULLETS}{_NOTES}{_line_numbers(on=meta.draft)}"
    )
    automatic = _layout(house, right_to_left=written_from(meta.language) == "rtl")
    looks = Looks()
    pages = _pages(meta, heads, Letters(looks, add_picture, house.line))
    return root(
        "document-styles",
        f"<office:styles>{named}</office:styles>"
        f"<office:automatic-styles>{automatic}{_turned(meta)}{looks.written()}</office:automatic-styles>"
        f"<office:master-styles>{pages}</office:master-styles>",
    )


def _default(language: str) -> str:
    """Latin words are in the document's language, or in English; complex script in Arabic."""
    own, _, country = language_tag(language).partition("-")
    turned = written_from(language) == "rtl"
    latin = ("en", "GB") if turned else (own, country or "none")
    complex_ = (own, country or "none") if turned else ("ar", "SA")
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties '
        'style:tab-stop-distance="1.25cm" style:writing-mode="lr-tb"/><style:text-properties '
        f'fo:language="{latin[0]}" fo:country="{latin[1]}" '
        f'style:language-complex="{complex_[0]}" style:country-complex="{complex_[1]}"/>'
        "</style:default-style>"
    )


def _look(name: str, properties: str) -> str:
    return (
        f'<style:style style:name="{style_id(name)}" style:display-name="{name}" '
        f'style:family="text"><style:text-properties {properties}/></style:style>'
    )


_LOOKS = (
    _look(
        BOLD,
        'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"',
    )
    + _look(
        ITALIC,
        'fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"',
    )
    + _look(LINK, 'style:text-underline-style="none"')
    + _look("Line numbering", 'fo:font-size="8pt" fo:color="#5f5f5f"')
)
_BULLETS = (
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="\u2022"><style:list-level-properties '
    'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
    'text:label-followed-by="listtab" text:list-tab-stop-position="1cm" fo:text-indent="-0.5cm" '
    'fo:margin-left="1cm"/></style:list-level-properties></text:list-level-style-bullet>'
    "</text:list-style>"
)
_NOTES = (
    '<text:notes-configuration text:note-class="footnote" '
    'text:citation-style-name="Footnote_20_Reference" '
    'text:citation-body-style-name="Footnote_20_Reference" '
    'text:default-style-name="Footnote_20_Text" style:num-format="1" style:num-suffix=" " '
    'text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>'
)


def _line_numbers(*, on: bool) -> str:
    """Continuous, because delegations cite lines across pages."""
    return (
        f'<text:linenumbering-configuration text:number-lines="{"true" if on else "false"}" '
        f'text:style-name="Line_20_numbering" text:increment="{LINES_BETWEEN_NUMBERS}" '
        'style:num-format="1" text:offset="0.5cm" text:number-position="left" '
        'text:count-empty-lines="false" text:restart-on-page="false"/>'
    )


def _layout(house: House, *, right_to_left: bool) -> str:
    page = house.page
    mode = "rl-tb" if right_to_left else "lr-tb"

    def band(kind: str, side: str) -> str:
        room = max(page[side] - page[kind] - _GAP, 0.0)
        return (
            f"<style:{kind}-style><style:header-footer-properties "
            f'fo:min-height="{room + _GAP:.3f}cm" '
            f'fo:margin-{"bottom" if kind == "header" else "top"}="{_GAP}cm"/>'
            f"</style:{kind}-style>"
        )

    return (
        '<style:page-layout style:name="Page"><style:page-layout-properties '
        f'fo:page-width="{page["width"]:.3f}cm" fo:page-height="{page["height"]:.3f}cm" '
        f'fo:margin-top="{page["header"]:.3f}cm" fo:margin-bottom="{page["footer"]:.3f}cm" '
        f'fo:margin-left="{page["left"]:.3f}cm" fo:margin-right="{page["right"]:.3f}cm" '
        f'style:print-orientation="portrait" style:writing-mode="{mode}"/>'
        f"{band('header', 'top')}{band('footer', 'bottom')}</style:page-layout>"
    )


def _turned(meta: Meta) -> str:
    """Header and footer run as the document's language does."""
    turned = written_from(meta.language) == "rtl"
    mode = "rl-tb" if turned else "lr-tb"
    side = ' fo:text-align="right"' if turned else ""
    return "".join(
        f'<style:style style:name="{kind}1" style:family="paragraph" '
        f'style:parent-style-name="{kind}"><style:paragraph-properties '
        f'style:writing-mode="{mode}"{side} text:number-lines="false"/></style:style>'
        for kind in ("Header", "Footer")
    )


def _pages(meta: Meta, heads: Letterheads, letters: Letters) -> str:
    """The first page has no symbol above: its cover has it."""

    def band(kind: str, use: str, tag: str) -> str:
        theirs = letters.write(heads.of(kind, use), kind.capitalize())
        lines = _header(meta, heads, use) if kind == "header" else _footer(meta, heads, use)
        ours = "".join(_line(kind.capitalize(), line) for line in lines if line or not theirs)
        return f"<style:{tag}>{theirs}{ours}</style:{tag}>"

    def page(use: str) -> str:
        left = use == "default" and heads.uneven
        return "".join(
            band(kind, use, kind) + (band(kind, "even", f"{kind}-left") if left else "")
            for kind in ("header", "footer")
        )

    return (
        '<style:master-page style:name="Standard" style:page-layout-name="Page">'
        f"{page('default')}</style:master-page>"
        f'<style:master-page style:name="{style_id(FIRST_PAGE)}" '
        f'style:display-name="{FIRST_PAGE}" style:page-layout-name="Page" '
        f'style:next-style-name="Standard">{page("first")}</style:master-page>'
    )


def _header(meta: Meta, heads: Letterheads, use: str) -> tuple[str, ...]:
    mark = phrase(meta.language, "printed.rehearsal") if meta.rehearsal else ""
    shown = styled(BOLD, words_of(mark)) if mark else ""
    if use == "first" or "symbol" in heads.placed[use]:
        return (shown,)
    return (f"{shown}<text:tab/>{words_of(meta.symbol)}",)


def _footer(meta: Meta, heads: Letterheads, use: str) -> tuple[str, ...]:
    placed = heads.placed[use]
    stamp = "" if "stamp" in placed else words_of(meta.stamp)
    pages = "" if "page" in placed else f"<text:tab/>{_page_of_pages(meta.language)}"
    status = "" if "status" in placed else words_of(meta.status)
    return (f"{stamp}{pages}", *((status,) if status else ()))


def _line(kind: str, shown: str) -> str:
    return f'<text:p text:style-name="{kind}1">{shown}</text:p>'


def _page_of_pages(language: str) -> str:
    before, between = words_of_pages(language)
    return (
        f'{words_of(before)}<text:page-number text:select-page="current">1</text:page-number>'
        f"{words_of(between)}<text:page-count>1</text:page-count>"
    )
