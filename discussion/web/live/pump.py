"""The pump: takes what arrived, has it written in the one writing thread, hands on what became.

Whatever arrives while a transaction is being committed becomes the next one: group commit. The
hub of gevent never writes and never waits for the disk.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import gevent
from gevent.event import AsyncResult, Event
from gevent.threadpool import ThreadPool

from discussion.errors import DiscussionError
from discussion.services.commands import Answer, Batch, Request, run_batch, system_request
from discussion.services.contributions.capture import quiet_notes
from discussion.services.work import Runtime
from discussion.storage.database import CannotStore, Database, takes

T = TypeVar("T")

QUIET_EVERY = 5  # seconds between looks for notes nobody types in any more
CROWDED = 5_500  # commands a second: a thousand people who type without a rest
RARER = 2  # times as long between two batches then
SOONER = 4  # times as soon a batch goes when there was none for a while
BATCH_LIMIT = 600  # commands in one transaction, so that nobody waits for a flood

log = logging.getLogger(__name__)

Deliver = Callable[[str, Batch], None]
Trouble = Callable[[list[Request], DiscussionError], None]


class Pump:
    """The one way words get into the database."""

    def __init__(
        self,
        database: Database,
        runtime: Runtime,
        *,
        wait: float,
        deliver: Deliver,
        trouble: Trouble,
    ) -> None:
        """``wait``: seconds between two batches; the callbacks run on the hub.

        A batch that comes after a pause waits a quarter of that for company; where very many
        commands come, batches come half as often, for each costs something by itself.
        """
        self._database = database
        self._runtime = runtime
        self._wait = wait
        self._begun = 0.0  # when the last batch was taken, on a steady clock
        self._crowded = False
        self._deliver = deliver
        self._trouble = trouble
        self._arrived: defaultdict[str, list[Request]] = defaultdict(list)
        self._bell = Event()
        self._thread = ThreadPool(1)
        self._greenlets: list[Any] = []
        self.failing = False  # whether the database refused the last it was given

    def start(self) -> None:
        """Begins to pump; ``stop`` ends it."""
        self._greenlets = [gevent.spawn(self._pump), gevent.spawn(self._submit_quiet_notes)]

    def stop(self) -> None:
        """Writes what has arrived, then lets go of the thread."""
        gevent.killall(self._greenlets)
        for workshop, requests in self._take():
            self._write(workshop, requests)
        self._thread.kill()

    def offer(self, workshop: str, requests: list[Request]) -> None:
        """Puts requests in line; their answers go to ``deliver``."""
        self._arrived[workshop].extend(requests)
        self._bell.set()

    def ask(self, workshop: str, request: Request) -> Answer:
        """Puts one request in line and waits until its answer is durable.

        Raises the refusal, when it is one, and ``CannotStore`` when the database fails.
        """
        return self.ask_all(workshop, [request])[0]

    def ask_all(self, workshop: str, requests: Sequence[Request]) -> list[Answer]:
        """As ``ask``, for several at once: all are carried out, then the first refusal raised."""
        results = [AsyncResult() for _ in requests]
        sent = zip(requests, results, strict=True)
        self.offer(workshop, [replace(request, sender=result) for request, result in sent])
        answers: list[Answer] = [result.get() for result in results]
        for answer in answers:
            if answer.refusal is not None:
                raise answer.refusal
        return answers

    def run(self, use_case: Callable[..., T], *arguments: Any, **options: Any) -> T:
        """Runs one use case that writes on its own, in the writing thread, and waits for it."""
        result: T = _told(self._thread.apply(_attempt, (use_case, arguments, options)))
        return result

    def _pump(self) -> None:
        while True:
            self._bell.wait()
            wait = self._wait * (RARER if self._crowded else 1)
            quiet = self._begun + wait - time.monotonic()
            gevent.sleep(max(quiet, self._wait / SOONER))
            since, self._begun = self._begun, time.monotonic()
            self._bell.clear()
            taken = self._take()
            coming = sum(len(requests) for _, requests in taken)
            self._crowded = coming > CROWDED * (self._begun - since)
            for workshop, requests in taken:
                try:
                    self._write(workshop, requests)
                except Exception:  # noqa: BLE001 - who waits asks again; the pump must not end
                    log.exception("a batch met a bug")

    def _take(self) -> list[tuple[str, list[Request]]]:
        taken = []
        for workshop, requests in list(self._arrived.items()):
            taken.append((workshop, requests[:BATCH_LIMIT]))
            if len(requests) > BATCH_LIMIT:
                self._arrived[workshop] = requests[BATCH_LIMIT:]
                self._bell.set()
            else:
                del self._arrived[workshop]
        return taken

    def _write(self, workshop: str, requests: list[Request]) -> None:
        try:
            batch = self.run(run_batch, self._database, self._runtime, workshop, requests, _report)
        except DiscussionError as failure:
            self._not_stored(requests, failure)
            return
        self.failing = bool(batch.unstored)
        for answer in batch.answers:
            if isinstance(answer.request.sender, AsyncResult):
                answer.request.sender.set(answer)
        try:
            self._deliver(workshop, batch)
        except Exception:  # noqa: BLE001 - it is stored; who was not told asks again
            log.exception("what was stored could not be handed on")
        if batch.unstored:
            self._not_stored(list(batch.unstored), CannotStore("it failed within a batch"))

    def _not_stored(self, requests: list[Request], failure: DiscussionError) -> None:
        self.failing = self.failing or isinstance(failure, CannotStore)
        log.error("not stored: %s", failure)
        _wake(requests, failure)
        self._trouble(requests, failure)

    def _submit_quiet_notes(self) -> None:
        while True:
            gevent.sleep(QUIET_EVERY)
            try:
                for workshop, command in quiet_notes(self._database, self._runtime):
                    self.offer(workshop, [system_request(command)])
                if self.failing:  # perhaps nobody has anything more to store
                    self.run(takes, self._database)
                    self.failing = False
            except CannotStore as failure:
                log.error("still nothing can be stored: %s", failure)
            except Exception:  # noqa: BLE001 - the next look may succeed
                log.exception("could not look for quiet notes")


def run_beside(use_case: Callable[..., T], *arguments: Any) -> T:
    """Runs slow work that does not write, on a native thread, while the hub goes on."""
    result: T = _told(gevent.get_hub().threadpool.apply(_attempt, (use_case, arguments, {})))
    return result


@dataclass(frozen=True)
class _Raised:
    """What a use case raised; gevent would print what is raised in its threads as its own."""

    error: Exception


def _attempt(use_case: Callable[..., Any], arguments: Any, options: Mapping[str, Any]) -> Any:
    try:
        return use_case(*arguments, **options)
    except Exception as error:  # noqa: BLE001 - raised again for whoever asked
        return _Raised(error)


def _told(outcome: Any) -> Any:
    if isinstance(outcome, _Raised):
        raise outcome.error
    return outcome


def _wake(requests: list[Request], failure: DiscussionError) -> None:
    for request in requests:
        if isinstance(request.sender, AsyncResult):
            request.sender.set_exception(failure)


def _report(request: str, bug: Exception) -> None:
    log.error("request %s met a bug", request, exc_info=bug)
