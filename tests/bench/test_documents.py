"""The same words go to both writers, and what is said of them follows from what was measured."""

import json
import re
from pathlib import Path

import pytest

from bench.documents.checking import check, check_slides
from bench.documents.child import as_json, main
from bench.documents.results import ratios, summed
from bench.documents.slides import (
    SLIDES,
    deck_as_json,
    deck_as_markdown,
    deck_of,
    lines_of,
    sixty_slides,
)
from bench.documents.table import goals
from bench.documents.text import HEADINGS, PARAGRAPHS, TABLES, markdown, proceedings
from discussion.documents.readers.docx import read_docx
from discussion.documents.tree import Document, Heading, Paragraph, Table, plain
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.pdf import write_pdf
from discussion.documents.writers.pptx import write_pptx

TEXT = proceedings()
DECK = sixty_slides()


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


def test_pandoc_is_given_the_words_of_every_slide() -> None:
    said = re.sub(r"\\(.)", r"\1", deck_as_markdown(DECK))
    assert len(DECK) == SLIDES
    assert [line for slide in DECK for line in lines_of(slide) if line not in said] == []
    assert [note for slide in DECK for note in slide["notes"] if note not in said] == []


def test_what_the_child_writes_are_the_slides(tmp_path: Path) -> None:
    text, file = tmp_path / "deck.json", tmp_path / "out.pptx"
    text.write_text(deck_as_json(DECK[:9]), "utf-8")
    main(str(text), str(file))
    check_slides("the child", file.read_bytes(), DECK[:9])


def without(number: int, **fields: object) -> tuple:
    """Some slides, one of them changed."""
    return (*DECK[:number], {**DECK[number], **fields}, *DECK[number + 1 : 9])


@pytest.mark.parametrize(
    "faulty",
    [
        DECK[:8],
        without(1, bullets=DECK[1]["bullets"][1:]),
        without(1, notes=[]),
        without(5, rows=DECK[5]["rows"][:-1]),
    ],
    ids=["a slide", "a bullet", "a note", "a row"],
)
def test_a_deck_that_lacks_something_is_refused(faulty) -> None:
    with pytest.raises(SystemExit):
        check_slides("somebody", write_pptx(deck_of(faulty)), DECK[:9])


@pytest.mark.parametrize(("part", "write"), [("docx", write_docx), ("pdf", write_pdf)])
def test_a_text_that_lacks_something_is_refused(part: str, write) -> None:
    with pytest.raises(SystemExit, match='"headings": 2, "paragraphs": 80'):
        check(part, "discussion", write(Document(TEXT.meta, TEXT.blocks[:82])))


def rows(ours: float, theirs: float) -> list[dict[str, object]]:
    """Three runs of every file, each of us and of pandoc; starting takes ten."""
    return [
        {"part": f"{part}{start}", "what": "x", "who": who, "run": run, "cpu_ms": cpu, "wall_ms": 1}
        for run in (1, 2, 3)
        for part in ("docx", "pdf", "pptx")
        for who, took in (("discussion", ours + run), ("pandoc, from Markdown", theirs))
        for start, cpu in (("", took), (" nothing", 10))
    ]


@pytest.mark.parametrize(
    ("ours", "met"),
    [
        (190, [True, True, True, None]),
        (300, [True, True, False, None]),
        (340, [False, True, False, None]),
        (1_010, [False, False, False, None]),
    ],
)
def test_a_writer_that_takes_longer_than_its_share_misses_its_goal(
    *, ours: float, met: list[bool | None]
) -> None:
    found = {"rows": summed(rows(ours, 1_000)), "ratios": ratios(rows(ours, 1_000))}
    assert [goal.met for goal in goals(found)] == met


def test_what_starting_costs_is_taken_off_both_and_told_behind() -> None:
    found = {"rows": summed(rows(506, 1_000)), "ratios": ratios(rows(506, 1_000))}
    first, *_ = goals(found)
    assert first.reached == "0.50 (0.50-0.50); with their starts 0.51 (0.51-0.51)"


def test_lists_that_held_too_much_at_once_miss_theirs() -> None:
    row = {"part": "notes", "what": "n", "who": "discussion", "peak_mib": 301.0}
    (goal,) = goals({"rows": [row], "ratios": []})
    assert goal.met is False
