"""What a workshop calls for in its declaration: a paragraph for each slot, in its order.

Made of the programme and the points for outputs alone; it must not know what people have made of
it since (``domain.drafting.rebuilding`` compares the two).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from discussion.documents.builders import wording
from discussion.documents.builders.findings import Finding, by_subtopic, findings, of_kinds
from discussion.documents.phrases import framed, phrase, quoted
from discussion.domain.drafting import FRAMES, Frame, frame_of, repeated
from discussion.domain.drafting.markup import escape
from discussion.domain.drafting.openers import joining
from discussion.domain.drafting.paragraphs import Origin, Paragraph
from discussion.domain.drafting.rebuilding import Proposed, basis_of
from discussion.domain.languages import language_of
from discussion.domain.programme import Programme, Topic
from discussion.domain.publications import Record
from discussion.domain.translations import Mark, Said

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
    language: str = ""
    mark: Mark = ""


def paragraphs_called_for(record: Record) -> tuple[Proposed, ...]:
    """Every paragraph called for, in the record's language.

    The same opener in a row says "also", then "further".
    """
    programme, speech = record.workshop.programme, _Speech(record)
    called = [
        *_preamble(record, speech),
        *_general(programme, speech),
        *(one for topic in programme.topics for one in _of_topic(record, topic, speech)),
        *_follow_up(programme, speech),
        *_thanks(programme, speech),
    ]
    return tuple(_spoken(called, speech.language))


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
            language=one.language or language_of(one.words, "en"),
            points=one.points,
            origin=one.origin,
            slot=one.slot,
            made=one.made,
        )
        for number, one in enumerate(proposed)
    )


class _Speech:
    """The sentences of one language about one workshop."""

    def __init__(self, record: Record) -> None:
        self._programme = record.workshop.programme
        self.language = framed(record.written_in)
        self._always = {
            "event": wording.event_of(self._programme, self.language),
            "itself": phrase(self.language, f"itself.{record.outcome}"),
            "of_itself": phrase(self.language, f"of_itself.{record.outcome}"),
        }

    def __call__(self, key: str, **values: object) -> str:
        """The phrase, which may always name the event and the text itself."""
        return phrase(self.language, key, **self._always, **values)

    def titled(self, words: str) -> str:
        """A title of the programme's in quotation marks."""
        return quoted(self.language, wording.own(self._programme, words, self.language))

    def own(self, words: str) -> Said:
        """Words of the programme that stand alone, marked where nobody has translated them."""
        said = self._programme.in_language(words, self.language)
        at_home = self.language == framed(self._programme.language)
        if said is not None or at_home:
            return Said(escape(said or words), "")
        return Said(escape(words), self._programme.language, "to be translated")


def _preamble(record: Record, speech: _Speech) -> Iterator[_Called]:
    programme, language = record.workshop.programme, speech.language
    if programme.hosts:
        hosts = wording.hosts_in_full(programme, language)
        yield _opened("thanks-first", "preamble", speech, "gratitude", hosts=hosts)
    for number, mandate in enumerate(programme.mandate, 1):
        words = escape(wording.mandate_in_words(mandate, programme, language))
        yield _Called(f"mandate-{number}", "preamble", words, speech("opener.mandate"))
    if programme.objectives:
        yield _opened("objectives", "preamble", speech, "objectives")
        for number, aim in enumerate(programme.objectives, 1):
            yield _own(f"objective-{number}", "preamble", speech.own(aim))
    for kind in _PREAMBLE:
        for topic in programme.topics:
            found = of_kinds(findings(record, topic), kind)
            about = speech("about.topic", title=speech.titled(topic.title))
            frame = frame_of(kind, language)
            yield from _carried(f"{kind}@{topic.id}", "preamble", frame, speech, about, found)


def _general(programme: Programme, speech: _Speech) -> Iterator[_Called]:
    if programme.topics:
        yield _opened("topics", "general", speech, "topics")
        for topic in programme.topics:
            yield _own(f"topic@{topic.id}", "general", speech.own(topic.title))
    line = ""
    if programme.mandate:
        title, foreign = programme.mandate[0].title, "mandate.foreign"
        named = wording.in_a_sentence(programme, title, speech.language, foreign=foreign)
        line = speech("resolve.line", mandate=named)
    yield _opened("resolve", "general", speech, "resolve", "secretariat text", line=line)


