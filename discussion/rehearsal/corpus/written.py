"""Deals the written notes of one topic to the tables that speak their language."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from discussion.domain.programme import Topic
from discussion.rehearsal.corpus.hands import Card, Hand, point_key, said_elsewhere
from discussion.rehearsal.corpus.library import WrittenNote, WrittenTopic, written_topics
from discussion.rehearsal.corpus.values import Note, PlannedPoint, Verdict
from discussion.rehearsal.corpus.variants import variant

LANGUAGE = "en"  # of the statements, and of the notes that are reworded when tables are many
FEWEST, MOST = 8, 14  # notes of a table on a topic; an hour's talk gives no more
_CANDIDATES = 24  # tables looked at for each note, so that 500 tables stay quick
_REPEAT_SHARE = 3  # one table in this many says one thing twice


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
        hands += _dealt(piles, numbers, rng, reword=language == LANGUAGE)
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
        once=note.reason == "needs_echo",  # its echo from another table would undo the reason
    )


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


def _dealt(
    piles: list[list[Card]], tables: Sequence[int], rng: Random, *, reword: bool
) -> list[Hand]:
    """Every card once while there is room, then reworded cards until each hand is full."""
    cards = sum(len(pile) for pile in piles)
    share = max(FEWEST, min(MOST - 2, -(-cards // len(tables))))
    hands = [Hand(table, share + rng.randrange(2), []) for table in tables]
    used: dict[str, set[str]] = {}
    first = True
    while any(hand.open for hand in hands):
        for card in _one_round(piles, rng, with_single=first):
            if open_hands := [hand for hand in hands if hand.open]:
                _deal_to_one(card, open_hands, used, rng)
        first = False
        if not reword:
            break  # one table speaks the language, and has all there is
    for hand in hands if reword else ():
        if rng.randrange(_REPEAT_SHARE) == 0:
            _say_twice(hand, rng)
    return hands


def _one_round(piles: list[list[Card]], rng: Random, *, with_single: bool) -> list[Card]:
    """Cards in turn from every pile, so that even a single table touches most points.

    Piles of one card (notes set aside, mostly) are spread evenly over the round.
    """
    deep = [pile for pile in piles if len(pile) > 1]
    rng.shuffle(deep)
    deepest = max((len(pile) for pile in deep), default=0)
    turns = [pile[turn] for turn in range(deepest) for pile in deep if turn < len(pile)]
    single = [pile[0] for pile in piles if len(pile) == 1]
    rng.shuffle(single)
    for place, card in enumerate(single):
        turns.insert(round((place + 0.5) * len(turns) / len(single)), card)
    return [card for card in turns if with_single or not card.once]


def _deal_to_one(card: Card, hands: list[Hand], used: dict[str, set[str]], rng: Random) -> None:
    """Give the card to the hand least like it: no twin, few notes of its point, few notes."""
    candidates = rng.sample(hands, min(len(hands), _CANDIDATES))
    hand = min(candidates, key=lambda hand: _likeness(card, hand))
    if any(held.note.key == card.note.key for held in hand.cards):
        return
    texts = used.setdefault(card.note.key, set())
    text = variant(card.note.text, texts, rng) if texts else card.note.text
    texts.add(text)
    hand.cards.append(replace(card, note=replace(card.note, text=text)))


def _likeness(card: Card, hand: Hand) -> tuple[bool, bool, int, int]:
    point, twin = card.fate.point, card.note.twin
    return (
        any(held.note.key == card.note.key for held in hand.cards),
        twin is not None and any(held.note.twin == twin for held in hand.cards),
        sum(point is not None and held.fate.point == point for held in hand.cards),
        len(hand.cards),
    )


def _say_twice(hand: Hand, rng: Random) -> None:
    """Let the table come back to one of its own accepted notes in slightly other words."""
    accepted = [card for card in hand.cards if card.fate.decision == "accept"]
    card = rng.choice(accepted)
    text = variant(card.note.text, {card.note.text}, rng)
    hand.cards.append(said_elsewhere(replace(card.note, text=text)))
