"""A moderator of one topic: decides on notes while they come in, then makes points of them."""

import time
from random import Random
from typing import Any

from discussion.rehearsal.corpus import PlannedPoint, Verdict
from discussion.rehearsal.cue import Cue
from discussion.rehearsal.failure import Declined
from discussion.rehearsal.line import Line
from discussion.rehearsal.rapporteur import BREATH
from discussion.rehearsal.stage import Stage

STROKES = (8, 24)  # characters at a time; a moderator has thought about the words before
MOVES = {"confirmed": "confirm_point", "noted_only": "note_only_point"}
OVERTAKEN = ("version_moved", "decided_meanwhile", "move_not_possible")
"""Refusals of a decision that something else came before; the board will show what."""


class Moderator:
    """Follows the board of a topic until every note is decided and every point is made."""

    def __init__(self, line: Line, stage: Stage, cue: Cue, topic: int) -> None:
        self.line = line
        self.topic = topic
        self._stage = stage
        self._cue = cue
        self._rng = Random(f"moderator/{topic}")
        self._tried: set[tuple[str, int, str | None]] = set()
        deals = [d for d in stage.script.deals if d.note.topic == topic]
        self._deals = {stage.notes[d.note.key]: d for d in deals}
        self._left = list(stage.points_of(topic))

    def moderate(self) -> None:
        """Decides, asks back, groups and writes until nothing is left to do."""
        self.line.follow(f"board:{self._stage.topics[self.topic].id}")
        self.line.follow(f"points:{self._stage.topics[self.topic].id}")
        while not self._done():
            with self.line.lock:
                due, ready = self._due(), self._ready()
            if due:
                self._decide(due)
            elif ready:
                self._make(ready)
            else:
                self.line.until(self._something_to_do, "notes to decide on")

    def _done(self) -> bool:
        with self.line.lock:
            return not self._left and all(self._final(note) for note in self._deals)

    def _something_to_do(self) -> bool:
        done = not self._left and all(self._final(note) for note in self._deals)
        return done or bool(self._due()) or self._ready() is not None

    def _final(self, note: str) -> bool:
        state = self._board().get(note)
        if state is None:
            return False
        deal = self._deals[note]
        settled = bool(state["status"] == self._verdict(note).outcome)
        return settled and bool(state["text"] == deal.note.text)

    def _due(self) -> list[dict[str, Any]]:
        """Submitted notes that were not decided on as they are now."""
        states = self._board().values()
        return [
            state
            for state in states
            if state["id"] in self._deals
            and state["status"] == "submitted"
            and (state["id"], state["version"], state.get("answer")) not in self._tried
        ]

    def _decide(self, due: list[dict[str, Any]]) -> None:
        commands = [self._decision(state) for state in due]
        for state in due:
            self._tried.add((state["id"], state["version"], state.get("answer")))
        answers = self.line.do_all(commands)
        for (kind, _), answer in zip(commands, answers, strict=True):
            refused = answer.get("refused")
            if refused is not None and refused["code"] not in OVERTAKEN:
                raise Declined(kind, refused)
            self._cue.count("decisions")

    def _decision(self, state: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        verdict = self._verdict(state["id"])
        answered = state.get("answer") is not None
        decision = (verdict.then or "accept") if answered else verdict.decision
        facts: dict[str, Any] = {
            "note": state["id"],
            "version": state["version"],
            "state": state["status"],
        }
        if decision == "return":
            facts["question"] = verdict.question
        elif decision in ("park", "rule_out"):
            facts |= {"reason": verdict.reason, "remark": verdict.remark}
        return f"{decision}_note", facts

    def _ready(self) -> PlannedPoint | None:
        """The next point whose notes are all accepted."""
        board = self._board()
        for point in self._left:
            notes = (self._stage.notes[key] for key in point.sources)
            if all(board.get(note, {}).get("status") == "accepted" for note in notes):
                return point
        return None

    def _make(self, planned: PlannedPoint) -> None:
        point = self._stage.points[planned.key]
        sources = [self._stage.notes[key] for key in planned.sources]
        first, later = sources[:2], sources[2:]
        added = {
            "point": point,
            "topic": self._stage.topics[self.topic].id,
            "subtopic": self._stage.subtopic(self.topic, planned.subtopic),
            "kind": planned.kind,
            "statement": "",
            "sources": first,
            "position": self._stage.positions[planned.key],
        }
        further = [("add_source", {"point": point, "note": note}) for note in later]
        for answer in self.line.do_all([("add_point", added), *further]):
            if "refused" in answer:
                raise Declined("add_point", answer["refused"])
        self._state(point, planned.statement)
        version = self.line.texts.version(point)
        self.line.do(MOVES[planned.status], point=point, version=version, state="proposed")
        self._left.remove(planned)
        self._cue.count("points")

    def _state(self, point: str, statement: str) -> None:
        """Types a statement as live text."""
        with self.line.lock:
            self.line.texts.put_caret(point, 0)
        while statement:
            size = self._rng.randint(*STROKES)
            self.line.type(point, statement[:size])
            statement = statement[size:]
            time.sleep(BREATH)
        self.line.until(lambda: self.line.texts.saved(point), "a statement to be saved")

    def _board(self) -> dict[str, dict[str, Any]]:
        return self.line.seen.get("note", {})

    def _verdict(self, note: str) -> Verdict:
        return self._stage.verdicts[self._deals[note].note.key]
