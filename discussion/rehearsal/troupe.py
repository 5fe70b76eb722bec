"""Everybody at a rehearsal, and the order in which topics are played; it compares nothing."""

import threading
from collections.abc import Callable

from discussion.rehearsal.cue import Crew, Cue
from discussion.rehearsal.line import Line
from discussion.rehearsal.moderator import Moderator
from discussion.rehearsal.rapporteur import Rapporteur
from discussion.rehearsal.secretariat import Secretariat
from discussion.rehearsal.stage import Stage
from discussion.rehearsal.visitor import Visitor


class Troupe:
    """Rapporteurs, moderators and the secretariat, each with a connection of their own."""

    def __init__(
        self,
        stage: Stage,
        secretariat: Secretariat,
        cue: Cue,
        tables: int,
        tell: Callable[[str], None],
    ) -> None:
        self._stage = stage
        self._secretariat = secretariat
        self._cue = cue
        self._tables = tables
        self._tell = tell
        self._playing = 0  # number of the topic
        self._crew = Crew(cue, lambda: tell(self._progress()))
        self._visitors: list[Visitor] = []
        self._lines: list[Line] = []
        self._rapporteurs: list[Rapporteur] = []
        self._moderators: list[Moderator] = []
        self._moderating: list[threading.Thread] = []

    @property
    def stored(self) -> set[str]:
        """The ids of all commands that were acknowledged."""
        return set().union(*(line.stored for line in (*self._lines, self._secretariat.line)))

    def come_in(self) -> None:
        """Signs everybody in: tables by their cards, moderators by links."""
        codes = self._secretariat.codes()
        for table in range(1, self._tables + 1):
            for number in range(1, self._stage.rapporteurs + 1):
                name = f"Rapporteur {number} of table {table}"
                visitor = self._visitor()
                visitor.sit_down(codes[table], name)
                line = self._line(visitor, name)
                self._rapporteurs.append(Rapporteur(line, self._stage, self._cue, table, number))
        for topic in self._stage.topics.values():
            name = f"Moderator of topic {topic.number}"
            visitor = self._visitor()
            visitor.use_link(self._secretariat.moderator_link(topic), name)
            line = self._line(visitor, name)
            self._moderators.append(Moderator(line, self._stage, self._cue, topic.number))
        # One network fails in the middle of a note, as one always does.
        self._rapporteurs[-1].loses_connection = True

    def discuss(self, topic: int) -> None:
        """Plays one topic's discussion; its moderator may still write points when it closes."""
        self._playing = topic
        place, first = self._stage.topics[topic], topic == min(self._stage.topics)
        self._secretariat.start(place)
        self._tell(f"Topic {topic} is being discussed")
        moderator = next(m for m in self._moderators if m.topic == topic)
        self._moderating.append(self._crew.start(moderator.moderate))
        typing = [self._crew.start(r.discuss, topic) for r in self._rapporteurs]
        if first:
            self._secretariat.extend(place)
        self._crew.wait(typing)
        speakers = [r for r in self._rapporteurs if r.number == 1]
        self._crew.wait([self._crew.start(r.read_back, topic) for r in speakers])
        for rapporteur in self._rapporteurs:
            rapporteur.finish(topic)
        self._secretariat.close(place)
        self._tell(self._progress())

    def wait_for_moderators(self) -> None:
        """Until every topic has its points."""
        self._crew.wait(self._moderating)
        self._tell(self._progress())

    def close(self) -> None:
        """Everybody leaves."""
        self._cue.stop()
        for line in self._lines:
            line.close()
        for visitor in self._visitors:
            visitor.close()

    def _visitor(self) -> Visitor:
        visitor = Visitor(self._secretariat.visitor.url)
        self._visitors.append(visitor)
        return visitor

    def _line(self, visitor: Visitor, name: str) -> Line:
        line = Line(visitor, self._cue, name)
        self._lines.append(line)
        line.open()
        return line

    def _progress(self) -> str:
        count = self._cue.counted
        return (
            f"Topic {self._playing}: {count('notes')} of {len(self._stage.script.deals)} notes,"
            f" {count('decisions')} decisions,"
            f" {count('points')} of {len(self._stage.script.points)} points,"
            f" {count('characters'):,} characters saved"
        )
