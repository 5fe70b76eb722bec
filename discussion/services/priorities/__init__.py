"""Marks: rounds that moderators open, ballots that phones send, and what screens are told."""

from discussion.services.priorities.ballots import Slip, device_behind, give_marks, new_device
from discussion.services.priorities.reading import (
    Page,
    board_marks,
    page_of,
    room_marks,
    taking_part,
)
from discussion.services.priorities.rounds import (
    close_marks,
    hide_marks,
    open_marks,
    show_marks,
    widen_marks,
)

__all__ = [
    "Page",
    "Slip",
    "board_marks",
    "give_marks",
    "close_marks",
    "device_behind",
    "hide_marks",
    "new_device",
    "open_marks",
    "page_of",
    "room_marks",
    "show_marks",
    "taking_part",
    "widen_marks",
]
