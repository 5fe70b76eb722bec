"""What people do with the paragraphs of a declaration; their words are typed like any others.

Paragraphs of a topic's section are its moderators' and the secretariat's; all others are the
secretariat's alone. It must not know what a paragraph ought to say.
"""

from discussion.domain.drafting.paragraphs import PARAGRAPH, Made, Paragraph
from discussion.domain.drafting.profiles import parse_profile
from discussion.domain.people import Actor, Subject, may_write
from discussion.errors import Malformed, NotFound, Refused
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import drafting, programme, synthesis, texts
from discussion.storage.drafting import Choices


def add_paragraph(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A new paragraph at a place of its own, with its first words.

    Raises ``Malformed("id_taken")``, and ``Refused("slot_taken")`` when somebody else has just
    made what the workshop calls for there.
    """
    may_draft(actor, "add_paragraph", work.workshop, _known_place(work, facts))
    _known_points(work, facts)
    if texts.find_text(work.transaction, facts["paragraph"]) is not None:
        raise Malformed("id_taken")
    if facts["slot"] and drafting.has_slot(work.transaction, work.workshop, facts["slot"]):
        raise Refused("slot_taken")
    paragraph = Paragraph(
        id=facts["paragraph"],
        section=facts["section"],
        topic=facts["topic"],
        level=facts["level"],
        position=facts["position"],
        text=facts["words"],
        version=0,
        language="en",
        points=facts["points"],
        origin=facts["origin"],
        slot=facts["slot"],
        made=_made(facts),
    )
    texts.add_text(work.transaction, work.workshop, paragraph.id, paragraph.text)
    drafting.add_paragraph(work.transaction, paragraph, workshop=work.workshop, at=work.now)
    return Happened(paragraph.id, payload=dict(facts))


def place_paragraph(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A paragraph goes to another place: section, depth, before or after others.

    Whoever moves it may draft where it was and where it goes.
    """
    paragraph = _paragraph(work, actor, "place_paragraph", facts)
    may_draft(actor, "place_paragraph", work.workshop, _known_place(work, facts))
    place = {name: facts[name] for name in ("section", "topic", "level", "position")}
    was = {name: getattr(paragraph, name) for name in place}
    drafting.write_paragraph(work.transaction, paragraph.id, **place)
    return Happened(paragraph.id, payload={"was": was, "now": place})


def remove_paragraph(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A paragraph is taken out, on the words that were read; it can come back.

    Raises ``Refused("version_moved")`` when they have changed since.
    """
    paragraph = _paragraph(work, actor, "remove_paragraph", facts)
    if paragraph.version != facts["version"]:
        raise Refused("version_moved", version=paragraph.version, words=paragraph.text)
    return _move(work, paragraph, "remove")


def restore_paragraph(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A paragraph that was taken out stands again where it stood."""
    return _move(work, _paragraph(work, actor, "restore_paragraph", facts), "restore")


def settle_paragraph(work: Work, actor: Actor, facts: Facts) -> Happened:
    """What a paragraph rests on, and what it is remembered to be made from; its words stay."""
    paragraph = _paragraph(work, actor, "settle_paragraph", facts)
    _known_points(work, facts)
    fields = {"slot": facts["slot"], "made": _made(facts), "points": list(facts["points"])}
    drafting.write_paragraph(work.transaction, paragraph.id, **fields)
    payload = {name: facts[name] for name in ("slot", "basis", "made", "points")}
    return Happened(paragraph.id, payload=payload)


def set_drafting(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The profile a declaration is written in, and what the text is to be called in the end.

    Raises ``ProfileProblems`` with everything that is wrong with the profile.
    """
    allow(actor, "set_drafting", work.workshop)
    parse_profile(facts["profile"])
    choices = Choices(facts["profile"], facts["outcome"])
    drafting.choose(work.transaction, work.workshop, choices)
    return Happened(work.workshop, payload=dict(facts))


def may_draft(actor: Actor, action: str, workshop: str, topic: str | None) -> None:
    """Asks for permission on what is drafted; raises ``NotFound``."""
    if not may_write(actor, action, Subject(workshop, topic=topic)):
        raise NotFound


def _paragraph(work: Work, actor: Actor, action: str, facts: Facts) -> Paragraph:
    found = drafting.find_paragraph(work.transaction, facts["paragraph"])
    if found is None or found[0] != work.workshop:
        raise NotFound
    may_draft(actor, action, work.workshop, found[1].topic)
    return found[1]


def _known_place(work: Work, facts: Facts) -> str | None:
    """The topic of a place; raises ``Malformed`` unless only a topic's section has one."""
    topic: str | None = facts["topic"]
    if (topic is not None) != (facts["section"] == "topic"):
        raise Malformed(key="topic")
    if topic is not None and programme.topic_workshop(work.transaction, topic) != work.workshop:
        raise NotFound
    return topic


def _known_points(work: Work, facts: Facts) -> None:
    """Raises ``NotFound`` for a point that is no point of this workshop."""
    for point in facts["points"]:
        found = synthesis.find_point(work.transaction, point)
        if found is None or found[0] != work.workshop:
            raise NotFound


def _made(facts: Facts) -> Made | None:
    if (facts["basis"] is None) != (facts["made"] is None):
        raise Malformed(key="made")
    return None if facts["basis"] is None else Made(facts["basis"], facts["made"])


def _move(work: Work, paragraph: Paragraph, move: str) -> Happened:
    status = PARAGRAPH.after(move, paragraph.status)
    drafting.write_paragraph(work.transaction, paragraph.id, status=status)
    payload = {"was": {"status": paragraph.status}, "now": {"status": status}}
    return Happened(paragraph.id, version=paragraph.version, payload=payload)
