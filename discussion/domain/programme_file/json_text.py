"""The text of a programme file becomes a JSON value, with line and column of what is not JSON.

It must not know what the keys of a programme mean.
"""

import codecs
import json
from collections import Counter
from collections.abc import Callable

from discussion.domain.programme import Programme
from discussion.domain.programme_file.parsing import parse_programme
from discussion.domain.programme_file.problems import (
    Findings,
    Problem,
    ProgrammeProblems,
    quoted,
)
from discussion.domain.programme_file.walking import DEPTH_LIMIT, walk

FILE_LIMIT = 1_000_000  # bytes, or code points of text; the sample has about 7,000
_BYTE_ORDER_MARK = "\ufeff"
_LONGEST_NUMBER = 30  # digits


class _Object(dict[str, object]):
    """A JSON object that remembers the names it was given more than once."""

    repeated: tuple[str, ...] = ()


def read_programme(text: str | bytes, *, make_id: Callable[[], str]) -> Programme:
    """The programme in a file's content; bytes must be UTF-8, with or without a mark in front.

    Raises ``ProgrammeProblems``: one problem when the text is no JSON (its key then is the
    place, ``line 4, column 2``), else all that ``parse_programme`` finds. A name given twice
    in one object is a problem too, since one of the two values would be lost in silence.
    """
    if len(text) > FILE_LIMIT:
        raise _failed("", f"The file is too large; at most {FILE_LIMIT:,} bytes are possible.")
    data = _json(_decoded(text) if isinstance(text, bytes) else text)
    findings = Findings()
    _name_repeated_and_deep(data, findings)
    findings.raise_if_any()
    return parse_programme(data, make_id=make_id)


def _decoded(content: bytes) -> str:
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    if content.startswith(marks) or b"\0" in content[:4]:
        raise _failed("", "The file is saved as UTF-16. Save it as UTF-8 and send it again.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        message = "This is not UTF-8 text. Save the file as UTF-8 and send it again."
        raise _failed(_place(before), message) from None


def _json(text: str) -> object:
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if not text.strip():
        raise _failed("", "The file is empty.")
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_int=_whole_number,
        )
    except json.JSONDecodeError as error:
        reason = f"{error.msg[:1].lower()}{error.msg[1:]}"
        message = f"This is not JSON: {reason}. Often a comma, a quotation mark or a bracket"
        raise _failed(_place(text[: error.pos]), f"{message} is missing or too many.") from None
    except RecursionError:
        raise _too_deep() from None


def _name_repeated_and_deep(data: object, findings: Findings) -> None:
    for key, value, depth in walk(data):
        if depth > DEPTH_LIMIT:
            raise _too_deep()
        if isinstance(value, _Object):
            for name in value.repeated:
                place = quoted(f"{key}.{name}" if key else name)[1:-1]
                findings.add(place, f"{quoted(name)} stands here more than once. Keep one.")


def _object(pairs: list[tuple[str, object]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        times = Counter(name for name, _ in pairs)
        made.repeated = tuple(name for name in times if times[name] > 1)
    return made


def _no_constant(name: str) -> object:
    raise _failed("", f"{name} is not a number that JSON knows. Take it out.")


def _whole_number(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _failed("", f"A number of {len(digits)} digits cannot be right: {quoted(digits)}.")
    return int(digits)


def _place(before: str) -> str:
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return f"line {line}, column {column}"


def _too_deep() -> ProgrammeProblems:
    return _failed("", "The brackets of this file stand too deep inside each other.")


def _failed(key: str, message: str) -> ProgrammeProblems:
    return ProgrammeProblems((Problem(key, message),))
