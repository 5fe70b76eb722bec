"""A day of the workshop, from setting up to the printed declaration, through pages and sockets."""

import io
import re
from typing import Any

import pytest
from docx import Document

from discussion.live import replica as live
from discussion.live.positions import between
from discussion.live.replica import Received, Replica
from tests.kit.house import Line, PagesOf, Visitor
from tests.kit.house.pages import words


class Rapporteur:
    """Somebody at a table with a tablet: signs in by the card, types, loses the Wi-Fi, goes on."""

    def __init__(self, house: PagesOf, table: int, name: str) -> None:
        self.house, self.held = house, house.workshop
        self.visitor = house.visitor()
        form = {"code": self.held.card(table)[0], "name": name}
        assert self.visitor.post("/table", form).status_code == 303
        page = self.visitor.get(self.visitor.get("/sheet").headers["Location"])
        assert page.status_code == 200
        self.sheet = self.held.sheet(table)
        self.position: str | None = None
        self.unsent: list[dict[str, Any]] = []
        self.line: Line | None = None
        self.reach()

    def reach(self) -> dict[str, Any]:
        """The Wi-Fi is back: joins the sheet and sends again what was not answered."""
        self.line = Line(self.house.app, self.visitor.session, self.visitor.csrf)
        joined = self.line.join(f"sheet:{self.sheet}")
        if self.unsent:
            answers = self.line.send(*self.unsent)
            assert all("number" in answer for answer in answers), answers
            self.unsent = []
        return joined

    def lose_the_wifi(self) -> None:
        """Nothing gets out from now on, and nothing comes in."""
        assert self.line is not None
        self.line.close()
        self.line = None

    def says(self, words: str, kind: str = "recommendation") -> str:
        """One note, submitted; kept on the tablet while there is no Wi-Fi."""
        note, self.position = self.held.runtime.new_id(), between(self.position, None)
        facts = {"kind": kind, "subtopic": None, "position": self.position}
        self.does("add_note", note=note, sheet=self.sheet, **facts)
        self.does("edit_text", text=note, base=0, change=[words])
        self.does("submit_note", note=note)
        return note

    def does(self, kind: str, /, **facts: Any) -> None:
        """Sends a command, or keeps it."""
        message = self.held.command(kind, **facts)
        if self.line is None:
            self.unsent.append(message)
        else:
            assert "number" in self.line.send(message)[0]


class Day:
    """The day in its chapters; what one leaves is what the next begins with."""

    def __init__(self, house: PagesOf) -> None:
        self.house, self.held = house, house.workshop
        self.secretariat, self.moderator = house.visitor("secretariat"), house.socket("moderator")
        self.topic = self.held.topics[0]
        self.discussion = self.held.fresh(f"workshop:{self.held.id}")[1]["discussions"][0]["id"]

    def a_table_is_added_and_the_discussion_starts(self) -> None:
        assert self.secretariat.post("/tables", {"names": "The window"}).status_code == 303
        assert [table.name for table in self.held.tables] == ["Table 1", "Table 2", "The window"]
        self.secretariat.post(f"/discussions/{self.discussion}", {"do": "start"})

    def three_tables_write_and_one_loses_the_wifi(self) -> None:
        self.anna, self.beno, self.ceyla = (
            Rapporteur(self.house, table, name)
            for table, name in ((1, "Anna"), (2, "Beno"), (3, "Ceyla"))
        )
        self.skills = self.anna.says("Match vacancies by skills, not by titles.")
        self.same = self.beno.says("Match people by what they can do.")
        self.ceyla.lose_the_wifi()
        self.offline = self.ceyla.says("Let people register once, for every service.")
        self.coffee = self.beno.says("The coffee is cold.", kind="challenge")
        self.ceyla.reach()
        assert self.held.note(self.offline).contribution.status == "submitted"

    def the_moderator_decides_while_the_tables_still_talk(self) -> None:
        board = self.moderator.join(f"board:{self.topic.id}")["state"]
        good = (self.skills, self.same, self.offline)
        seen = {"version": 1, "state": "submitted"}
        assert {note["id"] for note in board["notes"]} == {*good, self.coffee}
        aside = {"note": self.coffee, **seen, "reason": "other_topic", "remark": None}
        answers = self.moderator.send(
            *(self.held.command("accept_note", note=note, **seen) for note in good),
            self.held.command("rule_out_note", **aside),
        )
        assert all("number" in answer for answer in answers)

    def new_words_bring_a_note_back(self) -> None:
        self.beno.does("edit_text", text=self.same, base=1, change=[32, " now"])
        assert self.held.note(self.same).contribution.status == "submitted"
        decisions = (
            self.held.command("accept_note", note=self.same, version=version, state="submitted")
            for version in (1, 2)
        )
        stale, fresh = self.moderator.send(*decisions)
        assert stale["refused"]["code"] == "version_moved" and "number" in fresh

    def what_two_tables_said_becomes_a_point_on_the_room_screen(self) -> None:
        room, point = self.house.socket("room"), self.held.runtime.new_id()
        room.join(f"room:{self.topic.id}")
        making = self.held.command(
            "add_point",
            point=point,
            topic=self.topic.id,
            subtopic=self.topic.subtopics[0].id,
            kind="recommendation",
            statement="Vacancies should be matched by skills.",
            sources=[self.skills, self.same],
            position="V",
        )
        seen = {"point": point, "version": 0, "state": "proposed"}
        self.moderator.send(making, self.held.command("confirm_point", **seen))
        room.until(lambda: bool(shown(room)))
        assert [(p["text"], p["raising"], p["discussing"]) for p in shown(room)] == [
            ("Vacancies should be matched by skills.", 2, 3)
        ]

    def a_table_reads_back_and_a_late_word_is_taken(self) -> None:
        self.ceyla.does("read_back_sheet", sheet=self.ceyla.sheet, notes=[self.offline])
        self.moderator.send(self.held.command("lock_sheet", sheet=self.ceyla.sheet))
        late = self.ceyla.says("And one thing more.")
        assert self.held.note(late).contribution.late
        self.secretariat.post(f"/discussions/{self.discussion}", {"do": "close"})

    def the_declaration_carries_the_point_and_no_name(self) -> None:
        text = declaration(self.secretariat)
        assert "matched by skills" in text
        assert "coffee" not in text and "Beno" not in text


