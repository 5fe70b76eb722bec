"""Changes in OpenDocument files: settled they are the tree's, and a word processor knows them."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from discussion.documents.readers.docx import read_docx
from discussion.documents.tree import (
    Deleted,
    Document,
    Emphasis,
    Heading,
    Inserted,
    ListItem,
    MarkChange,
    Numbering,
    Reference,
    Sourced,
    Text,
    accept,
    accepted,
    item_number,
    labels,
    paragraph_label,
    plain,
    reject,
    rejected,
)
from discussion.documents.writers.odt import write_odt
from tests.documents.any_tree import blocks, numberings
from tests.documents.every_node import ARABIC, CHANGE
from tests.documents.reading import part
from tests.documents.reading_odt import OFFICE, TEXT, settled
from tests.documents.test_odt import content, of, said

DC = "{http://purl.org/dc/elements/1.1/}"
OFFICE_PROGRAM = shutil.which("soffice")
PATIENCE = 120  # seconds


def printed(block: Any, numbering: Numbering) -> tuple[str, str]:
    """What stands before and after the words of a block."""
    match block:
        case Heading():
            return "", ""
        case ListItem():
            number = item_number(block, numbering)
            return f"{number}\t", f"\u2002{block.mark}" if block.mark else ""
        case _:
            number = f"{paragraph_label(block, numbering)}\t" if block.number else ""
            return number, f"\u2002{block.mark}" if block.mark else ""


def resolved(value: Any, told: Any) -> Any:
    """A line whose references are the words they show."""
    match value:
        case Reference(target=target, form="number"):
            return Text(told[target] or target)
        case Reference():
            return Text("")
        case tuple():
            return tuple(resolved(each, told) for each in value)
    for name in ("content", "options"):
        if hasattr(value, name):
            value = replace(value, **{name: resolved(getattr(value, name), told)})
    return value


@settings(max_examples=60, deadline=None)
@given(blocks, numberings)
def test_the_file_says_what_the_tree_says_however_its_changes_are_settled(
    made, numbering: Numbering
) -> None:
    package, told = write_odt(of(*made, numbering=numbering)), labels(made, numbering)
    for gone, settle in (("deleted", accepted), ("inserted", rejected)):
        expected = ""
        for block in made:
            before, after = printed(block, numbering)
            if block.end is not None and block.end.fate == gone and block is not made[-1]:
                before = after = ""
            words = plain(settle(resolved(block.content, told)))
            expected += before + words.replace("\u200e", "") + after
        assert settled(package, gone).replace("\u200e", "") == expected


@settings(max_examples=30, deadline=None)
@given(blocks)
def test_every_mark_has_what_it_leads_to(made) -> None:
    tree = content(of(*made))
    told = lambda tag, name: [e.get(name) for e in tree.iter(tag)]  # noqa: E731
    changes = told(f"{TEXT}changed-region", f"{TEXT}id")
    starts = told(f"{TEXT}change-start", f"{TEXT}change-id")
    assert sorted(changes) == sorted(starts + told(f"{TEXT}change", f"{TEXT}change-id"))
    assert sorted(starts) == sorted(told(f"{TEXT}change-end", f"{TEXT}change-id"))
    opened = told(f"{TEXT}bookmark-start", f"{TEXT}name")
    assert sorted(opened) == sorted(told(f"{TEXT}bookmark-end", f"{TEXT}name"))
    assert len(opened) == len(set(opened))
    assert set(told(f"{TEXT}bookmark-ref", f"{TEXT}ref-name")) <= set(opened)
    names = told(f"{OFFICE}annotation", f"{OFFICE}name")
    assert sorted(names) == sorted(told(f"{OFFICE}annotation-end", f"{OFFICE}name"))


def test_an_anchor_met_twice_has_one_bookmark() -> None:
    twice = tuple(Sourced((Text(words),), "S-1") for words in ("FIRST", "SECOND"))
    names = [e.get(f"{TEXT}name") for e in content(of(said(*twice))).iter(f"{TEXT}bookmark-start")]
    assert names.count("src_S_1") == 1 and len(names) == len(set(names))


def test_a_change_says_who_made_it_and_when() -> None:
    tree = content(of(said(Inserted((Text("CAME"),), CHANGE), Deleted((Text("WENT"),), CHANGE))))
    told = [
        (region[0].tag, region.findtext(f".//{DC}creator"), region.findtext(f".//{DC}date"))
        for region in tree.iter(f"{TEXT}changed-region")
    ]
    who = ("Delegation <A>", "2025-07-08T09:15:00Z")
    assert told == [(f"{TEXT}insertion", *who), (f"{TEXT}deletion", *who)]


def test_a_paragraph_that_was_deleted_runs_on_into_the_next() -> None:
    gone = said(
        Deleted((Text("GONE"),), CHANGE),
        number=1,
        mark="MARK",
        end=MarkChange("deleted", CHANGE),
    )
    package = write_odt(of(gone, said(Text("STAYS"), anchor="P-2", number=1)))
    paragraphs = part(package, "content.xml").findall(f"{OFFICE}body/{OFFICE}text/{TEXT}p")
    assert len(paragraphs) == 1
    assert settled(package, "deleted") == "1.\tSTAYS"
    assert settled(package, "inserted") == "1.\tGONE\u2002MARK1.\tSTAYS"


REDLINE = (
    Heading(1, (Text("Combating job scams"),), "section-A", "A"),
    said(
        Emphasis((Text("Call upon"),)),
        Text(" portals to verify "),
        Deleted((Text("every employer"),), CHANGE),
        Inserted((Text("each employer"),), CHANGE),
        Text(";"),  # LibreOffice takes two insertions that only a paragraph's end parts for one
        anchor="OP-1",
        number=1,
    ),
    said(
        Inserted((Text("This paragraph is new."),), CHANGE),
        anchor="OP-1bis",
        number=1,
        suffix="bis",
        end=MarkChange("inserted", CHANGE),
    ),
    said(
        Deleted((Text("This one is to go."),), CHANGE),
        anchor="OP-2",
        number=2,
        end=MarkChange("deleted", CHANGE),
    ),
    said(Text("This one stays; see "), Reference("OP-1"), anchor="OP-3", number=3),
    said(Text(ARABIC), anchor="P-4"),
)


@pytest.mark.skipif(OFFICE_PROGRAM is None, reason="there is no LibreOffice on this machine")
def test_a_word_processor_opens_it_and_knows_every_change(tmp_path: Path) -> None:
    (tmp_path / "red.odt").write_bytes(write_odt(of(*REDLINE)))
    done = subprocess.run(
        [
            str(OFFICE_PROGRAM),
            f"-env:UserInstallation=file://{tmp_path}/profile",
            *("--headless", "--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(tmp_path), str(tmp_path / "red.odt")),
        ],
        capture_output=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0
    back = of(*read_docx((tmp_path / "red.docx").read_bytes()))
    kept, before = lines(accept(back)), lines(reject(back))
    assert kept == [
        "A.\tCombating job scams",
        "1.\tCall upon portals to verify each employer;",
        "1 bis.\tThis paragraph is new.",
        "3.\tThis one stays; see 1",
        ARABIC,
    ]
    assert before == [
        "A.\tCombating job scams",
        "1.\tCall upon portals to verify every employer;",
        "2.\tThis one is to go.",
        "3.\tThis one stays; see 1",
        ARABIC,
    ]


def lines(document: Document) -> list[str]:
    return [re.sub("OP-1$", "1", plain(block.content)) for block in document.blocks]


def test_a_paragraph_struck_out_before_a_heading_stands_behind_the_one_before_it() -> None:
    gone = said(Deleted((Text("GONE"),), CHANGE), number=2, end=MarkChange("deleted", CHANGE))
    first, last = said(Text("FIRST"), anchor="P-0", number=1), said(Text("LAST"), anchor="P-9")
    package = write_odt(of(first, gone, Heading(1, (Text("HEADING"),), "H-1", "B"), last))
    tree = part(package, "content.xml")
    paragraphs = ["".join(p.itertext()) for p in tree.iterfind(f".//{OFFICE}text/*")][-3:]
    assert paragraphs == ["1.FIRST", "B.HEADING", "LAST"]
    region = tree.find(f".//{TEXT}deletion")
    looks = [each.get(f"{TEXT}style-name") for each in region[1:]]  # of numbered words, twice
    assert len(looks) == 2 and not any(look.startswith("Heading") for look in looks)
    assert settled(package, "inserted") == "1.\tFIRST2.\tGONEB.\tHEADINGLAST"
