"""What a player has on the screen: two hands in one text, whose changes cross."""

from random import Random

import pytest

from discussion.live.texts import rebase
from discussion.rehearsal.stage import halves
from discussion.rehearsal.texts import Texts


@pytest.mark.parametrize("seed", range(20))
def test_two_hands_in_one_text_keep_each_others_words(seed: int) -> None:
    """The players' own part: carets stay where they belong however the changes cross."""
    rng = Random(seed)
    whole = "".join(rng.choices("abc xyz ", k=120)) + "the end of it"
    beginning, rest = halves(whole)
    assert beginning + rest == whole
    authority, hands = Authority(), [Texts(), Texts()]
    left = [beginning, rest[1:]]
    hands[1].put_caret("n", 0)
    hands[1].type("n", rest[0])
    authority.exchange(hands, 1)
    authority.exchange(hands, 0)
    hands[0].put_caret("n", 0)
    while any(left):
        hand = rng.randrange(2)
        size = rng.randint(1, 9)
        if left[hand] and rng.random() < 0.6:
            hands[hand].type("n", left[hand][:size])
            left[hand] = left[hand][size:]
        else:
            authority.exchange(hands, hand)
    for _ in range(3):
        for hand in (0, 1):
            authority.exchange(hands, hand)
    assert [hand.shown("n") for hand in hands] == [whole, whole]
    assert all(hand.saved("n") for hand in hands)


class Authority:
    """Takes one hand's edit and tells that hand all it has missed."""

    def __init__(self) -> None:
        self.entries: list[dict] = []

    def exchange(self, hands: list[Texts], number: int) -> None:
        hand = hands[number]
        command = f"{number}/{len(self.entries)}"
        edit = hand.take("n", command)
        if edit is not None:
            change = rebase(edit.change, [e["change"] for e in self.entries[edit.base :]])
            version = len(self.entries) + 1
            entry = {"text": "n", "version": version, "change": change, "command": command}
            self.entries.append(entry)
            hand.acknowledge("n", command, version)
        assert hand.catch_up("n", self.entries[hand.version("n") :])
