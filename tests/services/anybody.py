"""Somebody doing anything at all, and screens of every kind that watch; not a test itself."""

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

from discussion.domain.attribution import CAPTURING
from discussion.domain.contributions import CONTRIBUTION, KINDS, REASONS
from discussion.domain.drafting.outcomes import OUTCOMES
from discussion.domain.drafting.paragraphs import ORIGINS
from discussion.domain.outcome import READERS
from discussion.domain.people import PERMISSIONS, ROLES
from discussion.domain.synthesis import POINT, ROOM_VIEWS
from discussion.domain.translations import LANGUAGES
from discussion.live.commands import COMMANDS
from discussion.live.positions import between
from discussion.services import channels
from discussion.services.commands import Batch
from tests.kit.house import Held
from tests.services.marks import possible_moves
from tests.services.paragraphs import add_paragraph
from tests.services.passages import begin_passage
from tests.services.points import confirm_point
from tests.services.screens import Screen
from tests.services.translations import add_translation
from tests.web.things import edition_of

OFTEN = ("edit_text",) * 8 + ("add_note", "submit_note", "accept_note", "add_point") * 3
COMMAND_OF = {"answer": "answer_question"}
KINDS_OF_COMMAND = (*sorted(COMMANDS), *OFTEN)
MAKES = {  # what is new, and where those there are are kept
    ("add_note", "note"): "notes",
    ("add_point", "point"): "points",
    ("split_point", "new"): "points",
    ("add_paragraph", "paragraph"): "paragraphs",
    ("begin_passage", "passage"): "passages",
    ("add_translation", "translation"): "translations",
    ("add_table", "table"): "tables",
}
REMOVES = ("remove_point", "remove_paragraph", "remove_translation")
CHOICES: dict[str, Sequence[Any]] = {
    "kind": list(KINDS),
    "reason": list(REASONS),
    "readers": list(READERS),
    "list": ("name,country\nDelegate,MY", "country\nMY", ""),
    "view": list(ROOM_VIEWS),
    "capturing": CAPTURING,
    "published": CAPTURING,
    "agreed": (True, True, False),
    "names": (True, False),
    "ended": (0, 1, 9),
    "section": ("topic",),
    "origin": ORIGINS,
    "outcome": list(OUTCOMES),
    "language": list(LANGUAGES),
    "languages": ([], ["fr"], ["fr", "ar"]),
    "document": ("presentation-topic-1", "presentation-topic-1", "proceedings", "declaration"),
}


