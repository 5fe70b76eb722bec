"""Some people and an authority, who agree in the end; must not know what is typed.

What is on its way is delivered in turn until nobody waits for anything.
"""

from typing import Any

from tests.live.conversation import Authority, Client, deliver_down, deliver_up


class Room:
    """An authority and the people at it; delivers everything in turn until nobody waits."""

    def __init__(self, **options: Any) -> None:
        self.authority = Authority(**options)
        self.people: list[Client] = []

    def rapporteurs(self, *names: str) -> list[Client]:
        """People who have just opened the text."""
        self.people += [Client(name, self.authority) for name in names]
        for person in self.people:
            person.connects()
        return self.people

    def settles(self) -> None:
        """Everybody is online and everything is delivered."""
        for _ in range(60):
            for person in self.people:
                if person.connection not in self.authority.connections:
                    person.connects()
                person.sends()
                deliver_up(person)
            self.authority.commit()
            for person in self.people:
                deliver_down(person)
            if self._quiet():
                return
        raise AssertionError("the room does not come to rest")

    def crashes(self) -> None:
        """The authority dies and comes back with what was committed."""
        self.authority.crash()

    def reads(self) -> str:
        """What everybody reads; fails when somebody reads something else."""
        for person in self.people:
            assert person.replica.shown == self.authority.text, person.name
            assert person.replica.indicator == "saved", person.name
        return self.authority.text

    def _quiet(self) -> bool:
        return not any(
            person.replica.sent
            or (person.replica.pending and not person.replica.refused)
            or person.replica.version != self.authority.version
            for person in self.people
        )
