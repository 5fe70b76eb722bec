"""Who may do what: roles, the actor behind a request, and the one authorisation function."""

from dataclasses import dataclass

ROLES = ("secretariat", "moderator", "rapporteur", "chair", "room")

NAME_LIMIT = 128  # code points; longer display names have been used as an attack

_STAFF = ("secretariat", "moderator")
_TABLE = ("rapporteur",)
_EVERYONE = ROLES

PERMISSIONS: dict[str, tuple[str, ...]] = {
    # capture
    "add_note": (*_TABLE, *_STAFF),
    "edit_note": (*_TABLE, *_STAFF),
    "submit_note": (*_TABLE, *_STAFF),
    "set_note_kind": (*_TABLE, *_STAFF),
    "set_note_subtopic": (*_TABLE, *_STAFF),
    "set_note_countries": (*_TABLE, *_STAFF),
    "set_note_agreement": (*_TABLE, "secretariat"),
    "move_note": (*_TABLE, *_STAFF),
    "withdraw_note": _TABLE,
    "restore_note": _TABLE,
    "answer_question": _TABLE,
    "read_back_sheet": _TABLE,
    "take_in_copy": ("secretariat",),
    "lock_sheet": _STAFF,
    "reopen_sheet": _STAFF,
    "nudge_table": _STAFF,
    # review
    "accept_note": _STAFF,
    "return_note": _STAFF,
    "park_note": _STAFF,
    "rule_out_note": _STAFF,
    "reconsider_note": _STAFF,
    # points
    "add_point": _STAFF,
    "edit_point": _STAFF,
    "add_source": _STAFF,
    "add_sources": _STAFF,
    "remove_source": _STAFF,
    "move_sources": _STAFF,
    "split_point": _STAFF,
    "merge_point": _STAFF,
    "separate_point": _STAFF,
    "remove_point": _STAFF,
    "restore_point": _STAFF,
    "set_point_kind": _STAFF,
    "set_point_subtopic": _STAFF,
    "move_point": _STAFF,
    "confirm_point": _STAFF,
    "propose_point": _STAFF,
    "note_only_point": _STAFF,
    "park_point": _STAFF,
    "undo_decision": _STAFF,
    # marks
    "open_marks": _STAFF,
    "widen_marks": _STAFF,
    "close_marks": _STAFF,
    "show_marks": _STAFF,
    "hide_marks": _STAFF,
    "show_on_room_screen": _STAFF,
    # the declaration and other documents; what belongs to no topic is the secretariat's alone
    "add_paragraph": _STAFF,
    "edit_paragraph": _STAFF,
    "place_paragraph": _STAFF,
    "remove_paragraph": _STAFF,
    "restore_paragraph": _STAFF,
    "settle_paragraph": _STAFF,
    "begin_passage": _STAFF,
    "edit_passage": _STAFF,
    "settle_passage": _STAFF,
    "draft_common": ("secretariat",),
    "set_drafting": ("secretariat",),
    "rebuild_paragraphs": ("secretariat",),
    # what texts say in other languages; of texts of no topic the secretariat's alone
    "add_translation": _STAFF,
    "edit_translation": _STAFF,
    "settle_translation": _STAFF,
    "remove_translation": _STAFF,
    "restore_translation": _STAFF,
    "set_issued_languages": ("secretariat",),
    # programme
    "add_table": ("secretariat",),
    "rename_table": ("secretariat",),
    "remove_table": ("secretariat",),
    "reissue_card": ("secretariat",),
    "set_participants": ("secretariat",),
    "start_discussion": _STAFF,
    "extend_discussion": _STAFF,
    "close_discussion": _STAFF,
    # seeing
    "see_home": _EVERYONE,
    "see_sheet": (*_TABLE, *_STAFF),
    "see_board": (*_STAFF, "chair"),
    "see_watch": (*_STAFF, "chair"),
    "see_topic_history": _STAFF,
    "see_room_screen": (*_STAFF, "chair", "room"),
    "see_programme": _EVERYONE,
    "see_setup": ("secretariat",),
    "see_cards": ("secretariat",),
    "see_participants": ("secretariat",),
    "see_drafting": (*_STAFF, "chair"),
    "see_translations": (*_STAFF, "chair"),
    "see_publications": (*_STAFF, "chair"),
    "see_outcome": _EVERYONE,
    "see_table_outcome": (*_TABLE, *_STAFF, "chair"),
    # people and documents
    "set_outcome_readers": ("secretariat",),
    "set_attribution": ("secretariat",),
    "make_link": ("secretariat",),
    "revoke_link": ("secretariat",),
    "build_document": ("secretariat",),
    "set_house_style": ("secretariat",),
    "circulate_edition": ("secretariat",),
    "export_contributions": ("secretariat",),
    "export_workshop": ("secretariat",),
    "export_topic": _STAFF,
    "make_workshop": ("secretariat",),
    "delete_workshop": ("secretariat",),
}
"""Each thing a person can do, and the roles that may do it. Every page, join and command asks."""

BOUND_TO_TOPIC = ("moderator", "room")
"""Roles whose sign-in link may name one topic; without one they serve all topics."""


@dataclass(frozen=True)
class Actor:
    """Who is asking, as the server's session knows it; never taken from a message."""

    session: str  # session id
    person: str  # person id
    name: str
    role: str
    workshop: str
    table: str | None = None  # rapporteurs: their table
    topic: str | None = None  # moderators and room screens bound to one topic


@dataclass(frozen=True)
class Subject:
    """What is being asked about, as far as permission depends on it."""

    workshop: str
    table: str | None = None
    topic: str | None = None


def may(actor: Actor | None, action: str, subject: Subject) -> bool:
    """Whether ``actor`` may do ``action`` on ``subject``.

    A rapporteur reaches only the own table's sheets and a moderator bound to a topic only
    that topic; nobody reaches another workshop. An unknown action is nobody's.
    """
    if actor is None or actor.role not in PERMISSIONS.get(action, ()):
        return False
    if actor.workshop != subject.workshop:
        return False
    if actor.role == "rapporteur" and action in _TABLE_BOUND:
        return subject.table is not None and subject.table == actor.table
    if actor.role in BOUND_TO_TOPIC and actor.topic is not None and subject.topic is not None:
        return subject.topic == actor.topic
    return True


def may_write(actor: Actor | None, action: str, subject: Subject) -> bool:
    """The same of what is drafted: where it belongs to no topic it is the secretariat's alone."""
    common = subject.topic is not None or may(actor, "draft_common", subject)
    return common and may(actor, action, subject)


_TABLE_BOUND = frozenset(
    action
    for action, roles in PERMISSIONS.items()
    if "rapporteur" in roles and action not in ("see_home", "see_programme", "see_outcome")
)
