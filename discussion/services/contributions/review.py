"""What moderators do with notes: accept, return with a question, park, rule out, reconsider.

A decision is taken on what its moderator saw. If the words or the state have moved since, it is
refused (``version_moved``, ``decided_meanwhile``): nobody overrides a colleague unawares.
"""

from datetime import datetime
from typing import Any

from discussion.domain.contributions import CONTRIBUTION
from discussion.domain.people import Actor
from discussion.errors import NotFound, Refused
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import contributions as notes
from discussion.storage.contributions import Note

_DECIDED = frozenset({"decided_text", "decided_status", "decided_by", "decided_at"})


def accept_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The note goes on into points and outputs."""
    return _decide(work, actor, "accept", facts)


def return_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The note goes back to its table with a question."""
    return _decide(work, actor, "return", facts, question=facts["question"], answer=None)


def park_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The note is kept aside, for a reason the table can read."""
    return _decide(work, actor, "park", facts, reason=facts["reason"], remark=facts["remark"])


def rule_out_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The note is out of scope, for a reason the table can read."""
    return _decide(work, actor, "rule_out", facts, reason=facts["reason"], remark=facts["remark"])


def reconsider_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A decision is taken back; the note is in the queue again."""
    return _decide(work, actor, "reconsider", facts)


def _decide(work: Work, actor: Actor, move: str, facts: Facts, **fields: Any) -> Happened:
    note = _note(work, actor, f"{move}_note", facts["note"])
    said = note.contribution
    if said.version != facts["version"]:
        raise Refused("version_moved", version=said.version, words=said.text)
    if said.status != facts["state"]:  # a board may be a quarter of a second behind another's
        raise Refused("decided_meanwhile", state=said.status)
    status = CONTRIBUTION.after(move, said.status)
    if status in ("accepted", "submitted"):
        fields |= {"reason": None, "remark": None}
    written = {
        "status": status,
        "decided_text": said.text,
        "decided_status": status,
        "decided_by": actor.person,
        "decided_at": work.now,
        **fields,
    }
    notes.write_note(work.transaction, said.id, **written)
    was = {name: getattr(note if name in _DECIDED else said, name) for name in written}
    change = {
        "was": {**was, "decided_at": _moment(note.decided_at)},
        "now": {"status": status, "decided_at": _moment(work.now)},
    }
    payload = {"status": status, "version": said.version, **fields, **change}
    return Happened(said.id, said.sheet, said.topic, payload=payload)


def _note(work: Work, actor: Actor, action: str, note_id: str) -> Note:
    note = notes.find_note(work.transaction, note_id)
    if note is None or note.workshop != work.workshop:
        raise NotFound
    allow(
        actor, action, note.workshop, table=note.contribution.table, topic=note.contribution.topic
    )
    return note


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
