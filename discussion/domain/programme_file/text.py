"""The content of a programme file becomes a Programme, whichever of two forms it is written in.

It must not know what the keys of a programme mean.
"""

import codecs
from collections.abc import Callable

from discussion.domain.programme import Programme
from discussion.domain.programme_file.json_text import read_json
from discussion.domain.programme_file.parsing import parse_programme
from discussion.domain.programme_file.problems import failed, place
from discussion.domain.programme_file.toml_text import looks_like_toml, read_toml

FILE_LIMIT = 1_000_000  # bytes, or code points of text; the sample has about 7,000
_BYTE_ORDER_MARK = "\ufeff"


def read_programme(text: str | bytes, *, make_id: Callable[[], str]) -> Programme:
    """The programme in a file's content, JSON or TOML; bytes must be UTF-8, a mark may be in front.

    Raises ``ProgrammeProblems``: one problem when the text is neither (its key then is the
    place, ``line 4, column 2``), else all that ``parse_programme`` finds. A name given twice
    in one object is a problem too, since one of the two values would be lost in silence.
    """
    if len(text) > FILE_LIMIT:
        raise failed("", f"The file is too large; at most {FILE_LIMIT:,} bytes are possible.")
    whole = _decoded(text) if isinstance(text, bytes) else text
    whole = whole.removeprefix(_BYTE_ORDER_MARK)
    if not whole.strip():
        raise failed("", "The file is empty.")
    data = read_toml(whole) if looks_like_toml(whole) else read_json(whole)
    return parse_programme(data, make_id=make_id)


def _decoded(content: bytes) -> str:
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    if content.startswith(marks) or b"\0" in content[:4]:
        raise failed("", "The file is saved as UTF-16. Save it as UTF-8 and send it again.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        message = "This is not UTF-8 text. Save the file as UTF-8 and send it again."
        raise failed(place(before), message) from None
