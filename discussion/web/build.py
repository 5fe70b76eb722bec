"""Where scripts, styles and fonts are addressed; must not know which page uses which.

The address names the build, a hash over all of them: whatever a browser keeps is either the very
file a page was drawn with or not asked for. Modules import each other by relative addresses, so
that a page never mixes the scripts of two builds.
"""

import hashlib
import os
import time
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, g

from discussion.errors import NotFound

LOOK_AGAIN = 1.0  # seconds; who writes scripts sees them on the next page
FOR_EVER = "public, max-age=31536000, immutable"


class Build:
    """The build of one folder, looked at again when a page is drawn."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looked_at = float("-inf")
        self._current = ""
        self._served: set[str] = set()

    @property
    def current(self) -> str:
        """The build as the files stand now."""
        now = time.monotonic()
        if now - self._looked_at >= LOOK_AGAIN:
            self._current = _signature(self._folder)
            self._served.add(self._current)
            self._looked_at = now
        return self._current

    def serves(self, build: str) -> bool:
        """Whether this is a build of this process: the present one, or one changed meanwhile."""
        return build == self.current or build in self._served

    def files(self, *under: str) -> list[str]:
        """The files whose path in the folder begins with one of ``under``, sorted."""
        return [p for p, _ in _files(self._folder) if p.startswith(under)]


def address_by_build(app: Flask) -> None:
    """Serves every file under an address with the build, and lets templates write it.

    The plain address goes on answering, for whoever types one.
    """
    build = Build(Path(str(app.static_folder)))
    app.extensions["build"] = build
    app.add_url_rule(
        "/static/build-<build>/<path:filename>",
        endpoint="static",
        view_func=app.view_functions["static"],
    )
    app.url_defaults(_name_the_build)
    app.url_value_preprocessor(_check_the_build)


def build_of_app() -> Build:
    """The build of the app that answers."""
    build: Build = current_app.extensions["build"]
    return build


def keeping(response: Response) -> str:
    """The ``Cache-Control`` of a static answer: for ever where its address names the build."""
    current = g.get("build") == build_of_app().current
    return FOR_EVER if current and response.status_code in (200, 206, 304) else "no-cache"


def _name_the_build(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static":
        values.setdefault("build", build_of_app().current)


def _check_the_build(endpoint: str | None, values: dict[str, Any] | None) -> None:
    named = values.pop("build", None) if endpoint == "static" and values else None
    if named is not None and not build_of_app().serves(named):
        raise NotFound
    g.build = named


def _signature(folder: Path) -> str:
    digest = hashlib.sha256()
    for path, entry in _files(folder):
        digest.update(f"{path}\0{entry.st_size}\0{entry.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _files(folder: Path) -> list[tuple[str, os.stat_result]]:
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and path.is_file():
                found.append((path.relative_to(folder).as_posix(), path.stat()))
    return sorted(found)
