"""Finds the folders that travel with the code; must not know what stands in them.

In a checkout ``templates/``, ``static/`` and ``data/`` stand beside the package, in a wheel
inside it (hatch_build.py carries them over).
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def checkout() -> Path | None:
    """The root of the checkout this code is served from, or None for an installed copy."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() else None


def templates() -> Path:
    """The folder of page templates and of the house styles for Word, PowerPoint and PDF."""
    return folder("templates")


def static() -> Path:
    """The folder of files served as they stand; ``dist/`` in it is laid out by ``make assets``."""
    return folder("static")


def folder(name: str) -> Path:
    """A folder that travels with the code, by the name it has in a checkout.

    Raises ``FileNotFoundError`` when neither a checkout nor the installed copy has it: that is
    a broken installation and not something a person at a screen could put right.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir() and (place.parent == _PACKAGE or checkout()):
            return place
    raise FileNotFoundError(f"{name}/ is neither in the package nor beside it: {_PACKAGE}")
