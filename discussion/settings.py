"""What an installation may choose, read once from the environment; must not know who uses it.

Every setting is described in docs/reference/settings.md; a test compares that page with this
module.
"""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from discussion.assets import checkout
from discussion.errors import DiscussionError

PREFIX = "DISCUSSION_"

DEFAULTS: Mapping[str, str] = {
    "DISCUSSION_HOST": "127.0.0.1",
    "DISCUSSION_PORT": "8000",
    "DISCUSSION_URL": "",
    "DISCUSSION_DATA": "",
    "DISCUSSION_DATABASE_URL": "",
    "DISCUSSION_SECRET": "",
    "DISCUSSION_ORIGINS": "",
    "DISCUSSION_CERTIFICATE": "",
    "DISCUSSION_CERTIFICATE_KEY": "",
    "DISCUSSION_BATCH_MS": "30",
    "DISCUSSION_BOARD_HZ": "4",
    "DISCUSSION_SESSION_HOURS": "14",
    "DISCUSSION_LINK_HOURS": "72",
    "DISCUSSION_MAX_FRAME_BYTES": "262144",
    "DISCUSSION_COMMANDS_PER_SECOND": "20",
    "DISCUSSION_COMMAND_BURST": "200",
}
"""Every setting with its default; "" means that the default follows from other settings."""

SECRET_LENGTH = 32  # characters at the least; 43 urlsafe ones, as we make them, hold 256 bits
DATABASE_FILE = "discussion.sqlite3"
SECRET_FILE = "secret"


