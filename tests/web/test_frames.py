"""The quick way of reading WebSocket frames says of every stream what the library says."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wsproto import ConnectionType
from wsproto.connection import Connection
from wsproto.events import BytesMessage, CloseConnection, Event, TextMessage
from wsproto.frame_protocol import FrameDecoder
from wsproto.utilities import LocalProtocolError

from discussion.web.live import frames
from discussion.web.live.frames import Stream, text_frame

LIMIT = 16_384
REST = bytes(14 + LIMIT)  # longer than the longest ordinary frame; no frame begins so


def frame(
    payload: bytes,
    opcode: int = 1,
    *,
    final: bool = True,
    masked: bool = True,
    more: int = 0,
    width: int | None = None,
    size: int | None = None,
) -> bytes:
    """A frame with whatever is wrong about it; ``width``: bytes the length stands in."""
    length = len(payload) if size is None else size
    needed = 0 if length < 126 else 2 if length < 65_536 else 8
    width = needed if width is None else max(width, needed)
    short = {0: length, 2: 126, 8: 127}[width]
    head = bytes(((0x80 if final else 0) | more | opcode, (0x80 if masked else 0) | short))
    mask = bytes((1, 2, 3, 4)) if masked else b""
    body = bytes(b ^ mask[n % 4] for n, b in enumerate(payload)) if masked else payload
    return head + (length.to_bytes(width, "big") if width else b"") + mask + body


words = st.text(max_size=60).map(str.encode) | st.sampled_from(
    [b"x" * 125, b"x" * 126, "é".encode() * 400, b"y" * 20_000, b"z" * 70_000]
)
good = st.builds(frame, words)
controls = st.builds(frame, st.binary(max_size=125), st.sampled_from([9, 10]))
fragments = st.lists(words, min_size=2, max_size=4).map(
    lambda parts: b"".join(
        frame(part, 0 if n else 1, final=n == len(parts) - 1) + frame(b"ping", 9)
        for n, part in enumerate(parts)
    )
)
odd = st.one_of(
    st.builds(frame, st.binary(max_size=200)),  # mostly no text
    st.builds(frame, words, st.integers(0, 15)),
    st.builds(frame, words, final=st.booleans(), masked=st.booleans()),
    st.builds(frame, words, more=st.sampled_from([0x40, 0x20, 0x10])),
    st.builds(frame, st.binary(max_size=40), width=st.sampled_from([2, 8])),
    st.builds(frame, words, size=st.sampled_from([0, 5, 126, 65_535, 2**63, 2**64 - 1])),
    st.binary(max_size=30),
    st.just(frame(b"\x03\xe8bye", 8)),
)
streams = st.lists(st.one_of(good, good, good, controls, fragments, odd), max_size=8).map(b"".join)


class Library:
    """The library alone, as it reads a client's stream."""

    def __init__(self) -> None:
        self._connection = Connection(ConnectionType.SERVER)
        self.said: list[str | bytes] = []
        self.ended: Any = None
        self._parts: list[Any] = []

    def take(self, data: bytes) -> None:
        if self.ended is not None:
            return
        try:
            self._connection.receive_data(data)
            for event in self._connection.events():
                self._hear(event)
        except LocalProtocolError:
            self.ended = "wrong"

    def _hear(self, event: Event) -> None:
        if isinstance(event, CloseConnection):
            self.ended = event.code
        elif isinstance(event, TextMessage | BytesMessage):
            self._parts.append(event.data)
            if event.message_finished:
                self.said.append(type(event.data)().join(self._parts))
                self._parts = []


class Ours(Library):
    """The library behind the quick way."""

    def __init__(self) -> None:
        super().__init__()
        self._stream = Stream(LIMIT)
        self.quick = 0

    def take(self, data: bytes) -> None:
        for piece in self._stream.take(data):
            if self.ended is not None:
                return
            if isinstance(piece, str):
                self.said.append(piece)
                self.quick += 1
            else:
                super().take(piece)


def read(reader: Library, stream: bytes, cuts: list[int]) -> tuple[list[str | bytes], Any]:
    """What a reader makes of a stream that arrives in pieces."""
    places = [0, *sorted(cut % (len(stream) + 1) for cut in cuts), len(stream)]
    for start, end in zip(places, places[1:], strict=False):
        if start < end:
            reader.take(stream[start:end])
    return reader.said, reader.ended


@settings(max_examples=400, deadline=None)
@given(streams, st.lists(st.integers(0, 100_000), max_size=12))
def test_both_ways_hear_the_same_and_end_for_the_same_reason(stream: bytes, cuts: list[int]):
    assert read(Ours(), stream, cuts)[0] == read(Library(), stream, cuts)[0]
    stream += REST  # ours judges an ordinary frame once it is whole
    assert read(Ours(), stream, cuts) == read(Library(), stream, cuts)


def test_a_fault_in_the_quick_way_is_found(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(frames, "_unmasked", lambda mask, payload: payload.decode("latin-1"))
    stream = frame(b"words") + frame(b"more")
    assert read(Ours(), stream, [])[0] != read(Library(), stream, [])[0]


def test_ordinary_messages_take_the_quick_way_whatever_comes_between():
    kept = [b"one", "zwölf".encode(), b"x" * 126, b"y" * LIMIT]
    stream = b"".join(frame(words) + frame(b"", 9) for words in kept)
    chance = random.Random(1)
    for cuts in ([], list(range(len(stream))), [chance.randrange(len(stream)) for _ in range(9)]):
        reader = Ours()
        said, ended = read(reader, stream, cuts)
        assert said == [words.decode() for words in kept] and ended is None
        assert reader.quick == len(kept)


def test_what_is_held_back_is_bounded():
    stream = Stream(LIMIT)
    claims = frame(b"x" * 100, size=LIMIT + 1)
    assert b"".join(piece for piece in stream.take(claims) if isinstance(piece, bytes)) == claims
    stream = Stream(LIMIT)
    assert list(stream.take(frame(b"x" * (LIMIT - 1), size=LIMIT))) == []


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536])
def test_a_frame_of_ours_is_read_as_it_was_meant(size: int):
    decoder = FrameDecoder(client=True)
    decoder.receive_bytes(text_frame("ü" * (size // 2) + "x" * (size % 2)))
    read_back = b""
    while (part := decoder.process_buffer()) is not None:
        read_back += bytes(part.payload, "utf-8") if isinstance(part.payload, str) else part.payload
        if part.message_finished:
            break
    assert read_back.decode() == "ü" * (size // 2) + "x" * (size % 2)


def test_half_a_character_does_not_break_the_connection():
    assert text_frame("a\ud800b") == b"\x81\x03a?b"
