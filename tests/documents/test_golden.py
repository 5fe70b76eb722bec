"""Every output says what it said before, and is the same to the byte wherever it is written.

A difference is no fault by itself: it is to be read. Once it is what was meant, ``make golden``
writes the files again, and the commit shows what changed in the documents.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from difflib import unified_diff
from hashlib import sha256
from itertools import islice
from pathlib import Path

import pytest

from discussion.domain.publications import DOCUMENTS
from discussion.services.publications.making import make
from discussion.services.publications.variants import FORMATS, VARIANTS
from tests.documents import golden_files
from tests.documents.golden_files import FOLDER, LANGUAGES, kept, lines_of, outputs
from tests.documents.sample import stamp_for
from tests.documents.sample_small import small_record

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 40  # lines of a difference
KEPT = sorted(file.name.removesuffix(".txt") for file in FOLDER.glob("*.txt"))


@pytest.fixture(scope="module")
def made() -> Mapping[str, bytes]:
    """Every output, written once."""
    return {name: write() for name, write in outputs()}


def differences(name: str, lines: list[str]) -> str:
    """What an output says otherwise than the file that is kept; empty if nothing."""
    before = kept(name).read_text("utf-8").splitlines()
    found = unified_diff(before, lines, f"kept {name}", f"made {name}", lineterm="", n=1)
    return "\n".join(islice(found, SHOWN))


@pytest.mark.parametrize("name", KEPT)
def test_an_output_says_what_it_said_before(made: Mapping[str, bytes], name: str) -> None:
    assert name in made, f"{name} is written no more: make golden"
    told = differences(name, lines_of(name, made[name]))
    assert not told, f"{told}\n\nIf that is what was meant: make golden, and commit both."


def test_every_output_is_kept(made: Mapping[str, bytes]) -> None:
    assert sorted(made) == KEPT, "make golden"


def test_every_document_is_there_in_every_format_variant_and_language(made) -> None:
    documents = {
        f"{document}{'-1' if kind.per_topic else ''}": kind for document, kind in DOCUMENTS.items()
    }
    wanted = {f"{document}.{form}" for document, kind in documents.items() for form in kind.formats}
    wanted |= {f"declaration.{variant}.{form}" for variant in VARIANTS for form in FORMATS}
    wanted |= {
        f"{document}.{language}.{form}"
        for document, kind in documents.items()
        for language in LANGUAGES
        for form in ("docx", "pptx")
        if form in kind.formats
    }
    assert wanted <= {*made}


def test_outputs_are_the_same_to_the_byte_in_another_process_zone_and_order_of_sets(made) -> None:
    """Elsewhere means with other hashes, another clock's zone and other words for dates."""
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Apia", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", golden_files.__name__, "--sums"],
        cwd=ROOT,
        env={**os.environ, **elsewhere},
        capture_output=True,
        text=True,
        check=True,
    )
    there = dict(reversed(line.split("  ")) for line in done.stdout.splitlines())
    here = {name: sha256(content).hexdigest() for name, content in made.items()}
    assert {name for name in here if here[name] != there.get(name)} == set()


@pytest.mark.parametrize("name", ["declaration.docx", "declaration.odt", "declaration.pdf"])
def test_a_word_that_came_would_be_found(name: str) -> None:
    """The planted fault: a single word of one point is another."""
    record = small_record()
    words = [replace(p, text=p.text.replace("meet", "part")) for p in record.paragraphs]
    worded = replace(record, paragraphs=tuple(words))
    (made,) = make(worded, ("declaration",), lambda key: stamp_for(PROGRAMME, key, 1))
    told = differences(name, lines_of(name, made.write(name.partition(".")[2])))
    assert "Agree to part again" in told


PROGRAMME = small_record().workshop.programme
