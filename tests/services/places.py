"""What there is to ask about in a workshop, for tests of who may do what; not a test itself."""

from typing import Any

from discussion.live.commands import COMMANDS
from tests.kit.house import Held
from tests.services.marks import newest_round
from tests.services.paragraphs import add_paragraph
from tests.services.passages import begin_passage
from tests.services.translations import add_translation
from tests.web.things import edition_of

PLAIN: dict[str, Any] = {
    "kind": "data",
    "subtopic": None,
    "position": "V",
    "base": 0,
    "change": ["x"],
    "version": 1,
    "state": "submitted",
    "notes": [],
    "into_version": 0,
    "new": "brandnewpoint",
    "answer": "Yes",
    "question": "Why?",
    "reason": "unclear",
    "remark": None,
    "statement": "",
    "sources": [],
    "name": "New name",
    "minutes": 5,
    "marks": 3,
    "phones": 10,
    "readers": "tables",
    "list": "name,country\nDelegate,MY\n",
    "agreed": True,
    "countries": [],
    "said_by": None,
    "ended": 0,
    "capturing": "table",
    "published": "none",
    "view": "title",
    "subject": None,
    "page": None,
    "names": True,
    "section": "topic",
    "level": 0,
    "words": "Words",
    "points": [],
    "origin": "secretariat text",
    "slot": None,
    "basis": None,
    "made": None,
    "profile": "",
    "outcome": "declaration",
    "to": "All delegations",
    "language": "ar",
    "languages": [],
    "of_version": 0,
}
VALUES = {"kind": "data", "subtopic": None, "countries": [], "note": "W", "point": "W"}


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
        self.paragraph = add_paragraph(held, "Words", topic=self.topic)
        self.document = f"presentation-topic-{topic}"
        self.passage = begin_passage(held, held.runtime.new_id(), self.document)
        self.translation = add_translation(held, self.paragraph)
        self.edition = edition_of(held)
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

    topic = sheet = table = note = point = into = round = paragraph = passage = "nothingatall"
    edition = document = translation = "nothingatall"
    discussion = workshop = decision = "nothingatall"


def facts(kind: str, place: Any) -> dict[str, Any]:
    """Well-formed facts of a command about a place."""
    command = kind.partition(" ")[0]
    found = {**PLAIN, **{k: getattr(place, k) for k in ("sheet", "table", "note", "point")}}
    found |= {"topic": place.topic, "discussion": place.discussion}
    found |= {"into": place.into, "decision": place.decision, "round": place.round}
    if command.endswith(("_sources", "_point")):
        found |= {"notes": [place.note], "state": "proposed"}
    found |= {"text": getattr(place, kind.rpartition(" ")[2] if kind != command else "note")}
    found |= {"paragraph": place.paragraph, "edition": place.edition, "passage": place.passage}
    found |= {"translation": place.translation, "of": place.paragraph}
    if command.endswith("_passage"):
        found |= {"document": place.document, "slot": "S09-title"}
        found |= {"basis": "another", "made": "Words"}
    found |= {"value": VALUES[command.rpartition("_")[2]]} if "value" in COMMANDS[command] else {}
    made = {
        "add_note": "note",
        "add_point": "point",
        "add_table": "table",
        "open_marks": "round",
        "add_paragraph": "paragraph",
        "begin_passage": "passage",
        "add_translation": "translation",
    }
    new = made.get(command)
    return {k: found[k] if k != new else "brandnewthing" for k in COMMANDS[command]}
