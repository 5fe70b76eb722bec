"""A whole workshop in one archive: complete, checkable, the same twice, read without the house."""

import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from discussion.live.chain import Header, Link, Logged, verify
from discussion.services.publications import whole_workshop
from discussion.services.publications.whole_workshop import run_archive, write_workshop
from discussion.storage.programme import log_position
from tests.documents.reading import word_text
from tests.kit.house import Held, new_runtime, new_workshop, opened
from tests.services.editions import House
from tests.services.passages import begin_passage, written
from tests.services.points import confirm_point

STATEMENT = "Portals name the authority behind every offer"
ROOT = "OIC-PESNET-WS-KL-2025-WHOLE"
LIST = "name,country,agreed\nYusra Agreed,Jordan,yes\nKarim Silent,Niger,no\n"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Two editions of a document, one of another, a parked note, participants."""
    folder = tmp_path_factory.mktemp("whole")
    with opened(folder) as database:
        held = new_workshop(database, *new_runtime())
        parked = held.say("Kept aside <script>")
        held.decide(parked, "park", reason="needs_echo", remark=None)
        confirm_point(held, STATEMENT, tables=(1, 2))
        held.act(held.actor("secretariat"), "set_participants", list=LIST)
        written(held, begin_passage(held, "background", words="Generated."), " By hand.")
        made = House(held, folder / "exports")
        made.build("declaration", "participants")
        made.build("declaration")
        yield made


@pytest.fixture(scope="module")
def unpacked(house: House) -> Path:
    """The archive, unpacked."""
    file = house.exports / "whole.zip"
    write_workshop(house.held.database, house.exports, house.held.id, file)
    folder = house.exports / "unpacked"
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder / ROOT


class Page(HTMLParser):
    """The links and the tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_every_checksum_holds_and_a_changed_file_is_found(unpacked: Path, tmp_path: Path) -> None:
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(check, cwd=unpacked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    listed = {line.split("  ", 1)[1] for line in (unpacked / "SHA256SUMS").read_text().splitlines()}
    assert listed == files(unpacked) - {"SHA256SUMS"}
    planted = tmp_path / "planted"
    shutil.copytree(unpacked, planted)
    (planted / "notes" / "notes.csv").write_text("another")
    done = subprocess.run(check, cwd=planted, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "notes/notes.csv: FAILED" in done.stdout


def test_the_first_page_leads_to_every_file_and_needs_nothing_else(unpacked: Path) -> None:
    text = (unpacked / "index.html").read_text(encoding="utf-8")
    page = Page(text)
    assert set(page.links) == files(unpacked) - {"index.html", "SHA256SUMS"}
    assert not {"script", "img", "link", "iframe"} & page.tags
    assert "http" not in text.replace("https://", "http://").split("<style>")[0]


def test_the_newest_editions_are_there_as_they_were_built_with_all_manifests(
    house: House, unpacked: Path
) -> None:
    newest = {kept.edition.document: kept for kept in reversed(house.kept())}
    for document, kept in newest.items():
        for file in kept.files:
            content = (unpacked / "documents" / document / file.name).read_bytes()
            assert hashlib.sha256(content).hexdigest() == file.sha256
    assert STATEMENT in word_text(
        (unpacked / "documents/declaration/OIC-PESNET-WS-KL-2025-DECL-REV.1.docx").read_bytes()
    )
    manifests = {f.removeprefix("manifests/") for f in files(unpacked / "manifests")}
    assert manifests == {
        "declaration/ZERO.json",
        "declaration/REV.1.json",
        "participants/ZERO.json",
    }
    told = json.loads((unpacked / "manifests/declaration/ZERO.json").read_bytes())
    assert told["files"]["docx"]["sha256"] and told["head"]


def test_notes_tables_and_programme_are_there_in_their_forms(unpacked: Path) -> None:
    held = files(unpacked)
    assert {f"notes/notes.{form}" for form in ("csv", "json", "xlsx")} <= held
    assert {f"programme/programme.{form}" for form in ("csv", "ics", "json", "toml")} <= held
    assert {"tables/table-1.docx", "tables/table-1.html"} <= held
    page = (unpacked / "tables/table-1.html").read_text(encoding="utf-8")
    assert "Kept aside &lt;script&gt;" in page and "Parked" in page
    notes = json.loads((unpacked / "notes/notes.json").read_bytes())["notes"]
    assert {note["status"] for note in notes} == {"parked", "accepted"}


def test_words_written_by_hand_are_there_with_what_they_were_made_from(unpacked: Path) -> None:
    (told,) = json.loads((unpacked / "texts" / "proceedings.json").read_bytes())
    assert (told["words"], told["made"]) == ("Generated. By hand.", "Generated.")
    assert told["standing"] == "left_behind"


def test_the_log_can_be_verified_from_the_archive_alone(house: House, unpacked: Path) -> None:
    events, links = lines(unpacked / "log/events.jsonl"), lines(unpacked / "log/chain.jsonl")
    with house.held.database.reading() as transaction:
        sequence, head, _ = log_position(transaction, house.held.id)
    assert [event["number"] for event in events] == list(range(1, sequence + 1))
    chain = [Link(one["first"], one["last"], bytes.fromhex(one["hash"])) for one in links]
    rows = [logged(event) for event in events]
    assert verify(chain, rows, head=head) == ()
    events[3]["payload"] += " "
    assert verify(chain, [logged(event) for event in events], head=head) != ()


def lines(path: Path) -> list[dict]:
    """The values of a file of JSON lines."""
    return [json.loads(line) for line in path.read_bytes().rstrip(b"\n").split(b"\n")]


def logged(event: dict) -> Logged:
    names = ("number", "person", "kind", "subject", "version", "command")
    header = Header(
        time=event["at"], digest=bytes.fromhex(event["digest"]), **{n: event[n] for n in names}
    )
    return Logged(header, bytes.fromhex(event["salt"]), event["payload"].encode())


def test_nobody_without_agreement_is_named_in_it(unpacked: Path) -> None:
    held = [path for path in unpacked.rglob("*.*") if path.is_file()]
    told = "".join(
        word_text(p.read_bytes()) if p.suffix == ".docx" else p.read_text("utf-8", "replace")
        for p in held
    )
    assert "Yusra Agreed" in told
    assert "Karim Silent" not in told


def test_one_moment_gives_the_same_bytes_twice(
    house: House, unpacked: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.zip"
    write_workshop(house.held.database, house.exports, house.held.id, again)
    assert again.read_bytes() == (house.exports / "whole.zip").read_bytes()
    assert files(tmp_path) == {"again.zip"}


def test_a_file_that_is_not_what_was_built_is_left_out_and_said_to_be(
    house: House, unpacked: Path, tmp_path: Path
) -> None:
    exports = tmp_path / "exports"
    shutil.copytree(house.exports / house.held.id, exports / house.held.id)
    (broken,) = exports.glob("*/declaration/REV.1/*.pdf")
    broken.write_bytes(b"another")
    file = tmp_path / "whole.zip"
    write_workshop(house.held.database, exports, house.held.id, file)
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        page = archive.read(f"{ROOT}/index.html").decode()
    assert not any(name.endswith("DECL-REV.1.pdf") for name in names)
    assert re.search(r"left out: \S+DECL-REV\.1\.pdf\.", page)


def test_a_workshop_without_anything_is_an_archive_too(workshop: Held, tmp_path: Path) -> None:
    file = tmp_path / "whole.zip"
    write_workshop(workshop.database, tmp_path, workshop.id, file)
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        assert f"{ROOT}/index.html" in archive.namelist()


def test_a_child_writes_it_and_a_failing_one_leaves_nothing(
    workshop: Held, tmp_path: Path, monkeypatch
) -> None:
    url, folder = str(workshop.database.writes.url), tmp_path / "whole"
    file = run_archive(url, tmp_path / "exports", workshop.id, folder, "request-1")
    assert zipfile.is_zipfile(file)
    monkeypatch.setattr(whole_workshop, "ARCHIVE_COMMAND", ("false",))
    with pytest.raises(Exception, match="export_failed"):
        run_archive(url, tmp_path / "exports", workshop.id, folder, "request-2")
    assert not folder.exists()
