"""LibreOffice opens what is written and shows all its words: texts and slides, on paper.

It says nothing when it leaves out what it cannot read, so the words of the pages are looked for.
"""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.documents.golden_files import outputs
from tests.documents.reading import pdf_of, pdf_text, slides_text
from tests.documents.told import told

OFFICE = shutil.which("soffice")
PATIENCE = 120  # seconds

FILES = (
    "proceedings.docx",
    "declaration.ar.docx",
    "declaration.odt",
    "proceedings.odt",
    "presentation-topic-1.pptx",
    "presentation-topic-1.ar.pptx",
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[bytes, bytes]]:
    """Each file, and what LibreOffice prints of it."""
    if OFFICE is None:
        pytest.skip("there is no LibreOffice on this machine")
    folder = tmp_path_factory.mktemp("opened")
    written = {name: write() for name, write in outputs() if name in FILES}
    for name, content in written.items():
        (folder / named(name)).write_bytes(content)
    (folder / "broken.odt").write_bytes(written["proceedings.odt"][:-2000])
    apart = f"-env:UserInstallation=file://{folder}/profile"
    asked = ("--headless", "--convert-to", "pdf", "--outdir", f"{folder}/printed")
    files = [str(folder / each) for each in (*map(named, written), "broken.odt")]
    subprocess.run([OFFICE, apart, *asked, *files], timeout=PATIENCE, capture_output=True)
    printed = {name: folder / "printed" / f"{Path(named(name)).stem}.pdf" for name in written}
    assert not (folder / "printed" / "broken.pdf").exists(), (
        "a broken file was taken for a whole one"
    )
    return {name: (written[name], file.read_bytes()) for name, file in printed.items()}


def named(name: str) -> str:
    """Two files of a document must not be printed into one."""
    stem, _, form = name.rpartition(".")
    return f"{stem}-{form}.{form}"


def body(form: str, content: bytes) -> str:
    """The words of the text itself: no properties, comments, anchors or fields."""
    if form == "pptx":
        return slides_text(content)
    lines = told(form, content)
    first = next(n for n, line in enumerate(lines) if line.startswith("Cover"))
    text = "\n".join(line.partition(": ")[2] for line in lines[first:] if line[0] not in "[|")
    return re.sub(r"\[[^]]*\]|<[^>]*>|#\S+ ", "", text)


def latin(text: str) -> set[str]:
    """Words that no program shapes or turns: those of four letters and more."""
    return set(re.findall(r"[A-Za-z]{4,}", text))


@pytest.mark.parametrize("name", FILES)
def test_every_word_of_a_file_is_on_its_pages(opened, name: str) -> None:
    written, printed = opened[name]
    wanted = latin(body(name.rpartition(".")[2], written))
    assert len(wanted) > 50
    missing = wanted - latin(pdf_text(printed))
    assert missing == set()


def test_a_deck_has_a_page_for_each_slide(opened) -> None:
    written, printed = opened["presentation-topic-1.pptx"]
    slides = sum(line.startswith("== ") for line in told("pptx", written))
    assert len(pdf_of(printed).pages) == slides > 8
