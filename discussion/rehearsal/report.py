"""The report of a rehearsal: report.json and the lines printed; it checks nothing itself."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from discussion.rehearsal.failure import RehearsalFailed

TOLD = 20  # faults that are printed; the file holds them all


@dataclass(frozen=True)
class Report:
    """What a rehearsal played and what it found again."""

    tables: int
    rapporteurs: int  # at each table
    seed: int
    contributions: int
    accepted: int
    parked: int
    out_of_scope: int
    returned: int  # notes whose table never answered
    points: int  # confirmed and noted only
    confirmed: int
    noted_only: int
    paragraphs: int  # numbered, in the declaration
    edits: int
    acknowledged_characters: int
    missing_characters: int
    acknowledged_commands: int
    missing_commands: int | None  # None where the log cannot be read: at somebody else's server
    shared_notes: int  # typed by two rapporteurs at once
    reconnections: int
    faults: tuple[str, ...]
    seconds: float

    @property
    def good(self) -> bool:
        """Whether everything was found again."""
        return not self.faults and not self.missing_characters and not self.missing_commands


def write_outputs(out: Path, files: dict[str, bytes], report: Report) -> None:
    """Puts the documents and report.json into the folder; raises ``RehearsalFailed``."""
    whole = json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n"
    try:
        for name, content in files.items():
            (out / name).write_bytes(content)
        (out / "report.json").write_text(whole, "utf-8")
    except OSError as failure:
        raise unwritable(out, failure) from None


def prepare_folder(out: Path) -> None:
    """Makes the folder before anything is played; raises ``RehearsalFailed``."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / "report.json"
        probe.unlink(missing_ok=True)  # an old report must not be taken for this one's
        probe.touch()
        probe.unlink()
    except OSError as failure:
        raise unwritable(out, failure) from None


def unwritable(out: Path, failure: OSError) -> RehearsalFailed:
    """The sentence for a folder that takes no files."""
    return RehearsalFailed(f"Nothing can be written to {out}: {failure.strerror}.")


def told(report: Report, out: Path) -> str:
    """The last lines: what was played, what was found, where the files are."""
    found = "every one of them found again"
    if report.missing_characters:
        found = f"{report.missing_characters:,} OF THEM MISSING"
    lines = [
        f"{report.contributions} notes ({report.accepted} accepted), {report.points} points"
        f" ({report.confirmed} confirmed), {report.paragraphs} numbered paragraphs.",
        f"{report.acknowledged_characters:,} acknowledged characters, {found}.",
        *(f"FAULT: {fault}" for fault in report.faults[:TOLD]),
    ]
    if len(report.faults) > TOLD:
        lines.append(f"... and {len(report.faults) - TOLD} more faults in report.json.")
    if report.missing_commands:
        lines.append(f"FAULT: {report.missing_commands} acknowledged commands are not in the log.")
    lines.append(f"{'Passed' if report.good else 'FAILED'} in {report.seconds:.1f} s: {out}")
    return "\n".join(lines)
