"""WebSocket frames of the ordinary kind, cut out of a stream and made; must not know any socket.

Ordinary from a browser is one whole text in one masked frame. Everything else, down to the last
byte of it, is somebody else's: control frames, fragments, long messages, and whatever is wrong.
"""

from collections.abc import Iterator

_TEXT = 0x81  # a final frame that holds text
_CONTROL = 0x08
_MASKED = 0x80
_TWO_MORE, _EIGHT_MORE = 126, 127  # instead of a length: it stands in so many bytes
_ORDINARY = 65_536  # bytes; a longer message has its length in eight bytes


def text_frame(text: str) -> bytes:
    """The frame a server sends a text in."""
    words = text.encode(errors="replace")  # half a character would break the connection
    size = len(words)
    if size < _TWO_MORE:
        return bytes((_TEXT, size)) + words
    if size < _ORDINARY:
        return bytes((_TEXT, _TWO_MORE)) + size.to_bytes(2, "big") + words
    return bytes((_TEXT, _EIGHT_MORE)) + size.to_bytes(8, "big") + words


class Stream:
    """One client's bytes as they arrive: ordinary texts, and the bytes of all other frames."""

    def __init__(self, limit: int) -> None:
        """``limit``: bytes of a text; a longer one is not ordinary, and so not waited for here."""
        self._limit = min(limit, _ORDINARY - 1)
        self._held = b""  # the beginning of a frame
        self._passing = 0  # bytes of another sort of frame that are still to come
        self._in_fragments = False  # between the first and the last frame of one message

    def take(self, data: bytes) -> Iterator[str | bytes]:
        """What the bytes bring: texts, and in between the bytes that somebody else must read."""
        if self._held:
            data, self._held = self._held + data, b""
        place, end = 0, len(data)
        while place < end:
            if self._passing:
                piece = data[place : place + self._passing]
                self._passing -= len(piece)
                place += len(piece)
                yield piece
                continue
            begins, size = _measured(data, place)
            if not begins:
                break
            if self._is_ordinary(data, place, size):
                after = begins + size
                if after > end:
                    break
                yield _unmasked(data[begins - 4 : begins], data[begins:after]) or data[place:after]
                place = after
            else:
                self._pass_by(data[place], begins - place + size)
        self._held = data[place:]

    def _is_ordinary(self, data: bytes, place: int, size: int) -> bool:
        short = size < _TWO_MORE
        return (
            data[place] == _TEXT
            and not self._in_fragments
            and data[place + 1] == _MASKED | (size if short else _TWO_MORE)
            and 0 < size <= self._limit
        )

    def _pass_by(self, first: int, size: int) -> None:
        self._passing = size
        if not first & _CONTROL:
            self._in_fragments = not first & 0x80


def _measured(data: bytes, place: int) -> tuple[int, int]:
    """Where a frame's payload begins, and its length; 0 as long as that is not known."""
    if len(data) < place + 2:
        return 0, 0
    second = data[place + 1]
    size, begins = second & 0x7F, place + 2
    if size >= _TWO_MORE:
        width = 2 if size == _TWO_MORE else 8
        size = int.from_bytes(data[begins : begins + width], "big")
        begins += width
    if second & _MASKED:
        begins += 4
    return (begins, size) if len(data) >= begins else (0, 0)


def _unmasked(mask: bytes, payload: bytes) -> str:
    """The text; empty when it is none."""
    size = len(payload)
    key = int.from_bytes((mask * (size // 4 + 1))[:size], "little")
    try:
        return (int.from_bytes(payload, "little") ^ key).to_bytes(size, "little").decode()
    except UnicodeDecodeError:
        return ""
