"""Deals the written notes of one topic to the tables that speak their language."""

from collections.abc import Sequence
from random import Random

from discussion.domain.programme import Topic
from discussion.rehearsal.corpus.hands import Card, Hand, dealt, point_key
from discussion.rehearsal.corpus.library import WrittenNote, WrittenTopic, written_topics
from discussion.rehearsal.corpus.values import Note, PlannedPoint, Verdict

LANGUAGE = "en"  # of the statements, and of the notes that are reworded when tables are many


def written_for(topic: Topic) -> WrittenTopic | None:
    """The written words for a topic of the sample workshop, known by its title."""
    known = {_bare(written.title): written for written in written_topics()}
    return known.get(_bare(topic.title))


def _bare(title: str) -> str:
    return " ".join(title.replace("\u2013", "-").replace("\u2014", "-").casefold().split())


def written_hands(
    written: WrittenTopic, topic: Topic, languages: Sequence[str], rng: Random
) -> list[Hand]:
    """The hands of all tables; those of one language share the notes written in it."""
    hands: list[Hand] = []
    for language in dict.fromkeys(languages):
        numbers = [n for n, spoken in enumerate(languages, start=1) if spoken == language]
        piles = _piles(written, topic, language)
        hands += dealt(piles, numbers, rng, reword=language == LANGUAGE)
    return sorted(hands, key=lambda hand: hand.table)


def _piles(written: WrittenTopic, topic: Topic, language: str) -> list[list[Card]]:
    """One pile of cards per point, and one per note set aside."""
    points = [
        [
            _card(note, topic, written, key=f"{topic.number}.{p:02}.{n}", point=p)
            for n, note in enumerate(point.notes, start=1)
            if note.language == language
        ]
        for p, point in enumerate(written.points, start=1)
    ]
    aside = [
        [_card(note, topic, written, key=f"{topic.number}.00.{n}", point=None)]
        for n, note in enumerate(written.aside, start=1)
        if note.language == language
    ]
    return [pile for pile in points + aside if pile]


def _card(
    note: WrittenNote, topic: Topic, written: WrittenTopic, *, key: str, point: int | None
) -> Card:
    return Card(
        note=Note(
            key=key,
            topic=topic.number,
            subtopic=_number_in(topic, written, note.subtopic),
            kind=note.kind,
            text=note.text,
            countries=note.countries,
            language=note.language,
            twin=f"{topic.number}.{note.twin}" if note.twin else None,
        ),
        fate=Verdict(
            note="",
            decision=note.decision,
            point=point_key(topic.number, point) if point else None,
            reason=note.reason,
            remark=note.remark,
            question=note.question,
            answer=note.answer,
            then=note.then,
        ),
        once=_once(note, written, point),
    )


def _once(note: WrittenNote, written: WrittenTopic, point: int | None) -> bool:
    # An echo from another table would undo "needs echo", and the "one view" of a noted point.
    if point is None:
        return note.reason == "needs_echo"
    return written.points[point - 1].status == "noted_only"


def _number_in(topic: Topic, written: WrittenTopic, subtopic: int | None) -> int | None:
    """The programme's number of a written subtopic; None where the programme dropped it."""
    if subtopic is None:
        return None
    wanted = _bare(written.subtopics[subtopic - 1])
    return next((s.number for s in topic.subtopics if _bare(s.title) == wanted), None)


def written_points(written: WrittenTopic, topic: Topic) -> list[PlannedPoint]:
    """The points of the topic, with the sources still to come."""
    return [
        PlannedPoint(
            key=point_key(topic.number, number),
            topic=topic.number,
            subtopic=_number_in(topic, written, point.subtopic),
            kind=point.kind,
            statement=point.statement,
            language=LANGUAGE,
            status=point.status,
            sources=(),
        )
        for number, point in enumerate(written.points, start=1)
    ]
