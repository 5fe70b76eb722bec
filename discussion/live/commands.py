"""Every command a client may send, and the shape its facts must have.

Knows nothing of who asks or whether the rules allow it; a message of any other shape is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from discussion.domain.attribution import CAPTURING, LEVELS
from discussion.domain.contributions import CONTRIBUTION, KINDS, NOTE_LIMIT, REASONS
from discussion.domain.drafting.passages import PASSAGE_LIMIT
from discussion.domain.outcome import READERS
from discussion.domain.participants import LIST_LIMIT
from discussion.domain.people import NAME_LIMIT
from discussion.domain.priorities import MARKS_LIMIT, PHONES_LEAST, PHONES_LIMIT
from discussion.domain.synthesis import PAGES_LIMIT, POINT, ROOM_VIEWS
from discussion.errors import Malformed
from discussion.live.changes import check as check_change
from discussion.live.drafting_shapes import DRAFTING
from discussion.live.positions import check_position
from discussion.live.shapes import (
    Check,
    country,
    ident,
    integer,
    list_of,
    one_of,
    optional,
    some,
    words,
    yes_or_no,
)
from discussion.live.translation_shapes import TRANSLATING

__all__ = [
    "COMMANDS",
    "MINUTES_LIMIT",
    "VERSION_LIMIT",
    "Command",
    "ident",
    "parse_command",
]

VERSION_LIMIT = 10_000_000
QUESTION_LIMIT = 600  # code points, for questions, answers and remarks
COUNTRIES_LIMIT = 12
SOURCES_LIMIT = 500
MINUTES_LIMIT = 600  # the longest a discussion may be extended by at once, in minutes


@dataclass(frozen=True)
class Command:
    """A wish of a client: what to do, under an id of the client's own making."""

    id: str
    kind: str
    facts: Mapping[str, Any]
    typed_by: str | None = None  # the person whose words another person sends


def parse_command(message: object) -> Command:
    """The command in a message from a client.

    Raises ``Malformed`` with the key at fault when the message has another shape.
    """
    if not isinstance(message, dict):
        raise Malformed(key="command")
    identity, kind = ident(message.get("id")), message.get("do")
    if not isinstance(kind, str) or kind not in COMMANDS:
        raise Malformed(key="do")
    shape = COMMANDS[kind]
    odd = (message.keys() - {"typed_by"}) ^ _KEYS[kind]
    if odd:
        raise Malformed(key=", ".join(sorted(odd, key=str))[:80])
    typed_by = None if message.get("typed_by") is None else ident(message["typed_by"])
    return Command(identity, kind, MappingProxyType(_checked(shape, message)), typed_by)


def _checked(shape: Mapping[str, Check], message: Mapping[str, Any]) -> dict[str, Any]:
    facts = {}
    for name, check in shape.items():
        try:
            facts[name] = check(message[name])
        except Malformed as refusal:
            raise Malformed(refusal.code, **{**refusal.facts, "key": name}) from None
    return facts


def _change(value: object) -> list[Any]:
    return check_change(value, limit=PASSAGE_LIMIT)  # of the longest text there is


_version = integer(0, VERSION_LIMIT)
_kind = one_of(*KINDS)
_state = one_of(*CONTRIBUTION.states)
_point_state = one_of(*POINT.states)
_aside = words(QUESTION_LIMIT)
_phones = integer(PHONES_LEAST, PHONES_LIMIT)
_sources = some(list_of(ident, SOURCES_LIMIT))
_remark = optional(words(QUESTION_LIMIT, empty=True))

