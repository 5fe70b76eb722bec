"""The secretariat at a rehearsal: sets up, starts and closes, builds; it decides on no note."""

from collections.abc import Mapping, Sequence
from typing import Any

from discussion.rehearsal.corpus import translations
from discussion.rehearsal.cue import Cue
from discussion.rehearsal.failure import Declined, RehearsalFailed
from discussion.rehearsal.line import Line
from discussion.rehearsal.stage import TopicPlace
from discussion.rehearsal.texts import new_id
from discussion.rehearsal.visitor import Visitor

TABLES_AT_ONCE = 100
EXTENDED_BY = 5  # minutes


class Secretariat:
    """Signed in to the rehearsal's own workshop."""

    def __init__(self, visitor: Visitor, cue: Cue, workshop: str, link: str) -> None:
        self.visitor = visitor
        self.link = link
        self.workshop = workshop
        self.line = Line(visitor, cue, "The secretariat")

    def set_up(self, tables: int, topics: list[int]) -> Mapping[int, TopicPlace]:
        """Adds the tables; the topics, by number, as the server knows them."""
        while tables > 0:
            self.visitor.post("/tables", {"count": str(min(tables, TABLES_AT_ONCE))})
            tables -= TABLES_AT_ONCE
        self.line.open()
        self.line.follow(f"workshop:{self.workshop}")
        return {number: self._place(number) for number in topics}

    def codes(self) -> Mapping[int, str]:
        """What is printed on each table's card, by table number."""
        return {card["number"]: card["code"] for card in self.visitor.json("/cards")}

    def moderator_link(self, topic: TopicPlace) -> str:
        """A sign-in link for a moderator of one topic."""
        label = f"Topic {topic.number}"
        fields = {"role": "moderator", "topic": topic.id, "label": label}
        return str(self.visitor.post("/links", fields)["address"])

    def start(self, topic: TopicPlace) -> None:
        """Starts a topic's discussions; a programme may hold none."""
        for discussion in topic.discussions:
            self.line.do("start_discussion", discussion=discussion, minutes=None)

    def extend(self, topic: TopicPlace) -> None:
        """Gives the tables a little longer."""
        for discussion in topic.discussions:
            self.line.do("extend_discussion", discussion=discussion, minutes=EXTENDED_BY)

    def close(self, topic: TopicPlace) -> None:
        """Closes a topic's discussions."""
        for discussion in topic.discussions:
            self.line.do("close_discussion", discussion=discussion)

    def translate(self, statements: Mapping[str, str], versions: Mapping[str, int]) -> None:
        """Says in other languages what points say, where the corpus has words; by id of point."""
        for point, statement in statements.items():
            commands = list[tuple[str, dict[str, Any]]]()
            for language, words in translations().get(statement, {}).items():
                made = new_id()
                facts = {"of": point, "language": language, "words": words}
                read = {"version": 0, "of_version": versions[point]}
                commands.append(("add_translation", {"translation": made, **facts}))
                commands.append(("settle_translation", {"translation": made, **read}))
            for answer in self.line.do_all(commands) if commands else ():
                if "refused" in answer:
                    raise Declined("add_translation", answer["refused"])

    def issue_in(self, languages: Sequence[str]) -> None:
        """Has documents issued in those languages beside the workshop's own."""
        self.line.do("set_issued_languages", languages=list(languages))

    def build(self) -> dict[str, bytes]:
        """Builds every document from one record; the files by name.

        ``declaration.docx``, and ``declaration-fr.docx`` in a further language.
        """
        built = self.visitor.post("/publications/build", {"document": "all"})
        if not built or not built.get("editions"):
            raise RehearsalFailed("The server built no documents.")
        return {
            _named(edition["document"], file): self.visitor.file(file["url"])
            for edition in built["editions"]
            for file in edition["files"]
        }

    def delete(self) -> None:
        """Takes the rehearsal's workshop away."""
        self.visitor.post(f"/workshops/{self.workshop}/delete", {})

    def held_now(self, topics: Mapping[int, TopicPlace]) -> dict[str, dict[str, Any]]:
        """Every note and point as the server has it, by id, read afresh."""
        held: dict[str, dict[str, Any]] = {}
        for topic in topics.values():
            for channel in (f"board:{topic.id}", f"points:{topic.id}"):
                state = self._look(channel)
                for item in (*state.get("note", ()), *state.get("point", ())):
                    held[item["id"]] = item
        return held

    def _place(self, number: int) -> TopicPlace:
        topic = self.visitor.page_data(f"/topics/{number}/board")["topic"]
        tables = self._look(f"board:{topic['id']}")["table"]
        discussions = self.line.seen.get("discussion", {}).values()
        return TopicPlace(
            id=topic["id"],
            number=number,
            subtopics={s["number"]: s["id"] for s in topic["subtopics"]},
            sheets={table["number"]: table["sheet"] for table in tables},
            discussions=tuple(d["id"] for d in discussions if d["topic"] == topic["id"]),
        )

    def _look(self, channel: str) -> dict[str, list[dict[str, Any]]]:
        """A channel's state at this moment."""
        with self.line.lock:
            for kind in ("note", "point", "table"):
                self.line.seen.pop(kind, None)
        self.line.follow(channel)
        self.line.leave(channel)
        with self.line.lock:
            return {kind: list(states.values()) for kind, states in self.line.seen.items()}


def _named(document: str, file: Mapping[str, Any]) -> str:
    return f"{'-'.join(filter(None, (document, file['language'])))}.{file['form']}"


def make_workshop(url: str, link: str, programme: bytes, cue: Cue) -> Secretariat:
    """Makes the rehearsal's own workshop as a guest of the server, and signs in to it.

    Raises ``RehearsalFailed`` with the server's words.
    """
    guest = Visitor(url)
    guest.use_link(link, "Rehearsal")
    try:
        made = guest.post("/workshops?rehearsal=yes", body=programme)
    except RehearsalFailed as refusal:
        raise RehearsalFailed(f"{refusal} Is it a link of the secretariat's?") from None
    finally:
        guest.close()
    visitor = Visitor(url)
    visitor.use_link(made["link"], "Rehearsal")
    return Secretariat(visitor, cue, made["workshop"], made["link"])
