"""Which paragraphs were struck out whole; it must not know how that is written.

Each is kept behind the words of the paragraph before it, so that both keep their own look: an end
that is deleted gives the words before it the look of what follows.
"""

from collections.abc import Iterator, Sequence

from discussion.documents.tree import Block, Deleted, Inserted, Worded, flattened


def in_groups(
    blocks: Sequence[Block],
) -> Iterator[tuple[Block, Sequence[Worded], Block | None]]:
    """Every block that stays, with those struck out whole behind it, and what follows them."""
    at = 0
    while at < len(blocks):
        block, struck = blocks[at], []
        if isinstance(block, Worded) and block.end is None:
            struck = list(_struck(blocks, at + 1))
        at += 1 + len(struck)
        yield block, struck, blocks[at] if at < len(blocks) else None


def _struck(blocks: Sequence[Block], at: int) -> Iterator[Worded]:
    for index in range(at, len(blocks)):
        block = blocks[index]
        if not isinstance(block, Worded) or not _is_struck(block):
            return
        yield block


def _is_struck(block: Worded) -> bool:
    """Whether one and the same change took its end and all its words, none of them new."""
    if block.end is None or block.end.fate != "deleted":
        return False
    gone = Deleted((), block.end.change)
    layers = ([layer.span for layer in each.layers] for each in flattened(block.content))
    return all(gone in spans and not _inserted(spans) for spans in layers)


def _inserted(spans: Sequence[object]) -> bool:
    return any(isinstance(span, Inserted) for span in spans)
