"""What the pages of translations are sent: every text beside what it says there; changes nothing.

Paragraphs come in the order of the declaration, then points by topic, then what somebody wrote in
other documents. A text that is in a language already needs no translation into it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from discussion.documents.builders.called_for import paragraphs_called_for
from discussion.documents.builders.paragraph_numbers import numbers_of
from discussion.domain.drafting.paragraphs import SECTIONS, Paragraph, in_order
from discussion.domain.drafting.passages import HandEdit, Passage
from discussion.domain.languages import language_of, written_from
from discussion.domain.people import Actor, Subject, may, may_write
from discussion.domain.programme import Workshop
from discussion.domain.publications import Record, document_kind
from discussion.domain.synthesis import GONE, Point
from discussion.domain.translations import (
    LANGUAGES,
    OWN_NAMES,
    STANDING_WORDS,
    Rendering,
    standing_of,
)
from discussion.errors import NotFound
from discussion.services.publications import hand_edits
from discussion.services.publications.overview import document_title
from discussion.services.publications.reading import numbers_held
from discussion.services.translations.sources import Source
from discussion.storage import drafting, programme, synthesis, translations
from discussion.storage.database import Transaction

State = dict[str, Any]


@dataclass(frozen=True)
class _Text:
    """A text that may need to be said in another language, with where it stands."""

    source: Source
    section: str  # the heading it stands under
    place: str  # its number or name there
    language: str
    made: bool = False  # as the house makes it in every language, so that nobody need translate


def languages_state(transaction: Transaction, workshop: Workshop, actor: Actor) -> list[State]:
    """Every language with its counts; the workshop's own only where a text is in another one."""
    texts, kept = _texts(transaction, workshop, actor), _kept(transaction, workshop.id)
    issued = translations.languages_issued(transaction, workshop.id)
    own = workshop.programme.language
    told: list[State] = [
        {
            "code": code,
            "name": LANGUAGES[code],
            "own_name": OWN_NAMES[code],
            "direction": written_from(code),
            "own": code == own,
            "issued": code == own or code in issued,
            "counts": _counts(_rows(texts, kept, code, actor)),
        }
        for code in LANGUAGES
    ]
    return [one for one in told if not one["own"] or one["counts"]["all"]]


def rows_state(transaction: Transaction, workshop: Workshop, actor: Actor, language: str) -> State:
    """Every text to be said in a language, in order, and how many stand how.

    Raises ``NotFound`` for a language the house does not write.
    """
    if language not in LANGUAGES:
        raise NotFound
    texts, kept = _texts(transaction, workshop, actor), _kept(transaction, workshop.id)
    rows = _rows(texts, kept, language, actor)
    return {"rows": rows, "counts": _counts(rows)}


def translation_state(rendering: Rendering) -> State:
    """A translation as a page holds it; its words come with their version."""
    return {
        "id": rendering.id,
        "of": rendering.of,
        "language": rendering.language,
        "text": rendering.text,
        "version": rendering.version,
        "status": rendering.status,
    }


def translations_state(transaction: Transaction, workshop: str) -> State:
    """Every translation, also those taken out: the fresh state of a channel."""
    kept = translations.translations_of_workshop(transaction, workshop)
    return {"translations": [translation_state(one.rendering) for one in kept]}


def translation_changes(transaction: Transaction, ids: frozenset[str]) -> tuple[State, ...]:
    """The whole new states of the translations that changed, as entries of a channel."""
    found = translations.translations_by_id(transaction, ids)
    return tuple({"translation": translation_state(one)} for one in found)


def _kept(transaction: Transaction, workshop: str) -> dict[tuple[str, str], Rendering]:
    beside = translations.translations_of_workshop(transaction, workshop)
    return {(b.rendering.of, b.rendering.language): b.rendering for b in beside}


def _rows(
    texts: Iterable[_Text],
    kept: dict[tuple[str, str], Rendering],
    language: str,
    actor: Actor,
) -> list[State]:
    return [
        _row(text, kept.get((text.source.id, language)), actor)
        for text in texts
        if text.language != language
    ]


def _row(text: _Text, rendering: Rendering | None, actor: Actor) -> State:
    source = text.source
    standing = standing_of(rendering, source.words)
    moved = rendering is not None and rendering.basis != source.words
    return {
        "of": source.id,
        "kind": source.kind,
        "section": text.section,
        "place": text.place,
        "words": source.words,
        "version": source.version,
        "translation": translation_state(rendering) if rendering else None,
        "standing": standing,
        "made": standing == "none" and text.made,
        "before": rendering.basis if rendering and moved else None,
        "writes": _writes(actor, source),
    }


