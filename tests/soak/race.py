"""Two moderators decide on the same notes of a full topic, before five boards; must not draw any.

They decide singly, two hundred at once, and back again, both on the same notes at that moment. One
board loses its line in each round and asks for what it missed. Whatever was answered must be so,
once, on every board.
"""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.board.topic import Ground, fill
from discussion.app import make_runtime
from discussion.services import channels
from discussion.storage.database import open_database
from tests.kit.house.held import Held, new_workshop
from tests.kit.house.runtime import Clock
from tests.kit.server import Server, new_server
from tests.soak.boards import Board, State

BOARDS, DECIDING = 5, 2
BULK, SINGLE = 200, 30  # notes decided on together; one by one
MOVES = {"accept_note": "accepted", "park_note": "parked", "rule_out_note": "out_of_scope"}
WAITING = {"submitted", *MOVES.values()}
TOLD = {"decided_meanwhile", "decided_since"}  # what the second is told of what happened


@dataclass
class Race:
    """A full house with its boards, and what every note must be by what was answered."""

    server: Server
    held: Held
    topic: str
    boards: list[Board] = field(default_factory=list)
    decided: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # note, before, after
    settled: dict[str, tuple[int, str]] = field(default_factory=dict)  # note: event, state
    undone: set[str] = field(default_factory=set)  # decisions, and what took them back
    touched: set[str] = field(default_factory=set)  # notes of this round: boards may be behind

    def round(self, chance: Random) -> tuple[int, list[str]]:
        """How many decisions were asked for, and what did not hold."""
        deciding, away = self.boards[:DECIDING], chance.choice(self.boards[DECIDING:])
        away.lose_line()
        self.touched.clear()
        faults, asked = [], 0
        for size in (BULK, *[1] * SINGLE):
            sent = self._decisions(chance, size)
            asked += sum(map(len, sent))
            faults += self._answered(deciding, sent, rivals=True)
        sent = [self._taking_back(board, chance) for board in deciding]
        asked += sum(map(len, sent))
        faults += self._answered(deciding, sent, rivals=False)
        away.open()
        return asked, faults + self._compared()

    def _decisions(self, chance: Random, size: int) -> list[list[State]]:
        """What both ask for at the same moment: mostly about the same notes, as they see them."""
        replica = self.boards[0].replica
        known = replica.notes.keys() - self.touched
        ids = sorted(i for i in known if replica.notes[i]["status"] in WAITING)
        notes = [replica.notes[i] for i in chance.sample(ids, size)]
        self.touched |= {note["id"] for note in notes}
        return [[self._decision(chance, note) for note in notes] for _ in range(DECIDING)]

    def _decision(self, chance: Random, note: State) -> State:
        kind = chance.choice([move for move, after in MOVES.items() if after != note["status"]])
        reason = {} if kind == "accept_note" else {"reason": "unclear", "remark": None}
        seen = {"note": note["id"], "version": note["version"], "state": note["status"]}
        command = self.held.command(kind, **seen, **reason)
        self.decided[command["id"]] = (note["id"], note["status"], MOVES[kind])
        return command

    def _taking_back(self, board: Board, chance: Random) -> list[State]:
        done = self.decided.keys() - self.undone
        mine = sorted(i for i in done if "number" in board.answers.get(i, [{}])[0])
        commands = []
        for decision in chance.sample(mine, min(len(mine), SINGLE)):
            command = self.held.command("undo_decision", decision=decision)
            note, before, after = self.decided[decision]
            self.decided[command["id"]] = (note, after, before)
            self.undone |= {decision, command["id"]}
            commands.append(command)
        return commands

    def _answered(self, boards: list[Board], sent: list[list[State]], *, rivals: bool) -> list[str]:
        for board, commands in zip(boards, sent, strict=True):
            board.send(commands)
        faults = []
        taken: Counter[str] = Counter()
        for board, commands in zip(boards, sent, strict=True):
            faults += [f"{i} was not answered" for i in board.wait(commands)]
            for command in commands:
                told = board.answers.get(command["id"], [])
                faults += self._heard(command["id"], told)
                taken[self.decided[command["id"]][0]] += sum("number" in each for each in told)
        if rivals:
            faults += [
                f"{note} was decided {n} times at once" for note, n in taken.items() if n != 1
            ]
        return faults

    def _heard(self, command: str, told: list[State]) -> list[str]:
        faults = [f"{command} was answered {len(told)} times"] if len(told) > 1 else []
        note, _, after = self.decided[command]
        for answer in told:
            refused = answer.get("refused", {}).get("code")
            if refused and refused not in TOLD:
                faults.append(f"{command} was refused: {refused}")
            elif not refused and answer["number"] > self.settled.get(note, (0, ""))[0]:
                self.settled[note] = (answer["number"], after)
        return faults

    def _compared(self) -> list[str]:
        """Every board with the database, and the database with what was answered."""
        with self.held.database.reading() as transaction:
            number, state = channels.fresh(transaction, self.held.id, f"board:{self.topic}")
        fresh, faults = json.loads(json.dumps(state)), []
        for place, board in enumerate(self.boards):
            if not board.reaches(number):
                faults.append(f"board {place} heard up to {board.replica.at}, not {number}")
            faults += [f"board {place}: {fault}" for fault in board.replica.faults(fresh)]
        states = {note["id"]: note["status"] for note in fresh["notes"]}
        return faults + [
            f"{note} is {states[note]}, and event {at} made it {after}"
            for note, (at, after) in self.settled.items()
            if states[note] != after
        ]


@contextmanager
def racing(folder: Path, notes: int, **settings: str) -> Iterator[Race]:
    """A served house with so many notes on its first topic, and five boards of them open."""
    server = new_server(folder, **settings)
    with closing(open_database(server.settings.database_url)) as database:
        held = new_workshop(database, make_runtime(server.settings), Clock(), tables=1)
        topic = held.topics[0]
        subtopics = tuple(each.id for each in topic.subtopics)
        fill(
            database,
            held.runtime,
            Ground(held.id, topic.id, subtopics, held.runtime.new_id()),
            notes,
        )
        race = Race(server, held, topic.id)
        server.start()
        try:
            for number in range(BOARDS):
                held.people[f"board {number}"] = held.somebody("moderator", name=f"M{number}")
                race.boards.append(Board(server, held, f"board {number}", topic.id))
                race.boards[-1].open()
            yield race
        finally:
            server.kill()
