"""Whom a note names: countries, and by agreement a delegate; it knows no published document."""

from typing import Any

from discussion.domain.contributions import Contribution, same_words
from discussion.domain.people import Actor
from discussion.errors import NotFound, Refused
from discussion.services.pad import Page
from discussion.services.programme.attribution import opens_sheets
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import contributions as notes


def set_note_countries(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Says which countries and organisations a note speaks of; for whoever may open its sheet.

    Whoever agreed to be named agreed to what stood there: one more asks for agreement anew.
    """
    said = _note(work, actor, "set_note_countries", facts["note"])
    if said.table and said.topic and not opens_sheets(work.transaction, actor, said.topic):
        raise NotFound
    more = set(facts["value"]) - set(said.countries)
    anew = _over(said.agreement_ended) if more and said.agreed else {}
    fields = {"countries": list(facts["value"]), **anew}
    notes.write_note(work.transaction, said.id, **fields)
    return Happened(said.id, said.sheet, said.topic, payload=fields)


def set_note_agreement(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Says whether the delegate agrees to be named with a note, and by which name.

    For the table, which asked the delegate, and for the secretariat; moderators ask nobody.
    A name stands there by agreement alone and goes with it; it stands in no event. Raises
    ``Refused("names_moved")`` when countries stand there that the delegate was not asked about,
    and ``Refused("agreement_ended")`` when an agreement ended that its sender took to stand:
    taking back always wins, however late the other command arrives.
    """
    said, name = _note(work, actor, "set_note_agreement", facts["note"]), facts["said_by"]
    if not facts["agreed"]:
        return _agreed(work, said, **_over(said.agreement_ended))
    if facts["ended"] < said.agreement_ended:
        raise Refused("agreement_ended")
    if not set(said.countries) <= set(facts["countries"]):
        raise Refused("names_moved")
    return _agreed(work, said, agreed=True, said_by=name, agreement_lost_by=None)


def ended_by_others(actor: Actor, page: Page, content: str) -> dict[str, Any]:
    """What it does to an agreement that somebody types: words a table did not choose end it."""
    agreed = page.fields.get("agreed", page.text.agreed)
    if not agreed or actor.role == "rapporteur" or same_words(page.content, content):
        return {}
    return _over(page.text.agreement_ended or 0, actor.role)


def _over(ended: int, by: str | None = None) -> dict[str, Any]:
    """The end of an agreement; ``by``: the role of who changed the words, if any did."""
    more = {"agreement_ended": ended + 1, "agreement_lost_by": by}
    return {"agreed": False, "said_by": None, **more}


def _agreed(work: Work, said: Contribution, **fields: Any) -> Happened:
    notes.write_note(work.transaction, said.id, **fields)
    told = {"agreed": fields["agreed"], "named": fields["said_by"] is not None}
    return Happened(said.id, said.sheet, said.topic, payload=told)


def _note(work: Work, actor: Actor, action: str, note_id: str) -> Contribution:
    note = notes.find_note(work.transaction, note_id)
    if note is None or note.workshop != work.workshop:
        raise NotFound
    said = note.contribution
    allow(actor, action, note.workshop, table=said.table, topic=said.topic)
    return said
