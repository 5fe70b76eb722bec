"""The same words go to both writers, and what is said of them follows from what was measured."""

import json
import re
from pathlib import Path

import pytest

from bench.documents.child import as_json, main
from bench.documents.results import ratios, summed
from bench.documents.table import goals
from bench.documents.text import HEADINGS, PARAGRAPHS, TABLES, markdown, proceedings
from discussion.documents.readers.docx import read_docx
from discussion.documents.tree import Heading, Paragraph, Table, plain

TEXT = proceedings()


def test_the_text_is_as_long_as_it_is_said_to_be() -> None:
    counts = [sum(isinstance(b, kind) for b in TEXT.blocks) for kind in (Paragraph, Heading, Table)]
    assert counts == [PARAGRAPHS, HEADINGS, TABLES]


def test_pandoc_is_given_the_same_words() -> None:
    said = re.sub(r"\\(.)", r"\1", markdown(TEXT))
    for block in TEXT.blocks[:200]:
        if isinstance(block, Paragraph):
            assert plain(block.content).partition(" ")[2] in said


def test_what_the_child_writes_is_the_text(tmp_path: Path) -> None:
    text, file = tmp_path / "text.json", tmp_path / "out.docx"
    text.write_text(json.dumps(json.loads(as_json(TEXT))[:60]), "utf-8")
    main(str(text), str(file))
    sent = [b for b in TEXT.blocks[:60] if isinstance(b, Heading | Paragraph)]
    assert [plain(b.content) for b in read_docx(file.read_bytes())] == [
        plain(b.content) for b in sent
    ]


def rows(ours: float, theirs: float) -> list[dict[str, object]]:
    """Three runs, each of us and of pandoc."""
    return [
        {"part": "docx", "what": "x", "who": who, "run": run, "cpu_ms": cpu, "wall_ms": cpu}
        for run in (1, 2, 3)
        for who, cpu in (("discussion", ours + run), ("pandoc, from Markdown", theirs))
    ]


@pytest.mark.parametrize(("ours", "met"), [(300, True), (340, False)])
def test_a_writer_that_takes_more_than_a_third_misses_its_goal(*, ours: float, met: bool) -> None:
    found = {"rows": summed(rows(ours, 1_000)), "ratios": ratios(rows(ours, 1_000))}
    (goal,) = goals(found)
    assert goal.met is met


def test_lists_that_held_too_much_at_once_miss_theirs() -> None:
    row = {"part": "notes", "what": "n", "who": "discussion", "peak_mib": 301.0}
    (goal,) = goals({"rows": [row], "ratios": []})
    assert goal.met is False
