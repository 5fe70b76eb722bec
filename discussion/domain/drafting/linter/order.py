"""What is looked at in paragraphs as they follow each other; it must not change a word."""

import re
from collections.abc import Iterator, Sequence

from discussion.domain.drafting.linter.lines import Context, Finding, Line
from discussion.domain.drafting.openers import AGAIN, in_form

_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*s?(?![\w-])")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_EXPLAINED = re.compile(r"\s*\([^)]*[a-z]{3}")  # AI (artificial intelligence)


def repeats(lines: Sequence[Line]) -> Iterator[tuple[int, Finding]]:
    """The same opener in a row takes "also", then "further"; after another it starts anew."""
    last, times = "", 0
    place: tuple[str, str] | None = None
    for number, line in enumerate(lines):
        if line.level:
            continue
        if (line.part, line.section) != place:
            last, place = "", (line.part, line.section)
        opening = line.opening
        words = opening.opener.words if opening else ""
        times = times + 1 if words and words == last else 0
        last = words
        if opening and opening.again != min(times, 2):
            span = line.read.typed(opening.start, opening.end)
            asked = in_form(opening.opener, opening.form, times)
            yield number, Finding("repeated", *span, _on_repeat(times, asked, line.language))


def acronyms(lines: Sequence[Line], context: Context) -> Iterator[tuple[int, Finding]]:
    """Each is written out where it is first met: artificial intelligence (AI), or the reverse."""
    met = set(context.acronyms)
    for number, line in enumerate(lines):
        words = line.whole.words
        opened = line.opening.end if line.opening else 0
        for found in _ACRONYM.finditer(words):
            short = found.group().removesuffix("s")
            if short in met or _ROMAN.match(short) or found.end() <= opened:
                continue
            met.add(short)
            if not _expanded(words, found.start(), found.end()):
                told = f"Write “{short}” out where it is first met, and put it in parentheses."
                yield number, line.finding("acronym", found.span(), told)


def _on_repeat(times: int, asked: str, language: str) -> str:
    if times == 0:
        return f"Nothing says the same just before: write “{asked}”."
    again = AGAIN[language][min(times, 2) - 1]
    return f"The paragraph before opens alike: write “{asked}”, with “{again}”."


def _expanded(words: str, start: int, end: int) -> bool:
    inside = words[:start].endswith("(") and words[: start - 1].strip() != ""
    return inside or _EXPLAINED.match(words, end) is not None