def _of_topic(record: Record, topic: Topic, speech: _Speech) -> Iterator[_Called]:
    carried = of_kinds(findings(record, topic), *_OPERATIVE)
    for subtopic, group in by_subtopic(topic, carried):
        about = (
            speech("about.subtopic", title=speech.titled(subtopic.title))
            if subtopic
            else speech("about.whole")
        )
        for kind in _OPERATIVE:
            slot = f"{kind}@{subtopic.id if subtopic else topic.id}"
            frame, found = frame_of(kind, speech.language), of_kinds(group, kind)
            yield from _carried(slot, "topic", frame, speech, about, found, topic.id)


def _carried(
    slot: str,
    section: str,
    frame: Frame,
    speech: _Speech,
    about: str,
    found: tuple[Finding, ...],
    topic: str | None = None,
) -> Iterator[_Called]:
    """A chapeau that announces points, and each point below it in its own words."""
    if not found:
        return
    announces = frame.announces(len(found))
    words = escape(speech("announced", announces=announces, about=about))
    yield _Called(slot, section, words, frame.opener, topic, "notes")
    for finding in found:
        point = finding.point
        yield _Called(
            slot=f"{point.id}<{slot}",
            section=section,
            words=escape(finding.said.words),
            topic=topic,
            origin="notes",
            points=(point.id,),
            language=finding.said.language,
            mark=finding.said.mark,
        )


def _follow_up(programme: Programme, speech: _Speech) -> Iterator[_Called]:
    language = speech.language
    signed = [p.parties for item in programme.items for p in item.parts if p.parties]
    if signed:
        between = [
            speech("memoranda.between", parties=wording.joined(parties, language))
            for parties in signed
        ]
        words = escape(speech("memoranda", pairs=wording.joined(between, language)))
        remark = f"{words} [{escape(speech('memoranda.unsure'))}]"
        yield _Called("memoranda", "follow_up", remark, speech("opener.memoranda"))
    hosts = wording.host_names(programme, language) or speech("organisers")
    meeting = wording.next_meeting(programme, language)
    invited = [wording.own(programme, one, language) for one in programme.invited_international]
    told = {
        "support": {"invited": wording.joined(invited, language)},
        "circulation": {"organisers": hosts},
        "report": {"meeting": meeting or ""},
    }
    for key, values in told.items():
        if all(values.values()):
            yield _opened(key, "follow_up", speech, key, "secretariat text", **values)


def _thanks(programme: Programme, speech: _Speech) -> Iterator[_Called]:
    country = wording.country(programme, speech.language)
    government = speech("thanks.government", country=country) if country else ""
    hosts = wording.hosts_in_full(programme, speech.language)
    both = government and hosts
    thanked = speech("thanks.both", government=government, hosts=hosts) if both else ""
    thanked = thanked or government or hosts
    if thanked:
        yield _opened("thanks", "thanks", speech, "thanks", thanked=thanked)


def _opened(
    slot: str,
    section: str,
    speech: _Speech,
    key: str,
    origin: Origin = "programme",
    **values: object,
) -> _Called:
    """A paragraph made of the phrase of that key and its opener."""
    words = escape(speech(key, **values))
    return _Called(slot, section, words, speech(f"opener.{key}"), origin=origin)


def _own(slot: str, section: str, said: Said) -> _Called:
    """A sub-paragraph in words of the programme."""
    return _Called(slot, section, said.words, language=said.language, mark=said.mark)


def _spoken(called: Iterable[_Called], language: str) -> Iterator[Proposed]:
    """Each with its opener; they count anew in each section."""
    place, last, times = ("", None), "", 0  # type: tuple[str, str | None], str, int
    for number, one in enumerate(called):
        if (one.section, one.topic) != place:
            place, last = (one.section, one.topic), ""
        if one.opener:
            times = times + 1 if one.opener == last else 0
            last = one.opener
        opener = joining(repeated(one.opener, times, language), language, first=number == 0)
        yield Proposed(
            slot=one.slot,
            section=one.section,
            topic=one.topic,
            level=0 if one.opener else 1,
            words=_begun(opener, one.words) if one.opener else one.words,
            basis=basis_of(_begun(one.opener, one.words), one.points),
            origin=one.origin,
            points=one.points,
            language=one.language,
            mark=one.mark,
        )


def _begun(opener: str, words: str) -> str:
    return f"*{opener}* {words}"
