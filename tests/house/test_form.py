"""Files and functions stay small, open with their purpose and carry a name that says something."""

import ast
import re

from tests.house.sources import Source, python, sources

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
SCRIPTS_AND_STYLES = (".js", ".mjs", ".css")
WRITTEN_ONCE = "discussion/storage/migrations/versions/"  # a migration is never edited again


def too_long(source: Source) -> list[str]:
    if source.lines <= LONGEST_FILE or source.place.startswith(WRITTEN_ONCE):
        return []
    return [f"{source.place}: {source.lines} lines, {LONGEST_FILE} at most"]


def long_functions(source: Source) -> list[str]:
    if source.place.startswith(WRITTEN_ONCE):
        return []
    return [
        f"{source.place}:{node.lineno} {node.name} has {length} lines"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := _length(node)) > LONGEST_FUNCTION
    ]


def silent_openings(source: Source) -> list[str]:
    if not source.text.strip() or ast.get_docstring(source.tree):
        return []
    return [f"{source.place} says nothing of itself"]


def empty_names(source: Source) -> list[str]:
    words = re.split(r"[/._]", source.place.lower())
    return [f"{source.place}: {word}" for word in words if word in EMPTY_NAMES]


def test_files_fit_on_a_few_screens():
    assert too_long(Source("discussion/a.py", "x = 1\n" * 301))
    assert not too_long(Source("discussion/a.py", "x = 1\n" * 300))
    everything = [
        *python(),
        *sources(*SCRIPTS_AND_STYLES, under=("static/", "tests/", "templates/")),
    ]
    assert [fault for source in everything for fault in too_long(source)] == []


def test_functions_fit_on_one_screen():
    planted = "def f():\n" + "    x = 1\n" * 40
    assert long_functions(Source("a.py", planted))
    told = planted.replace("\n", '\n    """Two\n    lines."""\n', 1)
    assert not long_functions(Source("a.py", told.removesuffix("    x = 1\n")))
    assert [fault for source in python() for fault in long_functions(source)] == []


def test_every_module_opens_with_what_it_is_for():
    assert silent_openings(Source("a.py", "import os\n"))
    assert [fault for source in python() for fault in silent_openings(source)] == []


def test_no_module_is_named_after_nothing():
    assert empty_names(Source("discussion/web/utils.py", ""))
    assert empty_names(Source("static/js/common/x.js", ""))
    everything = sources(".py", *SCRIPTS_AND_STYLES, ".html")
    assert [fault for source in everything for fault in empty_names(source)] == []


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring, which may say as much as it needs."""
    whole = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    spoken = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return whole - ((first.end_lineno or 0) - first.lineno + 1 if spoken else 0)
