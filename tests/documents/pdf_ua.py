"""Looks at a PDF as a reader by ear needs it, by rules of PDF/UA-1; not a test itself.

An independent look with pypdf at what Typst claims: the rules of ISO 14289-1 that a program can
decide and these files touch. It is no full validator: whether an order of reading or the words of
a picture make sense only people can tell.
"""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

STANDARD_TAGS = frozenset(
    {
        *("Document", "DocumentFragment", "Part", "Sect", "Div", "P", "Span", "Lbl", "LBody", "L"),
        *("LI", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Caption", "Figure", "Link"),
        *("TOC", "TOCI", "Reference", "Note", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Quote"),
        *(
            "Strong",
            "Em",
            "FENote",
            "Formula",
            "Code",
            "BlockQuote",
            "NonStruct",
            "Sub",
            "Artifact",
        ),
    }
)
_SHOWING = (b"Tj", b"TJ", b"'", b'"', b"Do", b"S", b"f", b"F", b"f*", b"B", b"b", b"s", b"sh")


def faults(told: PdfReader) -> list[str]:
    """What is wrong with the file, in words; nothing where all rules are kept."""
    root = told.trailer["/Root"]
    return [*_of_the_whole(told, root), *_of_the_tree(told, root), *_of_pages(told)]


def _of_the_whole(told: PdfReader, root: Any) -> Iterator[str]:
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked as tagged"
    if not root.get("/Lang"):
        yield "no language"
    if not (told.metadata and told.metadata.title):
        yield "no title"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown"
    if b"pdfuaid:part" not in root["/Metadata"].get_data():
        yield "does not say that it is PDF/UA"
    if told.is_encrypted:
        yield "locked"


def _of_the_tree(told: PdfReader, root: Any) -> Iterator[str]:
    """Known tags, headings without gaps, words for pictures, scopes of headings of tables."""
    level = 0
    roles = root["/StructTreeRoot"].get("/RoleMap", {})
    for element in _elements(root["/StructTreeRoot"]):
        tag = str(element.get("/S", ""))[1:]
        if tag not in STANDARD_TAGS and str(roles.get(f"/{tag}", ""))[1:] not in STANDARD_TAGS:
            yield f"an unknown tag: {tag}"
        if tag[:1] == "H" and tag[1:].isdecimal():
            if int(tag[1:]) > level + 1:
                yield f"a heading of level {tag[1:]} after one of level {level}"
            level = int(tag[1:])
        if tag == "Figure" and not (element.get("/Alt") or element.get("/ActualText")):
            yield "a picture without words"
        if tag == "TH" and "/Scope" not in str(element.get("/A", "")):
            yield "a table's heading that says not for what"
        if tag == "TR" and not {str(kid.get("/S")) for kid in _kids(element)} <= {"/TH", "/TD"}:
            yield "a row that holds no cells"


def _of_pages(told: PdfReader) -> Iterator[str]:
    reached = _marked_content(told.trailer["/Root"]["/StructTreeRoot"])
    for number, page in enumerate(told.pages, 1):
        shown = set[int]()
        for inside, operator in _walked(ContentStream(page.get_contents(), told)):
            if operator in _SHOWING and not inside:
                yield f"page {number}: something shown that is neither tagged nor an artifact"
            shown |= {each for each in inside if each >= 0}
        here = {mcid for page_id, mcid in reached if page_id == page.indirect_reference.idnum}
        if shown - here:
            yield f"page {number}: content that the tree does not lead to"
        yield from (f"page {number}: {fault}" for fault in _of_fonts(page))
        yield from (f"page {number}: {fault}" for fault in _of_links(page))


def _of_fonts(page: Any) -> Iterator[str]:
    for name, font in page["/Resources"].get("/Font", {}).items():
        held = font.get_object()
        inner = held["/DescendantFonts"][0].get_object() if "/DescendantFonts" in held else held
        descriptor = inner["/FontDescriptor"].get_object()
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
            yield f"a font that is not in the file: {name}"
        if "/ToUnicode" not in held:
            yield f"a font whose letters cannot be read: {name}"


def _of_links(page: Any) -> Iterator[str]:
    notes = [each.get_object() for each in page.get("/Annots", [])]
    if notes and page.get("/Tabs") != "/S":
        yield "links that are not in the order of the text"
    for note in notes:
        if note.get("/Subtype") == "/Link" and "/StructParent" not in note:
            yield "a link that the tree does not know"
        if note.get("/Subtype") == "/Link" and not note.get("/Contents"):
            yield "a link without words"


def _walked(stream: ContentStream) -> Iterator[tuple[tuple[int, ...], bytes]]:
    """Each operator with the marks it stands in: the number of tagged content, -1 for artifacts."""
    inside: tuple[int, ...] = ()
    for operands, operator in stream.operations:
        match operator:
            case b"BDC":
                mcid = operands[1].get("/MCID") if hasattr(operands[1], "get") else None
                inside = (*inside, -1 if mcid is None else int(mcid))
            case b"BMC":
                inside = (*inside, -1)
            case b"EMC":
                inside = inside[:-1]
        yield inside, operator


def _marked_content(element: Any, page: int = 0) -> set[tuple[int, int]]:
    """The pages and numbers of all content that the tree leads to."""
    element = element.get_object()
    page = element.raw_get("/Pg").idnum if "/Pg" in element else page
    kids = element.get("/K", [])
    found = set[tuple[int, int]]()
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, int):
            found.add((page, int(kid)))
        elif "/MCID" in kid:
            own = kid.raw_get("/Pg").idnum if "/Pg" in kid else page
            found.add((own, int(kid["/MCID"])))
        elif kid.get("/Type") != "/OBJR":
            found |= _marked_content(kid, page)
    return found


def _elements(parent: Any) -> Iterator[Any]:
    for kid in _kids(parent):
        yield kid
        yield from _elements(kid)


def _kids(parent: Any) -> list[Any]:
    kids = parent.get("/K", [])
    held = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    return [kid for kid in held if hasattr(kid, "get") and "/S" in kid]
