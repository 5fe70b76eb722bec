"""Synthesis: what moderators do with points, with the notes behind them, and take back."""

from discussion.services.synthesis.grouping import (
    add_source,
    add_sources,
    merge_point,
    move_sources,
    remove_source,
    separate_point,
    split_point,
)
from discussion.services.synthesis.points import (
    add_point,
    confirm_point,
    move_point,
    note_only_point,
    park_point,
    propose_point,
    remove_point,
    restore_point,
    set_point_kind,
    set_point_subtopic,
)
from discussion.services.synthesis.room import show_on_room_screen
from discussion.services.synthesis.undoing import undo_decision

__all__ = [
    "add_point",
    "add_source",
    "add_sources",
    "confirm_point",
    "merge_point",
    "move_point",
    "move_sources",
    "note_only_point",
    "park_point",
    "propose_point",
    "remove_point",
    "remove_source",
    "restore_point",
    "separate_point",
    "set_point_kind",
    "set_point_subtopic",
    "show_on_room_screen",
    "split_point",
    "undo_decision",
]
