"""Measures a board as full as the largest house fills it: ``python -m tests.soak.board``.

Times are of the processor, not of the clock: a busy machine makes them no longer. It must not
know how a board is drawn; what a key should cost at most is said beside what it cost.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.process import Process
from discussion import desk, samples
from discussion.app import make_runtime
from discussion.services import channels
from discussion.storage import programme
from discussion.storage.database import Database, Transaction, open_database
from tests.kit.browser import ARGUMENTS, LAPTOP, chromium
from tests.kit.server import Server, new_server
from tests.soak.full_topic import Ground, fill

GOAL = 100  # milliseconds of work a browser may have with one key
FIRST, PAGE = 500, 2_000  # notes, as the board asks for them
PRESSES = 7
SETTLED = 350  # milliseconds in which a key has done what it does
KEYS = ("j", "k", "Shift+ArrowDown", "Escape", "a", "u", "x")
TOLD = "() => !document.querySelector('#to-read').textContent.includes('so far')"
ROWS = "() => document.querySelectorAll('.board-row').length > 0"
EMPTY = "() => !document.querySelector('#queue-empty').textContent.includes('Connecting')"


@dataclass(frozen=True)
class Figure:
    """Something measured, in milliseconds unless it says otherwise."""

    what: str
    value: float
    unit: str = "ms"
    goal: float | None = None

    def __str__(self) -> str:
        over = "" if self.goal is None or self.value <= self.goal else f"  OVER {self.goal:g}"
        return f"{self.what:58} {self.value:9,.1f} {self.unit}{over}"


def main(arguments: Sequence[str]) -> int:
    """Prints what a board costs; 1 when a key costs a browser more than it should."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.board", description=__doc__)
    parser.add_argument("--notes", type=int, default=12_500)
    notes = parser.parse_args(arguments).notes
    with tempfile.TemporaryDirectory() as name:
        server, ground = filled(Path(name), notes)
        figures = [*at_the_server(server, ground), *in_the_browser(server)]
    print(f"A topic of {notes:,} notes, processor time", *figures, sep="\n")
    return int(any(f.goal is not None and f.value > f.goal for f in figures))


def filled(folder: Path, notes: int) -> tuple[Server, Ground]:
    """An installation that does not run yet, with so many notes in its first topic."""
    server = new_server(folder)
    desk.new_workshop(server.settings, samples.KUALA_LUMPUR.read_bytes())
    runtime = make_runtime(server.settings)
    with closing(open_database(server.settings.database_url)) as database:
        with database.reading() as transaction:
            workshop = programme.list_workshops(transaction)[0][0]
            plan = programme.find_workshop(transaction, workshop)
        assert plan is not None
        topic = plan.programme.topics[0]
        subtopics = tuple(each.id for each in topic.subtopics)
        ground = Ground(workshop, topic.id, subtopics, runtime.new_id())
        fill(database, runtime, ground, notes)
    return server, ground


def at_the_server(server: Server, ground: Ground) -> list[Figure]:
    """What opening a board and keeping it current cost the house, which serves nobody else then."""
    channel = f"board:{ground.topic}"
    with closing(open_database(server.settings.database_url)) as database:

        def reads(read: Callable[[Transaction], Any]) -> tuple[float, int, Any]:
            return _costs(database, read)

        def opens(first: int | None) -> Callable[[Transaction], Any]:
            return lambda t: channels.fresh(t, ground.workshop, channel, first)[1]

        first, statements, state = reads(opens(FIRST))
        page, more, _ = reads(lambda t: channels.page(t, channel, state["rest"], PAGE))
        whole, _, everything = reads(opens(None))
        ids = frozenset(note["id"] for note in state["notes"][:100])
        change, _, _ = reads(lambda t: channels.coalesced(t, ground.workshop, channel, ids))
    return [
        Figure(f"server: the first {FIRST} notes and all tables", first),
        Figure("server: statements for them", statements, ""),
        Figure(f"server: {PAGE:,} notes more ({more} statements)", page),
        Figure("server: everything at once, as it need not be", whole),
        Figure("server: a hundred notes that changed", change),
        Figure("sent: the first notes and all tables", _size(state), "kB"),
        Figure("sent: everything", _size(everything), "kB"),
    ]


