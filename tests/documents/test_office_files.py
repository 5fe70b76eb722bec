"""Word, PowerPoint and Excel files are valid, by the Open XML SDK's own validator.

One process for all files: starting the validator costs more than reading them.
"""

import io
import zipfile
from dataclasses import replace

import pytest

from discussion.documents.tree import Document
from discussion.documents.writers.docx import write_docx
from discussion.documents.writers.pptx import write_pptx
from discussion.documents.writers.xlsx import write_xlsx
from tests.documents.every_node import DECK, DOCUMENT
from tests.documents.golden_files import outputs
from tests.documents.test_spreadsheets import HOSTILE, listing
from tests.kit.ooxml import faults

OUTPUTS = (
    "declaration.redline.docx",
    "declaration.ar.docx",
    "proceedings.docx",
    "presentation-topic-1.ar.pptx",
    "table-report.docx",
    "table-cards.docx",
    "contributions.xlsx",
)
"""Of a whole workshop: what every node in one document does not show."""


def changed(package: bytes, part: str, was: bytes, now: bytes) -> bytes:
    """The file with something in one part replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert was in content
                content = content.replace(was, now)
            after.writestr(name, content)
    return made.getvalue()


def whole(**meta: object) -> Document:
    return replace(DOCUMENT, meta=replace(DOCUMENT.meta, **meta))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("office")
    write_xlsx(folder / "notes.xlsx", listing([(words,) for words in HOSTILE]))
    working = write_docx(DOCUMENT)
    turned = changed(working, "word/document.xml", b"<w:b/><w:bCs/>", b"<w:bCs/><w:b/>")
    files = {
        "working.docx": working,
        "final.docx": write_docx(whole(draft=False, stamp="", rehearsal=False)),
        "arabic.docx": write_docx(whole(language="ar")),
        "deck.pptx": write_pptx(DECK),
        "notes.xlsx": (folder / "notes.xlsx").read_bytes(),
        "planted-order.docx": turned,
        "planted-relation.docx": changed(working, "word/document.xml", b'r:id="rId', b'r:id="no'),
    }
    files |= {name: write() for name, write in outputs() if name in OUTPUTS}
    return faults(files, folder)


def test_every_file_is_valid(found: dict[str, list[str]]) -> None:
    assert {*OUTPUTS} <= {*found}
    assert {name: told for name, told in found.items() if told and "planted" not in name} == {}


def test_a_planted_fault_would_be_found(found: dict[str, list[str]]) -> None:
    assert "unexpected child element" in found["planted-order.docx"][0]
    assert "relationship" in found["planted-relation.docx"][0]