class Room:
    """Somebody doing anything at all, and screens of every kind that watch."""

    def __init__(self, held: Held, seed: int) -> None:
        self.held, self.chance = held, random.Random(seed)
        held.people |= {"rapporteur": held.rapporteur(1), "second": held.rapporteur(2)}
        self.notes = [held.write("First")]
        self.points = [confirm_point(held, words) for words in ("One", "Another")]
        self.paragraphs = [add_paragraph(held, "Words", topic=held.topics[0].id)]
        self.passages = [begin_passage(held, held.runtime.new_id(), "presentation-topic-1")]
        self.translations = [add_translation(held, self.paragraphs[0])]
        self.tables = [table.id for table in held.tables]
        self.editions = [edition_of(held), "nosuchedition"]
        self.decisions: list[str] = []
        self.done: Counter[str] = Counter()
        self.channels = [
            f"sheet:{held.sheet(1)}",
            f"sheet:{held.sheet(2)}",
            f"points:{held.topics[0].id}",
            f"workshop:{held.id}",
            f"drafting:{held.id}",
            f"translations:{held.id}",
        ]
        self.removed: list[tuple[str, dict[str, Any]]] = []  # what would bring it back
        self.live = {channel: self.joined(channel) for channel in self.channels}
        self.asleep = {channel: self.joined(channel) for channel in self.channels}

    def joined(self, channel: str) -> Screen:
        """A screen that joins now."""
        return Screen(*self.held.fresh(channel))

    def happens(self) -> None:
        """A batch of one to four commands; live screens hear of it."""
        asked = [self.anything() for _ in range(self.chance.randint(1, 4))]
        batch = self.held.batch(*asked)
        self.done.update(e.kind for e in batch.events)
        self.decisions += [e.command for e in batch.events if e.kind != "edit_text"]
        gone = [(e.kind.partition("_")[2], e.subject) for e in batch.events if e.kind in REMOVES]
        self.removed += [(f"restore_{item}", {item: subject}) for item, subject in gone]
        for channel, screen in self.live.items():
            entries = batch.entries.immediate.get(channel)
            if entries is not None:
                assert screen.frame(batch.first, batch.last, entries) or self.missed(screen, batch)
            screen.number = max(screen.number, batch.last)

    def missed(self, screen: Screen, batch: Batch) -> bool:
        raise AssertionError(f"a live screen at {screen.number} was left behind {batch.first}")

    def wake(self, channel: str) -> None:
        """A sleeping screen catches up."""
        screen = self.asleep[channel]
        with self.held.database.reading() as transaction:
            caught = channels.catch_up(transaction, self.held.id, channel, screen.number)
        assert caught is not None
        assert screen.frame(screen.number, *caught)

    def anything(self) -> tuple[Any, dict[str, Any]]:
        """Any command by anybody, about things that exist more often than not."""
        kind, about = self.chance.choice([self.sensible, self.any_command])()
        allowed = {"rapporteur", "secretariat"} & set(PERMISSIONS.get(kind, ROLES))
        who = self.held.actor(self.chance.choice([*sorted(allowed) * 4, "second"]))
        facts = {name: self.fact(kind, name) for name in COMMANDS[kind]} | about
        if "version" in facts:
            named = ("note", "point", "paragraph", "translation")
            item = next(facts[name] for name in named if name in facts)
            facts["version"] = self.version_of(item)
        if "of_version" in facts:
            facts["of_version"] = self.of_version(facts["translation"])
        if "into_version" in facts:
            facts["into_version"] = self.version_of(facts["into"])
        if "state" in facts:
            facts["state"] = self.state_of(facts.get("note") or facts["point"])
        return who, self.held.command(kind, **facts)

    def any_command(self) -> tuple[str, dict[str, Any]]:
        """A command whose facts are left to chance."""
        return self.chance.choice(KINDS_OF_COMMAND), {}

    def sensible(self) -> tuple[str, dict[str, Any]]:
        """A move that the state of some note, point or sheet allows."""
        seen = {k: v for screen in self.live.values() for k, v in screen.items.items()}
        notes = {key: item for key, item in seen.items() if "sheet" in item}
        points = {key: item for key, item in seen.items() if "sources" in item}
        sheet = self.held.sheet(1)
        said = [k for k, v in notes.items() if v["status"] not in ("writing", "withdrawn")]
        mine = [key for key in said if notes[key]["sheet"] == sheet]
        choices: list[tuple[str, dict[str, Any]]] = [
            ("read_back_sheet", {"sheet": sheet, "notes": mine[:3]}),
            ("add_source", {"note": self.chance.choice(self.accepted() or self.notes)}),
            ("add_sources", {"notes": self.accepted()[:2] or self.notes[:1]}),
            ("extend_discussion", {}),
            *self.removed[-2:] * 6,
        ]
        for key, item in self.chance.sample(sorted(notes.items()), min(4, len(notes))):
            moves = CONTRIBUTION.possible(item["status"])
            choices += [(COMMAND_OF.get(m, f"{m}_note"), {"note": key}) for m in moves]
        for key, item in self.chance.sample(sorted(points.items()), min(2, len(points))):
            moves = set(POINT.possible(item["status"])) - {"draft"}
            choices += [(f"{move}_point", {"point": key}) for move in sorted(moves)]
            some = {"point": key, "notes": item["sources"][:1]}
            choices += [(k, some) for k in ("split_point", "move_sources") if item["sources"]]
        choices += [("undo_decision", {"decision": key}) for key in self.decisions[-1:]]
        choices += possible_moves(self.held)
        return self.chance.choice(choices)

    def fact(self, kind: str, name: str) -> Any:
        """A value of the right form."""
        chance, held = self.chance, self.held
        match name:
            case _ if (kind, name) in MAKES:
                return self.new(getattr(self, MAKES[kind, name]))
            case "table" if kind == "remove_table":
                return chance.choice(self.tables[2:] or ["nosuchtable"])
            case "note" | "point" | "into" | "table":
                made = [k for k, v in self.live[self.channels[2]].items.items() if "sources" in v]
                known = {"note": self.notes, "table": self.tables}
                return chance.choice(known.get(name, made or self.points))
            case "text":
                drafted = (*self.paragraphs[-2:], *self.passages[-2:], *self.translations[-2:])
                return chance.choice([*self.notes[-4:], *self.points[-2:], *drafted])
            case "base":
                return chance.choice([0, 0, 1, 2])
            case "change":
                return chance.choice([["word "], [1, " more"], [-1], [2, -1, "é"], [1, "\n"]])
            case "sheet":
                return held.sheet(chance.randint(1, 2))
            case "topic":
                return held.topics[0].id
            case "subtopic":
                return chance.choice([None, held.topics[0].subtopics[0].id])
            case "edition":
                return chance.choice(self.editions)
            case "discussion":
                return held.fresh(f"workshop:{held.id}")[1]["discussions"][0]["id"]
            case "sources" | "notes":
                return self.some_notes(kind, name)
            case _:
                return self.plain(kind, name)

    def some_notes(self, kind: str, name: str) -> list[str]:
        """Accepted ones for a point, a handful to read back, else the first there was."""
        if name == "sources":
            return self.chance.sample(self.accepted(), min(len(self.accepted()), 2))
        if kind != "read_back_sheet":
            return self.notes[:1]
        return self.chance.sample(self.notes, min(len(self.notes), self.chance.randint(0, 3)))

    def accepted(self) -> list[str]:
        """The accepted notes of both sheets."""
        seen = [item for c in self.channels[:2] for item in self.live[c].items.values()]
        return [item["id"] for item in seen if item["status"] == "accepted"]

    def plain(self, kind: str, name: str) -> Any:
        """A value that names nothing."""
        chance = self.chance
        match name:
            case "paragraph" | "passage" | "translation":
                return chance.choice(getattr(self, f"{name}s"))
            case "of":
                return chance.choice([*self.points, *self.paragraphs, *self.passages])
            case "slot" | "basis" | "made" if kind.endswith("_passage"):
                return f"S{chance.randint(1, 9)}"
            case _ if name in CHOICES:
                return chance.choice(CHOICES[name])
            case "position":
                return between(None, None) + chance.choice("123abc")
            case "minutes" | "phones" | "marks":
                return 10
            case "round":
                return self.held.runtime.new_id()
            case "countries":
                return ["MY", "TR", "SESRIC"]
            case "subject" | "page" | "slot" | "basis" | "made":
                return None
            case "points":
                return []
            case "level":
                return chance.choice([0, 1])
            case "profile":
                return ""
            case "name":
                return f"Table {self.chance.random()}"
            case "value":
                return self.value(kind)
            case "version" | "into_version":
                return 0
            case "decision":
                return chance.choice(self.decisions or ["nosuchthing"])
            case _:
                return "Some words?"

    def value(self, kind: str) -> Any:
        """What a field of a note or point is set to."""
        if kind.startswith("move_"):
            return self.chance.choice(["V", "a", "zz"])
        if kind.endswith("_kind"):
            return self.chance.choice(list(KINDS))
        if kind.endswith("_subtopic"):
            return self.fact(kind, "subtopic")
        return self.chance.sample(["MY", "TR", "SESRIC"], 2)

    def version_of(self, item: str) -> int:
        """The version the item stands at, for most decisions; now and then another."""
        for channel in self.channels:
            held = self.live[channel].items.get(item)
            if held is not None:
                return int(held["version"]) + self.chance.choice([0, 0, 0, 1])
        return 0

    def of_version(self, translation: str) -> int:
        """The version that the source of a translation stands at, mostly."""
        held = self.live[self.channels[-1]].items.get(translation)
        return self.version_of(held["of"]) if held else 0

    def state_of(self, note: str) -> str:
        """What the note's state is, for most decisions; now and then another."""
        for channel in self.channels:
            held = self.live[channel].items.get(note)
            if held is not None:
                other = "accepted" if "sheet" in held else "parked"
                return str(self.chance.choice([held["status"]] * 9 + [other]))
        return "submitted"

    def new(self, known: list[str]) -> str:
        """A new id, known from now on."""
        known.append(self.held.runtime.new_id())
        return known[-1]

    def compare(self) -> None:
        """Every screen that is awake shows what a fresh one shows."""
        for channel in self.channels:
            fresh = self.joined(channel).seen()
            assert self.live[channel].seen() == fresh, f"live {channel}"
            if self.chance.random() < 0.6:
                self.wake(channel)
                assert self.asleep[channel].seen() == fresh, f"caught up {channel}"
