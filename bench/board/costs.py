"""What a piece of work costs: processor time, statements, bytes; must not know what it does."""

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from bench.figures import Row, percentile
from discussion.storage.database import Transaction

Read = Callable[[Transaction], Any]


def spread(milliseconds: Sequence[float]) -> Row:
    """The middle, the slow end and the worst of them."""
    return {
        "p50_ms": round(percentile(milliseconds, 0.5), 2),
        "p95_ms": round(percentile(milliseconds, 0.95), 2),
        "max_ms": round(max(milliseconds), 2),
    }


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds of this process's processor time, and what the work gave."""
    start = time.process_time()
    found = work()
    return 1000 * (time.process_time() - start), found


def reading(transactions: Callable[[], Any], read: Read, times: int = 5) -> tuple[Row, Any]:
    """What reading and writing down as JSON costs, again and again; the first time is no part.

    ``transactions`` opens one, as ``Database.reading`` does.
    """
    took, statements, found = [], 0, None
    for _ in range(times + 1):
        with transactions() as transaction, traced(transaction) as told:
            milliseconds, (found, size) = timed(lambda t=transaction: _written(read(t)))
            statements = len(told)
        took.append(milliseconds)
    return {**spread(took[1:]), "statements": statements, "kb": round(size / 1000, 1)}, found


class traced:
    """The statements that are carried out on a transaction's connection, in their order."""

    def __init__(self, transaction: Transaction) -> None:
        self._driver: Any = transaction.connection.driver_connection
        self.statements: list[str] = []

    def __enter__(self) -> list[str]:
        self._driver.set_trace_callback(self.statements.append)
        return self.statements

    def __exit__(self, *_: object) -> None:
        self._driver.set_trace_callback(None)


def _written(found: object) -> tuple[object, int]:
    return found, len(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())
