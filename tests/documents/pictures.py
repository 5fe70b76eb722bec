"""Every page of every output as a picture, to be looked at before a release; not a test itself.

``python -m tests.documents.pictures`` (``make pictures``) writes the small workshop's documents in
English, French and Arabic into ``build/pictures``: Office files as LibreOffice shows them, pages
for the web as Chromium prints them. ``LARGE=1`` takes the large sample instead, without variants;
``ONLY=declaration`` what begins with that name. A contact sheet for each file has all its pages.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from os import environ
from pathlib import Path

from PIL import Image

from tests.documents.golden_files import LANGUAGES, Written, editions, outputs
from tests.documents.sample import sample_record
from tests.documents.sample_small import small_record
from tests.kit.browser import ARGUMENTS, NAMES

FOLDER = Path(__file__).resolve().parents[2] / "build" / "pictures"
OFFICE = ("docx", "odt", "pptx")
PROGRAMS = {
    "soffice": "libreoffice-writer libreoffice-impress",
    "pdftoppm": "poppler-utils",
}
"""What it takes, and the Debian packages that have it."""

DOTS = 70  # to an inch
ACROSS, WIDE = 5, 400  # pages in a row of a contact sheet, pixels of each
PATIENCE = 900  # seconds for all Office files: it opens dozens


def main() -> None:
    """Writes them all anew; ends the program, saying what to install, when something is missing."""
    if missing := [name for name in PROGRAMS if shutil.which(name) is None]:
        packages = " ".join(PROGRAMS[name] for name in missing)
        sys.exit(f"Missing here: {' '.join(missing)}. Debian: sudo apt-get install {packages}")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="pictures-") as name:
        place = Path(name)
        for file in _printed(place, list(_written(place))):
            pages = _pages(file)
            _sheet(pages).save(FOLDER / f"{file.stem}.png")
            print(f"{file.stem}: {len(pages)} pages", flush=True)
    print(f"Look at the contact sheets in {FOLDER}; every page stands in a folder beside its own.")


def _written(place: Path) -> Iterator[Path]:
    """All files that are wanted, each of a name that stays apart once its ending changes."""
    only = environ.get("ONLY", "")
    for name, write in _large() if environ.get("LARGE") else _small():
        stem, _, form = name.rpartition(".")
        if name.startswith(only) and form in (*OFFICE, "html", "pdf"):
            file = place / f"{stem}.{form}.{form}"
            file.write_bytes(write())
            yield file


def _small() -> Iterator[tuple[str, Written]]:
    yield from dict(outputs()).items()
    for language in LANGUAGES:
        others = editions(small_record(), language)
        yield from ((name, write) for name, write in others if name.endswith((".pdf", ".html")))


def _large() -> Iterator[tuple[str, Written]]:
    for language in ("", *LANGUAGES):
        yield from editions(sample_record(), language)


def _printed(place: Path, files: Sequence[Path]) -> Iterator[Path]:
    """Each file as PDF, in the order given."""
    out = place / "printed"
    out.mkdir()
    if office := [str(file) for file in files if file.suffix[1:] in OFFICE]:
        apart = f"-env:UserInstallation=file://{place}/profile"
        command = ["soffice", apart, "--headless", "--convert-to", "pdf", "--outdir", str(out)]
        subprocess.run([*command, *office], check=True, timeout=PATIENCE, capture_output=True)
    for file in files:
        printed = out / f"{file.stem}.pdf"
        if file.suffix == ".pdf":
            shutil.copy(file, printed)
        elif file.suffix == ".html":
            _print_page(file, printed)
        if not printed.exists():
            sys.exit(f"{file.stem} could not be opened")
        yield printed


def _print_page(page: Path, printed: Path) -> None:
    named = environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if named is None:
        sys.exit("There is no Chromium here; CONTRIBUTING.md says how one is got.")
    asked = ("--headless", "--no-pdf-header-footer", f"--print-to-pdf={printed}", f"file://{page}")
    subprocess.run([named, *ARGUMENTS, *asked], check=True, capture_output=True)


def _pages(file: Path) -> list[Path]:
    """A picture of each page, in a folder of the file's name."""
    folder = FOLDER / file.stem
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", file, folder / "page"], check=True)
    return sorted(folder.glob("*.png"))


def _sheet(pages: Sequence[Path]) -> Image.Image:
    """All pages side by side, on grey so that their edges are seen."""
    pictures = [Image.open(page).convert("RGB") for page in pages]
    small = [one.resize((WIDE, one.height * WIDE // one.width)) for one in pictures]
    high = max(one.height for one in small)
    rows = -(-len(small) // ACROSS)
    across = min(ACROSS, len(small))
    sheet = Image.new("RGB", (across * (WIDE + 8) + 8, rows * (high + 8) + 8), "#8a8a8a")
    for number, one in enumerate(small):
        row, column = divmod(number, ACROSS)
        sheet.paste(one, (8 + column * (WIDE + 8), 8 + row * (high + 8)))
    return sheet


if __name__ == "__main__":
    main()
