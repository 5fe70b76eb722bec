"""Settings are read at once, refused with all their faults, and each stands in the reference."""

import re
import stat
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from discussion.settings import DEFAULTS, Settings, SettingsError
from tests.house.sources import ROOT

PAGE = ROOT / "docs" / "reference" / "settings.md"


def problems(**given: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as refused:
        Settings.from_env({f"DISCUSSION_{key}": value for key, value in given.items()})
    return refused.value.problems


def read(**given: str) -> Settings:
    return Settings.from_env({f"DISCUSSION_{key}": value for key, value in given.items()})


def test_an_empty_environment_serves_this_machine_from_the_checkout():
    settings = read()
    assert settings.url == "http://127.0.0.1:8000"
    assert settings.is_loopback
    assert settings.data == ROOT / ".data"
    assert settings.exports == ROOT / "exports"
    assert settings.database_path == ROOT / ".data" / "discussion.sqlite3"
    assert "http://localhost:8000" in settings.allowed_origins
    with pytest.raises(FrozenInstanceError):
        settings.port = 1


def test_an_empty_value_is_the_default():
    assert read(PORT="", SECRET=" ") == read()


def test_exports_follow_a_data_folder_of_ones_own(tmp_path):
    settings = read(DATA=str(tmp_path))
    assert settings.exports == tmp_path / "exports"
    assert settings.database_path.parent == tmp_path


def test_all_problems_are_told_at_once_each_with_its_key():
    told = problems(PORT="eighty", URL="notes.example.org", BATCH_MS="-1", SECRET="short")
    assert [line.split()[0] for line in told] == [
        "DISCUSSION_PORT",
        "DISCUSSION_URL",
        "DISCUSSION_SECRET",
        "DISCUSSION_BATCH_MS",
    ]


def test_a_misspelt_setting_is_told_with_the_one_that_was_meant():
    assert problems(PROT="80") == ("DISCUSSION_PROT is not a setting. Is DISCUSSION_PORT meant?",)


def test_a_secret_is_never_repeated_in_words():
    assert "hunter2" not in str(problems(SECRET="hunter2"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://Notes.Example.org/", "https://notes.example.org"),
        ("https://notes.example.org:443", "https://notes.example.org"),
        ("http://192.0.2.5:8000", "http://192.0.2.5:8000"),
        ("http://[2001:DB8::1]:8000/", "http://[2001:db8::1]:8000"),
    ],
)
def test_an_address_is_kept_as_a_browser_writes_an_origin(typed, kept):
    settings = read(URL=typed)
    assert settings.url == kept
    assert settings.allowed_origins == (kept,)
    assert not settings.is_loopback


@pytest.mark.parametrize(
    "typed",
    [
        "notes.example.org",
        "ftp://notes.example.org",
        "https://notes.example.org/workshop",
        "https://me@notes.example.org",
        "https://notes.example.org?x=1",
        "https://",
        "http://notes.example.org:99999",
        "http://[::1",
    ],
)
def test_an_address_that_is_no_origin_is_refused(typed):
    assert problems(URL=typed)[0].startswith("DISCUSSION_URL")
    assert problems(ORIGINS=f"https://a.example, {typed}")[0].startswith("DISCUSSION_ORIGINS")


def test_listening_everywhere_without_an_address_still_warns_that_phones_cannot_come():
    assert read(HOST="0.0.0.0").is_loopback
    assert read(HOST="::").is_loopback
    assert not read(HOST="0.0.0.0", URL="http://192.0.2.5:8000").is_loopback


@pytest.mark.parametrize("host", ["http://a", "a:80", "a b", "a/b"])
def test_a_host_is_a_name_without_anything_round_it(host):
    assert problems(HOST=host)[0].startswith("DISCUSSION_HOST")


@pytest.mark.parametrize(
    "address",
    ["postgresql://db/x", "sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite:///a?mode=ro"],
)
def test_a_database_that_cannot_be_served_is_refused(address):
    assert len(problems(DATABASE_URL=address)) == 1


def test_a_certificate_needs_an_https_address_and_a_key_its_certificate():
    assert problems(CERTIFICATE="a.pem")[0].startswith("DISCUSSION_CERTIFICATE is of use only")
    assert problems(URL="https://a.example", CERTIFICATE_KEY="a.key") == (
        "DISCUSSION_CERTIFICATE_KEY belongs to a DISCUSSION_CERTIFICATE, which is not set.",
    )
    assert read(URL="https://a.example", CERTIFICATE="/a.pem").certificate == Path("/a.pem")


def test_a_data_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    assert problems(DATA=str(tmp_path / "file"))[0].startswith("DISCUSSION_DATA")


def test_the_secret_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    settings = read(DATA=str(tmp_path / "new"))
    key = settings.secret_key()
    assert len(key) >= 32
    assert settings.secret_key() == key
    assert [path.name for path in settings.data.iterdir()] == ["secret"]
    assert stat.S_IMODE((settings.data / "secret").stat().st_mode) == 0o600


def test_a_given_secret_is_used_and_no_file_is_made(tmp_path):
    assert read(DATA=str(tmp_path), SECRET="s" * 32).secret_key() == "s" * 32
    assert list(tmp_path.iterdir()) == []


def test_an_emptied_secret_file_is_told_and_not_replaced(tmp_path):
    (tmp_path / "secret").touch()
    with pytest.raises(SettingsError, match="no usable key"):
        read(DATA=str(tmp_path)).secret_key()


def rows(page: str) -> dict[str, str]:
    return dict(re.findall(r"^\| `(DISCUSSION_\w+)` \| ([^|]*?) \|", page, re.MULTILINE))


def test_every_setting_is_described_with_its_true_default():
    written = rows(PAGE.read_text("utf-8"))
    assert rows("| `DISCUSSION_PORT` | `1` | x |") == {"DISCUSSION_PORT": "`1`"}
    assert list(written) == list(DEFAULTS)
    wrong = [key for key, value in DEFAULTS.items() if value and written[key] != f"`{value}`"]
    assert wrong == []
