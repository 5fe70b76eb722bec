"""The set-up stays reproducible: locks hold hashes and no address, commands describe themselves."""

import json
import re
import tomllib

import pytest

from tests.house.sources import ROOT

LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))


def unhashed(lock: str) -> list[str]:
    """Pinned packages without a hash, and lines that name anywhere to fetch from."""
    entries = re.split(r"\n(?=\S)", lock)
    return [
        entry.splitlines()[0]
        for entry in entries
        if not entry.startswith("#") and entry.strip() and "--hash=sha256:" not in entry
    ] + re.findall(r"--(?:index|find|extra)\S*|https?://\S+|file:\S+", lock)


def unsealed(lock: str) -> list[str]:
    """Packages of npm without an integrity hash, or with the address they came from."""
    packages = json.loads(lock)["packages"]
    return [
        name
        for name, entry in packages.items()
        if name and ("integrity" not in entry or "resolved" in entry)
    ]


def test_there_is_a_lock_for_running_testing_building_and_node():
    assert LOCKS == [
        "requirements-bench.lock",
        "requirements-build.lock",
        "requirements-dev.lock",
        "requirements-node.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("name", LOCKS)
def test_python_packages_are_pinned_by_hash_and_by_no_address(name):
    assert unhashed("flask==3.1.3\nlxml==6.1.3 \\\n    --hash=sha256:00\n") == ["flask==3.1.3"]
    assert unhashed("--index-url https://a.example\n")
    assert unhashed((ROOT / name).read_text("utf-8")) == []


def test_the_lock_for_tests_runs_the_very_versions_that_are_served():
    served, tested = (
        set(re.findall(r"^\S+==\S+", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert served - tested == set()


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lock = (ROOT / "requirements-dev.lock").read_text("utf-8")
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[<>=!~;\[ ]", line)[0].lower() for line in asked]
    assert [name for name in names if f"\n{name}==" not in f"\n{lock}"] == []


def test_scripts_and_fonts_are_pinned_by_hash_and_by_no_address():
    assert unsealed('{"packages": {"": {}, "a": {"version": "1"}}}') == ["a"]
    for folder in ("frontend", "bench/peers", "tests/kit/ooxml"):
        assert unsealed((ROOT / folder / "package-lock.json").read_text("utf-8")) == []


def test_every_command_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split()
    assert [name for name in phony if not re.search(rf"^{name}:.* ## \w", makefile, re.M)] == []


def test_continuous_integration_runs_the_command_that_everybody_runs():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text("utf-8").rstrip().endswith("exec make test")
