"""Plays a whole workshop against a running server and looks for every word afterwards.

It must not know how documents are made or words stored: it types, decides, builds and compares.
"""

import itertools
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from discussion import samples
from discussion.domain.programme import Programme
from discussion.domain.programme_file import read_programme
from discussion.rehearsal.checks import (
    Missing,
    expected_words,
    faults_in_outputs,
    missing_words,
    numbered_paragraphs,
    states_astray,
)
from discussion.rehearsal.corpus import Script, script_for
from discussion.rehearsal.cue import Cue
from discussion.rehearsal.failure import Declined, RehearsalFailed
from discussion.rehearsal.report import Report, prepare_folder, told, write_outputs
from discussion.rehearsal.secretariat import Secretariat, make_workshop
from discussion.rehearsal.server import OwnServer
from discussion.rehearsal.stage import stage_for
from discussion.rehearsal.troupe import Troupe

MOST_TABLES, MOST_RAPPORTEURS = 500, 10


def rehearse(
    *,
    tables: int,
    rapporteurs: int,
    seed: int,
    out: Path,
    programme: bytes | None = None,
    url: str | None = None,
    link: str | None = None,
    keep: bool = False,
    languages: Sequence[str] = (),
) -> int:
    """Rehearses and writes the documents and report.json to ``out``; the exit status.

    ``rapporteurs`` is their number at each table. Without ``url`` it starts a server of its own,
    ends it as a power cut would and reads the database behind it. ``languages`` are those that
    documents are issued in beside the workshop's own. 0 means that every
    acknowledged character and every point was found again, 1 that something was not or that the
    rehearsal could not be played, 2 that it was asked for wrongly. Raises ``ProgrammeProblems``
    with all that is wrong with the programme file.
    """
    began = time.monotonic()
    misuse = _misuse(tables, rapporteurs, url, link)
    if misuse:
        print(misuse, file=sys.stderr)
        return 2
    text = programme if programme is not None else samples.KUALA_LUMPUR.read_bytes()
    numbers = itertools.count()
    plan = read_programme(text, make_id=lambda: f"rehearsal{next(numbers)}")
    try:
        prepare_folder(out)
        script = script_for(plan, tables, rapporteurs, seed)
        with ExitStack() as stack:
            stack.enter_context(_ended_in_order())
            played = _Play(stack, plan, text, script, (tables, rapporteurs, seed), began)
            others = [each for each in dict.fromkeys(languages) if each != plan.language]
            files, report = played.at(url, link, keep=keep, languages=others)
            write_outputs(out, files, report)
    except (RehearsalFailed, Declined) as failure:
        print(f"The rehearsal ended early. {failure}", file=sys.stderr)
        return 1
    print(told(report, out), flush=True)
    return 0 if report.good else 1


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """A request to terminate clears up as Ctrl-C does: no server or workshop stays behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _misuse(tables: int, rapporteurs: int, url: str | None, link: str | None) -> str:
    if not 1 <= tables <= MOST_TABLES:
        return f"--tables is a number from 1 to {MOST_TABLES}."
    if not 1 <= rapporteurs <= MOST_RAPPORTEURS:
        return f"--rapporteurs is a number from 1 to {MOST_RAPPORTEURS}."
    if url and not url.startswith(("http://", "https://")):
        return "--url begins with http:// or https://."
    if url and not link:
        return "--url needs --link: a secretariat's sign-in link on that server."
    if link and not url:
        return "--link needs --url: the address of the server it belongs to."
    return ""


class _Play:
    """One rehearsal from the first table to the last document."""

    def __init__(
        self,
        stack: ExitStack,
        plan: Programme,
        text: bytes,
        script: Script,
        size: tuple[int, int, int],
        began: float,
    ) -> None:
        self._stack = stack
        self._plan = plan
        self._text = text
        self._script = script
        self._tables, self._rapporteurs, self._seed = size
        self._began = began
        self._own: OwnServer | None = None
        self._cue = Cue()

    def at(
        self, url: str | None, link: str | None, *, keep: bool, languages: Sequence[str]
    ) -> tuple[dict[str, bytes], Report]:
        """Plays at that server, or at its own; the files and the report."""
        secretariat = self._begin(url, link, keep=keep)
        topics = [topic.number for topic in self._plan.topics]
        places = secretariat.set_up(self._tables, topics)
        stage = stage_for(self._script, self._rapporteurs, places)
        troupe = Troupe(stage, secretariat, self._cue, self._tables, self._tell)
        self._stack.callback(troupe.close)
        self._tell("Signing everybody in")
        troupe.come_in()
        for topic in topics:
            troupe.discuss(topic)
        troupe.wait_for_moderators()
        self._tell("Translating the points")
        statements = {stage.points[point.key]: point.statement for point in self._script.points}
        held = secretariat.held_now(places)
        secretariat.translate(statements, {p: int(held[p]["version"]) for p in statements})
        if languages:
            secretariat.issue_in(languages)
        self._tell("Building the documents")
        files = secretariat.build()
        self._tell("Looking for every word")
        expected = expected_words(stage)
        held = secretariat.held_now(places)
        words = {subject: str(state["text"]) for subject, state in held.items()}
        statuses = {subject: str(state["status"]) for subject, state in held.items()}
        missing = missing_words(expected, words, "the server")
        kept, lost = self._after_a_power_cut(secretariat.workshop, expected, troupe.stored)
        faults = (
            *map(str, (*missing, *kept)),
            *states_astray(stage, statuses),
            *faults_in_outputs(stage, files),
        )
        gone = _gone((*missing, *kept))
        notes = [statuses[note] for note in stage.deals if note in statuses]
        points = [statuses[point] for point in stage.points.values() if point in statuses]
        return files, self._report(files, gone, faults, (notes, points), lost, len(troupe.stored))

    def _begin(self, url: str | None, link: str | None, *, keep: bool) -> Secretariat:
        if url is None:
            self._tell("Starting a server")
            self._own = OwnServer()
            self._stack.callback(self._own.remove)
            self._own.start()
            self._cue.alive = self._own.check
            url, link = self._own.url, self._own.link
        secretariat = make_workshop(url, link or "", self._text, self._cue)
        self._stack.callback(secretariat.visitor.close)
        self._stack.callback(self._cue.stop)
        if self._own is None and keep:
            self._tell(f"The workshop stays: {secretariat.link}")
        elif self._own is None:
            self._stack.callback(self._clear_away, secretariat)
        self._stack.callback(secretariat.line.close)
        return secretariat

    def _after_a_power_cut(
        self, workshop: str, expected: dict[str, str], commands: set[str]
    ) -> tuple[tuple[Missing, ...], int | None]:
        """Kills the own server and compares what its database file holds."""
        if self._own is None:
            return (), None
        self._cue.alive = lambda: None
        self._own.kill()
        kept = missing_words(expected, self._own.words_kept(workshop), "the database")
        return kept, len(commands - self._own.commands_kept(workshop, commands))

    def _clear_away(self, secretariat: Secretariat) -> None:
        try:
            secretariat.delete()
        except RehearsalFailed as failure:
            print(f"The rehearsal's workshop could not be deleted. {failure}", file=sys.stderr)

    def _report(
        self,
        files: dict[str, bytes],
        missing: int,
        faults: tuple[str, ...],
        held: tuple[list[str], list[str]],
        lost: int | None,
        commands: int,
    ) -> Report:
        cue, (outcomes, states) = self._cue, held
        declaration = files.get("declaration.docx")
        return Report(
            tables=self._tables,
            rapporteurs=self._rapporteurs,
            seed=self._seed,
            contributions=len(outcomes),
            accepted=outcomes.count("accepted"),
            parked=outcomes.count("parked"),
            out_of_scope=outcomes.count("out_of_scope"),
            returned=outcomes.count("returned"),
            points=len(states),
            confirmed=states.count("confirmed"),
            noted_only=states.count("noted_only"),
            paragraphs=numbered_paragraphs(declaration) if declaration else 0,
            edits=cue.counted("edits"),
            acknowledged_characters=cue.counted("characters"),
            missing_characters=missing,
            acknowledged_commands=commands,
            missing_commands=lost,
            shared_notes=cue.counted("shared notes"),
            reconnections=cue.counted("reconnections"),
            faults=faults,
            seconds=round(time.monotonic() - self._began, 1),
        )

    def _tell(self, words: str) -> None:
        print(f"{time.monotonic() - self._began:5.1f} s  {words}", flush=True)


def _gone(missing: tuple[Missing, ...]) -> int:
    """Characters missing anywhere; a text missing in two places counts once, at its worst."""
    worst: dict[str, int] = {}
    for one in missing:
        worst[one.text] = max(worst.get(one.text, 0), one.characters)
    return sum(worst.values())
