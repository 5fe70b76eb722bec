"""The draft declaration, from the record's points; it must not know any file format.

Order and punctuation follow the OIC family's practice: cover, opening formula, preamble ending
in semicolons, operative paragraphs numbered through, thanks, adoption line.
"""

from collections.abc import Iterable

from discussion.documents.builders import wording
from discussion.documents.builders.cover import cover
from discussion.documents.builders.findings import Finding, by_subtopic, findings, of_kinds
from discussion.documents.builders.paragraphs import Draft, Item
from discussion.documents.tree import (
    PROGRAMME,
    SECRETARIAT,
    Document,
    Editorial,
    Emphasis,
    Inline,
    ListItem,
    Paragraph,
    Source,
    Strong,
    Text,
    letters,
)
from discussion.domain.drafting import FRAMES, OIC, Frame, day_in_words
from discussion.domain.programme import Programme, Subtopic, Topic
from discussion.domain.publications import EditionStamp, Record

STATUS = "Not agreed. Working text for delegations; no one is bound by it."


def build_declaration(record: Record, stamp: EditionStamp) -> Document:
    """The draft declaration of the record, every statement in its tables' own words.

    Frames of one table ("Recommend the following ...:") carry the statements; nothing of a
    statement is changed, an end mark is added only where it has none.
    """
    programme = record.workshop.programme
    title = wording.document_title(programme, "declaration")
    found = {topic.id: findings(record, topic) for topic in programme.topics}
    draft = Draft()
    draft.blocks.append(cover(programme, stamp, f"DRAFT {title}" if stamp.draft else title, STATUS))
    _opening(draft, programme)
    _preamble(draft, programme, found)
    _general(draft, programme)
    for index, topic in enumerate(programme.topics):
        _topic(draft, topic, found[topic.id], section_letter(index))
    _follow_up(draft, programme, section_letter(len(programme.topics)))
    _thanks(draft, programme, section_letter(len(programme.topics) + 1))
    _adoption(draft, programme, stamp)
    return Document(
        wording.meta(record, stamp, "declaration", title, STATUS),
        draft.with_one_full_stop(),
    )


def paragraphs_of_points(document: Document) -> dict[str, str]:
    """Where each point stands in a declaration: point id -> ``OP-12(a)``."""
    places: dict[str, str] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph | ListItem):
            places |= {s.point: block.anchor for s in block.sources if s.point}
    return places


def section_letter(number: int) -> str:
    """The letter of a section counted from 0: A to Z, then AA."""
    return letters(number + 1)[1:-1].upper()


def _opening(draft: Draft, programme: Programme) -> None:
    event = wording.event_word(programme)
    when = wording.held(programme)
    words = f" of the {event} on “{programme.title}”{f', {when}' if when else ''}{OIC.opening_end}"
    content: tuple[Inline, ...] = (Strong((Text("We, the participants"),)), Text(words))
    draft.blocks.append(Paragraph(content, "opening", PROGRAMME, "opening", place="Opening"))


def _preamble(draft: Draft, programme: Programme, found: dict[str, tuple[Finding, ...]]) -> None:
    event = wording.event_word(programme)
    if programme.hosts:
        thanks = f"to {wording.hosts_in_full(programme)} for organising the {event}"
        draft.preamble("Expressing our gratitude", thanks, PROGRAMME)
    for mandate in programme.mandate:
        draft.preamble("Recalling", wording.mandate_in_words(mandate), PROGRAMME)
    if programme.objectives:
        aims = tuple(Item((Text(aim),), PROGRAMME) for aim in programme.objectives)
        words = f"the following objectives of the {event}"
        draft.preamble("Guided by", words, PROGRAMME, aims)
    for kind, frame in FRAMES.items():
        if frame.part == "preamble":
            for topic in programme.topics:
                _context(draft, topic, frame, of_kinds(found[topic.id], kind))
    if OIC.hereby:
        hereby = (Strong((Text(OIC.hereby),)),)
        draft.blocks.append(Paragraph(hereby, "hereby", SECRETARIAT, "opening"))


def _context(draft: Draft, topic: Topic, frame: Frame, found: tuple[Finding, ...]) -> None:
    if found:
        words = f"{frame.announces} on “{topic.title}”"
        draft.preamble(frame.opener, words, _all(found), _items(found))


