"""A life-cycle written as one table of moves, so that code, tests and drawings share it."""

from collections.abc import Mapping
from dataclasses import dataclass

from discussion.errors import Refused


@dataclass(frozen=True)
class LifeCycle:
    """The states of one subject and the moves between them.

    ``moves`` maps a move's name to (states it may start from, state it leads to).
    """

    subject: str
    start: str
    moves: Mapping[str, tuple[frozenset[str], str]]

    @property
    def states(self) -> tuple[str, ...]:
        """Every state, the first one first, then in the order the moves name them."""
        seen = [self.start]
        for sources, target in self.moves.values():
            seen += [state for state in (*sorted(sources), target) if state not in seen]
        return tuple(seen)

    def after(self, move: str, state: str) -> str:
        """The state that ``move`` leads to from ``state``.

        Raises ``Refused("move_not_possible")`` when the table has no such move.
        """
        sources, target = self.moves[move]
        if state not in sources:
            raise Refused("move_not_possible", subject=self.subject, move=move, state=state)
        return target

    def possible(self, state: str) -> tuple[str, ...]:
        """The names of the moves that may start from ``state``."""
        return tuple(name for name, (sources, _) in self.moves.items() if state in sources)


def move(*sources: str, to: str) -> tuple[frozenset[str], str]:
    """One row of a table of moves."""
    return frozenset(sources), to
