"""What there is to ask about in a workshop, for tests of who may do what; not a test itself."""

from tests.kit.house import Held


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
        self.decision, self.round = added["id"], held.runtime.new_id()
        self._open_marks(held)
        discussions = held.fresh(f"workshop:{held.id}")[1]["discussions"]
        self.discussion = next(d["id"] for d in discussions if d["topic"] == self.topic)

    def _open_marks(self, held: Held) -> None:
        staff, seen = held.actor("secretariat"), {"version": 0, "state": "proposed"}
        for point in (self.point, self.into):
            held.act(staff, "confirm_point", point=point, **seen)
        chosen = {"round": self.round, "topic": self.topic, "marks": 3, "phones": 10}
        held.act(staff, "open_marks", **chosen)


class Nowhere:
    """Ids of nothing at all."""

    topic = sheet = table = note = point = into = round = "nothingatall"
    discussion = workshop = decision = "nothingatall"
