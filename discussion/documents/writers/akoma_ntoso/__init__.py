"""A Document as Akoma Ntoso, the XML of parliaments and intergovernmental bodies.

It must not know workshops, only the tree. What is said is in the text; what is remarked, and by
whom it was changed, is in the document's meta.
"""

from discussion.documents.tree import Cover, Document, labels
from discussion.documents.writers.akoma_ntoso.blocks import Body
from discussion.documents.writers.akoma_ntoso.lines import Lines
from discussion.documents.writers.akoma_ntoso.meta import edition_of, meta_of
from discussion.documents.writers.akoma_ntoso.naming import named, places_of
from discussion.documents.writers.akoma_ntoso.xml import DECLARATION, NAMESPACE, attributes

_STATEMENTS = ("declaration",)  # what a body states; anything else is a plain document


def write_akn(document: Document) -> bytes:
    """The document as the bytes of one XML file; the same document gives the same bytes."""
    blocks, meta = named(document.blocks), document.meta
    lines = Lines(labels(document.blocks, meta.numbering), places_of(blocks), marked=meta.marked)
    cover = {role for each in document.blocks if isinstance(each, Cover) for role, _ in each.lines}
    body = Body(document, blocks, lines, edition_of(meta, cover)).write()
    kind = "statement" if meta.document in _STATEMENTS else "doc"
    start = attributes(name=meta.document, contains="originalVersion")
    return (
        f'{DECLARATION}<akomaNtoso xmlns="{NAMESPACE}">\n<{kind}{start}>\n'
        f"{meta_of(meta, lines, kind)}{body}</{kind}>\n</akomaNtoso>\n"
    ).encode()
