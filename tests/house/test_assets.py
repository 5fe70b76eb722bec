"""Folders that travel with the code are found in a checkout and in a wheel alike."""

import shutil
import subprocess
import sys

import pytest

from discussion import assets
from tests.house.sources import ROOT


def test_a_checkout_serves_the_folders_beside_the_package():
    assert assets.checkout() == ROOT
    assert assets.templates() == ROOT / "templates"
    assert assets.static() == ROOT / "static"


def test_a_folder_that_is_missing_is_a_broken_installation():
    with pytest.raises(FileNotFoundError, match="nowhere/"):
        assets.folder("nowhere")


def test_the_served_scripts_and_fonts_are_laid_out():
    dist = assets.static() / "dist"
    assert "export{" in (dist / "socket.io.esm.min.js").read_text("utf-8")
    sheet = (dist / "fonts.css").read_text("utf-8")
    fonts = sorted(path.name for path in (dist / "fonts").iterdir())
    assert len(fonts) == 9
    assert [name for name in fonts if f'url("fonts/{name}")' not in sheet] == []


def test_an_installed_copy_finds_its_folders_inside_the_package(tmp_path):
    package = tmp_path / "site" / "discussion"
    package.mkdir(parents=True)
    for name in ("__init__.py", "assets.py"):
        shutil.copy(ROOT / "discussion" / name, package)
    (package / "templates").mkdir()
    (tmp_path / "site" / "static").mkdir()  # another project's, beside ours in site-packages
    ask = "from discussion import assets; print(assets.checkout(), assets.templates())"
    told = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, '.'); {ask}"],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["None", str(package / "templates")]
    refused = subprocess.run(
        [sys.executable, "-I", "-c", "import sys; sys.path.insert(0, '.'); "
         "from discussion import assets; assets.static()"],
        cwd=package.parent,
        capture_output=True,
        text=True,
    )  # fmt: skip
    assert "FileNotFoundError" in refused.stderr
