"""A rapporteur at a table: types notes, answers questions, reads back; decides on nothing."""

import time
from collections.abc import Iterator
from random import Random

from discussion.domain.contributions import READ_BACK_CHOICES
from discussion.rehearsal.corpus import Deal
from discussion.rehearsal.cue import Cue
from discussion.rehearsal.failure import Declined
from discussion.rehearsal.line import Line
from discussion.rehearsal.stage import Stage, halves

STROKES = (4, 12)  # characters typed at a time: an hour's typing goes by in seconds
BREATH = 0.003  # seconds between them


class Rapporteur:
    """One of a table's rapporteurs, with a connection of its own."""

    def __init__(self, line: Line, stage: Stage, cue: Cue, table: int, number: int) -> None:
        self.line = line
        self.table = table
        self.number = number
        self.loses_connection = False  # in the middle of the next note
        self._stage = stage
        self._cue = cue
        self._rng = Random(f"{table}/{number}")

    def discuss(self, topic: int) -> None:
        """Types everything this rapporteur has to say on a topic and answers what is asked."""
        self.line.follow(self._channel(topic))
        shared = self._stage.shared(self.table, topic)
        if shared is not None and self._stage.second_hand(shared) == self.number:
            self._begin(shared)
        mine = self._stage.own(self.table, self.number, topic)
        for deal in mine:
            self._write(deal, shared=deal is shared)
        for deal in mine:
            self._answer(deal)

    def read_back(self, topic: int) -> None:
        """Confirms the table's top notes, as the script has chosen them."""
        sheet = self._stage.topics[topic].sheets[self.table]
        self.line.until(lambda: not self._unsaid(topic), "every note of the table")
        typed = [d.note.key for d in self._stage.script.sheet(self.table, topic)]
        chosen = self._stage.read_back(self.table, topic)
        # A table with fewer good notes than the least to be chosen fills up with its others.
        others = [key for key in typed if key not in chosen]
        least = min(READ_BACK_CHOICES[0], len(typed))
        keys = [*chosen, *others[: max(0, least - len(chosen))]]
        notes = [self._stage.notes[key] for key in keys]
        self.line.do("read_back_sheet", sheet=sheet, notes=notes)
        self._cue.count("read back")

    def finish(self, topic: int) -> None:
        """Turns to another sheet."""
        self.line.leave(self._channel(topic))

    def _write(self, deal: Deal, *, shared: bool) -> None:
        note, place = self._stage.notes[deal.note.key], self._stage.topics[deal.note.topic]
        self.line.do(
            "add_note",
            note=note,
            sheet=place.sheets[self.table],
            kind=deal.note.kind,
            subtopic=self._stage.subtopic(deal.note.topic, deal.note.subtopic),
            position=self._stage.positions[deal.note.key],
        )
        words = halves(deal.note.text)[1] if shared else deal.note.text
        self._type(note, words)
        self._wait_for(note, deal.note.text)
        self._submit(note, deal.note.countries)
        self._cue.count("notes")

    def _begin(self, deal: Deal) -> None:
        """Types the beginning of somebody else's note in front of what is there by then."""
        note, text = self._stage.notes[deal.note.key], self.line.texts
        self.line.until(lambda: bool(text.shown(note)), "a note to appear on the sheet")
        self._type(note, halves(deal.note.text)[0])
        self._cue.count("shared notes")

    def _type(self, note: str, words: str) -> None:
        with self.line.lock:
            self.line.texts.put_caret(note, 0)
        strokes = list(self._strokes(words))
        for number, stroke in enumerate(strokes):
            self._cue.check()
            self.line.type(note, stroke)
            if self.loses_connection and number == len(strokes) // 2:
                self.loses_connection = False
                self.line.cut()
            time.sleep(BREATH)
        self.line.until(lambda: self.line.texts.saved(note), "a note to be saved")

    def _strokes(self, words: str) -> Iterator[str]:
        while words:
            size = self._rng.randint(*STROKES)
            yield words[:size]
            words = words[size:]

    def _wait_for(self, note: str, text: str) -> None:
        """Until a second rapporteur has typed the other part, if there is one."""
        self.line.until(lambda: self.line.texts.shown(note) == text, "the other half of a note")

    def _submit(self, note: str, countries: tuple[str, ...]) -> None:
        named = [("set_note_countries", {"note": note, "value": list(countries)})]
        done = ("submit_note", {"note": note})
        for answer in self.line.do_all([*(named if countries else ()), done]):
            refused = answer.get("refused")
            # The server submits a note by itself when nobody has typed in it for a while.
            if refused is not None and refused["code"] != "move_not_possible":
                raise Declined("submit_note", refused)

    def _answer(self, deal: Deal) -> None:
        verdict = self._stage.verdicts[deal.note.key]
        if verdict.decision != "return" or verdict.answer is None:
            return
        note = self._stage.notes[deal.note.key]
        self.line.until(lambda: self._status(note) == "returned", "a moderator's question")
        self.line.do("answer_question", note=note, answer=verdict.answer)
        self._cue.count("answers")

    def _unsaid(self, topic: int) -> list[str]:
        """Notes of the table that are not submitted, as far as this rapporteur has seen."""
        typed = [d.note.key for d in self._stage.script.sheet(self.table, topic)]
        notes = (self._stage.notes[key] for key in typed)
        return [note for note in notes if self._status(note) in ("", "writing", "withdrawn")]

    def _status(self, note: str) -> str:
        return str(self.line.seen.get("note", {}).get(note, {}).get("status", ""))

    def _channel(self, topic: int) -> str:
        return f"sheet:{self._stage.topics[topic].sheets[self.table]}"
