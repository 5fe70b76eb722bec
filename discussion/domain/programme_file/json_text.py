"""The text of a JSON file becomes a value, with line and column of what is not JSON.

It must not know what the keys of a programme mean.
"""

import json
from collections import Counter

from discussion.domain.programme_file.problems import Findings, failed, place, quoted, too_deep
from discussion.domain.programme_file.walking import DEPTH_LIMIT, walk

_LONGEST_NUMBER = 30  # digits


class _Object(dict[str, object]):
    """A JSON object that remembers the names it was given more than once."""

    repeated: tuple[str, ...] = ()


def read_json(text: str) -> object:
    """The value a JSON text holds, no deeper than ``DEPTH_LIMIT``.

    Raises ``ProgrammeProblems`` for what is no JSON, and for names given twice in one object.
    """
    data = _json(text)
    findings = Findings()
    _name_repeated_and_deep(data, findings)
    findings.raise_if_any()
    return data


def _json(text: str) -> object:
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
        raise failed(place(text[: error.pos]), f"{message} is missing or too many.") from None
    except RecursionError:
        raise too_deep() from None


def _name_repeated_and_deep(data: object, findings: Findings) -> None:
    for key, value, depth in walk(data):
        if depth > DEPTH_LIMIT:
            raise too_deep()
        if isinstance(value, _Object):
            for name in value.repeated:
                at = quoted(f"{key}.{name}" if key else name)[1:-1]
                findings.add(at, f"{quoted(name)} stands here more than once. Keep one.")


def _object(pairs: list[tuple[str, object]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        times = Counter(name for name, _ in pairs)
        made.repeated = tuple(name for name in times if times[name] > 1)
    return made


def _no_constant(name: str) -> object:
    raise failed("", f"{name} is not a number that JSON knows. Take it out.")


def _whole_number(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise failed("", f"A number of {len(digits)} digits cannot be right: {quoted(digits)}.")
    return int(digits)
