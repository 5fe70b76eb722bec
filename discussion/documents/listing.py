"""Rows under columns for spreadsheets; it must not know file formats or what the rows say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Column:
    """One column: the words at its head and how wide it is drawn."""

    title: str
    width: int  # characters


@dataclass(frozen=True)
class Listing:
    """A table of words that may be longer than memory: its rows are read once, as written."""

    title: str
    about: tuple[tuple[str, str], ...]  # what the table is and how to read it: a word, a sentence
    columns: tuple[Column, ...]
    rows: Iterable[tuple[str, ...]]  # one cell for each column
    direction: str  # ltr or rtl: on which side the first column stands
    made: datetime  # the moment it tells of

    @property
    def header(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return tuple(column.title for column in self.columns)
