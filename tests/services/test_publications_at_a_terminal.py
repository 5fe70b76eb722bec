"""Documents from a terminal, in a process of their own, as a secretariat runs them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from discussion.errors import DiscussionError
from discussion.services.publications import contributions
from tests.documents.reading import slides_text, word_text
from tests.kit.house import Held
from tests.services.points import confirm_point

STATEMENT = "Portals name the authority behind every offer"


def discussion(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command line on the installation in that folder."""
    others = {k: v for k, v in os.environ.items() if not k.startswith("DISCUSSION_")}
    return subprocess.run(
        [sys.executable, "-m", "discussion", *arguments],
        env={**others, "DISCUSSION_DATA": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("document", "form", "words_of"),
    [
        ("declaration", "docx", word_text),
        ("presentation-topic-1", "pptx", slides_text),
        ("provenance", "csv", lambda content: content.decode("utf-8-sig")),
    ],
)
def test_a_document_is_written_to_a_file(
    workshop: Held, tmp_path: Path, document: str, form: str, words_of
) -> None:
    confirm_point(workshop, STATEMENT)
    file = tmp_path / f"out.{form}"
    done = discussion(tmp_path, "export", document, form, "-o", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert STATEMENT in words_of(file.read_bytes())
    assert str(file) in done.stdout


def test_a_document_is_written_in_another_language_than_the_workshop_s(
    workshop: Held, tmp_path: Path
) -> None:
    confirm_point(workshop, STATEMENT)
    file = tmp_path / "out.html"
    done = discussion(
        *(tmp_path, "export", "proceedings", "html", "--language", "fr", "-o", str(file))
    )
    assert (done.returncode, done.stderr) == (0, "")
    page = file.read_text("utf-8")
    assert 'lang="fr"' in page and "Résumé analytique" in page
    assert STATEMENT in page and "[à traduire]" in page


def test_a_variant_of_the_text_as_it_stands_is_written_to_a_file(
    workshop: Held, tmp_path: Path
) -> None:
    confirm_point(workshop, STATEMENT)
    file = tmp_path / "out.html"
    clean = discussion(
        *(tmp_path, "export", "declaration", "html", "--variant", "clean", "-o", str(file))
    )
    assert (clean.returncode, clean.stderr) == (0, "")
    page = file.read_text("utf-8")
    assert STATEMENT in page and 'class="mark"' not in page
    against = ("--variant", "redline", "--against", "ZERO", "-o", str(file))
    refused = discussion(tmp_path, "export", "declaration", "docx", *against)
    assert refused.returncode == 1
    assert "redline (against no edition yet)" in refused.stderr


def test_every_note_of_a_topic_is_written_to_a_file(workshop: Held, tmp_path: Path) -> None:
    parked = workshop.say("Kept aside")
    workshop.decide(parked, "park", reason="needs_echo", remark=None)
    confirm_point(workshop, STATEMENT, topic=2)
    file = tmp_path / "out.json"
    done = discussion(tmp_path, "export", "contributions", "json", "--topic", "1", "-o", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{file} ({file.stat().st_size} bytes)" in done.stdout
    assert [note["id"] for note in json.loads(file.read_bytes())["notes"]] == [parked]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("poem", "docx"), "presentation-topic-3"),
        (("declaration", "pptx"), "akn, docx, html, md, odt, pdf"),
        (("declaration", "docx", "--workshop", "nobody"), "does not exist"),
        (("contributions", "csv", "--topic", "9"), "not part of this workshop's programme"),
    ],
)
def test_a_refusal_says_what_there_is(workshop: Held, tmp_path: Path, asked, told: str) -> None:
    file = tmp_path / "out"
    done = discussion(tmp_path, "export", *asked, "-o", str(file))
    assert done.returncode == 1
    assert told in done.stderr
    assert not file.exists()


def test_a_child_that_fails_leaves_nothing_behind(
    workshop: Held, tmp_path: Path, monkeypatch, caplog
) -> None:
    folder = contributions.export_folder(tmp_path / "exports", workshop.id)
    url = str(workshop.database.writes.url)
    for broken in ("raise SystemExit('the disk is full')", "pass"):
        monkeypatch.setattr(contributions, "EXPORT_COMMAND", (sys.executable, "-c", broken))
        with pytest.raises(DiscussionError) as refusal:
            contributions.run_export(url, workshop.id, None, "csv", folder, "request-1")
        assert (refusal.value.code, refusal.value.facts) == (
            "export_failed",
            {"request": "request-1"},
        )
        assert not folder.exists()
    assert "the disk is full" in caplog.text
