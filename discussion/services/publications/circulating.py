"""Writes down that an edition was handed out; it must not know how, or what the edition says.

From then on its paragraphs' numbers are names that people hold (``domain.drafting.numbering``).
"""

from discussion.domain.people import Actor
from discussion.services.publications.editions import find_edition
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import publications


def circulate_edition(work: Work, actor: Actor, facts: Facts) -> Happened:
    """An edition was handed out to somebody; it may be handed out more than once.

    Raises ``NotFound`` for an edition of another workshop, as for none.
    """
    allow(actor, "circulate_edition", work.workshop)
    edition = find_edition(work.transaction, actor, facts["edition"]).edition
    identity, to = work.runtime.new_id(), " ".join(facts["to"].split())
    publications.add_circulation(
        work.transaction, identity, edition.id, to=to, at=work.now, by=actor.person
    )
    payload = {"to": to, "symbol": edition.symbol, "document": edition.document}
    return Happened(edition.id, payload=payload)