def _costs(database: Database, read: Callable[[Transaction], Any]) -> tuple[float, int, Any]:
    """Milliseconds (median of five, the first one not counted), statements, and what was read."""
    took, statements, found = [], [""], None
    for _ in range(6):
        with database.reading() as transaction:
            statements.clear()
            driver: Any = transaction.connection.driver_connection
            driver.set_trace_callback(statements.append)
            start = time.process_time()
            found = read(transaction)
            json.dumps(found, ensure_ascii=False)
            took.append(1000 * (time.process_time() - start))
            driver.set_trace_callback(None)
    return median(took[1:]), len(statements), found


def _size(state: object) -> float:
    return len(json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode()) / 1000


def in_the_browser(server: Server) -> list[Figure]:
    """What a moderator's browser has to do, from the first paint to every key."""
    command = [sys.executable, "-m", "discussion", "serve"]
    process = Process(command, server.environment, server.data, server.settings.port)
    try:
        link = desk.new_link(server.settings, "moderator")
        before = process.memory_mib()
        with opened(link) as (page, work):
            figures = [*_first_paint(server, page, work), *_keys(page, work), *_asking(page, work)]
        grown = process.memory_mib() - before
    finally:
        process.stop()
    return [*figures, Figure("server: memory grown by", grown, "MiB")]


@contextmanager
def opened(link: str) -> Iterator[tuple[Page, Callable[[], float]]]:
    """A signed-in page, and a clock of the work it has done, in milliseconds."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        context = browser.new_context(
            viewport={"width": LAPTOP.width, "height": LAPTOP.height}, service_workers="block"
        )
        page = context.new_page()
        page.goto(link)
        page.get_by_role("textbox").first.fill("Somebody")
        page.get_by_role("button").first.click()
        page.wait_for_url(lambda url: "/link" not in url)
        line = context.new_cdp_session(page)
        line.send("Performance.enable", {"timeDomain": "threadTicks"})

        def work() -> float:
            metrics = line.send("Performance.getMetrics")["metrics"]
            return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")

        yield page, work
        browser.close()


def _first_paint(server: Server, page: Page, work: Callable[[], float]) -> list[Figure]:
    """The same page without notes shows how much of it they are."""
    costs = {}
    for topic, shown in ((2, EMPTY), (1, ROWS)):
        took = []
        for _ in range(3):
            page.goto("about:blank")
            start = work()
            page.goto(f"{server.url}/topics/{topic}/board")
            page.wait_for_function(shown)
            took.append(work() - start)
        costs[topic] = median(took)
    start = work()
    page.wait_for_function(TOLD)
    page.wait_for_timeout(3 * SETTLED)
    return [
        Figure("browser: the page until its first rows", costs[1]),
        Figure("browser: the notes' share of it", costs[1] - costs[2], goal=GOAL),
        Figure("browser: all other notes, in pages behind it", work() - start),
    ]


def _keys(page: Page, work: Callable[[], float]) -> list[Figure]:
    return [
        Figure(
            f"browser: {key}", _pressed(page, work, lambda k=key: page.keyboard.press(k)), goal=GOAL
        )
        for key in KEYS
    ]


def _asking(page: Page, work: Callable[[], float]) -> list[Figure]:
    words = iter("counsellors")
    search = page.get_by_role("searchbox")
    search.focus()
    figures = [
        Figure(
            "browser: a letter of a search",
            _pressed(page, work, lambda: page.keyboard.press(next(words))),
            goal=GOAL,
        )
    ]
    search.fill("")
    search.blur()
    orders = iter(("table newest", "subtopic oldest", "newest", "table oldest") * PRESSES)
    order = page.locator("#filter-arrangement")
    grouped = _pressed(page, work, lambda: order.select_option(next(orders)))
    return [*figures, Figure("browser: another order", grouped, goal=GOAL)]


def _pressed(page: Page, work: Callable[[], float], press: Callable[[], object]) -> float:
    """The work of pressing it once; the watch comes by every two seconds, hence the median."""
    took = []
    for _ in range(PRESSES):
        start = work()
        press()
        page.wait_for_timeout(SETTLED)
        took.append(work() - start)
    return median(took)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
