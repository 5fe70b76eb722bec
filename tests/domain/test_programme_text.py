"""The text of a programme file: how it may be saved, and where it stops being JSON."""

import json

import pytest

from discussion.domain.programme_file import FILE_LIMIT

from .programme_files import SAMPLE_TEXT, parsed, problems_of_text, read, small

SMALL_TEXT = json.dumps(small())


def test_the_sample_reads_the_same_from_text_and_from_bytes() -> None:
    assert read(SAMPLE_TEXT) == read(SAMPLE_TEXT.encode()) == parsed(json.loads(SAMPLE_TEXT))


def test_a_byte_order_mark_in_front_is_read_over() -> None:
    assert read(SMALL_TEXT.encode("utf-8-sig")) == read("\ufeff" + SMALL_TEXT) == read(SMALL_TEXT)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_refused_with_what_to_do(encoding: str) -> None:
    said = problems_of_text(SMALL_TEXT.encode(encoding))
    assert said == {"": "The file is saved as UTF-16. Save it as UTF-8 and send it again."}


def test_bytes_that_are_not_utf_8_are_named_by_their_place() -> None:
    assert set(problems_of_text('{\n "title": "Côte"'.encode("latin-1"))) == {"line 2, column 13"}


@pytest.mark.parametrize("text", ["", "  \n", "\ufeff", b"", b"\xef\xbb\xbf"])
def test_an_empty_file_is_called_empty(text: str | bytes) -> None:
    assert problems_of_text(text) == {"": "The file is empty."}


def test_text_that_is_not_json_is_named_by_line_and_column() -> None:
    said = problems_of_text('{\n  "title": "A day"\n  "dates": []\n}')
    assert set(said) == {"line 3, column 3"}
    assert said["line 3, column 3"].startswith("This is not JSON: expecting ',' delimiter.")


def test_a_name_given_twice_is_a_mistake_wherever_it_stands() -> None:
    said = problems_of_text(
        '{"title": "A", "title": "B", "programme": [{"start": 1, "start": 2, "start": 3}]}'
    )
    assert said == {
        "title": "“title” stands here more than once. Keep one.",
        "programme[0].start": "“start” stands here more than once. Keep one.",
    }


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1" * 31, "9" * 5000])
def test_numbers_that_are_none_are_refused(number: str) -> None:
    assert set(problems_of_text(f'{{"title": {number}}}')) == {""}


def test_a_number_too_large_to_keep_is_refused() -> None:
    assert "_n" in problems_of_text('{"title": "A", "dates": ["2026-03-02"], "_n": 1e999}')


@pytest.mark.parametrize("opening", ["[", '{"_a":', '{"title":['])
@pytest.mark.parametrize("times", [30, 900, 100_000])
def test_brackets_without_end_are_refused_calmly(opening: str, times: int) -> None:
    closing = {"[": "]", '{"_a":': "}", '{"title":[': "]}"}[opening]
    text = opening * times + "1" + closing * times
    assert set(problems_of_text(text)) == {""}


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    said = problems_of_text(b" " * (FILE_LIMIT + 1))
    assert said == {"": "The file is too large; at most 1,000,000 bytes are possible."}
