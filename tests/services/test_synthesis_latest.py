"""What a board opened anew is told that its moderator can take back."""

from discussion.services.synthesis.latest import decided_last
from tests.kit.house import Held
from tests.services.test_synthesis import point
from tests.services.test_synthesis_undoing import decide, undo


def test_a_board_opened_anew_is_told_ones_own_decisions_that_stand_and_bulks_as_one(
    workshop: Held,
):
    def told(by: str) -> list[tuple[str, int]]:
        with workshop.database.reading() as transaction:
            actor = workshop.actor(by)
            done = decided_last(transaction, actor, workshop.topics[0].id)
        assert all(note["status"] == "submitted" for one in done for note in one["notes"])
        return [(one["words"], len(one["commands"])) for one in done]

    notes = [workshop.say(words) for words in ("One", "Two", "Three")]
    assert told("moderator") == []
    for note in notes[:2]:
        decide(workshop, note, "accept")
    workshop.clock.advance(seconds=1)
    last = decide(workshop, notes[2], "park")
    made = point(workshop, "A point", sources=notes[:1])
    assert told("moderator") == [
        ("accepted 2 notes", 2),
        ("parked the note", 1),
        ("made the point", 1),
    ]
    undo(workshop, last)
    assert told("moderator") == [("accepted 2 notes", 2), ("made the point", 1)]
    assert made and told("chair") == []
