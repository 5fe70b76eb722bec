"""Spreadsheets: words typed at a table stay words, whatever program opens the file."""

import csv
import io
import json
import re
import tracemalloc
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from discussion.documents.listing import Column, Listing
from discussion.documents.writers.csv import write_csv, write_csv_to
from discussion.documents.writers.json import write_json_to
from discussion.documents.writers.xlsx import LINE, MOST_LINES, _Sheet, write_xlsx

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NOON = datetime(2025, 7, 8, 12, 0, tzinfo=UTC)
ARABIC = "تحقق بوابات التوظيف (ILO 2024) من هوية أصحاب العمل"
SMUGGLED = '<r><t>x</t></r></is></c><c r="B1"><f>1+1</f></c><c t="inlineStr"><is><r><t>y</t></r>'
HOSTILE = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1＋1", ' "=1', "=cmd|' /C calc'!A0"),
    *("a;=1+1", "a\n-1", 'a;"=1+1"', "a\t@b", "{=1}", "https://example.org/?a=b", "mailto:a@b.c"),
    *(
        SMUGGLED,
        "<r></r>",
        "]]>&<f>1</f>",
        "_x0041_",
        "foo_x12345.txt",
        " spaces ",
        "\x0b\x1f\ufffe",
    ),
    *("007", "1e5", "2025-07-08", "TRUE", ARABIC, "🏦" * 50),
]


def listing(
    rows: Iterable[tuple[str, ...]], *, direction: str = "ltr", columns: int = 1
) -> Listing:
    return Listing(
        title="Every note",
        about=(("For whom", "=nobody()"),),
        columns=tuple(Column(f"Column {n}", 20) for n in range(columns)),
        rows=rows,
        direction=direction,
        made=NOON,
    )


def written(rows: list[tuple[str, ...]], folder: Path, **options: Any) -> bytes:
    file = folder / "out.xlsx"
    write_xlsx(file, listing(rows, **options))
    assert [path.name for path in folder.iterdir()] == ["out.xlsx"]
    return file.read_bytes()


def sheet(package: bytes, number: int = 1) -> Any:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))


def cells(package: bytes, number: int = 1) -> list[list[str]]:
    """The words of every row, once it is sure that each cell is a string and nothing else."""
    rows = []
    for row in sheet(package, number).iter(f"{S}row"):
        assert {cell.get("t") for cell in row} <= {"inlineStr"}
        assert {tuple(part.tag for part in cell.iter()) for cell in row} <= {
            (f"{S}c", f"{S}is", f"{S}t")
        }
        rows.append([as_excel_reads(cell.findtext(f"{S}is/{S}t") or "") for cell in row])
    return rows


def as_excel_reads(kept: str) -> str:
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), kept)


def test_every_cell_of_a_workbook_is_a_string_word_for_word(tmp_path: Path) -> None:
    package = written([(words,) for words in HOSTILE], tmp_path)
    assert cells(package) == [["Column 0"], *([words] for words in HOSTILE)]
    assert cells(package, 2) == [["For whom", "=nobody()"]]
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert not [n for n in archive.namelist() if "rels" in n and "sheet" in n]  # no link


def test_words_that_are_marked_up_would_be_found_by_that_test(tmp_path, monkeypatch) -> None:
    """The planted fault: the library as it comes takes these words for its own mark-up."""
    monkeypatch.delattr(_Sheet, "_xml_rich_inline_string")
    package = written([(SMUGGLED,)], tmp_path)
    assert sheet(package).findtext(f".//{S}f") == "1+1"
    with pytest.raises(AssertionError):
        cells(package)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"))))
def test_any_words_come_back_from_a_workbook(tmp_path_factory, said: list[str]) -> None:
    package = written([(words, "x") for words in said], tmp_path_factory.mktemp("any"), columns=2)
    assert cells(package)[1:] == [[words, "x"] if words else ["x"] for words in said]


def test_the_head_stays_and_filters_and_rows_are_as_high_as_their_words(tmp_path: Path) -> None:
    rows = [("a", "b"), ("a" * 41, "b\nb"), ("word " * 400, "b")]
    drawn = sheet(written(rows, tmp_path, columns=2))
    pane = drawn.find(f".//{S}pane")
    assert (pane.get("state"), pane.get("ySplit"), pane.get("topLeftCell")) == ("frozen", "1", "A2")
    assert drawn.find(f".//{S}autoFilter").get("ref") == "A1:B4"
    assert {round(float(c.get("width"))) for c in drawn.iter(f"{S}col")} == {21}
    heights = [row.get("ht") for row in drawn.iter(f"{S}row")]
    assert heights == [None, None, str(3 * LINE), str(MOST_LINES * LINE)]  # None: of one line


