"""What a workshop calls for in its declaration: a paragraph for each slot, in its order.

Made of the programme and the points for outputs alone; it must not know what people have made of
it since (``domain.drafting.rebuilding`` compares the two).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from discussion.documents.builders import wording
from discussion.documents.builders.findings import Finding, by_subtopic, findings, of_kinds
from discussion.domain.drafting import FRAMES, Frame, repeated
from discussion.domain.drafting.markup import escape
from discussion.domain.drafting.outcomes import OUTCOMES
from discussion.domain.drafting.paragraphs import Origin, Paragraph
from discussion.domain.drafting.rebuilding import Proposed, basis_of
from discussion.domain.languages import language_of
from discussion.domain.programme import Programme, Topic
from discussion.domain.publications import Record

_PREAMBLE = tuple(kind for kind, frame in FRAMES.items() if frame.part == "preamble")
_OPERATIVE = tuple(kind for kind, frame in FRAMES.items() if frame.part == "operative")


@dataclass(frozen=True)
class _Called:
    """One paragraph before it is known how often its opener was used just before."""

    slot: str
    section: str
    words: str  # that follow the opener; markup
    opener: str = ""  # "": a sub-paragraph
    topic: str | None = None
    origin: Origin = "programme"
    points: tuple[str, ...] = ()


def paragraphs_called_for(record: Record) -> tuple[Proposed, ...]:
    """Every paragraph called for; the same opener in a row says "also", then "further"."""
    programme = record.workshop.programme
    called = [
        *_preamble(record),
        *_general(programme),
        *(one for topic in programme.topics for one in _of_topic(record, topic)),
        *_follow_up(programme, OUTCOMES[record.outcome].itself),
        *_thanks(programme),
    ]
    return tuple(_spoken(called))


def as_if_kept(proposed: Iterable[Proposed]) -> tuple[Paragraph, ...]:
    """The paragraphs as they would be, had they been taken over just now."""
    return tuple(
        Paragraph(
            id=one.slot,
            section=one.section,
            topic=one.topic,
            level=one.level,
            position=f"{number:05}",
            text=one.words,
            version=0,
            language=language_of(one.words, "en"),
            points=one.points,
            origin=one.origin,
            slot=one.slot,
            made=one.made,
        )
        for number, one in enumerate(proposed)
    )


def _preamble(record: Record) -> Iterator[_Called]:
    programme = record.workshop.programme
    event = wording.event_word(programme)
    if programme.hosts:
        thanks = f"{wording.hosts_in_full(programme)} for organising the {event}"
        yield _opened("thanks-first", "preamble", "Expressing our gratitude to", thanks)
    for number, mandate in enumerate(programme.mandate, 1):
        words = wording.mandate_in_words(mandate)
        yield _opened(f"mandate-{number}", "preamble", "Recalling", words)
    if programme.objectives:
        words = f"the following objectives of the {event}:"
        yield _opened("objectives", "preamble", "Guided by", words)
        for number, aim in enumerate(programme.objectives, 1):
            yield _Called(f"objective-{number}", "preamble", escape(aim))
    for kind in _PREAMBLE:
        for topic in programme.topics:
            found = of_kinds(findings(record, topic), kind)
            about = f"on “{topic.title}”"
            yield from _carried(f"{kind}@{topic.id}", "preamble", FRAMES[kind], about, found)


def _general(programme: Programme) -> Iterator[_Called]:
    event = wording.event_word(programme)
    if programme.topics:
        words = "the presentations and group discussions on the following topics:"
        yield _opened("topics", "general", "Take note of", words)
        for topic in programme.topics:
            yield _Called(f"topic@{topic.id}", "general", escape(topic.title))
    frame = programme.mandate[0].title if programme.mandate else ""
    line = f", in line with {wording.with_article(frame)}" if frame else ""
    words = f"the resolve of participants to pursue the objectives of the {event}{line}"
    yield _opened("resolve", "general", "Affirm", words, origin="secretariat text")


def _of_topic(record: Record, topic: Topic) -> Iterator[_Called]:
    carried = of_kinds(findings(record, topic), *_OPERATIVE)
    for subtopic, group in by_subtopic(topic, carried):
        title = f"“{subtopic.title}”" if subtopic else "this topic as a whole"
        for kind in _OPERATIVE:
            slot = f"{kind}@{subtopic.id if subtopic else topic.id}"
            about, found = f"with regard to {title}", of_kinds(group, kind)
            yield from _carried(slot, "topic", FRAMES[kind], about, found, topic.id)


def _carried(
    slot: str,
    section: str,
    frame: Frame,
    about: str,
    found: tuple[Finding, ...],
    topic: str | None = None,
) -> Iterator[_Called]:
    """A chapeau that announces points, and each point below it in its own words."""
    if not found:
        return
    words = f"{frame.announces} {about}:"
    yield _opened(slot, section, frame.opener, words, topic=topic, origin="notes")
    for finding in found:
        point = finding.point
        yield _Called(
            slot=f"{point.id}<{slot}",
            section=section,
            words=escape(point.statement),
            topic=topic,
            origin="notes",
            points=(point.id,),
        )


def _follow_up(programme: Programme, itself: str) -> Iterator[_Called]:
    event = wording.event_word(programme)
    signed = [p.parties for item in programme.items for p in item.parts if p.parties]
    if signed:
        pairs = wording.joined([f"between {wording.joined(parties)}" for parties in signed])
        words = escape(f"the memoranda of understanding signed at the {event} {pairs}")
        remark = f"{words} [signature to be confirmed]"
        yield _Called("memoranda", "follow_up", remark, "Welcome")
    told: list[tuple[str, str, str]] = []
    if programme.invited_international:
        invited = wording.joined(programme.invited_international)
        words = f"{invited} to support, within their mandates, the follow-up to {itself}"
        told.append(("support", "Invite", words))
    organisers = wording.host_names(programme) or "the organisers"
    words = f"{organisers} to circulate {itself} and the proceedings of the {event}"
    told.append(("circulation", "Request", f"{words} to all participants"))
    meeting = wording.next_meeting(programme)
    if meeting:
        words = f"that the follow-up to {itself} be reported to {meeting}"
        told.append(("report", "Request", words))
    for slot, opener, words in told:
        yield _opened(slot, "follow_up", opener, words, origin="secretariat text")


def _thanks(programme: Programme) -> Iterator[_Called]:
    country = wording.place(programme).rpartition(", ")[2] if programme.country else ""
    thanked = [f"the Government and people of {country}"] if country else []
    thanked += [wording.hosts_in_full(programme)] if programme.hosts else []
    if thanked:
        event = wording.event_word(programme)
        words = f"{', and to '.join(thanked)}, for the welcome given to the {event}"
        yield _opened("thanks", "thanks", "Express our gratitude to", words)


def _opened(
    slot: str,
    section: str,
    opener: str,
    words: str,
    *,
    topic: str | None = None,
    origin: Origin = "programme",
) -> _Called:
    return _Called(slot, section, escape(words), opener, topic, origin)


def _spoken(called: Iterable[_Called]) -> Iterator[Proposed]:
    """Each with its opener; they count anew in each section."""
    place, last, times = ("", None), "", 0  # type: tuple[str, str | None], str, int
    for one in called:
        if (one.section, one.topic) != place:
            place, last = (one.section, one.topic), ""
        if one.opener:
            times = times + 1 if one.opener == last else 0
            last = one.opener
        yield Proposed(
            slot=one.slot,
            section=one.section,
            topic=one.topic,
            level=0 if one.opener else 1,
            words=_begun(repeated(one.opener, times), one.words) if one.opener else one.words,
            basis=basis_of(_begun(one.opener, one.words), one.points),
            origin=one.origin,
            points=one.points,
        )


def _begun(opener: str, words: str) -> str:
    return f"*{opener}* {words}"
