"""Ballots that arrive together are stored together; must not know what stands in them.

A commit costs what the disk takes, whatever is in it. A hall that sends at once would hold up
the notes of the tables for seconds if each ballot had one of its own.
"""

from typing import Any

import gevent
from gevent.event import AsyncResult

from discussion.domain.priorities import Ballot
from discussion.errors import DiscussionError
from discussion.services.priorities import Slip, give_marks
from discussion.services.work import Runtime
from discussion.storage.database import Database
from discussion.web.live.pump import Pump

AT_ONCE = 200  # ballots in one transaction


class BallotBox:
    """What waits for the writing thread while that stores what came before."""

    def __init__(self, database: Database, runtime: Runtime, pump: Pump) -> None:
        self._database = database
        self._runtime = runtime
        self._pump = pump
        self._waiting: list[tuple[Slip, Any]] = []
        self._busy = False

    def put(self, slip: Slip) -> Ballot:
        """Waits until a ballot is durable; raises its refusal, or why nothing can be stored."""
        result: Any = AsyncResult()
        self._waiting.append((slip, result))
        if not self._busy:
            self._busy = True
            gevent.spawn(self._empty)
        answer = result.get()
        if isinstance(answer, Ballot):
            return answer
        raise answer

    def _empty(self) -> None:
        while self._waiting:
            taken, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            for (_, result), answer in zip(taken, self._stored(taken), strict=True):
                result.set(answer)
        self._busy = False

    def _stored(self, taken: list[tuple[Slip, Any]]) -> tuple[Ballot | Exception, ...]:
        slips = [slip for slip, _ in taken]
        try:
            return self._pump.run(give_marks, self._database, self._runtime, slips)
        except DiscussionError as failure:
            return (failure,) * len(slips)
        except Exception as bug:  # noqa: BLE001 - raised again for everybody who waits
            return (bug,) * len(slips)
