"""One evening at many tables, each on a bad line of its own kind; and what became of every word.

What a page said is compared with the log in the database: at the moment a page called words
saved, they must have stood there. It must not know how pages or house keep that promise.
"""

import functools
import itertools
import json
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from discussion.live.changes import apply
from discussion.storage import contributions, log
from discussion.storage.database import Database, open_database
from tests.journeys.tablets import ARABIC, FRENCH, Claim, Tablet
from tests.kit.proxy import FAIR, Proxy, proxies
from tests.kit.server import Server, new_server

HEALED_WITHIN = 10  # seconds, as promised
GIVEN_UP_AFTER = 45  # seconds; to tell what is late from what is lost
BETWEEN_WORDS = 1.5  # seconds for each person
CALM = {"saved", "sending", "silent"}  # states of the connection word that tell of no trouble
ENOUGH = 8  # words; on a busy machine a trouble lasts until they are typed
CLOCK = 0.002  # seconds: the browser's clock tells whole milliseconds


Act = Callable[["Sitting"], None]


@dataclass(frozen=True)
class Trouble:
    """What happens to a table while it types for ``lasts`` seconds; then the line is fair.

    ``acts`` stand with the second they happen at; ``ends`` is what people do once the line is
    fair again. ``dark``: so long without any answer that the page must say so. ``prepare`` may
    plant a fault in a browser.
    """

    name: str
    lasts: float
    acts: tuple[tuple[float, Act], ...]
    ends: Act = lambda _: None
    dark: bool = False
    prepare: Callable[[BrowserContext], object] = lambda _: None


@dataclass
class Verdict:
    """What became of a table's words."""

    trouble: str
    healed_after: float | None = None
    typed: int = 0
    claims: int = 0
    said: set[str] = field(default_factory=set)  # states of the connection word in the trouble
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    false_claims: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Sitting:
    """A table with two rapporteurs, a line and a trouble."""

    def __init__(
        self, server: Server, database: Database, browser: Browser, line: Proxy, table: int
    ) -> None:
        self.server, self.database, self.line, self.table = server, database, line, table
        url = f"http://127.0.0.1:{line.port}"
        hands = ((FRENCH, "a"), (ARABIC, "b"))
        self.tablets = [Tablet(browser, url, hand, f"{n}{table}t") for hand, n in hands]
        self.typing = True  # whether words can be typed just now

    def sit_down(self) -> None:
        """Both open the sheet; the second one writes into the note of the first."""
        one, two = self.tablets
        for tablet in self.tablets:
            tablet.sign_in(self.code())
            tablet.open()
        one.types()
        two.goes_to(next(iter(one.typed)))
        two.types()

    def code(self) -> str:
        """What stands on the table's card now."""
        return self.server.code(self.table)

    def stored(self) -> dict[str, str]:
        """The words of every note of the table's sheet, as the database has them."""
        with self.database.reading() as transaction:
            notes = contributions.notes_of_sheet(transaction, self.sheet)
        return {each.contribution.id: each.contribution.text for each in notes}

    @functools.cached_property
    def sheet(self) -> str:
        """The sheet both have before them."""
        return str(json.loads(self.tablets[0].page.text_content("#page-data") or "{}")["sheet"])

    def says_too_little(self) -> bool:
        """Whether these two have typed too few words yet to prove anything, and still can."""
        return self.typing and sum(tablet.typed.total() for tablet in self.tablets) < ENOUGH

    def settled(self) -> bool:
        """Whether both pages say "saved" and show just what is stored."""
        stored = {note: words for note, words in self.stored().items() if words}
        return all(tablet.says() == "saved" and tablet.reads() == stored for tablet in self.tablets)


def play(folder: Path, browser: Browser, troubles: Sequence[Trouble]) -> dict[str, Verdict]:
    """Plays every trouble at once, each at a table of its own."""
    with many_tables(folder, len(troubles)) as (server, database, lines):
        sittings = [
            Sitting(server, database, browser, line, table)
            for table, line in enumerate(lines, start=1)
        ]
        try:
            for trouble, sitting in zip(troubles, sittings, strict=True):
                for tablet in sitting.tablets:
                    trouble.prepare(tablet.context)
                sitting.sit_down()
            return _side_by_side(list(map(_lives_through, troubles, sittings)))
        finally:
            for tablet in (tablet for sitting in sittings for tablet in sitting.tablets):
                tablet.context.close()


