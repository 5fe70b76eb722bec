"""As much of Yjs and its sync protocol as typing needs; must not know who types, or when.

Clients that hold whole Yjs documents would cost the generator more than the server costs. These
write and read real updates, byte for byte what Yjs writes for one typed character; at the end
Yjs itself reads the documents (bench/peers/words.mjs).
"""

import base64
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

SYNC, AUTH, SYNC_REPLY, SYNC_STATUS = 0, 2, 4, 8  # kinds of message of Hocuspocus
STEP_1, STEP_2, UPDATE = 0, 1, 2
EMPTY = b"\x00"  # a state vector of nobody
NOTHING = b"\x00\x00"  # an update that brings nothing
_STRING, _HAS_ORIGIN, _HAS_RIGHT_ORIGIN = 4, 0x80, 0x40
_IN_ROOT = b"\x01\x04note"  # its parent is the document's shared text called "note"


def whole(number: int) -> bytes:
    """A whole number as lib0 writes it."""
    written = bytearray()
    while number > 0x7F:
        written.append(0x80 | number & 0x7F)
        number >>= 7
    written.append(number)
    return bytes(written)


def string(words: str) -> bytes:
    """Words as lib0 writes them."""
    encoded = words.encode()
    return whole(len(encoded)) + encoded


def read_whole(data: bytes, place: int) -> tuple[int, int]:
    """The number at a place, and the place behind it."""
    number = shift = 0
    while True:
        byte = data[place]
        number |= (byte & 0x7F) << shift
        place += 1
        if byte < 0x80:
            return number, place
        shift += 7


def message(document: str, kind: int, rest: bytes) -> bytes:
    """A message of Hocuspocus about a document."""
    return string(document) + whole(kind) + rest


def authentication(document: str) -> bytes:
    """Asks to be let in to a document; there is no secret to know here."""
    return message(document, AUTH, whole(0) + string(""))


def step_1(document: str) -> bytes:
    """Asks for all of a document."""
    return message(document, SYNC, whole(STEP_1) + whole(len(EMPTY)) + EMPTY)


def step_2(document: str, brought: bytes = NOTHING) -> bytes:
    """Answers the server's own question with an update that holds all this client has."""
    return message(document, SYNC, whole(STEP_2) + whole(len(brought)) + brought)


def runs(words: Mapping[int, str]) -> bytes:
    """An update with all that clients have typed, each behind their own: what Yjs makes of it."""
    update = whole(len(words))
    for client, typed_by in sorted(words.items(), reverse=True):
        update += b"\x01" + whole(client) + b"\x00" + bytes((_STRING,)) + _IN_ROOT
        update += string(typed_by)
    return update + b"\x00"


def typed(document: str, client: int, number: int, letter: str) -> bytes:
    """One character typed behind the client's own last one."""
    kind = _STRING | (_HAS_ORIGIN if number else 0)
    place = whole(client) + whole(number - 1) if number else _IN_ROOT
    update = b"\x01\x01" + whole(client) + whole(number)
    update += bytes((kind,)) + place + string(letter) + b"\x00"
    return message(document, SYNC, whole(UPDATE) + whole(len(update)) + update)


def read_message(data: bytes) -> tuple[str, int, bytes]:
    """Document, kind and the rest of a message."""
    size, place = read_whole(data, 0)
    document = data[place : place + size].decode()
    kind, place = read_whole(data, place + size)
    return document, kind, data[place:]


def read_sync(rest: bytes) -> tuple[int, bytes]:
    """Which step of the synchronisation it is, and what it brings."""
    step, place = read_whole(rest, 0)
    size, place = read_whole(rest, place)
    return step, rest[place : place + size]


def read_typed(update: bytes) -> list[tuple[int, int, int]]:
    """The pieces an update brings: client, number of the first character, characters.

    The server joins what several people typed at one moment. Raises ``ValueError`` for anything
    that is not typed text.
    """
    pieces = []
    clients, place = read_whole(update, 0)
    for _ in range(clients):
        structs, place = read_whole(update, place)
        client, place = read_whole(update, place)
        number, place = read_whole(update, place)
        for _ in range(structs):
            length, place = _read_piece(update, place)
            pieces.append((client, number, length))
            number += length
    return pieces


def _read_piece(update: bytes, place: int) -> tuple[int, int]:
    kind = update[place]
    place += 1
    if kind & 0x1F != _STRING:
        raise ValueError("no typed text")
    for flag in (_HAS_ORIGIN, _HAS_RIGHT_ORIGIN):
        if kind & flag:
            _, place = read_whole(update, place)
            _, place = read_whole(update, place)
    if not kind & (_HAS_ORIGIN | _HAS_RIGHT_ORIGIN):
        place += len(_IN_ROOT)
    size, place = read_whole(update, place)
    return len(update[place : place + size].decode()), place + size


def words_of(updates: Sequence[bytes], node: str, folder: Path) -> list[str]:
    """The words of each document as Yjs reads them, in a folder where Yjs is installed."""
    lines = "".join(base64.b64encode(update).decode() + "\n" for update in updates)
    told = subprocess.run(
        [node, "words.mjs"], cwd=folder, input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in told.stdout.splitlines()]
