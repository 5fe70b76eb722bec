"""Words for refusals: one template per code, filled with the refusal's facts."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from discussion import assets
from discussion.domain import contributions, synthesis
from discussion.errors import DiscussionError

_STATES = contributions.STATUS_WORDS | synthesis.STATUS_WORDS


class _Blanks(dict[str, object]):
    """A missing fact leaves three dots, never an error on top of an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def sentence(refusal: DiscussionError) -> dict[str, Any]:
    """What happened, what is safe and what to do, with the refusal's code and plain facts."""
    words = _templates().get(refusal.code, _templates()["malformed"])
    blanks = _Blanks({name: _word(value) for name, value in refusal.facts.items()})
    return {
        "code": refusal.code,
        "facts": {k: v for k, v in refusal.facts.items() if isinstance(v, str | int)},
        **{part: text.format_map(blanks) for part, text in words.items()},
    }


def _word(value: object) -> object:
    return _STATES.get(value, value) if isinstance(value, str) else value


@cache
def _templates() -> Mapping[str, Mapping[str, str]]:
    file = assets.templates() / "failures" / "en.json"
    templates: Mapping[str, Mapping[str, str]] = json.loads(file.read_text("utf-8"))
    return templates
