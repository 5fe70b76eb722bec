"""Phrases several documents share, made from the programme; it must not know points or notes."""

import re
from collections.abc import Sequence
from datetime import date

from discussion.documents.tree import Meta
from discussion.domain.attribution import STATEMENTS
from discussion.domain.countries import country_name
from discussion.domain.drafting import day_in_words, days_in_words
from discussion.domain.drafting.outcomes import OUTCOMES
from discussion.domain.programme import (
    Host,
    Mandate,
    Programme,
    ProgrammeItem,
    ProgrammePart,
    Workshop,
)
from discussion.domain.publications import DOCUMENTS, EditionStamp, Record

FRAME_LANGUAGE = "en"
"""The language of every sentence made here; a workshop in another language gets English frames."""

SNAPSHOT = "Frozen snapshot of {time}"


def meta(record: Record, stamp: EditionStamp, document: str, title: str, status: str) -> Meta:
    """What is printed round a document and stored in its properties."""
    return meta_of(record.workshop, stamp, document, title, status)


def meta_of(
    workshop: Workshop, stamp: EditionStamp, document: str, title: str, status: str
) -> Meta:
    """The same of a document that is made of no record."""
    programme = workshop.programme
    return Meta(
        document=document,
        title=title,
        symbol=stamp.symbol,
        stamp=stamp.line,
        status=status if stamp.draft else "",
        language=FRAME_LANGUAGE,
        created=stamp.built_at,
        creator=joined([host.name for host in programme.hosts]) or programme.title,
        subject=programme.title,
        draft=stamp.draft,
        rehearsal=workshop.rehearsal,
        snapshot=SNAPSHOT.format(time=stamp.time_words),
    )


def attribution(record: Record) -> list[str]:
    """What the record's policy lets a document name, a sentence for each topic that differs."""
    policies = record.attribution
    topics = [
        (topic, policies.on(topic.id).published) for topic in record.workshop.programme.topics
    ]
    others = [
        f"On topic {topic.number}: {STATEMENTS[level][:1].lower()}{STATEMENTS[level][1:]}"
        for topic, level in topics
        if level != policies.workshop.published
    ]
    return [STATEMENTS[policies.workshop.published], *others]


def document_title(document: str) -> str:
    """``Proceedings``: what a kind of document is called."""
    return DOCUMENTS[document].title


def outcome_title(record: Record) -> str:
    """``Kuala Lumpur Declaration``, or whatever the text is to be; without a city, that alone."""
    title, city = OUTCOMES[record.outcome].title, record.workshop.programme.city
    return f"{city} {title}" if city else title


def event_word(programme: Programme) -> str:
    """``Workshop``: the type of event with a capital, as texts call the event itself."""
    return (programme.type or "workshop").strip().capitalize()


def joined(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, thing: str) -> str:
    """``one table``, ``nine tables``, ``45 tables``: numbers up to ten are words."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {thing}" if number == 1 else f"{word} {thing}s"


def capital(words: str) -> str:
    """The words with a capital at the start."""
    return words[:1].upper() + words[1:]


def place(programme: Programme) -> str:
    """``Kuala Lumpur, Malaysia``, with whatever part of it is known."""
    country = country_name(programme.country) if programme.country else ""
    return ", ".join(filter(None, (programme.city, country)))


def held(programme: Programme) -> str:
    """``held in Kuala Lumpur, Malaysia, on 8–9 July 2025``; "" when nothing is known."""
    where = f" in {place(programme)}" if place(programme) else ""
    when = f" on {days_in_words(programme.dates)}" if programme.dates else ""
    comma = "," if where and when else ""
    return f"held{where}{comma}{when}" if where or when else ""


def hosts_in_full(programme: Programme) -> str:
    """``the Malaysian Social Security Organisation (PERKESO) and SESRIC``."""
    return joined([_host_in_full(host) for host in programme.hosts])


def host_names(programme: Programme) -> str:
    """``PERKESO and SESRIC``."""
    return joined([host.name for host in programme.hosts])


def _host_in_full(host: Host) -> str:
    if not host.full or host.full == host.name:
        return host.name
    return f"{with_article(host.full)} ({host.name})"


def with_article(name: str) -> str:
    """``the Work Plan``; a name that has its article already, or needs none, stays as it is."""
    if re.match(r"(the|a|an|le|la|les|l'|al-)\b", name, re.IGNORECASE) or not name[:1].isascii():
        return name
    return f"the {name}"


def mandate_in_words(mandate: Mandate) -> str:
    """``the Work Plan 2024–2026, adopted by the 4th Meeting ..., held in Marrakech, on ...``."""
    words = with_article(mandate.title)
    if mandate.adopted_by:
        words += f", adopted by {with_article(mandate.adopted_by)}"
    where = f" in {mandate.place}" if mandate.place else ""
    when = f", {_on_days(mandate.dates)}" if mandate.dates else ""
    if not (where or when):
        return words
    return f"{words}{', held' if mandate.adopted_by else ', adopted'}{where}{when}"


def _on_days(days: Sequence[date]) -> str:
    """``on 9 July 2025``, or ``from 29 February to 1 March 2024`` for two months."""
    first, last = min(days), max(days)
    if (first.year, first.month) == (last.year, last.month):
        return f"on {days_in_words(days)}"
    opening = day_in_words(first)
    return f"from {opening.removesuffix(f' {last.year}')} to {day_in_words(last)}"


def next_meeting(programme: Programme) -> str | None:
    """``the next Meeting of the OIC-PESNET`` when a mandate was adopted by a numbered one."""
    for mandate in programme.mandate:
        numbered = re.match(r"(?:the )?\d+(?:st|nd|rd|th) (.+)", mandate.adopted_by or "")
        if numbered:
            return f"the next {numbered.group(1)}"
    return None


def slot(item: ProgrammeItem) -> str:
    """``on 8 July 2025, from 10:30 to 11:30``."""
    return f"on {day_in_words(item.date)}, from {item.start:%H:%M} to {item.end:%H:%M}"


def speaker(part: ProgrammePart | ProgrammeItem) -> str:
    """``H.E. Mdm Zehra, DG of SESRIC (tbc)``: name, function, and whether still unconfirmed."""
    named = ", ".join(filter(None, (part.speaker, part.function)))
    return f"{named} (tbc)" if named and part.tbc else named


def part_in_words(part: ProgrammePart) -> str:
    """``Opening Remarks: H.E. ... (tbc)``, ``MoU signing: PERKESO and ISKUR``."""
    who = "; ".join(filter(None, (speaker(part), joined(part.parties))))
    title = f"{part.title} (tbc)" if part.tbc and not speaker(part) else part.title
    return f"{title}: {who}" if who else title


def items_of(programme: Programme, kind: str, topic: int | None = None) -> list[ProgrammeItem]:
    """The programme's items of one kind, and of one topic when a number is given."""
    return [
        item
        for item in programme.items
        if item.kind == kind and (topic is None or item.topic == topic)
    ]
