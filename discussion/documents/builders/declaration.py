"""The draft declaration, from its paragraphs; it must not know any file format.

Its order is that of the OIC family: cover, opening formula, preamble, operative paragraphs
numbered through, thanks, adoption line. How they are punctuated the record's profile says.
"""

from collections.abc import Sequence
from datetime import date

from discussion.documents.builders import wording
from discussion.documents.builders.called_for import as_if_kept, paragraphs_called_for
from discussion.documents.builders.cover import cover, with_hijri
from discussion.documents.builders.drafted import Draft, Kept
from discussion.documents.builders.paragraphs import end_of
from discussion.documents.phrases import hijri_in_words, phrase
from discussion.documents.tree import (
    PROGRAMME,
    SECRETARIAT,
    Document,
    Editorial,
    Emphasis,
    Inline,
    ListItem,
    Paragraph,
    Strong,
    Text,
    letters,
)
from discussion.domain.drafting.dates import on_days
from discussion.domain.drafting.outcomes import OUTCOMES
from discussion.domain.drafting.paragraphs import SECTIONS, in_order
from discussion.domain.drafting.rebuilding import Proposed
from discussion.domain.programme import Programme
from discussion.domain.publications import EditionStamp, Record


def build_declaration(record: Record, stamp: EditionStamp) -> Document:
    """The draft declaration: the paragraphs people have written, or those the points call for.

    An end mark is added only where there is none; of the words nothing else is changed but the
    form of a known opening ("Recommend", "Recommends").
    """
    programme, called = record.workshop.programme, paragraphs_called_for(record)
    draft = Draft(record, {one.slot: one for one in called})
    title, chair_s = wording.outcome_title(record), OUTCOMES[record.outcome].past
    status = draft.say("status.summary" if chair_s else "status")
    named = draft.say("draft", title=title) if stamp.draft else title
    hijri = _hijri(draft, programme.dates, record.profile.hijri_dates)
    draft.blocks.append(cover(programme, stamp, named, status, draft.language, hijri=hijri))
    _opening(draft, programme)
    _paragraphs(draft, _standing(record, called))
    _adoption(draft, programme, stamp)
    return Document(wording.meta(record, stamp, "declaration", title, status), draft.finished())


def paragraphs_of_points(document: Document) -> dict[str, str]:
    """Where each point stands in a declaration: point id -> ``OP-12(a)``."""
    places: dict[str, str] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph | ListItem):
            places |= {s.point: block.anchor for s in block.sources if s.point}
    return places


def section_number(number: int, language: str) -> str:
    """What a section counted from 0 is headed by: ``A``, in Arabic ``أولاً``."""
    ordinals = phrase(language, "section.ordinals").split()
    return ordinals[number] if number < len(ordinals) else section_letter(number)


def section_letter(number: int) -> str:
    """The letter of a section counted from 0: A to Z, then AA."""
    return letters(number + 1)[1:-1].upper()


def _standing(record: Record, called: tuple[Proposed, ...]) -> tuple[Kept, ...]:
    kept = record.paragraphs or as_if_kept(called)
    return in_order(kept, [topic.id for topic in record.workshop.programme.topics])


def _opening(draft: Draft, programme: Programme) -> None:
    speaker, words = _formula(draft, programme)
    content: tuple[Inline, ...] = (Strong((Text(speaker),)), Text(words))
    place = draft.say("place.opening")
    draft.blocks.append(Paragraph(content, "opening", PROGRAMME, "opening", place=place))


def _formula(draft: Draft, programme: Programme) -> tuple[str, str]:
    """Who speaks, and what they say of the event they speak at."""
    language, profile = draft.language, draft.profile
    event, title = wording.event_of(programme, language), wording.titled(programme, language)
    if OUTCOMES[draft.record.outcome].past:
        known = wording.where_and_when(programme, language)
        told = draft.say("opening.summary", event=event, title=title, where_when=_after(known))
        return draft.say("opening.summary.who", event=event), told
    held = wording.held(programme, language)
    held = draft.say("opening.held", held=held) if held else ""
    we = profile.voice == "we"
    key, end = "opening.we" if we else "opening.workshop", end_of(profile.opening_end, language)
    words = draft.say(key, event=event, title=title, held=held, end=end)
    if we:
        return profile.in_language("opening", language), words
    return draft.say("opening.workshop.who", event=event), words


def _after(words: str) -> str:
    return f" {words}" if words else ""


def _paragraphs(draft: Draft, kept: tuple[Kept, ...]) -> None:
    sections = {name: tuple(p for p in kept if p.section == name) for name in SECTIONS}
    draft.preamble(sections["preamble"])
    if words := draft.profile.in_language("hereby", draft.language):
        hereby = (Strong((Text(words),)),)
        draft.blocks.append(Paragraph(hereby, "hereby", SECRETARIAT, "opening"))
    topics = draft.record.workshop.programme.topics
    by_topic = [tuple(p for p in sections["topic"] if p.topic == topic.id) for topic in topics]
    draft.count((sections["general"], *by_topic, sections["follow_up"], sections["thanks"]))
    if sections["general"]:
        draft.section(draft.say("section.general"), "general")
        draft.operate(sections["general"])
    for number, (topic, mine) in enumerate(zip(topics, by_topic, strict=True)):
        title = wording.own(draft.record.workshop.programme, topic.title, draft.language)
        _section(draft, title, mine, number)
    for number, name in enumerate(("follow_up", "thanks"), len(topics)):
        if sections[name]:
            title = draft.say(f"section.{name}")
            _section(draft, title, sections[name], number)


def _section(draft: Draft, title: str, kept: tuple[Kept, ...], number: int) -> None:
    anchor = f"section-{section_letter(number)}"
    draft.section(title, anchor, section_number(number, draft.language))
    if not kept:
        draft.note(draft.say("section.empty"), f"{anchor}-empty")
    draft.operate(kept)


def _adoption(draft: Draft, programme: Programme, stamp: EditionStamp) -> None:
    outcome, language = draft.record.outcome, draft.language
    last = programme.dates and (max(programme.dates),)
    hijri = _hijri(draft, last, draft.profile.hijri_adopted)
    when = with_hijri(on_days(last, language), hijri)
    known = wording.where_and_when(programme, language, when=when)
    words = f"{draft.say(f'adopted.{outcome}')}{_after(known)}"
    said: tuple[Inline, ...] = (Text(words),)
    content = said if language == "ar" else (Emphasis(said),)  # Arabic has no slanted letters
    if stamp.draft:
        due = "adopted.due.summary" if OUTCOMES[outcome].past else "adopted.due"
        content = (*content, Text(" "), Editorial(draft.say(due)))
    place = draft.say("place.adoption")
    draft.blocks.append(Paragraph(content, "adoption", PROGRAMME, "adoption", place=place))


def _hijri(draft: Draft, days: Sequence[date], observed: str) -> str:
    """The days by the Hijri calendar where the profile asks for them; as observed, if it says."""
    return (observed or hijri_in_words(days, draft.language)) if draft.profile.hijri else ""
