"""Another program finds in a Word file the headings, numbers and words that were written."""

from dataclasses import replace
from pathlib import Path

import pypandoc
import pytest

from bench.documents.reading import check
from discussion.documents.tree import Document, Heading, Paragraph
from discussion.documents.writers.docx import write_docx
from discussion.services.publications.making import make
from discussion.services.publications.variants import as_variant
from tests.documents.sample import stamp_for
from tests.documents.sample_small import small_record

DOCUMENTS = ("declaration", "proceedings", "guidelines", "programme", "participants")


def written(document: str) -> Document:
    """As it goes out clean: without the marks of a draft."""
    record = small_record()
    programme = record.workshop.programme
    (made,) = make(record, (document,), lambda key: stamp_for(programme, key))
    assert isinstance(made.tree, Document)
    return as_variant(made.tree, "clean")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_pandoc_reads_every_heading_number_and_word(document: str, tmp_path: Path) -> None:
    tree = written(document)
    check(tree, write_docx(tree), tmp_path, pypandoc.get_pandoc_path())


@pytest.mark.parametrize("kind", [Heading, Paragraph])
def test_one_that_was_left_out_would_be_found(kind: type, tmp_path: Path) -> None:
    tree = written("declaration")
    last = max(n for n, block in enumerate(tree.blocks) if isinstance(block, kind))
    short = replace(tree, blocks=tree.blocks[:last] + tree.blocks[last + 1 :])
    with pytest.raises(SystemExit, match="pandoc does not read"):
        check(tree, write_docx(short), tmp_path, pypandoc.get_pandoc_path())
