"""The draft declaration, from its paragraphs; it must not know any file format.

Its order is that of the OIC family: cover, opening formula, preamble, operative paragraphs
numbered through, thanks, adoption line. How they are punctuated the record's profile says.
"""

from discussion.documents.builders import wording
from discussion.documents.builders.called_for import as_if_kept, paragraphs_called_for
from discussion.documents.builders.cover import cover
from discussion.documents.builders.drafted import Draft, Kept
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
from discussion.domain.drafting import day_in_words
from discussion.domain.drafting.outcomes import OUTCOMES
from discussion.domain.drafting.paragraphs import SECTIONS, in_order
from discussion.domain.programme import Programme
from discussion.domain.publications import EditionStamp, Record

STATUS = "Not agreed. Working text for delegations; no one is bound by it."

CHAIR_S = "Not negotiated. Issued on the responsibility of the Chair; it binds no one."


def build_declaration(record: Record, stamp: EditionStamp) -> Document:
    """The draft declaration: the paragraphs people have written, or those the points call for.

    An end mark is added only where there is none; of the words nothing else is changed but the
    form of a known opening ("Recommend", "Recommends").
    """
    programme = record.workshop.programme
    title, outcome = wording.outcome_title(record), OUTCOMES[record.outcome]
    draft, status = Draft(record), CHAIR_S if outcome.past else STATUS
    draft.blocks.append(cover(programme, stamp, f"DRAFT {title}" if stamp.draft else title, status))
    _opening(draft, programme)
    _paragraphs(draft, _standing(record))
    _adoption(draft, programme, stamp, "Issued by the Chair" if outcome.past else "Adopted")
    return Document(wording.meta(record, stamp, "declaration", title, status), draft.finished())


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


def _standing(record: Record) -> tuple[Kept, ...]:
    kept = record.paragraphs or as_if_kept(paragraphs_called_for(record))
    return in_order(kept, [topic.id for topic in record.workshop.programme.topics])


def _opening(draft: Draft, programme: Programme) -> None:
    speaker, words = _formula(draft, programme)
    content: tuple[Inline, ...] = (Strong((Text(speaker),)), Text(words))
    draft.blocks.append(Paragraph(content, "opening", PROGRAMME, "opening", place="Opening"))


def _formula(draft: Draft, programme: Programme) -> tuple[str, str]:
    """Who speaks, and what they say of the event they speak at."""
    event, when, profile = wording.event_word(programme), wording.held(programme), draft.profile
    about = f"on “{programme.title}”"
    if OUTCOMES[draft.record.outcome].past:
        return f"The {event}", f" {about}{f' was {when}' if when else ' was held'}."
    named = f"{about}{f', {when}' if when else ''}{profile.opening_end}"
    if profile.voice == "we":
        return profile.opening, f" of the {event} {named}"
    return f"The {event}", f" {named}"


def _paragraphs(draft: Draft, kept: tuple[Kept, ...]) -> None:
    sections = {name: tuple(p for p in kept if p.section == name) for name in SECTIONS}
    draft.preamble(sections["preamble"])
    if draft.profile.hereby:
        hereby = (Strong((Text(draft.profile.hereby),)),)
        draft.blocks.append(Paragraph(hereby, "hereby", SECRETARIAT, "opening"))
    topics = draft.record.workshop.programme.topics
    by_topic = [tuple(p for p in sections["topic"] if p.topic == topic.id) for topic in topics]
    draft.count((sections["general"], *by_topic, sections["follow_up"], sections["thanks"]))
    if sections["general"]:
        draft.section(SECTIONS["general"], "general")
        draft.operate(sections["general"])
    for number, (topic, mine) in enumerate(zip(topics, by_topic, strict=True)):
        _section(draft, topic.title, mine, section_letter(number))
    for number, name in enumerate(("follow_up", "thanks"), len(topics)):
        if sections[name]:
            _section(draft, SECTIONS[name], sections[name], section_letter(number))


def _section(draft: Draft, title: str, kept: tuple[Kept, ...], letter: str) -> None:
    draft.section(title, f"section-{letter}", letter)
    if not kept:
        none = "No paragraph yet: no recommendation, commitment or factor of success is confirmed"
        draft.note(f"{none} on this topic.", f"section-{letter}-empty")
    draft.operate(kept)


def _adoption(draft: Draft, programme: Programme, stamp: EditionStamp, done: str) -> None:
    where = f" in {wording.place(programme)}" if wording.place(programme) else ""
    when = f" on {day_in_words(max(programme.dates))}" if programme.dates else ""
    words = f"{done}{where}{',' if where and when else ''}{when}"
    content: tuple[Inline, ...] = (Emphasis((Text(words),)),)
    if stamp.draft:
        when_due = "upon adoption" if done == "Adopted" else "not issued yet"
        content = (*content, Text(" "), Editorial(when_due))
    draft.blocks.append(Paragraph(content, "adoption", PROGRAMME, "adoption", place="Adoption"))
