"""What is looked at in one paragraph by itself; it must not change a word.

Each rule gives what it found, with a sentence on what to do.
"""

import re
from collections.abc import Callable, Iterator

from discussion.domain.attribution import parties_shown
from discussion.domain.drafting.linter.lines import Context, Finding, Line
from discussion.domain.drafting.markup import Bracket, Emphasis, Piece, Words, brackets_in
from discussion.domain.drafting.openers import LANGUAGES, in_form

Rule = Callable[[Line, Context], Iterator[Finding]]

_FIRST_WORD = re.compile(r"\w+")
_OPEN_WORDS = re.compile(r"\b(?:tb[cdn]|xx+|to be (?:confirmed|decided|determined))\b|\?{2,}", re.I)
_TABLE = re.compile(r"\b(?:Tables?|الطاولة) (?:no\. ?)?\d+\b", re.IGNORECASE)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mdm|Mme|MM|Dr|Prof|Eng|H\.E|S\.E|Dato['’]|Datuk|Sheikh|Ambassador)\b\.?"
    r"(?: [A-ZÀ-Þ][\w'’.-]+)+|\b(?:السيد|السيدة|الدكتور|الدكتورة) \w+"
)
_END_MARK = re.compile(r"[.;,؛،。]\s*$")
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!?؟](?=\s+\w)|(?<=[)”\"])[.!?](?=\s+\w)")
_ABBREVIATED = re.compile(r"\b(?:No|Nos|Art|Arts|para|paras|Mr|Mrs|Ms|Mdm|Dr|St|cf|vs|etc)$")
_PUBLISHED = "the workshop's policy on who is named does not go so far."
_MAY_SAY_TO = ("Recommend", "Propose", "Recommandons", "Proposons", "Suggérons")
"""Openers that an act may follow: "Recommend to States that", not "Urge to act"."""
_ACTS = {"en": ("to ",), "fr": ("de ", "d’", "d'"), "ar": ()}
_EXAMPLES = {"en": ("Noting", "Request"), "fr": ("Notant", "Demandons"), "ar": ("إذ نلاحظ", "نطلب")}


def opens_with_a_known_word(line: Line, context: Context) -> Iterator[Finding]:
    """Every paragraph begins with an opener; sub-paragraphs inherit that of their chapeau."""
    elsewhere = line.language != context.language or line.language not in LANGUAGES
    if line.level or elsewhere or line.opening or not line.read.words.strip():
        return
    first = _FIRST_WORD.search(line.read.words)
    span = line.read.typed(*first.span()) if first else (0, len(line.text))
    noting, request = _EXAMPLES[line.language]
    preamble = line.part == "preamble"
    begins = f"an opening word like “{noting}”" if preamble else f"a verb like “{request}”"
    yield Finding(
        "unknown_opener",
        *span,
        f"Nobody here knows “{first.group() if first else line.read.words.strip()}” as an opening."
        f" Begin with {begins}, or leave it if it is meant.",
    )


def names_who_is_addressed(line: Line, context: Context) -> Iterator[Finding]:
    """Whoever is urged, requested or invited stands right after the verb."""
    opening = line.opening
    if opening is None or not opening.opener.needs_addressee:
        return
    rest = line.read.words[opening.end :].strip(" ,:")
    silent = not rest and not line.leads
    if silent or (
        rest.startswith(_ACTS[line.language]) and opening.opener.words not in _MAY_SAY_TO
    ):
        verb = in_form(opening.opener, opening.form)
        yield Finding(
            "no_addressee",
            *line.read.typed(opening.start, opening.end),
            f"“{verb}” needs somebody. Say who, right after it.",
        )


def has_no_brackets_left(line: Line, context: Context) -> Iterator[Finding]:
    """Brackets are to be settled before the text is final."""
    for bracket in _outermost(line.markup.pieces):
        choice = len(bracket.alternatives) > 1
        told = "Alternatives: one of them is to be chosen" if choice else "Not agreed"
        yield Finding("bracket", bracket.start, bracket.end, f"{told} before the text is final.")


