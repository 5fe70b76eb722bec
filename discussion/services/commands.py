"""Carries out what arrived together as one transaction of one workshop.

Each command is checked in this order: session, known command id, permission, rule, merge. An
acknowledgement only exists once COMMIT is through; a refusal touches only its own command.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import orjson

from discussion.domain.people import Actor, Subject, may
from discussion.errors import DiscussionError, NotFound
from discussion.live.chain import Header, link, payload_digest
from discussion.live.commands import COMMANDS, Command
from discussion.services import (
    drafting,
    outcome,
    participants,
    priorities,
    synthesis,
    translations,
)
from discussion.services.channels import Entries, entries_of
from discussion.services.contributions import capture, naming, review
from discussion.services.pad import Pad
from discussion.services.people import check_typist
from discussion.services.programme import attribution, discussions, tables
from discussion.services.publications import circulating
from discussion.services.work import SYSTEM, Facts, Happened, Runtime, Work
from discussion.storage import log, people
from discussion.storage.database import CannotStore, Database, Transaction, savepoint
from discussion.storage.log import Event

UseCase = Callable[[Work, Actor, Facts], Happened]

_ROOMS = (
    *(capture, naming, review, synthesis, priorities, drafting),
    *(tables, discussions, outcome, attribution, circulating, participants, translations),
)

USE_CASES: Mapping[str, UseCase] = {
    kind: getattr(room, kind) for kind in COMMANDS for room in _ROOMS if hasattr(room, kind)
}

ENDS_SESSIONS = frozenset({"remove_table", "reissue_card"})
"""Commands after which, in the same batch and on open connections, a table's sessions are over."""


@dataclass(frozen=True)
class Request:
    """A command with the session it came by; ``sender`` is the caller's own mark for the answer.

    ``for_table``: a copy of that table's words is taken in, with the rights the table has.
    """

    session: str
    command: Command
    sender: object = None
    for_table: str | None = None


@dataclass(frozen=True)
class Answer:
    """What became of one request: an event's number and version, or a refusal."""

    request: Request
    number: int | None = None
    version: int | None = None
    refusal: DiscussionError | None = None


@dataclass(frozen=True)
class Batch:
    """What became of a batch, once it is durable."""

    answers: tuple[Answer, ...] = ()
    events: tuple[Event, ...] = ()
    entries: Entries = Entries()
    first: int = 0  # the workshop's number before the batch
    last: int = 0  # and after it
    unstored: tuple[Request, ...] = ()  # the database failed before their turn: they are sent again


class Unexplained(DiscussionError):
    """A command met a bug of ours; nothing of it was kept, the log names the request."""

    def __init__(self, request: str) -> None:
        super().__init__("internal", status=500, request=request)


def run_batch(
    database: Database,
    runtime: Runtime,
    workshop: str,
    requests: Sequence[Request],
    report: Callable[[str, Exception], None],
) -> Batch:
    """Carries out the requests in their order and commits once.

    When the batch as a whole fails for a reason that is not the database's state, its commands
    are tried singly. ``report`` is told of bugs with the request id that the answer names.
    Raises ``CannotStore`` when the database does not take the transaction: nobody is answered.
    """
    try:
        return _one_transaction(database, runtime, workshop, requests)
    except DiscussionError:
        raise
    except Exception as bug:  # noqa: BLE001 - whatever it is, the others' words must be kept
        if len(requests) > 1:
            return _singly(database, runtime, workshop, requests, report)
        request = runtime.new_id()
        report(request, bug)
        return Batch((Answer(requests[0], refusal=Unexplained(request)),))


def _singly(
    database: Database,
    runtime: Runtime,
    workshop: str,
    requests: Sequence[Request],
    report: Callable[[str, Exception], None],
) -> Batch:
    """One transaction each; what was committed is answered even if the disk fails behind it."""
    done: list[Batch] = []
    for place, one in enumerate(requests):
        try:
            done.append(run_batch(database, runtime, workshop, [one], report))
        except CannotStore:
            if not done:
                raise
            done.append(Batch(unstored=tuple(requests[place:])))
            break
    return _joined(done)


def system_request(command: Command) -> Request:
    """A request of nobody's: the authority's own rules at work."""
    return Request(SYSTEM, command)


def _one_transaction(
    database: Database, runtime: Runtime, workshop: str, requests: Sequence[Request]
) -> Batch:
    with database.writing() as transaction:
        batch = carry_out(transaction, runtime, workshop, requests)
    runtime.recent.keep(batch.events)
    return batch


