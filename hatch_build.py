"""Carries templates, served files and data into the wheel; must not run for an editable install."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BESIDE_THE_PACKAGE = ("templates", "static", "data")


class CarryFolders(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the folders that stand beside the package in a checkout into the package."""

    def dependencies(self) -> list[str]:
        """A Node for the build, where the machine has none and the files are not yet laid out."""
        if self._laid_out() or self._assets()["node_command"]():
            return []
        lock = (Path(self.root) / "requirements-node.lock").read_text("utf-8")
        return [lock.split()[0]]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Lay out third-party files if need be, then name every folder the wheel takes along."""
        if version == "editable" or self.target_name != "wheel":
            return
        if not self._laid_out():
            self._assets()["build"]()
        for name in BESIDE_THE_PACKAGE:
            if (Path(self.root) / name).is_dir():
                build_data["force_include"][name] = f"discussion/{name}"

    def _laid_out(self) -> bool:
        return (Path(self.root) / "static" / "dist" / ".built").exists()

    def _assets(self) -> dict[str, Any]:
        return runpy.run_path(str(Path(self.root) / "frontend" / "assets.py"))
