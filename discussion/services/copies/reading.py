"""The copy of its words that a table's page saves to a file: what it holds, checked bit by bit.

Must not know what the words lead to, nor trust who says to have typed them.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar

from discussion.domain.contributions import NOTE_LIMIT
from discussion.errors import DiscussionError, Malformed
from discussion.live.changes import Change, check
from discussion.live.commands import VERSION_LIMIT, Command, ident, parse_command
from discussion.live.replica import Edit, Replica, Sealed, seal

T = TypeVar("T")

FORMAT = 1
COMMANDS_LIMIT = 1_000  # a table without a network for a whole session has a few hundred
TEXTS_LIMIT = 500
SEALED_LIMIT = 200  # copies of one text before its first words arrive
EDITS_LIMIT = 2_000  # of all texts: carrying them out takes two seconds
_UNFIT = re.compile("[\x00\ud800-\udfff]")
KINDS = frozenset(
    {
        "add_note",
        "submit_note",
        "set_note_kind",
        "set_note_subtopic",
        "set_note_countries",
        "set_note_agreement",
        "move_note",
        "withdraw_note",
        "restore_note",
        "answer_question",
        "read_back_sheet",
    }
)
"""What a table asks for on its sheet; a copy holds nothing else."""


@dataclass(frozen=True)
class CopiedText:
    """Words that were not acknowledged when the copy was saved."""

    id: str
    replica: Replica
    person: str | None  # who is said to have typed them


@dataclass(frozen=True)
class Copy:
    """A copy as it was read."""

    workshop: str
    sheet: str
    saved_at: str
    notes: int  # how many the page showed, saved or not
    commands: tuple[Command, ...]
    texts: tuple[CopiedText, ...]


def read_copy(content: bytes) -> Copy:
    """The copy in a file's bytes.

    Raises ``copy_unreadable`` for what is no copy at all, ``copy_damaged`` for one in which
    something is not as a page writes it, ``copy_too_long`` for more than is taken in at once.
    """
    try:
        held = json.loads(content.decode())
    except (ValueError, RecursionError):
        raise Malformed("copy_unreadable") from None
    if not isinstance(held, dict) or held.get("discussion_copy") != FORMAT:
        raise Malformed("copy_unreadable")
    try:
        copy = _copy(held)
    except (DiscussionError, KeyError, TypeError, RecursionError):
        raise Malformed("copy_damaged") from None
    edits = sum(len(text.replica.sealed) for text in copy.texts)
    if edits > EDITS_LIMIT:
        raise Malformed("copy_too_long", edits=edits, limit=EDITS_LIMIT)
    return copy


def id_of_words(text: str, replica: Replica) -> str:
    """A command id for words that have none: the same for the same words, and for no others."""
    sealed = [(one.command, one.change) for one in replica.sealed]
    said = json.dumps([text, replica.version, sealed, replica.pending])
    return sha256(said.encode()).hexdigest()[:32]


def _copy(held: Mapping[str, Any]) -> Copy:
    return Copy(
        workshop=ident(held["workshop"]),
        sheet=ident(held["sheet"]),
        saved_at=_words(held["saved_at"], 40),
        notes=len(_list(held["notes"], 10_000)),
        commands=tuple(_command(one) for one in _list(held["commands"], COMMANDS_LIMIT)),
        texts=tuple(_text(one) for one in _list(held["texts"], TEXTS_LIMIT)),
    )


def _command(message: object) -> Command:
    command = parse_command(message)
    if command.kind not in KINDS:
        raise Malformed(key="do")
    return command


def _text(one: Mapping[str, Any]) -> CopiedText:
    kept = one["replica"]
    replica = Replica(
        version=_version(kept["version"]),
        text=_words(kept["text"], 2 * NOTE_LIMIT),
        sent=_optional(_edit, kept["sent"]),
        rebased=_change(kept["rebased"]),
        saved=_optional(_version, kept["saved"]),
        pending=_change(kept["pending"]),
        sealed=tuple(_sealed(part) for part in _list(kept["sealed"], SEALED_LIMIT)),
    )
    person = _optional(ident, one["person"])
    text = ident(one["text"])
    return CopiedText(text, seal(replica, id_of_words(text, replica)), person)


def _edit(kept: Mapping[str, Any]) -> Edit:
    return Edit(ident(kept["command"]), _version(kept["base"]), _change(kept["change"]))


def _sealed(kept: Mapping[str, Any]) -> Sealed:
    return Sealed(ident(kept["command"]), _change(kept["change"]))


def _change(value: object) -> Change:
    return [] if value == [] else check(value, limit=NOTE_LIMIT)


def _version(value: object) -> int:
    if type(value) is not int or not 0 <= value <= VERSION_LIMIT:
        raise Malformed(key="version")
    return value


def _words(value: object, limit: int) -> str:
    if not isinstance(value, str) or len(value) > limit or _UNFIT.search(value):
        raise Malformed(key="text")
    return value


def _list(value: object, limit: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > limit:
        raise Malformed(key="list")
    return value


def _optional(check_one: Callable[[Any], T], value: object) -> T | None:
    return None if value is None else check_one(value)
