"""Which blocks are preface, preamble, body and conclusions, and what is below what; no markup."""

from collections.abc import Iterator, Sequence

from discussion.documents.tree import (
    Cover,
    ListItem,
    PageBreak,
    Paragraph,
    TableOfContents,
)
from discussion.documents.writers.akoma_ntoso.naming import Named

_BEFORE_THE_TEXT = ("opening", "preambular")


def parted(blocks: Sequence[Named]) -> tuple[Sequence[Named], ...]:
    """Preface, preamble, body, conclusions: what leads to the text, it, how it was adopted."""
    start = 0
    while start < len(blocks) and _leads(blocks[start]):
        start += 1
    body = start
    while body < len(blocks) and _is_preamble(blocks[body], begun=body > start):
        body += 1
    end = len(blocks)
    while end > body and _is_adoption(blocks[end - 1]):
        end -= 1
    return blocks[:start], blocks[start:body], blocks[body:end], blocks[end:]


def _leads(named: Named) -> bool:
    block = named[1]
    if isinstance(block, Paragraph):
        return block.style == "note" and block.number is None
    return isinstance(block, Cover | TableOfContents | PageBreak)


def _is_preamble(named: Named, *, begun: bool) -> bool:
    block = named[1]
    if isinstance(block, ListItem):
        return begun
    return isinstance(block, Paragraph) and block.style in _BEFORE_THE_TEXT


def _is_adoption(named: Named) -> bool:
    return isinstance(named[1], Paragraph) and named[1].style == "adoption"


def grouped(blocks: Sequence[Named]) -> Iterator[tuple[Named | None, list[Named]]]:
    """Each block with the sub-paragraphs that follow it; only paragraphs can have any."""
    head: Named | None = None
    items: list[Named] = []
    for named in blocks:
        if isinstance(named[1], ListItem):
            if head is not None and not isinstance(head[1], Paragraph):
                yield head, []
                head = None
            items.append(named)
            continue
        if head is not None or items:
            yield head, items
        head, items = named, []
    if head is not None or items:
        yield head, items


def nested(items: Sequence[Named]) -> Iterator[tuple[Named, list[Named]]]:
    """Each sub-paragraph with those below it."""
    above: Named | None = None
    below: list[Named] = []
    for named in items:
        if above is not None and isinstance(named[1], ListItem) and named[1].level > 1:
            below.append(named)
            continue
        if above is not None:
            yield above, below
        above, below = named, []
    if above is not None:
        yield above, below