def names_behind_brackets_whom_documents_may(line: Line, context: Context) -> Iterator[Finding]:
    """Who drafts learns here whom documents keep back, not from the printed page."""
    for bracket in brackets_in(line.markup.pieces):
        braces = bracket.attribution
        who = [party for stand in braces.stands for party in stand.who] if braces else []
        held = [p for p in who if p not in parties_shown(line.published, who, context.tables)]
        if braces and held:
            told = f"Documents will not name {', '.join(held)} here, only the reason: {_PUBLISHED}"
            start = braces.start + len(braces.written) - len(braces.written.lstrip())
            yield Finding("party_held_back", start, braces.start + len(braces.written), told)


def has_nothing_to_be_confirmed(line: Line, context: Context) -> Iterator[Finding]:
    """``tbc`` and its like are filled in or taken out."""
    for found in _OPEN_WORDS.finditer(line.whole.words):
        yield line.finding("tbc", found.span(), f"Fill in “{found.group()}”, or take it out.")


def names_no_table(line: Line, context: Context) -> Iterator[Finding]:
    """What a table said is said by the workshop; braces after brackets may name it."""
    named = {*_spans(_TABLE, line), *_named(line, context.tables)}
    for span in sorted(named):
        words = line.whole.words[slice(*span)]
        yield line.finding("table_named", span, f"“{words}” is a table. Say what it said, not who.")


def names_no_person(line: Line, context: Context) -> Iterator[Finding]:
    """A declaration names offices and institutions."""
    titled, end = [*_spans(_TITLED, line)], -1
    for span in sorted({*titled, *_named(line, context.people)}, key=lambda s: (s[0], -s[1])):
        if span[0] >= end:
            end = span[1]
            words = line.whole.words[slice(*span)]
            told = f"“{words}” is a person. Name the office or the institution."
            yield line.finding("person_named", span, told)


def has_no_full_stop(line: Line, context: Context) -> Iterator[Finding]:
    """The declaration is one sentence; its end marks are the profile's."""
    mark = _END_MARK.search(line.whole.words)
    if mark:
        told = f"Take “{mark.group().strip()}” out: the profile ends the paragraph."
        yield line.finding("end_mark", (mark.start(), mark.start() + 1), told)
    for found in _SENTENCE_END.finditer(line.whole.words):
        if not _ABBREVIATED.search(line.whole.words[: found.start()]):
            told = "A paragraph is part of one long sentence. Join these with a comma, or split it."
            yield line.finding("full_stop", found.span(), told)


def is_not_too_long(line: Line, context: Context) -> Iterator[Finding]:
    """A paragraph that nobody can say in one breath is better split."""
    words, most = list(re.finditer(r"\S+", line.whole.words)), context.profile.longest_paragraph
    if len(words) > most:
        told = f"This has {len(words)} words, more than {most}. Split it, or shorten it."
        yield line.finding("too_long", (words[most].start(), words[-1].end()), told)


def is_in_the_workshop_s_language(line: Line, context: Context) -> Iterator[Finding]:
    """What was said in another language is translated before the text is final."""
    words = line.read.words
    if words.strip() and line.language != context.language:
        told = "This is in another language than the text. Translate it before the text is final."
        yield line.finding("to_translate", (0, len(line.whole.words)), told)


ALONE: tuple[Rule, ...] = (
    opens_with_a_known_word,
    names_who_is_addressed,
    has_no_brackets_left,
    names_behind_brackets_whom_documents_may,
    has_nothing_to_be_confirmed,
    names_no_table,
    names_no_person,
    has_no_full_stop,
    is_not_too_long,
    is_in_the_workshop_s_language,
)


def _outermost(pieces: tuple[Piece, ...]) -> Iterator[Bracket]:
    """Brackets that stand in no other."""
    for piece in pieces:
        match piece:
            case Bracket():
                yield piece
            case Emphasis(content=content):
                yield from _outermost(content)
            case Words():
                pass


def _spans(pattern: re.Pattern[str], line: Line) -> Iterator[tuple[int, int]]:
    return (found.span() for found in pattern.finditer(line.whole.words))


def _named(line: Line, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for name in names:
        if len(name.strip()) > 2:
            pattern = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE)
            yield from _spans(pattern, line)