def test_a_day_from_the_first_table_to_the_declaration(house: PagesOf):
    day = Day(house)
    day.a_table_is_added_and_the_discussion_starts()
    day.three_tables_write_and_one_loses_the_wifi()
    day.the_moderator_decides_while_the_tables_still_talk()
    day.new_words_bring_a_note_back()
    day.what_two_tables_said_becomes_a_point_on_the_room_screen()
    day.a_table_reads_back_and_a_late_word_is_taken()
    day.the_declaration_carries_the_point_and_no_name()


def test_two_people_at_one_table_write_one_note_while_the_wifi_comes_and_goes(house: PagesOf):
    held = house.workshop
    anna, beno = Rapporteur(house, 1, "Anna"), Rapporteur(house, 1, "Beno")
    note = anna.says("Start")
    replicas = {"anna": live.fresh(1, "Start"), "beno": live.fresh(1, "Start")}
    beno.lose_the_wifi()
    for word in (" one", " two", " three"):
        replicas["anna"] = typed(anna, note, replicas["anna"], word)
        replicas["beno"] = live.typed(replicas["beno"], [word.upper()])
    beno.reach()
    replicas["beno"] = caught_up(beno, note, replicas["beno"])
    replicas["beno"] = sent(beno, note, replicas["beno"])
    replicas["anna"] = caught_up(anna, note, replicas["anna"])
    assert replicas["anna"].shown == replicas["beno"].shown == held.note(note).contribution.text
    assert held.note(note).contribution.text == " THREE TWO ONEStart one two three"


def typed(who: Rapporteur, note: str, replica: Replica, word: str) -> Replica:
    """Types at the end and waits for the answer."""
    return sent(who, note, live.typed(replica, [len(replica.shown), word]))


def sent(who: Rapporteur, note: str, replica: Replica) -> Replica:
    """Sends what is typed and waits for the answer."""
    frozen = live.freeze(replica, who.held.runtime.new_id())
    assert who.line is not None and frozen.sent is not None
    edit = {"text": note, "base": frozen.sent.base, "change": frozen.sent.change}
    answer = who.line.send({"id": frozen.sent.command, "do": "edit_text", **edit})[0]
    return live.acknowledged(frozen, answer["id"], answer["version"])


def caught_up(who: Rapporteur, note: str, replica: Replica) -> Replica:
    """Asks for what was missed."""
    assert who.line is not None
    missed = who.line.ask("changes", {"text": note, "since": replica.version})["changes"]
    told = [Received(entry["version"], entry["change"], entry["command"]) for entry in missed]
    return live.catch_up(replica, told)[0]


def shown(room: Line) -> list[dict[str, Any]]:
    """The points on the room screen."""
    rooms = [entry["room"] for frame in room.frames for entry in frame["entries"]]
    return rooms[-1]["points"] if rooms else []


def declaration(secretariat: Visitor) -> str:
    """Builds the declaration and reads the Word file that comes of it."""
    built = secretariat.post("/publications/build", {"document": "declaration"})
    assert built.status_code == 303, words(built)
    page = secretariat.get("/publications").text
    address = re.search(r'href="(/editions/[^"]+/files/docx)"', page)
    assert address is not None, "no edition stands on the page"
    file = secretariat.get(address[1])
    assert file.status_code == 200
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(file.data)).paragraphs)


@pytest.fixture(autouse=True)
def nobody_met_a_bug(caplog: pytest.LogCaptureFixture) -> Any:
    """A day without a mistake of ours."""
    yield
    assert "met a bug" not in caplog.text
