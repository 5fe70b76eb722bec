"""The text of a TOML file becomes the value the same file would be in JSON.

It must not know what the keys of a programme mean.
"""

import re
import tomllib
from datetime import date, datetime, time

from discussion.domain.programme_file.problems import ProgrammeProblems, failed, too_deep
from discussion.domain.programme_file.walking import DEPTH_LIMIT, walk

_BEGINS = re.compile(
    r"""\s*(?:\#|\[\[?\s*[A-Za-z_]|(?:[\w-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')\s*[.=])""", re.A
)
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_STRING_OR_REMARK = re.compile(
    r'"""(?:\\.|"{1,2}(?!")|[^"\\])*(?:""")?'
    r"|'''(?:'{1,2}(?!')|[^'])*(?:''')?"
    r'|"(?:\\.|[^"\\\n])*"?'
    r"|'[^'\n]*'?"
    r"|\#[^\n]*",
    re.S,
)
_BETWEEN_KEYS = re.compile(r"[=\n\[\]{},]")


def looks_like_toml(text: str) -> bool:
    """Whether a file begins as TOML does: with a remark, a name and ``=``, or ``[name]``."""
    return _BEGINS.match(text) is not None


def read_toml(text: str) -> object:
    """The value a TOML text holds, no deeper than ``DEPTH_LIMIT``; its dates and times as texts.

    Raises ``ProgrammeProblems`` for what is no TOML; a name given twice is none.
    """
    _refuse_long_keys(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(str(error)) from None
    except ValueError:  # Python reads no number of more than some thousand digits
        raise failed("", "A number of this file is too long to be right.") from None
    except RecursionError:
        raise too_deep() from None
    if any(depth > DEPTH_LIMIT for _, _, depth in walk(data)):
        raise too_deep()
    return _as_in_json(data)


def _refuse_long_keys(text: str) -> None:
    """A key of n parts costs the parser n squared steps: half a million of them would hold it."""
    bare = _STRING_OR_REMARK.sub("x", text)
    if any(piece.count(".") > DEPTH_LIMIT for piece in _BETWEEN_KEYS.split(bare)):
        raise too_deep()


def _no_toml(told: str) -> ProgrammeProblems:
    where = _WHERE.search(told)
    reason = told[: where.start()] if where else told
    key = f"line {where[1]}, column {where[2]}" if where and where[1] else ""
    end = "" if key else " The file ends too early."
    message = f"This is not TOML: {reason[:1].lower()}{reason[1:]}.{end}"
    return failed(key, f"{message} Often a quotation mark or a bracket is missing or too many.")


def _as_in_json(value: object) -> object:
    match value:
        case dict():
            return {name: _as_in_json(inner) for name, inner in value.items()}
        case list():
            return [_as_in_json(inner) for inner in value]
        case time() if not (value.second or value.microsecond):
            return f"{value:%H:%M}"
        case date() | datetime() | time():
            return value.isoformat()
        case _:
            return value
