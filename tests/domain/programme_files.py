"""Programme files to test with: the sample, a small one, and ways to read and to break them."""

import copy
import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest

from discussion.domain.programme import Programme
from discussion.domain.programme_file import ProgrammeProblems, parse_programme, read_programme
from discussion.samples import KUALA_LUMPUR

SAMPLE_TEXT = KUALA_LUMPUR.read_text(encoding="utf-8")
SAMPLE: dict[str, Any] = json.loads(SAMPLE_TEXT)

_SMALL: dict[str, Any] = {
    "title": "A day on job portals",
    "dates": ["2026-03-02"],
    "timezone": "Africa/Casablanca",
    "topics": [{"no": 1, "title": "Portals", "subtopics": ["Search", "Matching"]}],
    "programme": [
        {
            "date": "2026-03-02",
            "start": "09:00",
            "end": "10:00",
            "title": "At the tables",
            "kind": "group_discussion",
            "topic": 1,
        }
    ],
}


def small(**changes: object) -> dict[str, Any]:
    """A file with one topic and one discussion; ``None`` takes a key out."""
    changed = copy.deepcopy(_SMALL) | changes
    return {key: value for key, value in changed.items() if value is not None}


def small_with_item(**changes: object) -> dict[str, Any]:
    """The small file with its one item changed; ``None`` takes a key out."""
    item = {k: v for k, v in (_SMALL["programme"][0] | changes).items() if v is not None}
    return small(programme=[item])


def counting() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"id{next(numbers)}"


def parsed(data: object) -> Programme:
    return parse_programme(data, make_id=counting())


def read(text: str | bytes) -> Programme:
    return read_programme(text, make_id=counting())


def problems_of(data: object) -> dict[str, str]:
    """Key and message of each problem; fails when the file is found good."""
    with pytest.raises(ProgrammeProblems) as raised:
        parsed(data)
    return {problem.key: problem.message for problem in raised.value.problems}


def problems_of_text(text: str | bytes) -> dict[str, str]:
    with pytest.raises(ProgrammeProblems) as raised:
        read(text)
    return {problem.key: problem.message for problem in raised.value.problems}
