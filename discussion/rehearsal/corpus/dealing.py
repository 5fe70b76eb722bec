"""The whole script of a rehearsal, the same for one seed; it sends nothing."""

from dataclasses import replace
from random import Random

from discussion.domain.contributions import READ_BACK_CHOICES
from discussion.domain.programme import Programme, Topic
from discussion.rehearsal.corpus.hands import Hand
from discussion.rehearsal.corpus.plain import LANGUAGES, known_language, plain_hands, plain_points
from discussion.rehearsal.corpus.values import Deal, PlannedPoint, ReadBack, Script, Verdict
from discussion.rehearsal.corpus.written import (
    LANGUAGE,
    written_for,
    written_hands,
    written_points,
)


def script_for(programme: Programme, tables: int, rapporteurs: int, seed: int) -> Script:
    """Everything that is typed and decided when ``programme`` is rehearsed.

    ``rapporteurs`` is their number at each table. Topics of the sample workshop, known by
    their title, get the written notes; any other topic gets plain ones made from its titles.
    With three tables or more the second one writes Arabic and the third one French. Raises
    ValueError unless there is at least one table and one rapporteur.
    """
    if tables < 1 or rapporteurs < 1:
        raise ValueError("a rehearsal needs at least one table and one rapporteur")
    parts = [
        _topic_script(
            topic, programme.language, tables, rapporteurs, Random(f"{seed}/{topic.number}")
        )
        for topic in programme.topics
    ]
    return Script(
        deals=tuple(deal for part in parts for deal in part.deals),
        verdicts=tuple(verdict for part in parts for verdict in part.verdicts),
        points=tuple(point for part in parts for point in part.points),
        read_backs=tuple(chosen for part in parts for chosen in part.read_backs),
    )


def table_languages(tables: int, first: str) -> tuple[str, ...]:
    """The language each table writes in; ``first`` is the workshop's own."""
    first = known_language(first)
    guests = tuple(language for language in LANGUAGES if language != first)
    return (first, *guests, *[first] * (tables - 3)) if tables >= 3 else (first,) * tables


def _topic_script(
    topic: Topic, language: str, tables: int, rapporteurs: int, rng: Random
) -> Script:
    written = written_for(topic)
    if written is None:
        hands = plain_hands(topic, table_languages(tables, language), rng)
        statements = plain_points(topic, language)
    else:
        hands = written_hands(written, topic, table_languages(tables, LANGUAGE), rng)
        statements = written_points(written, topic)
    return _script(hands, statements, topic, rapporteurs, rng)


def _script(
    hands: list[Hand], points: list[PlannedPoint], topic: Topic, rapporteurs: int, rng: Random
) -> Script:
    deals: list[Deal] = []
    verdicts: list[Verdict] = []
    read_backs: list[ReadBack] = []
    for hand in hands:
        sheet = _sheet(hand, rapporteurs, rng)
        deals += [deal for deal, _ in sheet]
        verdicts += [verdict for _, verdict in sheet]
        read_backs.append(_read_back(hand.table, topic.number, sheet, rng))
    return Script(tuple(deals), tuple(verdicts), _with_sources(points, verdicts), tuple(read_backs))


def _sheet(hand: Hand, rapporteurs: int, rng: Random) -> list[tuple[Deal, Verdict]]:
    """The hand in typing order: roughly by subtopic, as a table works through its topic."""
    order = sorted(hand.cards, key=lambda card: (card.note.subtopic or 0) + rng.gauss(0, 0.7))
    order.sort(key=lambda card: card.fate.reason == "said_elsewhere")  # only after the first time
    sheet = []
    for number, card in enumerate(order, start=1):
        key = f"t{hand.table}.{card.note.key}.{number}"
        deal = Deal(hand.table, 1 + rng.randrange(rapporteurs), card.note.key, card.note)
        sheet.append(
            (replace(deal, note=replace(card.note, key=key)), replace(card.fate, note=key))
        )
    return sheet


def _read_back(table: int, topic: int, sheet: list[tuple[Deal, Verdict]], rng: Random) -> ReadBack:
    accepted = [verdict.note for _, verdict in sheet if verdict.outcome == "accepted"]
    wanted = min(rng.randint(*READ_BACK_CHOICES), len(accepted))
    chosen = set(rng.sample(accepted, wanted))
    return ReadBack(table, topic, tuple(key for key in accepted if key in chosen))


def _with_sources(points: list[PlannedPoint], verdicts: list[Verdict]) -> tuple[PlannedPoint, ...]:
    """The points with the dealt notes they rest on; a point without any is not arrived at."""
    sources: dict[str, list[str]] = {}
    for verdict in verdicts:
        if verdict.point is not None:
            sources.setdefault(verdict.point, []).append(verdict.note)
    return tuple(
        replace(point, sources=tuple(sources[point.key]))
        for point in points
        if point.key in sources
    )
