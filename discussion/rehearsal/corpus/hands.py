"""Notes with their fates and the hands of tables they are dealt to; it knows no programme."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from discussion.rehearsal.corpus.values import Note, Verdict
from discussion.rehearsal.corpus.variants import variant

FEWEST, MOST = 8, 14  # notes of a table on a topic; an hour's talk gives no more
_CANDIDATES = 10  # tables looked at for each note, so that 500 tables stay quick
_REPEAT_SHARE = 3  # one table in this many says one thing twice
_NICHE_SHARE = 4  # one point in this many stays with the two or three tables that care
_ECHOES = (0.35, 0.7, 1.0)  # how often the notes of a point come again in a further round


@dataclass(frozen=True)
class Card:
    """A note with its fate, ready to be dealt; the verdict's note key is filled in on dealing."""

    note: Note
    fate: Verdict
    once: bool  # dealt to one table at the most


@dataclass(frozen=True)
class Hand:
    """What one table has been dealt on one topic."""

    table: int
    quota: int
    cards: list[Card]

    @property
    def open(self) -> bool:
        """Whether the table takes another note."""
        return len(self.cards) < self.quota


def point_key(topic: int, number: int) -> str:
    """The key of a topic's point, by which verdicts name it."""
    return f"{topic}.{number:02}"


def said_elsewhere(note: Note) -> Card:
    """A note in which a table repeats itself."""
    return Card(note, Verdict(note="", decision="park", reason="said_elsewhere"), once=True)


def dealt(
    piles: Sequence[Sequence[Card]], tables: Sequence[int], rng: Random, *, reword: bool
) -> list[Hand]:
    """Every card once while there is room, then reworded cards until each hand is full.

    A pile holds the notes of one point. With ``reword`` false no card is dealt twice, and
    hands may stay short of their quota.
    """
    share = max(FEWEST, min(MOST - 2, -(-sum(map(len, piles)) // len(tables))))
    hands = [Hand(t, min(MOST - 1, share + rng.randrange(3)), []) for t in tables]
    niche = {pile[0].fate.point for pile in piles if rng.randrange(_NICHE_SHARE) == 0}
    niche |= {card.fate.point for pile in piles for card in pile if card.once}
    used: dict[str, set[str]] = {}
    _deal_round(_in_turns(piles, rng), hands, niche, used, rng)
    if not reword:
        return hands
    echoes = [(pile, rng.choice(_ECHOES)) for pile in piles if _may_echo(pile[0], niche)]
    while any(hand.open for hand in hands):
        again = [pile for pile, often in echoes if rng.random() < often]
        _deal_round(_in_turns(again, rng), hands, niche, used, rng)
    for hand in hands:
        if rng.randrange(_REPEAT_SHARE) == 0:
            _say_twice(hand, rng)
    return hands


def _may_echo(card: Card, niche: set[str | None]) -> bool:
    return not card.once and (card.fate.point is None or card.fate.point not in niche)


def _in_turns(piles: Sequence[Sequence[Card]], rng: Random) -> list[Card]:
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
    return turns


def _deal_round(
    cards: Sequence[Card],
    hands: Sequence[Hand],
    niche: set[str | None],
    used: dict[str, set[str]],
    rng: Random,
) -> None:
    free = [hand for hand in hands if hand.open]
    for card in cards:
        if not free:
            return
        if not _deal_to_one(card, free, niche, used, rng).open:
            free = [hand for hand in free if hand.open]


def _deal_to_one(
    card: Card,
    hands: Sequence[Hand],
    niche: set[str | None],
    used: dict[str, set[str]],
    rng: Random,
) -> Hand:
    candidates = rng.sample(hands, min(len(hands), _CANDIDATES))
    together = card.fate.point is not None and card.fate.point in niche
    hand = min(candidates, key=lambda hand: _likeness(card, hand, together=together))
    if any(held.note.key == card.note.key for held in hand.cards):
        return hand
    texts = used.setdefault(card.note.key, set())
    text = variant(card.note.text, texts, rng) if texts else card.note.text
    texts.add(text)
    hand.cards.append(replace(card, note=replace(card.note, text=text)))
    return hand


def _likeness(card: Card, hand: Hand, *, together: bool) -> tuple[bool, bool, int, int]:
    """The lower, the better the hand for the card: never the same note, hardly ever its twin.

    ``together`` keeps a point's notes with the tables that already speak of it; otherwise
    they are spread, and the shortest hand comes first.
    """
    point, twin = card.fate.point, card.note.twin
    alike = sum(point is not None and held.fate.point == point for held in hand.cards)
    return (
        any(held.note.key == card.note.key for held in hand.cards),
        twin is not None and any(held.note.twin == twin for held in hand.cards),
        -alike if together else alike,
        len(hand.cards),
    )


def _say_twice(hand: Hand, rng: Random) -> None:
    """Let the table come back to one of its own accepted notes in slightly other words."""
    card = rng.choice([card for card in hand.cards if card.fate.decision == "accept"])
    text = variant(card.note.text, {card.note.text}, rng)
    hand.cards.append(said_elsewhere(replace(card.note, text=text)))
