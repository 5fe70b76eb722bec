"""What people do with the passages of a document; their words are typed like any others.

Those of a topic's presentation are its moderators' and the secretariat's; those of the
proceedings and guidelines are the secretariat's alone. It must not know what is generated at a
slot.
"""

from discussion.domain.drafting.paragraphs import Made
from discussion.domain.drafting.passages import Passage, has_passages
from discussion.domain.people import Actor
from discussion.domain.publications import document_kind, documents_of
from discussion.errors import Malformed, NotFound, Refused
from discussion.services.drafting.paragraphs import may_draft
from discussion.services.work import Facts, Happened, Work
from discussion.storage import drafting, programme, texts
from discussion.storage.database import Transaction


def begin_passage(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Somebody begins to write at a slot, in the words that were generated there.

    Raises ``Malformed("id_taken")``, and ``Refused("passage_begun")`` when somebody else has just
    begun there: both write in that text then. ``NotFound`` for a document without passages.
    """
    topic = topic_of(work.transaction, work.workshop, facts["document"])
    may_draft(actor, "begin_passage", work.workshop, topic)
    if texts.find_text(work.transaction, facts["passage"]) is not None:
        raise Malformed("id_taken")
    place = (facts["document"], facts["slot"])
    if drafting.has_passage(work.transaction, work.workshop, *place):
        raise Refused("passage_begun")
    begun = Passage(
        facts["passage"], *place, facts["made"], version=0, basis=facts["basis"], made=facts["made"]
    )
    texts.add_text(work.transaction, work.workshop, begun.id, begun.text)
    drafting.add_passage(work.transaction, begun, workshop=work.workshop, topic=topic, at=work.now)
    return Happened(begun.id, payload=dict(facts))


def settle_passage(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A passage remembers what is generated at its slot now; its words stay.

    Raises ``NotFound`` for another workshop's, as for none.
    """
    found = drafting.find_passage(work.transaction, facts["passage"])
    if found is None or found[0] != work.workshop:
        raise NotFound
    may_draft(actor, "settle_passage", work.workshop, found[1])
    made = Made(facts["basis"], facts["made"])
    drafting.settle_passage(work.transaction, facts["passage"], made)
    return Happened(facts["passage"], payload=dict(facts))


def topic_of(transaction: Transaction, workshop: str, document: str) -> str | None:
    """The topic whose moderators write in a document, None for the secretariat's alone.

    Raises ``NotFound`` for a document in which nobody writes.
    """
    if not has_passages(document):
        raise NotFound
    held = programme.find_workshop(transaction, workshop)
    if held is None or document not in documents_of(held.programme):
        raise NotFound
    number = document_kind(document)[1]
    return next((t.id for t in held.programme.topics if t.number == number), None)