def _side_by_side(evening: list[Iterator[Verdict | None]]) -> dict[str, Verdict]:
    """Each goes one step in turn; most of the time all of them wait."""
    verdicts: dict[str, Verdict] = {}
    while evening:
        begun = time.monotonic()
        for each in list(evening):
            if (verdict := next(each)) is not None:
                verdicts[verdict.trouble] = verdict
                evening.remove(each)
        time.sleep(max(0.0, 0.1 - (time.monotonic() - begun)))
    return verdicts


def _lives_through(trouble: Trouble, sitting: Sitting) -> Iterator[Verdict | None]:
    begun = time.time()
    yield from _bad_weather(trouble, sitting)
    ended = time.time()
    trouble.ends(sitting)
    verdict = Verdict(trouble.name)
    while time.time() - ended < GIVEN_UP_AFTER:
        if sitting.settled():
            verdict.healed_after = time.time() - ended
            break
        yield None
    for tablet in sitting.tablets:
        tablet.listen()
        verdict.faults += tablet.faults
        verdict.said |= {state for at, state in tablet.states if begun < at < ended}
    judge(sitting, verdict)
    yield verdict


def _bad_weather(trouble: Trouble, sitting: Sitting) -> Iterator[None]:
    acts = deque(trouble.acts)
    begun = typed = time.monotonic()
    while (now := time.monotonic()) - begun < trouble.lasts or sitting.says_too_little():
        while acts and now - begun >= acts[0][0]:
            acts.popleft()[1](sitting)
        if sitting.typing and now - typed > BETWEEN_WORDS:
            if typed == begun:
                sitting.tablets[0].begins_a_note()
            typed = now
            for tablet in sitting.tablets:
                tablet.types()
        yield None
    sitting.line.weather = FAIR


def judge(sitting: Sitting, verdict: Verdict) -> None:
    """Compares what was typed, shown and claimed with what is stored."""
    stored = sitting.stored()
    there = Counter(word for words in stored.values() for word in words.split())
    typed: Counter[str] = Counter()
    for tablet in sitting.tablets:
        typed += tablet.typed
    verdict.typed = typed.total()
    verdict.lost = sorted(typed - there)
    verdict.doubled = sorted(there - typed)
    standing = {note: words for note, words in stored.items() if words}
    verdict.differing = [t.name for t in sitting.tablets if t.reads() != standing]
    history = {note: _history(sitting.database, note) for note in stored}
    for tablet in sitting.tablets:
        verdict.claims += len(tablet.claims)
        verdict.false_claims += [
            f"{tablet.name} called {word!r} saved"
            for claim in tablet.claims
            for word in _not_there(claim, history.get(claim.note, []))
        ]


def complaints(trouble: Trouble, found: Verdict) -> list[str]:
    """Every promise that did not hold in that trouble, in words."""
    told = [f"lost {word}" for word in found.lost]
    told += [f"doubled {word}" for word in found.doubled]
    told += found.false_claims + [f"{name} reads something else" for name in found.differing]
    told += [f"a page went wrong: {fault}" for fault in found.faults]
    if found.healed_after is None or found.healed_after > HEALED_WITHIN:
        told.append(f"healed after {found.healed_after} s, {HEALED_WITHIN} are promised")
    if trouble.dark and not found.said - CALM:
        told.append("nobody was told that nothing arrives")
    if found.typed < ENOUGH or found.claims < 4:
        told.append(f"{found.typed} words and {found.claims} claims prove nothing")
    return told


def _not_there(claim: Claim, history: list[tuple[float, Any]]) -> list[str]:
    """Words that were called saved before they were in the log.

    A page on a bad line shows others' words as they stood a while ago: any version until then
    will do.
    """
    changes = [change for at, change in history if at <= claim.at + CLOCK]
    texts = list(itertools.accumulate(changes, apply, initial=""))
    return [word for word in claim.words.split() if not any(word in text for text in texts)]


def _history(database: Database, note: str) -> list[tuple[float, Any]]:
    with database.reading() as transaction:
        events = [event for event in log.history(transaction, note) if event.version]
    return [
        (datetime.timestamp(event.at), json.loads(event.payload or "{}")["change"])
        for event in events
    ]


@contextmanager
def many_tables(folder: Path, count: int) -> Iterator[tuple[Server, Database, list[Proxy]]]:
    """A served house with that many tables, each reached over a line of its own."""
    with proxies(count) as lines:
        origins = ",".join(f"http://127.0.0.1:{line.port}" for line in lines)
        server = new_server(folder, DISCUSSION_ORIGINS=origins)
        server.start("--sample")
        try:
            server.add_tables(count)
            for line in lines:
                line.target = server.port
            with closing(open_database(server.settings.database_url)) as database:
                yield server, database, lines
        finally:
            server.stop()