def carry_out(
    transaction: Transaction, runtime: Runtime, workshop: str, requests: Sequence[Request]
) -> Batch:
    """The requests within a transaction of the caller's, who commits it or undoes it."""
    turn = log.take_turn(transaction, workshop)
    if turn is None:
        gone = NotFound("workshop_unknown", workshop=workshop)
        return Batch(tuple(Answer(request, refusal=gone) for request in requests))
    now = runtime.now()
    actors = people.live_actors(transaction, {r.session for r in requests}, now)
    known = log.answered(transaction, workshop, {r.command.id for r in requests})
    likely = {request.command.facts["text"] for request in requests if _types(request)}
    pad = Pad(transaction, now, turn.sequence, runtime.recent, likely)
    answers: list[Answer] = []
    events: list[Event] = []
    for request in requests:
        number = turn.sequence + len(events) + 1
        work = Work(transaction, runtime, workshop, now, number, pad)
        answer, event = _one(work, request, _actor(actors, workshop, request), known)
        answers.append(answer)
        if event is not None:
            events.append(event)
            known[event.command] = (event.number, event.version)
            if event.kind in ENDS_SESSIONS:
                actors = people.live_actors(transaction, {r.session for r in requests}, now)
    pad.settle()
    entries = _keep(transaction, workshop, turn.head, events)
    return Batch(tuple(answers), tuple(events), entries, turn.sequence, turn.sequence + len(events))


def _types(request: Request) -> bool:
    return request.command.kind == "edit_text"


def _actor(actors: Mapping[str, Actor], workshop: str, request: Request) -> Actor | None:
    if request.session == SYSTEM:
        return Actor(SYSTEM, SYSTEM, SYSTEM, "secretariat", workshop)
    actor = actors.get(request.session)
    if actor is None or request.for_table is None:
        return actor
    if not may(actor, "take_in_copy", Subject(actor.workshop)):
        return None
    return replace(actor, role="rapporteur", table=request.for_table)


def _one(
    work: Work, request: Request, actor: Actor | None, known: Mapping[str, tuple[int, int | None]]
) -> tuple[Answer, Event | None]:
    command = request.command
    if actor is None:
        return Answer(request, refusal=DiscussionError("signed_out", status=401)), None
    if actor.workshop != work.workshop:
        return Answer(request, refusal=NotFound()), None
    if command.id in known:
        number, version = known[command.id]
        return Answer(request, number, version), None
    try:
        check_typist(work.transaction, actor, command.typed_by)
        happened = _carried_out(work, actor, request)
    except DiscussionError as refusal:
        return Answer(request, refusal=refusal), None
    event = _event(work, actor, command, happened)
    return Answer(request, event.number, event.version), event


def _carried_out(work: Work, actor: Actor, request: Request) -> Happened:
    """Typing writes nothing before the batch does, so it needs no savepoint to be undone."""
    use_case = USE_CASES[request.command.kind]
    if _types(request):
        return use_case(work, actor, request.command.facts)
    work.pad.settle()
    with savepoint(work.transaction):
        return use_case(work, actor, request.command.facts)


def _event(work: Work, actor: Actor, command: Command, happened: Happened) -> Event:
    salt = work.runtime.new_salt()
    others = command.typed_by not in (None, actor.person)
    typist = {"typed_by": command.typed_by} if others else {}
    payload = orjson.dumps({**happened.payload, **typist})
    return Event(
        number=work.number,
        at=work.now,
        person=actor.person,
        kind=command.kind,
        subject=happened.subject,
        version=happened.version,
        command=command.id,
        digest=payload_digest(salt, payload),
        salt=salt,
        payload=payload.decode(),
        sheet=happened.sheet,
        topic=happened.topic,
    )


def header(event: Event) -> Header:
    """The part of an event that the chain covers."""
    return Header(
        number=event.number,
        time=event.at.isoformat(),
        person=event.person,
        kind=event.kind,
        subject=event.subject,
        version=event.version,
        command=event.command,
        digest=event.digest,
    )


def _keep(transaction: Transaction, workshop: str, head: bytes, events: Sequence[Event]) -> Entries:
    if not events:
        return Entries()
    log.append(transaction, workshop, events, link(head, [header(event) for event in events]))
    return entries_of(transaction, workshop, events)


def _joined(batches: Sequence[Batch]) -> Batch:
    entries = Entries()
    for batch in batches:
        entries = entries.followed_by(batch.entries)
    told = [batch for batch in batches if batch.events] or batches
    return replace(
        told[0],
        answers=tuple(a for batch in batches for a in batch.answers),
        events=tuple(e for batch in batches for e in batch.events),
        entries=entries,
        last=told[-1].last,
        unstored=tuple(r for batch in batches for r in batch.unstored),
    )
