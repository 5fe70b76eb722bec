"""What there is to ask about in a workshop, for tests of who may do what; not a test itself."""

from tests.kit.house import Held
from tests.services.marks import newest_round


class Place:
    """What there is to ask about: a table's sheet, note and point on one topic of a workshop."""

    def __init__(self, held: Held, topic: int = 1) -> None:
        self.topic, self.workshop = held.topics[topic - 1].id, held.id
        self.sheet, self.table = held.sheet(1, topic), held.tables[0].id
        self.note = held.write("Words", sheet=self.sheet)
        self.point, self.into = held.runtime.new_id(), held.runtime.new_id()
        facts = {"topic": self.topic, "kind": "data", "subtopic": None, "position": "V"}
        for point in (self.point, self.into):
            more = {**facts, "statement": "Words", "sources": []}
            added = held.command("add_point", point=point, **more)
            assert held.batch((held.actor("secretariat"), added)).answers[0].refusal is None
        self.decision, self.round = added["id"], self._round(held)
        discussions = held.fresh(f"workshop:{held.id}")[1]["discussions"]
        self.discussion = next(d["id"] for d in discussions if d["topic"] == self.topic)

    def _round(self, held: Held) -> str:
        """An open round over the points: one is open already where there was a place before."""
        newest = newest_round(held, self.topic)
        if newest is not None and newest.state == "open":
            return newest.id
        staff, made = held.actor("secretariat"), held.runtime.new_id()
        for point in (self.point, self.into):
            held.act(staff, "confirm_point", point=point, version=0, state="proposed")
        held.act(staff, "open_marks", round=made, topic=self.topic, marks=3, phones=10)
        return made


class Nowhere:
    """Ids of nothing at all."""

    topic = sheet = table = note = point = into = round = "nothingatall"
    discussion = workshop = decision = "nothingatall"
