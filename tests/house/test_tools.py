"""The tools that read the code have nothing to say, and each first catches a planted fault."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import ROOT


def run(tool: str, *arguments: str, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    return subprocess.run(command, cwd=at, capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its rules, to plant faults in."""
    ignored = shutil.ignore_patterns("__pycache__", "*.json")
    shutil.copytree(ROOT / "discussion", tmp_path / "discussion", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_ruff_has_nothing_to_say(copy):
    (copy / "discussion" / "planted.py").write_text('"""Planted."""\n\nimport os\n')
    planted = run("ruff", "check", "--no-cache", "discussion/planted.py", at=copy)
    assert "F401" in planted.stdout
    done = run("ruff", "check", "--output-format=concise")
    assert done.returncode == 0, done.stdout


def test_the_code_is_in_its_form(copy):
    (copy / "discussion" / "planted.py").write_text("x = {  'a':1 }\n")
    assert run(
        "ruff", "format", "--no-cache", "--check", "discussion/planted.py", at=copy
    ).returncode
    done = run("ruff", "format", "--check")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("place", "words", "contract"),
    [
        ("utils.py", "", "Imports go down only"),
        ("domain/planted.py", "import discussion.storage", "Imports go down only"),
        ("services/planted.py", "import flask", "Flask stops at web"),
        ("services/planted.py", "import sqlalchemy", "SQLAlchemy lives in storage"),
        ("documents/builders/planted.py", "import docx", "Word, PowerPoint, Excel and XML"),
        ("documents/builders/planted.py", "import discussion.documents.writers", "Builders,"),
    ],
)
def test_a_wrong_import_is_caught(copy, place, words, contract):
    (copy / "discussion" / place).write_text(f"{words}\n")
    done = run("lint-imports", "--no-cache", at=copy)
    broken = [line for line in done.stdout.splitlines() if "BROKEN" in line]
    told = done.stdout + done.stderr
    assert any(line.startswith(contract) for line in broken), told
    assert done.returncode != 0


def test_imports_go_down_only():
    done = run("lint-imports", "--no-cache")
    assert done.returncode == 0, done.stdout[-3000:]
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    kept = len(contracts["tool"]["importlinter"]["contracts"])
    assert f"{kept} kept, 0 broken" in done.stdout


def test_types_hold(copy):
    (copy / "discussion" / "planted.py").write_text('"""Planted."""\n\nx: int = "one"\n')
    planted = run("mypy", "--cache-dir=/dev/null", "discussion/planted.py", at=copy)
    assert "[assignment]" in planted.stdout
    done = run("mypy")
    assert done.returncode == 0, done.stdout[-3000:]