def test_arabic_cells_read_from_the_right_and_so_does_an_arabic_workshop_s_table(tmp_path) -> None:
    package = written([(ARABIC, "plain", "=1")], tmp_path, columns=3, direction="rtl")
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        styles = etree.fromstring(archive.read("xl/styles.xml"))
    formats = list(styles.find(f"{S}cellXfs"))
    row = list(sheet(package).iter(f"{S}row"))[1]
    right, left, formula = (formats[int(cell.get("s"))] for cell in row)
    aligned = [each.find(f"{S}alignment") for each in (right, left, formula)]
    assert [each.get("readingOrder") for each in aligned] == ["2", "1", "1"]
    assert [each.get("horizontal") for each in aligned] == ["right", "left", "left"]
    assert [each.get("quotePrefix") for each in (right, left, formula)] == [None, None, "1"]
    assert sheet(package).find(f".//{S}sheetView").get("rightToLeft") == "1"
    assert sheet(written([("a",)], tmp_path)).find(f".//{S}sheetView").get("rightToLeft") is None


def test_a_cell_that_excel_could_not_hold_says_that_it_is_cut(tmp_path: Path) -> None:
    ((_, (kept,), (short,)),) = (cells(written([("🏦" * 20_000,), ("b" * 16_000,)], tmp_path)),)
    assert kept.endswith("🏦 … (cut: the cell is full)")
    assert len(kept.encode("utf-16-le")) // 2 < 32_767
    assert short == "b" * 16_000


def test_a_table_without_rows_is_a_table(tmp_path: Path) -> None:
    package = written([], tmp_path)
    assert cells(package) == [["Column 0"]]
    assert sheet(package).find(f".//{S}autoFilter").get("ref") == "A1"


def test_one_table_is_the_same_file_whenever_it_is_written(tmp_path: Path) -> None:
    assert written([("a",)], tmp_path) == written([("a",)], tmp_path)


@pytest.mark.parametrize(("form", "a_row"), [("xlsx", 500), ("csv", 20), ("json", 20)])
def test_rows_are_not_held_in_memory(form: str, a_row: int, tmp_path: Path) -> None:
    assert peak(form, tmp_path, 2_200) < peak(form, tmp_path, 200) + 2_000 * a_row


def peak(form: str, folder: Path, rows: int) -> int:
    """The most bytes held while that many rows of 2,000 bytes are written."""
    said = ((f"{n} " + "words " * 300, "x" * 200) for n in range(rows))
    tracemalloc.start()
    with (folder / f"out.{form}").open("wb") as file:
        match form:
            case "xlsx":
                write_xlsx(folder / "out.xlsx", listing(said, columns=2))
            case "csv":
                write_csv_to(file, ("a", "b"), said)
            case _:
                write_json_to(file, {"a": 1}, "notes", ({"words": words} for words, _ in said))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


@given(st.lists(st.text("=+-@＝ \"';,\t\n\rab", max_size=12), min_size=1, max_size=3))
def test_no_cell_begins_a_formula_however_a_program_parts_the_lines(row: list[str]) -> None:
    text = write_csv(["id"], [["x", *row]]).decode("utf-8-sig")
    parted = [cell for one in csv.reader(io.StringIO(text, newline="")) for cell in one]
    parted += re.split(r"[;\t\r\n]", text)  # by what knows neither commas nor quotes
    assert [c for c in parted if re.match(r'["\s]*[=+\-@＝]', c.removeprefix("x"))] == []


def test_an_unescaped_cell_would_be_found_by_that_test() -> None:
    assert [c for c in re.split(r"[;\t\r\n]", 'x,"a;=1"') if re.match(r'["\s]*[=+\-@＝]', c)]


def test_words_in_a_csv_are_whole_but_for_the_apostrophes() -> None:
    text = write_csv(["words"], [[words] for words in HOSTILE]).decode("utf-8-sig")
    back = [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert [each.replace("'", "") for each in back] == [words.replace("'", "") for words in HOSTILE]


@pytest.mark.parametrize("items", [[], [{"a": 1}], [{"a": '"]}\u2028'}, {"b": [ARABIC, None]}]])
def test_json_comes_back_as_it_was(items: list[dict[str, Any]]) -> None:
    file = io.BytesIO()
    write_json_to(file, {"schema": "a/1", "one": 1}, "notes", iter(items))
    assert json.loads(file.getvalue()) == {"schema": "a/1", "one": 1, "notes": items}
    assert len(file.getvalue().splitlines()) == len(items) + 2