def _counts(rows: Iterable[State]) -> State:
    rows = tuple(rows)
    told: State = {
        standing: sum(row["standing"] == standing and not row["made"] for row in rows)
        for standing in STANDING_WORDS
    }
    return {**told, "made": sum(row["made"] for row in rows), "all": len(rows)}


def _writes(actor: Actor, source: Source) -> bool:
    return may_write(actor, "edit_translation", Subject(source.workshop, topic=source.topic))


def _texts(transaction: Transaction, workshop: Workshop, actor: Actor) -> tuple[_Text, ...]:
    kept = drafting.paragraphs_of_workshop(transaction, workshop.id)
    points = synthesis.points_of_workshop(transaction, workshop.id)
    numbers = numbers_held(transaction, workshop.id)
    topics = [topic.id for topic in workshop.programme.topics]
    standing = in_order(kept, topics)
    called = _called_for(transaction, workshop, points)
    told = (
        *_paragraphs(workshop, standing, numbers_of(standing, numbers), called),
        *_points(workshop, [p for p in points if _sees(actor, workshop, p)]),
        *_passages(
            workshop,
            drafting.passages_of_workshop(transaction, workshop.id),
            hand_edits.edits_now(transaction, workshop),
        ),
    )
    return tuple(text for text in told if text.source.words.strip())


def _called_for(
    transaction: Transaction, workshop: Workshop, points: tuple[Point, ...]
) -> frozenset[str]:
    """The slots of paragraphs that the house makes by itself, whatever the language."""
    sequence, head, at = programme.log_position(transaction, workshop.id)
    record = Record(
        workshop=workshop,
        tables=(),
        discussions=(),
        contributions=(),
        points=points,
        sequence=sequence,
        head=head.hex(),
        last_event_at=at,
        outcome=drafting.choices_of(transaction, workshop.id).outcome,
    )
    return frozenset(one.slot for one in paragraphs_called_for(record))


def _sees(actor: Actor, workshop: Workshop, point: Point) -> bool:
    return may(actor, "see_board", Subject(workshop.id, topic=point.topic))


def _paragraphs(
    workshop: Workshop,
    standing: Iterable[Paragraph],
    numbers: Iterable[str],
    called: frozenset[str],
) -> Iterator[_Text]:
    titles = {topic.id: topic.title for topic in workshop.programme.topics}
    for paragraph, number in zip(standing, numbers, strict=True):
        section = titles[paragraph.topic] if paragraph.topic else SECTIONS[paragraph.section]
        made = paragraph.slot in called and _untouched(paragraph)
        source = Source(
            paragraph.id,
            "paragraph",
            workshop.id,
            paragraph.topic,
            paragraph.text,
            paragraph.version,
        )
        yield _Text(source, section, number, paragraph.language, made)


def _untouched(paragraph: Paragraph) -> bool:
    return paragraph.made is not None and paragraph.text == paragraph.made.words


def _points(workshop: Workshop, points: Iterable[Point]) -> Iterator[_Text]:
    said = [point for point in points if point.status not in GONE]
    for topic in workshop.programme.topics:
        mine = [point for point in said if point.topic == topic.id]
        mine.sort(key=lambda point: (point.position.encode(), point.id))
        for point in mine:
            source = Source(
                point.id, "point", workshop.id, point.topic, point.statement, point.version
            )
            yield _Text(
                source, f"Points of topic {topic.number}: {topic.title}", "", point.language
            )


def _passages(
    workshop: Workshop,
    begun: Iterable[Passage],
    edits: Mapping[str, Iterable[HandEdit]],
) -> Iterator[_Text]:
    """Only what somebody wrote where a document has a place for it: all else it says by itself."""
    topics = {topic.number: topic.id for topic in workshop.programme.topics}
    passages = {passage.id: passage for passage in begun}
    for document, edited in edits.items():
        number = document_kind(document)[1]
        topic = topics.get(number) if number else None
        for edit in edited:
            if edit.standing == "unfounded":
                continue
            kept = passages[edit.passage]
            source = Source(kept.id, "passage", workshop.id, topic, kept.text, kept.version)
            language = language_of(kept.text, workshop.programme.language)
            yield _Text(source, document_title(workshop, document), edit.title, language)
