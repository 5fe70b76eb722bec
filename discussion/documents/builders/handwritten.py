"""What people wrote in the place of generated words, with what it rests on.

A paragraph they left as it was keeps its sources; what they wrote rests on the points that the
section is made of, or is secretariat text. It must not know which section it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from discussion.documents.narrative import read_markdown, write_markdown
from discussion.documents.tree import (
    SECRETARIAT,
    Editorial,
    Heading,
    ListItem,
    Paragraph,
    Source,
    Text,
    Worded,
    item_key,
)


def anchored(blocks: Iterable[Worded], stem: str) -> tuple[Worded, ...]:
    """Generated blocks with their anchors: ``background-2``, and ``background-2(a)`` below it."""
    return tuple(_anchored(blocks, stem))


def as_written(
    generated: Sequence[Worded], text: str, stem: str, *, founded: bool = True
) -> tuple[Worded, ...]:
    """A section's words as blocks; ``generated`` have anchors and sources, as it would be.

    Blocks that are new have anchors of their own (``background-h1``), so that those of the
    others stay. They rest on the notes of the section, unless it only introduces what does:
    then they are not ``founded`` on any.
    """
    return tuple(_as_written(generated, text, stem, founded=founded))


def marked(blocks: tuple[Worded, ...], remark: str) -> tuple[Worded, ...]:
    """The blocks with a remark after the last word of them, if there is any to be made."""
    if not remark or not blocks:
        return blocks
    *others, last = blocks
    return *others, replace(last, content=(*last.content, Text(" "), Editorial(remark)))


def sources_of(block: Worded) -> tuple[Source, ...]:
    """What a block rests on; a heading rests on nothing."""
    return () if isinstance(block, Heading) else block.sources


def _anchored(blocks: Iterable[Worded], stem: str) -> Iterator[Worded]:
    number, inside = 0, ["", ""]
    for block in blocks:
        if isinstance(block, ListItem):
            inside[block.level - 1 :] = [item_key(block)]
            yield replace(block, anchor=f"{stem}-{number}{''.join(inside)}")
        else:
            number, inside = number + 1, ["", ""]
            yield replace(block, anchor=f"{stem}-{number}")


def _as_written(
    generated: Sequence[Worded], text: str, stem: str, *, founded: bool
) -> Iterator[Worded]:
    left = [(_known_by(block), block) for block in generated]
    rests = _together(generated) if founded else SECRETARIAT
    number = 0
    for block in read_markdown(text):
        known = _known_by(block)
        place = next((n for n, (words, _) in enumerate(left) if words == known), None)
        if place is not None:
            yield _kept(block, left.pop(place)[1])
        else:
            number += 1
            yield _founded(replace(block, anchor=f"{stem}-h{number}"), rests)


def _kept(block: Worded, generated: Worded) -> Worded:
    """The words as they were made, with their languages, in the shape they have been given."""
    said = replace(block, content=generated.content, anchor=generated.anchor)
    return _founded(said, sources_of(generated) or SECRETARIAT)


def _founded(block: Worded, sources: tuple[Source, ...]) -> Worded:
    return block if isinstance(block, Heading) else replace(block, sources=sources)


def _known_by(block: Worded) -> str:
    """The words and their form, whatever shape they stand in and however they are spaced."""
    return " ".join(write_markdown((Paragraph(block.content, "", ()),)).split())


def _together(blocks: Iterable[Worded]) -> tuple[Source, ...]:
    """All notes that blocks rest on, each source once; secretariat text where they rest on none."""
    every = dict.fromkeys(source for block in blocks for source in sources_of(block))
    return tuple(source for source in every if source.origin == "notes") or SECRETARIAT
