"""What stands round the text on every page: header, footer, line numbers; not the text."""

from typing import Any

from docx.document import Document as WordDocument
from lxml import etree

from discussion.documents.tree import Meta
from discussion.documents.writers.docx.markup import W, words_of

REHEARSAL = "REHEARSAL"
LINES_BETWEEN_NUMBERS = 5


def frame_pages(word: WordDocument, meta: Meta) -> None:
    """Header: rehearsal mark and symbol; footer: stamp and page; line numbers on drafts."""
    section = word.sections[0]
    mark = _run(f"{REHEARSAL}: made-up content, not a record" if meta.rehearsal else "", bold=True)
    section.different_first_page_header_footer = True  # the cover has the symbol itself
    _fill(section.header, "Header", mark + _TAB + _run(meta.symbol))
    _fill(section.first_page_header, "Header", mark)
    pages = _run("Page ") + _field("PAGE") + _run(" of ") + _field("NUMPAGES")
    for footer in (section.footer, section.first_page_footer):
        _fill(footer, "Footer", _run(meta.stamp) + _TAB + pages, _run(meta.status))
    properties = section._sectPr
    for old in properties.findall(f"{{{W}}}lnNumType"):
        properties.remove(old)
    if meta.draft:
        _number_lines(properties)


def _number_lines(properties: Any) -> None:
    """Continuous, because delegations cite lines across pages; the default restarts each page."""
    numbers = etree.fromstring(
        f'<w:lnNumType xmlns:w="{W}" w:countBy="{LINES_BETWEEN_NUMBERS}" w:distance="284" '
        'w:restart="continuous"/>'
    )
    margins = properties.find(f"{{{W}}}pgMar")
    margins.addnext(numbers)


def _fill(part: Any, style: str, *lines: str) -> None:
    part.is_linked_to_previous = False
    element = part._element
    for child in list(element):
        element.remove(child)
    for runs in lines:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        element.append(etree.fromstring(f'<w:p xmlns:w="{W}">{look}{runs}</w:p>'))


_TAB = "<w:r><w:tab/></w:r>"


def _run(words: str, *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words_of(words)}</w:t></w:r>'


def _field(instruction: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
