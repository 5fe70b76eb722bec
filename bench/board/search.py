"""What a search finds among 12,500 notes, and how fast: the board's own, and SQLite's LIKE.

It must not know what a board shows of it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import Any

from bench.board.browser import windows
from bench.board.costs import spread, timed
from bench.board.forms import QUERIES, holding, judged
from bench.board.ground import House, opened
from bench.figures import Row
from bench.process import Process, free_port
from bench.servers.discussion import Discussion
from discussion.services import channels

TIMES = 10
LOAD = """async (notes) => {
    const { Search } = await import("/static/js/synthesis/search.js");
    globalThis.notes = notes;
    globalThis.search = new Search();
    for (const note of notes) search.asRead(note);
}"""
FIND = "(words) => notes.filter(search.finder(words)).map(({ id }) => id)"


def measure(house: House) -> Iterator[Row]:
    """Two rows for each query."""
    notes = _notes(house)
    server, port = Discussion(), free_port()
    process = Process(
        server.command(port), server.environment(house.folder, port), house.folder, port
    )
    try:
        with windows() as window:
            here = window()
            page = here.page
            page.goto(f"http://127.0.0.1:{port}/static/js/synthesis/search.js")
            page.evaluate(LOAD, notes)
            for words, forms in QUERIES:
                wanted = holding(forms, notes)
                took = here.costs(partial(page.evaluate, FIND, words), TIMES, settled=0)
                yield _row(words, "discussion", took, page.evaluate(FIND, words), wanted)
                found, took = _like(house, words)
                yield _row(words, "LIKE", took, found, wanted)
    finally:
        process.stop()


def _row(
    words: str, who: str, took: Sequence[float], found: Sequence[str], wanted: set[str]
) -> Row:
    figures = {**judged(found, wanted), **spread(took)}
    return {"part": "search", "what": words, "who": who, **figures}


def _like(house: House, words: str) -> tuple[list[str], list[float]]:
    parts = [f"%{word}%" for word in words.split()]
    where = " AND ".join("t.content LIKE ?" for _ in parts)
    query = f"""SELECT c.id FROM contributions AS c JOIN texts AS t ON t.id = c.id
        WHERE c.topic = ? AND {where}"""
    with closing(sqlite3.connect(house.settings.database_path)) as connection:
        turns = [
            timed(connection.execute(query, (house.prepared.topic, *parts)).fetchall)
            for _ in range(TIMES)
        ]
    return [each[0] for each in turns[-1][1]], [milliseconds for milliseconds, _ in turns]


def _notes(house: House) -> list[dict[str, Any]]:
    channel = f"board:{house.prepared.topic}"
    with opened(house) as (database, _), database.reading() as transaction:
        _, state = channels.fresh(transaction, house.prepared.workshop, channel)
    wanted = ("id", "text", "version", "language")
    return [{name: note[name] for name in wanted} for note in state["notes"]]
