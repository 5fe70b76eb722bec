"""A letter that no font has is told in others: it keeps no edition from being made."""

import time
from dataclasses import replace

import pytest

from discussion.documents.narrative import read_markdown
from discussion.documents.tree import Document
from discussion.documents.writers.pdf import write_pdf, write_pdf_slides
from discussion.documents.writers.pdf.letters import bare, spelled
from tests.documents.every_node import DECK, META
from tests.documents.reading import pdf_text


def test_an_emoji_or_a_letter_without_a_font_is_told_by_its_name_or_number() -> None:
    written = write_pdf(Document(META, read_markdown("Well done 😀 at 中, → and يا stay.")))
    assert "Well done [grinning face] at [U+4E2D], → and" in pdf_text(written)


def test_slides_are_made_with_them_too() -> None:
    title = replace(DECK.slides[0], title="A title 👍🏽")
    written = write_pdf_slides(replace(DECK, slides=(title, *DECK.slides[1:])))
    assert "A title [thumbs up sign]" in pdf_text(written)


def test_only_those_letters_are_told_and_unseen_signs_are_left_out() -> None:
    letters = frozenset("中\x80🏽")
    assert spelled("a中b\x80c🏽→", letters) == "a[U+4E2D]bc→"
    assert spelled("", letters) == ""


@pytest.mark.parametrize(
    "words",
    ["\ufeffpasted with a mark of byte order", "1\ufe0f\u20e3 first", "a\u20d0 a\u0951", "ب\u20d0",
     "\x85 \u2028 \x1c \ufffe \ufdd0 \U0010ffff", "e\u0301" + "\u0302\u0951\u20d0" * 40],
)  # fmt: skip
def test_no_sign_however_odd_keeps_a_file_from_being_made(words: str) -> None:
    written = write_pdf(Document(META, read_markdown(f"before {words} **{words}** after")))
    assert "before" in pdf_text(written) and "after" in pdf_text(written)


def test_what_cannot_be_shown_together_is_told_without_its_marks() -> None:
    assert bare("cafe\u0301 a\u20d0\u200d\ufeff\nb") == "café a\nb"


def test_a_text_in_an_alphabet_without_a_font_is_quickly_told_in_numbers() -> None:
    begun = time.process_time()
    said = pdf_text(
        write_pdf(Document(META, read_markdown("".join(map(chr, range(0x4E00, 0x5400))))))
    )
    assert "[U+4E00]" in said and "[U+53FF]" in said.replace("\n", "")
    assert time.process_time() - begun < 5