COMMANDS: Mapping[str, Mapping[str, Check]] = {
    # capture
    "add_note": {
        "note": ident,
        "sheet": ident,
        "kind": _kind,
        "subtopic": optional(ident),
        "position": check_position,
    },
    "edit_text": {"text": ident, "base": _version, "change": _change},
    "submit_note": {"note": ident},
    "set_note_kind": {"note": ident, "value": _kind},
    "set_note_subtopic": {"note": ident, "value": optional(ident)},
    "set_note_countries": {"note": ident, "value": list_of(country, COUNTRIES_LIMIT)},
    "set_note_agreement": {
        "note": ident,
        "agreed": yes_or_no,
        "countries": list_of(country, COUNTRIES_LIMIT),  # that whoever agreed was asked about
        "said_by": optional(words(NAME_LIMIT)),
        "ended": _version,  # how often agreement had ended, as far as its sender knew
    },
    "move_note": {"note": ident, "value": check_position},
    "withdraw_note": {"note": ident},
    "restore_note": {"note": ident},
    "answer_question": {"note": ident, "answer": _aside},
    "read_back_sheet": {"sheet": ident, "notes": list_of(ident, 5)},
    "lock_sheet": {"sheet": ident},
    "reopen_sheet": {"sheet": ident},
    # review: each names what its moderator saw, the version of the words and the state
    "accept_note": {"note": ident, "version": _version, "state": _state},
    "return_note": {"note": ident, "version": _version, "state": _state, "question": _aside},
    "park_note": {
        "note": ident,
        "version": _version,
        "state": _state,
        "reason": one_of(*REASONS),
        "remark": _remark,
    },
    "rule_out_note": {
        "note": ident,
        "version": _version,
        "state": _state,
        "reason": one_of(*REASONS),
        "remark": _remark,
    },
    "reconsider_note": {"note": ident, "version": _version, "state": _state},
    # points
    "add_point": {
        "point": ident,
        "topic": ident,
        "subtopic": optional(ident),
        "kind": _kind,
        "statement": words(NOTE_LIMIT, empty=True),
        "sources": list_of(ident, SOURCES_LIMIT),
        "position": check_position,
    },
    "add_source": {"point": ident, "note": ident},
    "add_sources": {"point": ident, "notes": _sources},
    "remove_source": {"point": ident, "note": ident},
    "move_sources": {"point": ident, "into": ident, "notes": _sources},
    "split_point": {
        "point": ident,
        "new": ident,
        "notes": _sources,
        "position": check_position,
    },
    "merge_point": {
        "point": ident,
        "into": ident,
        "version": _version,
        "into_version": _version,
    },
    "separate_point": {"point": ident},
    "remove_point": {"point": ident, "version": _version},
    "restore_point": {"point": ident},
    "set_point_kind": {"point": ident, "value": _kind},
    "set_point_subtopic": {"point": ident, "value": optional(ident)},
    "move_point": {"point": ident, "value": check_position},
    # these, too, name what was seen
    "confirm_point": {"point": ident, "version": _version, "state": _point_state},
    "propose_point": {"point": ident, "version": _version, "state": _point_state},
    "note_only_point": {"point": ident, "version": _version, "state": _point_state},
    "park_point": {"point": ident, "version": _version, "state": _point_state},
    # one's own decision on a note or a point, by the id of its command
    "undo_decision": {"decision": ident},
    # marks; those who give them send no command: they have no account
    "open_marks": {
        "round": ident,
        "topic": ident,
        "marks": integer(1, MARKS_LIMIT),
        "phones": _phones,
    },
    "widen_marks": {"round": ident, "phones": _phones},
    "close_marks": {"round": ident},
    "show_marks": {"round": ident},
    "hide_marks": {"round": ident},
    "show_on_room_screen": {
        "topic": ident,
        "view": one_of(*ROOM_VIEWS),
        "subject": optional(ident),
        "page": optional(integer(1, PAGES_LIMIT)),
        "names": yes_or_no,
    },
    **DRAFTING,
    **TRANSLATING,
    # programme
    "add_table": {"table": ident, "name": words(NAME_LIMIT, empty=True)},
    "rename_table": {"table": ident, "name": words(NAME_LIMIT)},
    "remove_table": {"table": ident},
    "reissue_card": {"table": ident},
    "start_discussion": {"discussion": ident, "minutes": optional(integer(1, MINUTES_LIMIT))},
    "extend_discussion": {"discussion": ident, "minutes": integer(-MINUTES_LIMIT, MINUTES_LIMIT)},
    "close_discussion": {"discussion": ident},
    "circulate_edition": {"edition": ident, "to": words(QUESTION_LIMIT)},
    "set_participants": {"list": words(LIST_LIMIT, empty=True)},
    "set_outcome_readers": {"readers": one_of(*READERS)},
    "set_attribution": {
        "topic": optional(ident),
        "capturing": optional(one_of(*CAPTURING)),
        "published": optional(one_of(*LEVELS)),
    },
}
"""The facts of each command, checked one by one; ids are made by the client."""

_KEYS = {kind: frozenset({"id", "do", *shape}) for kind, shape in COMMANDS.items()}
