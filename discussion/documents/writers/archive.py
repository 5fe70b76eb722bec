"""Many files in one ZIP archive with their checksums; it must not know what stands in them.

The same files give the same bytes: entries carry the moment they tell of, not that of writing.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

CHECKSUMS = "SHA256SUMS"
PACKED = frozenset({"docx", "odt", "pdf", "png", "pptx", "xlsx", "zip"})
"""Endings of files that would hardly become smaller."""
_EARLIEST = 1980  # years that an archive can tell
_PIECE = 1 << 16


@dataclass(frozen=True)
class Entry:
    """A file that has been put into an archive."""

    name: str  # inside the archive's folder
    size: int  # bytes
    sha256: str


class Archive:
    """An archive being written: one folder, everything in it, no file held in memory as a whole."""

    def __init__(self, file: zipfile.ZipFile, folder: str, moment: datetime) -> None:
        self.entries: list[Entry] = []
        self._file = file
        self._folder = folder
        self._moment = moment

    def add(self, name: str, content: bytes) -> None:
        """Puts in a file."""
        with self.entry(name) as file:
            file.write(content)

    def take(self, name: str, path: Path) -> None:
        """Puts in a file that stands on the disk."""
        with path.open("rb") as source, self.entry(name) as file:
            while piece := source.read(_PIECE):
                file.write(piece)

    @contextmanager
    def entry(self, name: str) -> Iterator[BinaryIO]:
        """A file to be written piece by piece."""
        info = zipfile.ZipInfo(f"{self._folder}/{name}", self._moment.timetuple()[:6])
        packed = name.rpartition(".")[2] in PACKED
        info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
        info.external_attr, info.create_system = 0o644 << 16, 3
        with self._file.open(info, "w", force_zip64=True) as raw:
            counted = _Counted(raw)
            yield cast(BinaryIO, counted)
        self.entries.append(Entry(name, counted.size, counted.sha256.hexdigest()))

    def add_checksums(self) -> None:
        """Puts in, as the last, what ``sha256sum -c`` checks all the others by."""
        lines = "".join(f"{entry.sha256}  {entry.name}\n" for entry in self.entries)
        self.add(CHECKSUMS, lines.encode())


@contextmanager
def open_archive(path: Path, folder: str, moment: datetime) -> Iterator[Archive]:
    """A new archive with one folder; ``moment`` is that of all its files."""
    told = max(moment, moment.replace(year=_EARLIEST))
    with zipfile.ZipFile(path, "w", compresslevel=6) as file:
        yield Archive(file, folder, told)


class _Counted(io.BufferedIOBase):
    """Passes on what is written, counts and hashes it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.size = 0
        self.sha256 = hashlib.sha256()
        self._file = file

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self.size += len(piece)
        self.sha256.update(piece)
        return self._file.write(piece)
