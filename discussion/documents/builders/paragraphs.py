"""Sub-paragraphs and the end marks of paragraphs; it must not know what they are about."""

from collections.abc import Iterator
from dataclasses import dataclass

from discussion.documents.direction import runs_right_to_left
from discussion.documents.tree import (
    Block,
    Editorial,
    Inline,
    ListItem,
    Numbering,
    Paragraph,
    Source,
    Text,
    below,
    item_key,
    item_number,
    items_in,
    plain,
)
from discussion.domain.drafting import OIC
from discussion.domain.languages import direction_of, written_from

_SENTENCE_ENDS = (".", "!", "?", "…", "؟")
_ARABIC_ENDS = {";": "؛", ",": "،"}
_FRENCH_ENDS = {end: f"\N{NO-BREAK SPACE}{end}" for end in (";", ":")}
_OTHER_ENDS = (";", "؛", ":", ",")


@dataclass(frozen=True)
class Item:
    """A sub-paragraph before it has its letter and its end mark."""

    content: tuple[Inline, ...]
    sources: tuple[Source, ...]
    mark: str = ""  # how widely it was raised, shown in drafts
    level: int = 1


def fits_the_line(words: str, language: str) -> bool:
    """Whether a lone statement may follow the colon: one line, written as the frame is."""
    return "\n" not in words and direction_of(words) == written_from(language)


def list_items(
    items: tuple[Item, ...],
    above: Paragraph,
    *,
    end: str = OIC.item_end,
    last: str = OIC.item_end,
    language: str = "en",
) -> list[Block]:
    """Sub-paragraphs of one paragraph, (a) and (i) below it, all with the same end mark.

    One that is already a sentence of its own makes all of them sentences: a list of mixed
    semicolons and full stops reads as a mistake. ``last`` ends the last one: a declaration is
    one long sentence and goes on, a report's list is over.
    """
    sentences = any(_said(item.content).endswith(_SENTENCE_ENDS) for item in items)
    usual = "." if sentences else end
    made: list[Block] = []
    for place, (item, path) in enumerate(zip(items, _paths(items), strict=True), 1):
        steps = [ListItem((), "", (), level, number) for level, number in enumerate(path, 1)]
        anchor = f"{above.anchor}{''.join(map(item_key, steps))}"
        leads = place < len(items) and items[place].level > item.level
        closing = ":" if leads else usual if place < len(items) or sentences else last
        made.append(
            ListItem(
                content=ended(item.content, closing, language),
                anchor=anchor,
                sources=item.sources,
                level=item.level,
                number=path[-1],
                mark=f"{anchor} · {item.mark}" if item.mark else "",
                place=_place(above.place, steps, language),
            )
        )
    return made


def ended(content: tuple[Inline, ...], end: str, language: str = "en") -> tuple[Inline, ...]:
    """The content with an end mark after its words, before any remark, if they have none.

    ``language``: of words that do not say which they are in.
    """
    if not end:
        return content
    arabic = runs_right_to_left(_said(content))
    end = end_of(end, "ar" if arabic else _language(content) or language)
    if _said(content).endswith((*_SENTENCE_ENDS, *_OTHER_ENDS)):
        return content
    worded = (i for i, inline in enumerate(content, 1) if _said((inline,)))
    said = max(worded, default=len(content))
    return (*content[:said], Text(end), *content[said:])


def end_of(end: str, language: str) -> str:
    """An end mark as a language writes it."""
    match language:
        case "ar":
            return _ARABIC_ENDS.get(end, end)
        case "fr":
            return _FRENCH_ENDS.get(end, end)
        case _:
            return end


def ends_of(end: str) -> tuple[str, ...]:
    """An end mark as each language writes it; none for none."""
    return tuple(end_of(end, language) for language in ("en", "fr", "ar") if end)


def _language(content: tuple[Inline, ...]) -> str | None:
    """The language the last words say they are in."""
    told = [inline.language for inline in content if isinstance(inline, Text)]
    return next(filter(None, reversed(told)), None)


def _place(above: str, steps: list[ListItem], language: str) -> str:
    numbering = Numbering(items=items_in(language))
    for step in steps:
        above = below(above, item_number(step, numbering), numbering)
    return above


def _paths(items: tuple[Item, ...]) -> Iterator[tuple[int, ...]]:
    """The number of each item in its list, after that of the one it stands below."""
    first = second = 0
    for item in items:
        if item.level == 1 or not first:
            first, second = first + 1, 0
            yield (first,)
        else:
            second += 1
            yield first, second


def _said(content: tuple[Inline, ...]) -> str:
    return plain(tuple(i for i in content if not isinstance(i, Editorial))).rstrip()
