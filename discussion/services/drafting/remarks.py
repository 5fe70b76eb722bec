"""The declaration as a careful reader sees it: numbered, rendered, remarked on; changes nothing."""

from collections.abc import Iterable, Sequence
from typing import Any, assert_never

from discussion.documents.builders.paragraph_numbers import numbers_of
from discussion.domain.drafting.linter import Context, Finding, Line, lint
from discussion.domain.drafting.markup import (
    Bracket,
    Emphasis,
    Mistake,
    Piece,
    Words,
    count,
    parse,
)
from discussion.domain.drafting.outcomes import softened
from discussion.domain.drafting.paragraphs import Paragraph, in_order
from discussion.domain.drafting.profiles import Profile, parse_profile
from discussion.domain.drafting.rebuilding import REASONS, Add, Keep, Leave, Step
from discussion.domain.programme import Programme
from discussion.errors import NotFound
from discussion.services.drafting.rebuilding import steps_of
from discussion.services.publications.reading import numbers_held
from discussion.storage import drafting, programme
from discussion.storage.database import Transaction

State = dict[str, Any]


def remarks_on(transaction: Transaction, workshop: str) -> State:
    """Every standing paragraph with its number and what is remarked on it, in order.

    Also what is open in all of them, and what a rebuild would do and leave alone. Raises
    ``workshop_unknown``.
    """
    held = programme.find_workshop(transaction, workshop)
    if held is None:
        raise NotFound("workshop_unknown", workshop=workshop)
    choices = drafting.choices_of(transaction, workshop)
    kept = drafting.paragraphs_of_workshop(transaction, workshop)
    topics = [topic.id for topic in held.programme.topics]
    standing = in_order(kept, topics)
    tables = programme.list_tables(transaction, workshop, removed=True)
    profile = parse_profile(choices.profile)
    context = _context(held.programme, [table.name for table in tables], profile)
    attribution = programme.attribution_of(transaction, workshop)
    levels = [attribution.published_of(paragraph.topic, topics) for paragraph in standing]
    found = lint([_line(*one) for one in zip(standing, levels, strict=True)], context)
    numbers = tuple(numbers_of(standing, numbers_held(transaction, workshop)))
    steps = steps_of(transaction, workshop)
    left = {step.paragraph.id: step for step in steps if isinstance(step, Leave)}
    return {
        "paragraphs": [
            {
                "id": paragraph.id,
                "version": paragraph.version,
                "number": number,
                "shown": _shown(parse(paragraph.text).pieces),
                "remarks": _remarks(paragraph, findings),
                "left": _left(left.get(paragraph.id)),
                "softer": _softer(paragraph, choices.outcome),
            }
            for paragraph, number, findings in zip(standing, numbers, found, strict=True)
        ],
        "taken_out": [_left(s) | {"id": s.paragraph.id} for s in left.values() if _is_out(s)],
        "open": _open(standing, profile),
        "rebuild": _would_do(steps),
    }


def would_do(transaction: Transaction, workshop: str) -> State | None:
    """What a rebuild would do, counted; None while there is no paragraph that could be behind."""
    if not drafting.paragraphs_of_workshop(transaction, workshop):
        return None
    return _would_do(steps_of(transaction, workshop))


def _line(paragraph: Paragraph, published: str) -> Line:
    return Line(
        text=paragraph.text,
        part=paragraph.part,
        section=paragraph.topic or paragraph.section,
        level=paragraph.level,
        language=paragraph.language,
        published=published,
    )


def _context(held: Programme, tables: Iterable[str], profile: Profile) -> Context:
    people = [item.speaker for item in held.items]
    people += [part.speaker for item in held.items for part in item.parts]
    return Context(
        profile, held.language, tuple(dict.fromkeys(filter(None, people))), tuple(tables)
    )


def _shown(pieces: tuple[Piece, ...]) -> list[State]:
    """The rendered line as a page can lay it out, without any markup of its own."""
    return [_piece(piece) for piece in pieces if not isinstance(piece, Words) or piece.words]


def _piece(piece: Piece) -> State:
    match piece:
        case Words(words=words):
            return {"words": words}
        case Emphasis(content=content):
            return {"emphasis": _shown(content)}
        case Bracket(alternatives=alternatives, attribution=attribution):
            stands = attribution.stands if attribution else ()
            return {
                "options": [_shown(alternative.content) for alternative in alternatives],
                "stands": [{"who": list(s.who), "reason": s.reason} for s in stands],
            }
        case _:
            assert_never(piece)


def _remarks(paragraph: Paragraph, findings: Sequence[Finding]) -> list[State]:
    odd: list[Mistake | Finding] = [*parse(paragraph.text).mistakes, *findings]
    return [
        {"code": one.code, "start": one.start, "end": one.end, "message": one.message}
        for one in sorted(odd, key=lambda one: (one.start, one.end))
    ]


def _left(step: Leave | None) -> State:
    """Why a rebuild leaves it alone, what it was made as, and what it would say now."""
    if step is None:
        return {}
    made = step.paragraph.made
    return {
        "why": step.why,
        "message": REASONS[step.why],
        "made": made.words if made else "",
        "now": step.proposed.words if step.proposed else None,
    }


def _is_out(step: Leave) -> bool:
    return step.paragraph.status == "removed"


def _softer(paragraph: Paragraph, outcome: str) -> State | None:
    if paragraph.level:
        return None
    found = softened(paragraph.text, paragraph.part, outcome, paragraph.language)
    if found is None:
        return None
    return {"text": found.text, "before": found.before, "after": found.after}


def _open(standing: Sequence[Paragraph], profile: Profile) -> State:
    counts = [count(parse(paragraph.text)) for paragraph in standing]
    return {
        "paragraphs": sum(not paragraph.level for paragraph in standing),
        "brackets": sum(one.brackets for one in counts),
        "alternatives": sum(one.alternatives for one in counts),
        "objections": sum(one.objections for one in counts),
        "words": sum(one.words for one in counts),
        "most_words": profile.most_words,
    }


def _would_do(steps: Sequence[Step]) -> State:
    """How many paragraphs a rebuild would add, change or take out, and how many leave alone."""
    left = sum(isinstance(step, Leave) for step in steps)
    same = sum(isinstance(step, Keep) for step in steps)
    added = sum(isinstance(step, Add) for step in steps)
    return {"added": added, "changed": len(steps) - left - same - added, "left": left}
