"""Statements put together once and handed to the driver as they are; must not know what they say.

SQLAlchemy takes 50 to 80 microseconds to carry one out, SQLite 5. That is nothing beside a page,
but the nine statements of a batch stand in the way of every keystroke in it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any

from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

from discussion.storage.database import Transaction

Row = tuple[Any, ...]


class Prepared:
    """A statement of SQLAlchemy's with named parameters, at most one of them a list for ``IN``.

    Values go in as their columns' types say. What comes out is as the driver has it: texts,
    numbers and bytes, but neither moments nor truth values.
    """

    def __init__(self, statement: Any, *, listed: str = "") -> None:
        """``listed`` names the parameter that is a list."""
        self._statement = statement
        self._listed = listed

    def all(self, transaction: Transaction, **values: Any) -> list[Row]:
        """Carries it out; the rows, if it has any."""
        return _driver(transaction).execute(*self._with_list(values)).fetchall()  # type: ignore[no-any-return]

    def many(self, transaction: Transaction, rows: Sequence[Mapping[str, Any]]) -> None:
        """Carries it out once for each row of values."""
        _driver(transaction).executemany(self._text, [self._ordered(row) for row in rows])

    def _with_list(self, values: Mapping[str, Any]) -> tuple[str, list[Any]]:
        if not self._listed:
            return self._text, self._ordered(values)
        wanted = list(values[self._listed])
        wanted += wanted[-1:] * (_rounded(len(wanted)) - len(wanted))
        ordered: list[Any] = []
        for name, write in self._parameters:
            ordered += wanted if name == self._listed else [write(values)]
        marks = ", ".join("?" * len(wanted))
        return self._text.replace(f"(__[POSTCOMPILE_{self._listed}])", f"({marks})"), ordered

    def _ordered(self, values: Mapping[str, Any]) -> list[Any]:
        return [write(values) for _, write in self._parameters]

    @cached_property
    def _compiled(self) -> SQLCompiler:
        compiled = self._statement.compile(dialect=sqlite.dialect())
        assert isinstance(compiled, SQLCompiler)
        return compiled

    @cached_property
    def _text(self) -> str:
        return str(self._compiled)

    @cached_property
    def _parameters(self) -> list[tuple[str, Callable[[Mapping[str, Any]], Any]]]:
        compiled = self._compiled
        return [(name, _writer(compiled, name)) for name in compiled.positiontup or ()]


def _rounded(count: int) -> int:
    """The next power of two: the driver keeps a hundred statements, not one for each length."""
    return 1 << max(0, count - 1).bit_length()


def _writer(compiled: SQLCompiler, name: str) -> Callable[[Mapping[str, Any]], Any]:
    """What makes the driver's value of a parameter out of the values given."""
    bind = compiled.binds[name]
    write = bind.type.dialect_impl(compiled.dialect).bind_processor(compiled.dialect)
    if not bind.required:  # it stands in the statement itself
        own = bind.value if write is None else write(bind.value)
        return lambda _: own
    if write is None:
        return itemgetter(name)
    return lambda values: write(values[name])


def _driver(transaction: Transaction) -> Any:
    return transaction.connection.driver_connection
