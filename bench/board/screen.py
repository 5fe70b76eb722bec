"""What a moderator's browser has to do: first rows, every key, a search, another order.

Beside it a page that draws all rows and leaves the rest to the browser, which sends nothing and
shows less (bench/peers/plain_board.html). It must not know how either page works.
"""

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from playwright.sync_api import Locator, Page

from bench.board.browser import SETTLED, Window, windows
from bench.board.costs import spread
from bench.board.ground import House, opened
from bench.figures import Row
from bench.load import clock
from bench.process import Process, ServerFailed, free_port
from bench.servers import PEERS
from bench.servers.discussion import Discussion
from discussion.services import channels

OURS, PLAIN = "discussion", "plain"
ANSWERED = 350  # milliseconds in which a decision is answered and stands on the board
QUICK = ("j", "k", "Shift+ArrowDown", "Escape", "x")  # only this page hears of these
LETTERS = "counsellors train"
TIMES, DECISIONS, OPENINGS = 8, 6, 3
BULK, LOOK, PATIENCE = 200, 20, 60  # notes, milliseconds between looks, seconds
ROWS = "() => document.querySelectorAll('.board-row').length > 0"
EMPTY = "() => !document.querySelector('#queue-empty').textContent.includes('Connecting')"
ALL_TOLD = "() => !document.querySelector('#to-read').textContent.includes('so far')"
DRAWN = "() => document.querySelector('#count').textContent !== '…'"
FIRST_PAINT = "first rows"


def measure(house: House) -> Iterator[Row]:
    """The rows of both pages, one after the other. Raises ``ServerFailed``."""
    notes = _notes(house)
    server, port = Discussion(), free_port()
    process = Process(
        server.command(port), server.environment(house.folder, port), house.folder, port
    )
    try:
        badge = house.prepared.watchers[-1].cookie
        with windows([(badge, f"http://127.0.0.1:{port}")]) as window:
            before = process.memory_mib()
            board = window()
            yield from _ours(board, f"http://127.0.0.1:{port}")
            yield from _bulk(board, house)
            grown = round(process.memory_mib() - before, 1)
            yield {"part": "memory", "what": "one board at work", "who": OURS, "mib": grown}
    finally:
        process.stop()
    with windows() as window, _served(notes) as address:
        yield from _plain(window(), address)


def planted(slow: int) -> tuple[float, float]:
    """What a key costs a page of few notes, and the same page with so many million turns more."""
    notes = [{"text": "A note.", "kind": "data", "table": "t1", "status": "submitted"}] * 50
    with windows() as window, _served(notes) as address:
        page = window()
        costs = []
        for more in (0, slow):
            page.page.goto(f"{address}/plain_board.html?slow={more}")
            page.page.wait_for_function(DRAWN)
            costs.append(median(page.costs(lambda: page.page.keyboard.press("j"), 5)))
    return costs[0], costs[1]


def _ours(window: Window, url: str) -> Iterator[Row]:
    page = window.page
    bare = _openings(window, f"{url}/topics/2/board", EMPTY)
    full = _openings(window, f"{url}/topics/1/board", ROWS)
    yield _row(FIRST_PAINT, OURS, full)
    yield _row(
        f"{FIRST_PAINT}, without what an empty board costs",
        OURS,
        [max(0.0, cost - median(bare)) for cost in full],
    )
    start = window.work()
    page.wait_for_function(ALL_TOLD, timeout=60_000)
    page.wait_for_timeout(4 * ANSWERED)
    yield _row("all other notes, behind it", OURS, [window.work() - start])
    keyboard, search = page.keyboard, page.get_by_role("searchbox").first
    yield from _keys(window, OURS, QUICK)
    for key in ("a", "u"):
        costs = window.costs(partial(keyboard.press, key), DECISIONS, ANSWERED)
        yield _row(f"key {key}", OURS, costs)
    yield _row("a letter of a search", OURS, _search(window, search, ANSWERED))
    order = page.locator("#filter-arrangement")
    names = iter(("table newest", "subtopic oldest", "newest", "table oldest") * TIMES)
    costs = window.costs(lambda: order.select_option(next(names)), DECISIONS)
    yield _row("another order", OURS, costs)


