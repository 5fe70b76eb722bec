"""The words that a board's search compares are those of the near-duplicates: one golden file."""

import json
from pathlib import Path

import pytest

from discussion.domain.likeness.stems import stem
from discussion.domain.likeness.words import words

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "words.json").read_text("utf-8"))


@pytest.mark.parametrize("example", GOLDEN, ids=lambda example: example["text"][:20])
def test_words_and_stems_are_those_that_browsers_are_held_to(example):
    found = [word.folded for word in words(example["text"])]
    assert found == example["words"]
    assert [stem(word, example["language"]) for word in found] == example["stems"]
