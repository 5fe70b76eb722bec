"""Three clients and an authority under everything a venue network does; one seed is one run.

Every letter typed is typed once in a run, so a lost or doubled word shows in the end. Must not
know how a replica works inside; a planted fault is named and lives in the conversation kit.

For long runs: ``make soak PART=seeds`` prints the seeds that fail.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from discussion.live.changes import apply
from tests.live.conversation import NO_FAULTS, Authority, Client, deliver_down, deliver_up

STEPS = 150
LETTERS = [*range(0x4E00, 0x9000), *range(0x20000, 0x21000)]  # one and two UTF-16 units
ROUNDS = 60
COPIES = 2

PLAIN, NARROW, FORGETFUL = "plain", "narrow", "forgetful"


class Broken(AssertionError):
    """A promise did not hold; the seed repeats the run."""


@dataclass
class Run:
    """One run: its chance, its cast, and what has been typed and deleted so far."""

    seed: int
    chance: random.Random
    kind: str
    authority: Authority
    clients: list[Client]
    typed: list[str] = field(default_factory=list)
    deleted: set[str] = field(default_factory=set)
    hasty: dict[str, set[str]] = field(default_factory=dict)  # what the journal has not yet
    unsure: set[str] = field(default_factory=set)  # typed or deleted just before a reload


def simulate(
    seed: int, *, faults: frozenset[str] = NO_FAULTS, steps: int = STEPS, recording: bool = False
) -> Run:
    """Runs one seed to the end and checks every promise; raises ``Broken``."""
    run = _cast(seed, faults, recording=recording)
    try:
        for _ in range(steps):
            _step(run)
        _settle(run)
        _check(run)
    except Broken:
        raise
    except Exception as error:  # a replica that no longer fits together is a broken promise too
        raise Broken(f"seed {seed} ({run.kind}): {error!r}") from error
    return run


def _cast(seed: int, faults: frozenset[str], *, recording: bool) -> Run:
    chance = random.Random(seed)
    kind = chance.choices([PLAIN, NARROW, FORGETFUL], [6, 2, 2])[0]
    authority = Authority(limit=12 if kind == NARROW else 100_000, faults=faults)
    clients = [Client(name, authority, faults=faults) for name in ("ana", "ben", "eve")]
    for client in clients:
        client.recording = recording
        client.connects()
    return Run(seed, chance, kind, authority, clients)


def _step(run: Run) -> None:
    client = run.chance.choice(run.clients)
    actions: dict[Callable[[Run, Client], None], int] = {
        _type: 14,
        _send: 12,
        _carry_up: 16,
        _carry_down: 20,
        _commit: 8,
        _lose: 1,
        _double: 2,
        _break: 2,
        _connect: 6,
        _reload: 2,
        _write_journal: 12,
        _give_a_copy: 1 if run.kind == PLAIN and len(run.clients) < COPIES + 3 else 0,
        _crash: 1,
        _forget: 4 if run.kind == FORGETFUL else 0,
    }
    run.chance.choices(list(actions), list(actions.values()))[0](run, client)


def _type(run: Run, client: Client) -> None:
    shown = client.replica.shown
    place = run.chance.randint(0, len(shown))
    size = run.chance.choice([0, 0, 0, 1, 2, 5])
    gone = shown[place : place + size]
    words = "".join(_letter(run) for _ in range(run.chance.randint(0 if gone else 1, 3)))
    words += " " if words and run.chance.random() < 0.3 else ""
    client.changes([part for part in (place, -len(gone), words) if part])
    run.deleted.update(gone)
    run.hasty.setdefault(client.name, set()).update(words, gone)


def _letter(run: Run) -> str:
    run.typed.append(chr(LETTERS[len(run.typed)]))
    return run.typed[-1]


def _send(_: Run, client: Client) -> None:
    client.freezes()


def _carry_up(run: Run, client: Client) -> None:
    """The next message reaches the authority, on an old connection perhaps after a new one."""
    for _ in range(run.chance.randint(1, 3)):
        if client.connection is not None and client.connection.up:
            run.authority.take(client.connection, client.connection.up.popleft())


def _carry_down(run: Run, client: Client) -> None:
    for _ in range(run.chance.randint(1, 4)):
        if client.connection is not None and client.connection.down:
            client.hears(client.connection.down.popleft())


def _commit(run: Run, _: Client) -> None:
    run.authority.commit()


def _lose(run: Run, client: Client) -> None:
    if client.connection is not None:
        queue = run.chance.choice([client.connection.up, client.connection.down])
        if queue:
            queue.popleft()


def _double(run: Run, client: Client) -> None:
    """A message arrives twice: the client was impatient, or a frame was sent again."""
    if client.connection is None:
        return
    if run.chance.random() < 0.5 and client.connection.down:
        client.connection.down.insert(1, client.connection.down[0])
    elif run.kind != NARROW:  # a refused edit is not sent again by itself
        client.resends()


def _break(run: Run, client: Client) -> None:
    """The connection breaks; what is on its way to the authority may still arrive, late."""
    old = client.connection
    client.disconnects()
    if old is not None and run.kind != NARROW and run.chance.random() < 0.5:
        while old.up:
            run.authority.take(old, old.up.popleft())


def _connect(_: Run, client: Client) -> None:
    if client.connection not in client.authority.connections:
        client.connects()


def _reload(run: Run, client: Client) -> None:
    """The device may die at any await, also between a letter and the journal."""
    client.reloads()
    run.unsure |= run.hasty.pop(client.name, set())


def _give_a_copy(run: Run, client: Client) -> None:
    """Somebody takes a copy of the words in while their own page may send them, too."""
    run.clients.append(client.copied())


def _write_journal(run: Run, client: Client) -> None:
    client.keep()
    run.hasty.pop(client.name, None)


def _crash(run: Run, _: Client) -> None:
    run.authority.crash()


def _forget(run: Run, _: Client) -> None:
    run.authority.forget(keep=run.chance.randint(0, 4))


def _settle(run: Run) -> None:
    """Everybody is online and patient; who was refused deletes until the rest is taken."""
    for _ in range(ROUNDS):
        for client in run.clients:
            _make_patient(run, client)
            deliver_up(client)
        run.authority.commit()
        for client in run.clients:
            deliver_down(client)
        if all(_at_rest(run, client) for client in run.clients):
            return
    raise Broken(f"seed {run.seed} ({run.kind}): does not come to rest")


def _make_patient(run: Run, client: Client) -> None:
    if client.connection not in run.authority.connections:
        client.connects()
    if client.replica.refused == "too_long":
        shown = client.replica.shown
        run.deleted.update(shown[len(shown) // 2 :])
        client.changes([part for part in (len(shown) // 2, len(shown) // 2 - len(shown)) if part])
    client.asks()
    client.resends()
    client.sends()


def _at_rest(run: Run, client: Client) -> bool:
    replica = client.replica
    return replica.version == run.authority.version and not (
        replica.sent or replica.sealed or replica.pending
    )


def _check(run: Run) -> None:
    text, said = run.authority.text, f"seed {run.seed} ({run.kind}): "
    for client in run.clients:
        if client.replica.shown != text or client.replica.indicator != "saved":
            raise Broken(said + f"{client.name} reads something else")
    versions = list(run.authority.stored.values())
    if len(set(versions)) != len(versions) or len(versions) != run.authority.version:
        raise Broken(said + "a command was carried out twice or never")
    expected = set(run.typed) - run.deleted - run.unsure
    lost = [letter for letter in expected if letter not in text]
    if lost:
        raise Broken(said + f"lost {len(lost)} letters")
    # A merge writes a changed word anew as a whole: what somebody else deletes in it meanwhile may
    # come back. Words are never lost by it, so the check above holds for every run.
    if not any(client.merged for client in run.clients):
        back = [letter for letter in run.deleted - run.unsure - {" "} if letter in text]
        if back or any(text.count(letter) > 1 for letter in run.typed):
            raise Broken(said + "a letter is there twice, or again")
    rebuilt = ""
    for one in run.authority.history if run.kind != FORGETFUL else ():
        rebuilt = apply(rebuilt, one.change)
    if run.kind != FORGETFUL and rebuilt != text:
        raise Broken(said + "the history does not lead to the text")


def broken(seeds: range, *, faults: frozenset[str] = NO_FAULTS) -> list[str]:
    """What went wrong in these seeds."""
    found = []
    for seed in seeds:
        try:
            simulate(seed, faults=faults)
        except Broken as failure:
            found.append(str(failure))
    return found
