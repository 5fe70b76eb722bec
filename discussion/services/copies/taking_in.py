"""Takes a table's saved copy in: its commands under their own ids, so that nothing doubles.

Whoever takes it in acts with the rights of a rapporteur of the copy's table and no others; who
typed the words is recorded with them. Must not know how a copy is read or who shows the outcome.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial

from discussion.domain.people import Actor
from discussion.errors import DiscussionError, NotFound, Refused
from discussion.live import replica as live
from discussion.live.commands import Command
from discussion.live.replica import Missing, Received, Replica
from discussion.services.channels import text_changes
from discussion.services.commands import Answer, Request, carry_out
from discussion.services.copies.reading import CopiedText, Copy, id_of_words
from discussion.services.recent import Recent
from discussion.services.work import Runtime, allow
from discussion.storage import log, programme, texts
from discussion.storage.database import CannotStore, Database, Transaction

Reading = Callable[[], AbstractContextManager[Transaction]]
Ask = Callable[[Request], Answer]
TRIES = 3  # edits under way elsewhere may make one of a copy stale once or twice
ROUNDS = 250  # edits of one text


@dataclass(frozen=True)
class Place:
    """Where a copy was saved."""

    table: str
    table_name: str
    topic: str | None


@dataclass(frozen=True)
class Outcome:
    """What became of one command of a copy: taken, known before, or refused with its words."""

    command: str
    kind: str
    words: str
    known: bool
    refusal: DiscussionError | None = None


def place_of(transaction: Transaction, actor: Actor, copy: Copy) -> Place:
    """The table and topic a copy belongs to.

    Raises ``copy_of_another_workshop``, and ``copy_of_no_table`` when the table was taken out or
    the sheet is the plenary's.
    """
    allow(actor, "take_in_copy", actor.workshop)
    if copy.workshop != actor.workshop:
        raise NotFound("copy_of_another_workshop")
    sheet = programme.find_sheet(transaction, sheet=copy.sheet)
    if sheet is None or sheet.workshop != actor.workshop or sheet.table is None:
        raise NotFound("copy_of_no_table")
    card = programme.find_card(transaction, table=sheet.table)
    if card is None:
        raise NotFound("copy_of_no_table")
    return Place(sheet.table, card.table.name, sheet.topic)


def take_in(database: Database, actor: Actor, copy: Copy, ask: Ask) -> tuple[Outcome, ...]:
    """Carries out what a copy holds, one command after another, each durable when it is answered.

    Raises what ``place_of`` raises, and ``CannotStore`` when the database fails in between: what
    was taken in by then stays, and taking in again goes on after it.
    """
    return tuple(_outcomes(database.reading, actor, copy, ask))


def try_out(database: Database, runtime: Runtime, actor: Actor, copy: Copy) -> tuple[Outcome, ...]:
    """What would become of a copy, without keeping anything and without holding up who writes."""
    alone = replace(runtime, recent=Recent())  # that of the writing thread is its own

    def ask(transaction: Transaction, request: Request) -> Answer:
        answer = carry_out(transaction, alone, actor.workshop, [request]).answers[0]
        if answer.refusal is not None:
            raise answer.refusal
        return answer

    with database.apart() as transaction:
        asking = partial(ask, transaction)
        return tuple(_outcomes(lambda: nullcontext(transaction), actor, copy, asking))


def _outcomes(reading: Reading, actor: Actor, copy: Copy, ask: Ask) -> Iterator[Outcome]:
    ids = {command.id for command in copy.commands}
    ids |= {edit for text in copy.texts for edit in _edits(text.replica)}
    with reading() as transaction:
        place = place_of(transaction, actor, copy)
        known = set(log.answered(transaction, actor.workshop, ids))
    desk = _Desk(reading, actor, place.table, ask, known)
    for command in copy.commands:
        yield desk.carries(command, _words_in(command))
    for text in copy.texts:
        yield from desk.brings(text)


def _edits(replica: Replica) -> Iterator[str]:
    if replica.sent is not None:
        yield replica.sent.command
    yield from (one.command for one in replica.sealed)


def _words_in(command: Command) -> str:
    return str(command.facts.get("answer", ""))


@dataclass(frozen=True)
class _Desk:
    """Where a copy is worked through: who does it, for which table, and what is known."""

    reading: Reading
    actor: Actor
    table: str
    ask: Ask
    known: set[str]

    def carries(self, command: Command, words: str) -> Outcome:
        known = command.id in self.known
        try:
            self._ask(command)
        except CannotStore:
            raise
        except DiscussionError as refusal:
            if refusal.code == "signed_out":
                raise
            return Outcome(command.id, command.kind, words, known, refusal)
        return Outcome(command.id, command.kind, words, known)

    def brings(self, text: CopiedText) -> Iterator[Outcome]:
        """Sends the words of one text, edit after edit, as the page itself would have done."""
        replica = text.replica
        try:
            for _ in range(ROUNDS):
                replica = self._ready(text.id, replica)
                edit = replica.sent
                if edit is None:
                    return
                replica = self._sends(text, replica)
                yield Outcome(edit.command, "edit_text", _typed(edit), edit.command in self.known)
        except CannotStore:
            raise
        except DiscussionError as refusal:
            if refusal.code == "signed_out":
                raise
            words = "".join(_all_words(replica))
            yield Outcome(text.id, "edit_text", words, known=False, refusal=refusal)

    def _ready(self, text: str, replica: Replica) -> Replica:
        """With an edit to send, on the text as it stands now; without one when all is sent."""
        if replica.sent is not None and replica.saved is None:
            return replica
        return live.freeze(self._caught_up(text, replica), text)

    def _sends(self, text: CopiedText, replica: Replica) -> Replica:
        """One edit; one that is too old is made anew, under its own id, on the present text."""
        for _ in range(TRIES):
            edit = replica.sent
            if edit is None:  # all of it is in what was merged: nothing is left to send
                return replica
            facts = {"text": text.id, "base": edit.base, "change": edit.change}
            try:
                answer = self._ask(Command(edit.command, "edit_text", facts, text.person))
            except Refused as refusal:
                if refusal.code != "stale":
                    raise
                refused = live.refused(replica, edit.command, refusal.code)
                lifted = live.again(self._caught_up(text.id, refused))
                replica = live.freeze(live.seal(lifted, edit.command), edit.command)
                continue
            return live.acknowledged(replica, edit.command, answer.version or 0)
        raise Refused("stale")

    def _caught_up(self, text: str, replica: Replica) -> Replica:
        with self.reading() as transaction:
            present = texts.find_text(transaction, text)
            if present is None:
                raise NotFound
            if present.version == replica.version:
                return replica
            since = _changes(transaction, self.actor, text, replica.version)
        try:
            return live.catch_up(replica, since)[0]
        except Missing:
            merged = live.merge(replica, present.version, present.content)[0]
            return live.seal(merged, id_of_words(text, replica))

    def _ask(self, command: Command) -> Answer:
        return self.ask(Request(self.actor.session, command, for_table=self.table))


def _changes(transaction: Transaction, actor: Actor, text: str, since: int) -> Sequence[Received]:
    entries = text_changes(transaction, actor, text, since)
    return [Received(e["version"], e["change"], e["command"]) for e in entries]


def _typed(edit: live.Edit) -> str:
    return "".join(part for part in edit.change if isinstance(part, str))


def _all_words(replica: Replica) -> Iterator[str]:
    changes = [replica.rebased, *(one.change for one in replica.sealed), replica.pending]
    for change in changes:
        yield from (part for part in change if isinstance(part, str))
