"""Looks for what says nearly the same as the notes that moderators read, beside everything else.

One native thread of its own does it: neither the hub nor the thread that writes ever waits for
it, and a bug in it costs nobody more than a list of suggestions. It must not know who may ask.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gevent
import socketio
from gevent.event import Event
from gevent.threadpool import ThreadPool

from discussion.services.synthesis.twins import Topic, folds, renew, twins_of
from discussion.services.views import State
from discussion.storage.database import Database

IDLE = 600.0  # seconds after which the words of a topic that nobody asked about are let go
TEXTS_KEPT = 50_000  # of all topics, but for the one just asked about: some 70 MiB
BREATHS = 4  # texts read between two pauses, in which everything else goes on
BREATH = 0.0005  # seconds

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Question:
    """What a board asks: the twins of a note, or of none, and the folds unless they are known."""

    workshop: str
    topic: str
    note: str | None
    known: int | None = None  # the mark of the folds its screen has


class TwinsOfBoards:
    """The topics that boards ask about, and who waits for an answer."""

    def __init__(self, server: socketio.Server, database: Database) -> None:
        """Answers go out through ``server``, as an event called ``twins``."""
        self._server = server
        self._database = database
        self._asked: dict[str, Question] = {}  # by connection; of one only the newest
        self._topics: dict[str, _Used] = {}  # those asked about last stand last
        self._bell = Event()
        self._thread = ThreadPool(1)
        self._greenlet: Any = None
        self._stopping = False

    def start(self) -> None:
        """Begins to answer."""
        self._greenlet = gevent.spawn(self._rounds)

    def stop(self) -> None:
        """Ends it, also in the midst of reading a topic."""
        self._stopping = True
        gevent.killall([self._greenlet] if self._greenlet else [])
        self._thread.kill()

    def ask(self, sid: str, question: Question) -> None:
        """Puts a question in line; a later one of the same connection takes its place."""
        self._asked[sid] = question
        self._bell.set()

    @property
    def texts(self) -> int:
        """How many texts are held."""
        return sum(len(used.topic) for used in self._topics.values())

    def _rounds(self) -> None:
        while True:
            self._bell.wait(timeout=IDLE / 4)
            while self._asked:
                sid = next(iter(self._asked))
                answer = self._thread.apply(self._attempt, (self._asked.pop(sid),))
                self._tell(sid, answer)
            self._bell.clear()
            self._let_go(time.monotonic())

    def _tell(self, sid: str, answer: State) -> None:
        try:
            self._server.emit("twins", answer, to=sid)
        except Exception:  # noqa: BLE001 - who has gone needs no answer, and the others do
            log.exception("twins could not be told")

    def _attempt(self, question: Question) -> State:
        """In the thread: an answer in any case; what met a bug is read anew the next time."""
        about = {"topic": question.topic, "note": question.note}
        try:
            return about | self._answer(question)
        except _Stopping:
            return about
        except Exception:  # noqa: BLE001 - whatever it is, nobody else may feel it
            log.exception("twins could not be looked for")
            self._topics.pop(question.topic, None)  # it may have been half read
            return about | {"failed": True}

    def _answer(self, question: Question) -> State:
        used = self._topics.pop(question.topic, None)
        topic = used.topic if used else Topic(question.workshop, question.topic)
        renew(self._database, topic, self._breathing())
        self._topics[question.topic] = _Used(topic, time.monotonic())
        found = {} if question.note is None else twins_of(topic, question.note)
        return found | {"folds": folds(topic, question.known)}

    def _breathing(self) -> Callable[[], None]:
        count = 0

        def breathe() -> None:
            nonlocal count
            count += 1
            if self._stopping:
                raise _Stopping
            if count % BREATHS == 0:
                time.sleep(BREATH)

        return breathe

    def _let_go(self, now: float) -> None:
        """Of topics nobody asks about any more, and of the oldest where too much is held."""
        for topic, used in list(self._topics.items()):
            full = self.texts > TEXTS_KEPT and len(self._topics) > 1
            if full or now - used.at > IDLE:
                del self._topics[topic]


@dataclass(frozen=True)
class _Used:
    """A topic's words, and when somebody last asked about them."""

    topic: Topic
    at: float  # seconds of a steady clock


class _Stopping(Exception):
    """The house is closing down."""
