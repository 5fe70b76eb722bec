"""A declaration's paragraphs as they are being put together: numbers, openers and end marks.

It must not know what the paragraphs are about.
"""

from dataclasses import dataclass, field, replace

from discussion.documents.direction import runs_right_to_left
from discussion.documents.tree import (
    SECRETARIAT,
    Block,
    Editorial,
    Emphasis,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Source,
    Text,
    letters,
    plain,
)
from discussion.domain.drafting import OIC, repeated

_SENTENCE_ENDS = (".", "!", "?", "…", "؟")
_OTHER_ENDS = (";", "؛", ":", ",")
_FULL_STOP = Text(".")


@dataclass(frozen=True)
class Item:
    """A sub-paragraph before it has its letter and its end mark."""

    content: tuple[Inline, ...]
    sources: tuple[Source, ...]
    mark: str = ""  # how widely it was raised, shown in drafts


@dataclass
class Draft:
    """Blocks so far, with the numbers and the opener that the next paragraph depends on."""

    blocks: list[Block] = field(default_factory=list)
    preambular: int = 0
    operative: int = 0
    opener: str = ""
    times: int = 0

    def section(self, title: str, anchor: str, number: str = "") -> None:
        """A heading; openers count anew below it."""
        self.opener = ""
        self.blocks.append(Heading(1, (Text(title),), anchor, number))

    def note(self, words: str, anchor: str) -> None:
        """A remark of the makers that stands alone."""
        self.blocks.append(Paragraph((Editorial(words),), anchor, SECRETARIAT, "note"))

    def preamble(
        self, opener: str, words: str, sources: tuple[Source, ...], items: tuple[Item, ...] = ()
    ) -> None:
        """The next preambular paragraph with its sub-paragraphs."""
        self.preambular += 1
        place = f"Preambular paragraph {self.preambular}"
        shape = Paragraph((), f"PP-{self.preambular:02d}", sources, style="preambular", place=place)
        self._add(shape, self._opened(opener, words), items)

    def operate(
        self,
        opener: str,
        words: str,
        sources: tuple[Source, ...],
        items: tuple[Item, ...] = (),
        *,
        remark: str = "",
    ) -> None:
        """The next operative paragraph with its sub-paragraphs; numbers run through."""
        self.operative += 1
        shape = Paragraph(
            (),
            f"OP-{self.operative:02d}",
            sources,
            style="operative",
            number=self.operative,
            place=f"Paragraph {self.operative}",
        )
        self._add(shape, self._opened(opener, words), items, remark)

    def with_one_full_stop(self) -> tuple[Block, ...]:
        """The blocks, the last operative paragraph ending the one long sentence."""
        for index in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[index]
            if isinstance(block, ListItem) or (
                isinstance(block, Paragraph) and block.style == "operative"
            ):
                content = tuple(
                    _FULL_STOP if inline == Text(OIC.item_end) else inline
                    for inline in block.content
                )
                self.blocks[index] = replace(block, content=content)
                break
        return tuple(self.blocks)

    def _opened(self, opener: str, words: str) -> tuple[Inline, ...]:
        self.times = self.times + 1 if opener == self.opener else 0
        self.opener = opener
        return (Emphasis((Text(repeated(opener, self.times)),)), Text(f" {words}"))

    def _add(
        self,
        shape: Paragraph,
        opening: tuple[Inline, ...],
        items: tuple[Item, ...],
        remark: str = "",
    ) -> None:
        mark = shape.anchor
        listed = items
        if len(items) == 1 and fits_the_line(items[0].content):
            item, listed = items[0], ()
            shape = replace(shape, sources=item.sources)
            mark = " · ".join(filter(None, (mark, item.mark)))
            content = (*opening, Text(": "), *_ended(item.content, OIC.item_end))
        else:
            content = (*opening, Text(":" if items else OIC.item_end))
        if remark:
            content = (*content, Text(" "), Editorial(remark))
        self.blocks.append(replace(shape, content=content, mark=mark))
        self.blocks += list_items(listed, shape)


def fits_the_line(content: tuple[Inline, ...]) -> bool:
    """Whether a lone statement may follow the colon: one line, written as the frame is."""
    words = plain(content)
    return "\n" not in words and not runs_right_to_left(words)


def list_items(
    items: tuple[Item, ...], above: Paragraph, *, last: str = OIC.item_end
) -> list[Block]:
    """Sub-paragraphs of one paragraph, all with the same end mark.

    One that is already a sentence of its own makes all of them sentences: a list of mixed
    semicolons and full stops reads as a mistake. ``last`` ends the last one: a declaration is
    one long sentence and goes on, a report's list is over.
    """
    sentences = any(_said(item.content).endswith(_SENTENCE_ENDS) for item in items)
    end = "." if sentences else OIC.item_end
    made: list[Block] = []
    for number, item in enumerate(items, 1):
        anchor = f"{above.anchor}{letters(number)}"
        made.append(
            ListItem(
                content=_ended(item.content, end if number < len(items) or sentences else last),
                anchor=anchor,
                sources=item.sources,
                number=number,
                mark=f"{anchor} · {item.mark}" if item.mark else "",
                place=f"{above.place}{letters(number)}",
            )
        )
    return made


def _ended(content: tuple[Inline, ...], end: str) -> tuple[Inline, ...]:
    """The content with an end mark after its words, before any remark, if they have none."""
    if _said(content).endswith((*_SENTENCE_ENDS, *_OTHER_ENDS)):
        return content
    worded = (i for i, inline in enumerate(content, 1) if _said((inline,)))
    said = max(worded, default=len(content))
    return (*content[:said], Text(end), *content[said:])


def _said(content: tuple[Inline, ...]) -> str:
    return plain(tuple(i for i in content if not isinstance(i, Editorial))).rstrip()