class SettingsError(DiscussionError):
    """The environment holds settings that cannot be used; all of them are named at once.

    ``problems`` holds plain sentences, each beginning with its key. It is read by who starts
    the server, in a terminal, so it carries its own words.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("settings", status=500, problems=problems)
        self.problems = problems

    def __str__(self) -> str:
        return "These settings cannot be used:\n" + "\n".join(f"  {line}" for line in self.problems)


@dataclass(frozen=True)
class Settings:
    """The choices of one installation; ``from_env`` is the only way they are made."""

    host: str
    port: int
    url: str  # as phones see us; no slash at the end
    data: Path
    exports: Path  # where produced documents land
    database_url: str
    secret: str | None  # as given; ``secret_key`` falls back to a file
    origins: tuple[str, ...]  # allowed beside ``url``
    certificate: Path | None  # of one's own, with its chain; ``url`` is https
    certificate_key: Path | None
    batch_ms: int
    board_hz: int
    session_hours: int
    link_hours: int
    max_frame_bytes: int
    commands_per_second: int
    command_burst: int

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """Read the settings; raises ``SettingsError`` naming every problem at once."""
        reader = _Reader(environ)
        host, port = reader.host("HOST"), reader.whole("PORT", 1, 65_535)
        data = reader.folder("DATA")
        settings = cls(
            host=host,
            port=port,
            url=reader.address("URL") or _address_of(host, port),
            data=data,
            exports=reader.exports(data),
            database_url=reader.database("DATABASE_URL", data),
            secret=reader.secret("SECRET"),
            origins=reader.addresses("ORIGINS"),
            certificate=reader.file_for_https("CERTIFICATE"),
            certificate_key=reader.file_for_https("CERTIFICATE_KEY"),
            batch_ms=reader.whole("BATCH_MS", 0, 1_000),
            board_hz=reader.whole("BOARD_HZ", 1, 60),
            session_hours=reader.whole("SESSION_HOURS", 1, 24 * 31),
            link_hours=reader.whole("LINK_HOURS", 1, 24 * 31),
            max_frame_bytes=reader.whole("MAX_FRAME_BYTES", 16_384, 16_777_216),
            commands_per_second=reader.whole("COMMANDS_PER_SECOND", 1, 10_000),
            command_burst=reader.whole("COMMAND_BURST", 1, 100_000),
        )
        reader.finish()
        return settings

    @property
    def is_loopback(self) -> bool:
        """Whether ``url`` leads to this machine only, so that a card printed now is of no use."""
        return _is_loopback(urlsplit(self.url).hostname or "")

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """The origins a browser may call from: ``url``, ``origins`` and this machine's names.

        Somebody who tries the house out types localhost or 127.0.0.1 alike, so a loopback
        address allows its siblings on the same port.
        """
        own: list[str] = [self.url]
        if self.is_loopback:
            parts = urlsplit(self.url)
            port = f":{parts.port}" if parts.port else ""
            own += [f"{parts.scheme}://{name}{port}" for name in ("localhost", "127.0.0.1")]
        return tuple(dict.fromkeys((*own, *self.origins)))

    @property
    def database_path(self) -> Path:
        """The file that ``database_url`` names."""
        return Path(self.database_url.removeprefix("sqlite:///"))

    def secret_key(self) -> str:
        """The key that signs cookies: as set, else kept in a file only its owner can read.

        Made on first use. Two servers that start together end with the same key, since the
        file appears whole or not at all and the first one stays. Raises ``SettingsError`` when
        the file holds no usable key.
        """
        if self.secret:
            return self.secret
        path = self.data / SECRET_FILE
        if not path.exists():
            _write_once(path, secrets.token_urlsafe(32))
        key = path.read_text("ascii").strip()
        if len(key) < SECRET_LENGTH:
            raise SettingsError((f"{path} holds no usable key; remove it and start again.",))
        return key


class _Reader:
    """Reads one environment and remembers everything wrong with it."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.problems: list[str] = []
        self._values = {key: environ.get(key, "").strip() for key in DEFAULTS}
        for key in sorted(environ):
            if key.startswith(PREFIX) and key not in DEFAULTS:
                self._unknown(key)

    def finish(self) -> None:
        if self.problems:
            raise SettingsError(tuple(self.problems))

    def host(self, name: str) -> str:
        host = self._text(name)
        if any(sign in host for sign in "/@ ") or (":" in host and not _is_address(host)):
            self._wrong(name, f"is a host name or an address without a port, not {host!r}.")
        return host

    def whole(self, name: str, low: int, high: int) -> int:
        text = self._text(name)
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1
        if not low <= number <= high:
            self._wrong(name, f"is a whole number from {low} to {high}, not {text!r}.")
        return number

    def folder(self, name: str) -> Path:
        text = self._text(name)
        if text:
            path = Path(os.path.expanduser(text)).absolute()
        elif root := checkout():
            path = root / ".data"
        else:
            path = Path.home() / ".local" / "share" / "discussion"
        if path.exists() and not path.is_dir():
            self._wrong(name, f"names a folder, but {path} is a file.")
        return path

    def file_for_https(self, name: str) -> Path | None:
        text = self._text(name)
        if text and not self._text("URL").lower().startswith("https:"):
            self._wrong(name, "is of use only while DISCUSSION_URL begins with https://.")
        if text and not self._text("CERTIFICATE"):
            self._wrong(name, "belongs to a DISCUSSION_CERTIFICATE, which is not set.")
        return Path(os.path.expanduser(text)).absolute() if text else None

    def exports(self, data: Path) -> Path:
        root = checkout()
        return root / "exports" if root and not self._text("DATA") else data / "exports"

    def database(self, name: str, data: Path) -> str:
        text = self._text(name) or f"sqlite:///{data / DATABASE_FILE}"
        if not text.startswith("sqlite://"):
            self._wrong(name, "begins with sqlite:///; no other database is served yet.")
        elif not text.removeprefix("sqlite:///").strip("/") or not text.startswith("sqlite:///"):
            self._wrong(name, "names a file: sqlite:////folder/file.sqlite3, not memory.")
        elif ":memory:" in text or "?" in text:
            self._wrong(name, "names a file and nothing else: no :memory:, no options.")
        return text

    def secret(self, name: str) -> str | None:
        text = self._text(name)
        if text and len(text) < SECRET_LENGTH:  # the value itself is never repeated
            self._wrong(name, f"has at least {SECRET_LENGTH} characters; this one is too short.")
        return text or None

    def address(self, name: str) -> str:
        return self._address(name, self._text(name)) if self._text(name) else ""

    def addresses(self, name: str) -> tuple[str, ...]:
        given = [part.strip() for part in self._text(name).split(",")]
        return tuple(self._address(name, part) for part in given if part)

    def _address(self, name: str, text: str) -> str:
        try:
            return _normalised(urlsplit(text))
        except ValueError:
            self._wrong(
                name,
                f"is like https://notes.example.org or http://192.0.2.5:8000, not {text!r}:"
                " http or https, a host, perhaps a port, nothing after it.",
            )
            return text

    def _text(self, name: str) -> str:
        key = PREFIX + name
        return self._values[key] or DEFAULTS[key]

    def _wrong(self, name: str, words: str) -> None:
        self.problems.append(f"{PREFIX}{name} {words}")

    def _unknown(self, key: str) -> None:
        near = get_close_matches(key, DEFAULTS, n=1)
        hint = f" Is {near[0]} meant?" if near else ""
        self.problems.append(f"{key} is not a setting.{hint}")


def _address_of(host: str, port: int) -> str:
    """Where a browser on this machine finds a server that listens there."""
    everywhere = _is_address(host) and ip_address(host).is_unspecified
    name = "127.0.0.1" if everywhere else host
    return f"http://{f'[{name}]' if ':' in name else name}:{port}"


def _normalised(parts: SplitResult) -> str:
    """The address as a browser writes an origin; raises ValueError when it is not one."""
    host, port = parts.hostname, parts.port  # lower case; ValueError above 65,535
    extra = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in ("http", "https") or not host or extra or " " in host:
        raise ValueError("not an origin")
    name = f"[{host}]" if ":" in host else host
    standard = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{name}" + (f":{port}" if port and port != standard else "")


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _write_once(path: Path, text: str) -> None:
    """Make a file with these words that nobody else can read; one that is there stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
    with suppress(FileExistsError):
        os.link(part, path)
    part.unlink()