def _plain(window: Window, address: str) -> Iterator[Row]:
    page = window.page
    full = _openings(window, f"{address}/plain_board.html", DRAWN)
    yield _row(FIRST_PAINT, PLAIN, full)
    yield from _keys(window, PLAIN, QUICK)
    yield from _keys(window, PLAIN, ("a", "u"))
    search = page.get_by_role("searchbox")
    yield _row("a letter of a search", PLAIN, _search(window, search, SETTLED))
    names = iter(("oldest", "newest") * TIMES)
    order = page.locator("select")
    yield _row("another order", PLAIN, window.costs(lambda: order.select_option(next(names)), 3))


def _openings(window: Window, address: str, shown: str) -> list[float]:
    took = []
    for _ in range(OPENINGS):
        window.page.goto("about:blank")
        start = window.work()
        window.page.goto(address)
        window.page.wait_for_function(shown, timeout=60_000)
        took.append(window.work() - start)
    return took


def _keys(window: Window, who: str, keys: Sequence[str]) -> Iterator[Row]:
    for key in keys:
        costs = window.costs(partial(window.page.keyboard.press, key), TIMES)
        yield _row(f"key {key}", who, costs)


def _search(window: Window, field: Locator, settled: int) -> list[float]:
    """The board searches once a quarter of a second went by without a letter; here after each."""
    field.focus()
    letters = iter(LETTERS)
    costs = window.costs(lambda: window.page.keyboard.press(next(letters)), TIMES, settled)
    field.fill("")
    field.blur()
    window.page.wait_for_timeout(ANSWERED)
    return costs


def _bulk(window: Window, house: House) -> Iterator[Row]:
    """Chooses two hundred at a go, parks them with one reason, and takes it back.

    Told are the browser's work and how long it took until the database had all of them.
    """
    page = window.page
    page.locator("#filter-arrangement").select_option("subtopic newest")
    page.get_by_role("button", name="Choose all of").first.click()
    page.wait_for_timeout(ANSWERED)
    for what, act, change in (
        ("parked with one reason", _park, BULK),
        ("taken back", _undo, -BULK),
    ):
        wanted, begun, start = _parked(house) + change, clock(), window.work()
        act(page)
        while _parked(house) != wanted:
            page.wait_for_timeout(LOOK)
            if clock() - begun > PATIENCE:
                raise ServerFailed(f"{BULK} notes were not {what} within {PATIENCE} s")
        took = 1000 * (clock() - begun)
        page.wait_for_timeout(ANSWERED)
        yield {
            **_row(f"{BULK} notes {what}", OURS, [window.work() - start]),
            "stored_ms": round(took),
        }


def _park(page: Page) -> None:
    page.keyboard.press("p")
    page.keyboard.press("1")
    page.keyboard.press("Enter")


def _undo(page: Page) -> None:
    page.keyboard.press("u")


def _parked(house: House) -> int:
    with closing(sqlite3.connect(house.settings.database_path)) as connection:
        count = "SELECT count(*) FROM contributions WHERE topic = ? AND status = 'parked'"
        found: int = connection.execute(count, (house.prepared.topic,)).fetchone()[0]
        return found


def _row(what: str, who: str, costs: Sequence[float]) -> Row:
    return {"part": "browser", "what": what, "who": who, **spread(costs)}


def _notes(house: House) -> list[dict[str, Any]]:
    channel = f"board:{house.prepared.topic}"
    with opened(house) as (database, _), database.reading() as transaction:
        _, state = channels.fresh(transaction, house.prepared.workshop, channel)
    return list(state["notes"])


@contextmanager
def _served(notes: Sequence[Any]) -> Iterator[str]:
    """The plain page beside the notes as JSON, by a server of the standard library."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "notes.json").write_text(json.dumps(notes, ensure_ascii=False), "utf-8")
        page = (PEERS / "plain_board.html").read_text("utf-8")
        (folder / "plain_board.html").write_text(page, "utf-8")
        handler: Callable[..., _Quiet] = partial(_Quiet, directory=name)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_address[1]}"
            server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what it serves."""

    def log_message(self, *_: object) -> None:
        """Nobody asks."""