def _general(draft: Draft, programme: Programme) -> None:
    draft.section("General", "general")
    event = wording.event_word(programme)
    topics = tuple(Item((Text(topic.title),), PROGRAMME) for topic in programme.topics)
    if topics:
        words = "the presentations and group discussions on the following topics"
        draft.operate("Take note of", words, PROGRAMME, topics)
    frame = programme.mandate[0].title if programme.mandate else ""
    line = f", in line with {wording.with_article(frame)}" if frame else ""
    words = f"our resolve to pursue the objectives of the {event}{line}"
    draft.operate("Affirm", words, SECRETARIAT)


def _topic(draft: Draft, topic: Topic, found: tuple[Finding, ...], letter: str) -> None:
    draft.section(topic.title, f"section-{letter}", letter)
    kinds = [kind for kind, frame in FRAMES.items() if frame.part == "operative"]
    carried = of_kinds(found, *kinds)
    if not carried:
        none = "No paragraph yet: no recommendation, commitment or factor of success is confirmed"
        draft.note(f"{none} on this topic.", f"section-{letter}-empty")
    for subtopic, group in by_subtopic(topic, carried):
        for kind in kinds:
            _operative(draft, subtopic, FRAMES[kind], of_kinds(group, kind))


def _operative(
    draft: Draft, subtopic: Subtopic | None, frame: Frame, found: tuple[Finding, ...]
) -> None:
    if found:
        about = f"“{subtopic.title}”" if subtopic else "this topic as a whole"
        words = f"{frame.announces} with regard to {about}"
        draft.operate(frame.opener, words, _all(found), _items(found))


def _follow_up(draft: Draft, programme: Programme, letter: str) -> None:
    draft.section("Partnership and follow-up", f"section-{letter}", letter)
    event = wording.event_word(programme)
    signed = [p.parties for item in programme.items for p in item.parts if p.parties]
    if signed:
        pairs = wording.joined([f"between {wording.joined(parties)}" for parties in signed])
        words = f"the memoranda of understanding signed at the {event} {pairs}"
        remark = "signature to be confirmed"
        draft.operate("Welcome", words, PROGRAMME, remark=remark)
    if programme.invited_international:
        invited = wording.joined(programme.invited_international)
        words = f"{invited} to support, within their mandates, the follow-up to this Declaration"
        draft.operate("Invite", words, SECRETARIAT)
    organisers = wording.host_names(programme) or "the organisers"
    words = f"{organisers} to circulate this Declaration and the proceedings of the {event}"
    draft.operate("Request", f"{words} to all participants", SECRETARIAT)
    meeting = wording.next_meeting(programme)
    if meeting:
        words = f"that the follow-up to this Declaration be reported to {meeting}"
        draft.operate("Request", words, SECRETARIAT)


def _thanks(draft: Draft, programme: Programme, letter: str) -> None:
    country = wording.place(programme).rpartition(", ")[2] if programme.country else ""
    thanked = [f"the Government and people of {country}"] if country else []
    thanked += [wording.hosts_in_full(programme)] if programme.hosts else []
    if thanked:
        draft.section("Thanks", f"section-{letter}", letter)
        event = wording.event_word(programme)
        words = f"to {', and to '.join(thanked)}, for the welcome given to the {event}"
        draft.operate("Express our gratitude", words, PROGRAMME)


def _adoption(draft: Draft, programme: Programme, stamp: EditionStamp) -> None:
    where = f" in {wording.place(programme)}" if wording.place(programme) else ""
    when = f" on {day_in_words(max(programme.dates))}" if programme.dates else ""
    words = f"Adopted{where}{',' if where and when else ''}{when}"
    content: tuple[Inline, ...] = (Emphasis((Text(words),)),)
    if stamp.draft:
        content = (*content, Text(" "), Editorial("upon adoption"))
    draft.blocks.append(Paragraph(content, "adoption", PROGRAMME, "adoption", place="Adoption"))


def _all(found: Iterable[Finding]) -> tuple[Source, ...]:
    return tuple(source for finding in found for source in finding.sources)


def _items(found: tuple[Finding, ...]) -> tuple[Item, ...]:
    return tuple(Item(finding.statement, finding.sources, _raised(finding)) for finding in found)


def _raised(finding: Finding) -> str:
    """How widely it was raised, for the draft's margin; never words of the declaration."""
    if not finding.raising:
        return "secretariat text"
    return f"{finding.raising} of {finding.discussing} tables"
