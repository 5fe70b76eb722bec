"""Phrases several documents share, made from the programme; it must not know points or notes.

Each is in the language asked for; the programme's own words are where its file has them in it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from discussion.documents import phrases
from discussion.documents.phrases import phrase, quoted
from discussion.documents.tree import Meta, Numbering, items_in
from discussion.domain.attribution import STATEMENTS
from discussion.domain.drafting.dates import on_days
from discussion.domain.programme import (
    Host,
    Mandate,
    Programme,
    ProgrammeItem,
    ProgrammePart,
    Workshop,
)
from discussion.domain.publications import WORKING_COPY, EditionStamp, Record


def meta(record: Record, stamp: EditionStamp, document: str, title: str, status: str) -> Meta:
    """What is printed round a document and stored in its properties."""
    made = meta_of(record.workshop, stamp, document, title, status, record.written_in)
    form = record.profile.numbers
    if document != "declaration" or not form:
        return made
    return replace(made, numbering=replace(made.numbering, paragraphs=form))


def meta_of(
    workshop: Workshop,
    stamp: EditionStamp,
    document: str,
    title: str,
    status: str,
    language: str,
) -> Meta:
    """The same of a document that is made of no record."""
    programme, language = workshop.programme, phrases.framed(language)
    named = own(programme, programme.title, language)
    return Meta(
        document=document,
        title=title,
        symbol=stamp.symbol,
        stamp=stamp_line(stamp, language),
        status=status if stamp.draft else "",
        language=language,
        created=stamp.built_at,
        creator=joined([host.name for host in programme.hosts], language) or named,
        subject=named,
        draft=stamp.draft,
        rehearsal=workshop.rehearsal,
        snapshot=phrase(language, "snapshot", time=stamp_time(stamp, language)),
        numbering=Numbering(items=items_in(language)),
    )


def stamp_line(stamp: EditionStamp, language: str) -> str:
    """``DRAFT · ZERO · 08.07.2025 18:30 (Kuala Lumpur time)``; a final text has none."""
    time = stamp_time(stamp, language)
    told = label(stamp, language)
    return phrase(language, "stamp", label=told, time=time) if stamp.draft else ""


def label(stamp: EditionStamp, language: str) -> str:
    """``ZERO``, ``REV.1``: the same in every language, but for words."""
    return phrase(language, "working") if stamp.label == WORKING_COPY else stamp.label


def stamp_time(stamp: EditionStamp, language: str) -> str:
    """``08.07.2025 18:30 (Kuala Lumpur time)``, as working papers are stamped."""
    local = stamp.built_at.astimezone(ZoneInfo(stamp.zone))
    place = phrases.city(language, stamp.zone.rpartition("/")[2].replace("_", " "))
    key = "zone" if "/" in stamp.zone else "zone.plain"
    return phrase(language, key, time=f"{local:%d.%m.%Y %H:%M}", place=place)


def attribution(record: Record) -> list[str]:
    """What the record's policy lets a document name, a sentence for each topic that differs."""
    policies, language = record.attribution, record.written_in
    said = {level: phrase(language, f"attribution.{level}") for level in STATEMENTS}
    usual = policies.workshop.published
    others = [
        phrase(language, "attribution.on_topic", number=topic.number, rule=_inside(said[level]))
        for topic in record.workshop.programme.topics
        for level in (policies.on(topic.id).published,)
        if level != usual
    ]
    return [said[usual], *others]


def own(programme: Programme, words: str, language: str) -> str:
    """Words of the programme as its file has them in a language, else as they are."""
    return programme.in_language(words, language) or words


def document_title(document: str, language: str) -> str:
    """``Proceedings``: what a kind of document is called."""
    return phrase(language, f"title.{document}")


def outcome_title(record: Record) -> str:
    """``Kuala Lumpur Declaration``, or whatever the text is to be; without a city, that alone."""
    language, key = record.written_in, f"title.{record.outcome}"
    town = city(record.workshop.programme, language)
    return phrase(language, f"{key}.city", city=town) if town else phrase(language, key)


def event_of(programme: Programme, language: str) -> phrases.Event:
    """The event with the forms that sentences need."""
    return phrases.event(language, programme.type)


def titled(programme: Programme, language: str) -> str:
    """``“Empowering Job Seekers”``: the event's title in quotation marks."""
    return quoted(language, own(programme, programme.title, language))


def joined(parts: Sequence[str], language: str) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return phrases.joined(language, parts)


def city(programme: Programme, language: str) -> phrases.Place | None:
    """The city with the forms that sentences need."""
    name = programme.city
    return phrases.city(language, own(programme, name, language)) if name else None


def country(programme: Programme, language: str) -> phrases.Place | None:
    """The host country likewise."""
    return phrases.country(language, programme.country) if programme.country else None


def place(programme: Programme, language: str) -> str:
    """``Kuala Lumpur, Malaysia``, with whatever part of it is known."""
    town, state = city(programme, language), country(programme, language)
    if town and state:
        return phrase(language, "place.both", city=town, country=state)
    known = town or state
    return known.bare if known else ""


def where_and_when(programme: Programme, language: str, *, when: str = "") -> str:
    """``in Kuala Lumpur, Malaysia, on 8–9 July 2025``; "" when nothing is known."""
    days = when or on_days(programme.dates, language)
    return _joined_place(where(programme, language), days, language)


def where(programme: Programme, language: str) -> str:
    """``in Kuala Lumpur, Malaysia``, with whatever part of it is known."""
    town, state = city(programme, language), country(programme, language)
    if town and state:
        return phrase(language, "in.both", city=town, country=state)
    known = town or state
    return known.at if known else ""


def held(programme: Programme, language: str) -> str:
    """``held in Kuala Lumpur, Malaysia, on 8–9 July 2025``; "" when nothing is known."""
    known, event = where_and_when(programme, language), event_of(programme, language)
    return phrase(language, "held", event=event, where_when=known) if known else ""


def hosts_in_full(programme: Programme, language: str) -> str:
    """``the Malaysian Social Security Organisation (PERKESO) and SESRIC``."""
    return joined([_host_in_full(programme, host, language) for host in programme.hosts], language)


def host_names(programme: Programme, language: str) -> str:
    """``PERKESO and SESRIC``; in the middle of a sentence."""
    return joined([own(programme, host.name, language) for host in programme.hosts], language)


def with_article(name: str) -> str:
    """``the Work Plan``; a name that has its article already, or needs none, stays as it is."""
    if re.match(r"(the|a|an|le|la|les|l'|al-)\b", name, re.IGNORECASE) or not name[:1].isascii():
        return name
    return f"the {name}"


def in_a_sentence(programme: Programme, words: str, language: str, *, foreign: str = "") -> str:
    """A name with its article, or as the foreign name it is; ``foreign``: the phrase round that."""
    said = programme.in_language(words, language)
    if language == "en":
        return with_article(said or words)
    name = said or quoted(language, words)
    return phrase(language, foreign, title=name) if foreign and said is None else name


def mandate_in_words(mandate: Mandate, programme: Programme, language: str) -> str:
    """``the Work Plan 2024–2026, adopted by the 4th Meeting ..., held in Marrakech, on ...``."""
    title, body = mandate.title, mandate.adopted_by
    title = in_a_sentence(programme, title, language, foreign="mandate.foreign")
    body = body and in_a_sentence(programme, body, language)
    at = mandate.place and own(programme, mandate.place, language)
    where = phrase(language, "in.named", place=at) if at else ""
    known = _joined_place(where, on_days(mandate.dates, language), language)
    gender = ".feminine" if _is_feminine(title) else ""
    if body:
        held = phrase(language, "mandate.held", where_when=known) if known else ""
        return phrase(language, f"mandate.adopted{gender}", title=title, body=body, held=held)
    only = phrase(language, f"mandate.only{gender}", title=title, where_when=known)
    return only if known else title


def next_meeting(programme: Programme, language: str) -> str | None:
    """``the next Meeting of the OIC-PESNET`` when a mandate was adopted by a numbered one."""
    for mandate in programme.mandate:
        numbered = re.match(r"(?:the )?\d+(?:st|nd|rd|th) (.+)", mandate.adopted_by or "")
        if numbered:
            english = f"the next {numbered.group(1)}"
            body = quoted(language, numbered.group(1))
            said = programme.in_language(english, language)
            return said or phrase(language, "next_meeting", body=body)
    return None


def slot(item: ProgrammeItem, language: str) -> str:
    """``on 8 July 2025, from 10:30 to 11:30``."""
    day = on_days((item.date,), language)
    return phrase(language, "slot", day=day, start=f"{item.start:%H:%M}", end=f"{item.end:%H:%M}")


def speaker(
    part: ProgrammePart | ProgrammeItem,
    programme: Programme,
    language: str,
) -> str:
    """``H.E. Mdm Zehra, DG of SESRIC (tbc)``: name, function, and whether still unconfirmed."""
    known = [words for words in (part.speaker, part.function) if words]
    said = [own(programme, words, language) for words in known]
    named = phrase(language, "comma").join(said)
    return phrase(language, "tbc", words=named) if named and part.tbc else named


def part_in_words(part: ProgrammePart, programme: Programme, language: str) -> str:
    """``Opening Remarks: H.E. ... (tbc)``, ``MoU signing: PERKESO and ISKUR``."""
    speaks = speaker(part, programme, language)
    who = "; ".join(filter(None, (speaks, joined(part.parties, language))))
    title = own(programme, part.title, language)
    title = phrase(language, "tbc", words=title) if part.tbc and not speaks else title
    return phrase(language, "part", title=title, who=who) if who else title


def items_of(programme: Programme, kind: str, topic: int | None = None) -> list[ProgrammeItem]:
    """The programme's items of one kind, and of one topic when a number is given."""
    return [
        item
        for item in programme.items
        if item.kind == kind and (topic is None or item.topic == topic)
    ]


def _inside(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _joined_place(where: str, when: str, language: str) -> str:
    if where and when:
        return phrase(language, "where_when", where=where, when=when)
    return where or when


def _host_in_full(programme: Programme, host: Host, language: str) -> str:
    if not host.full or host.full == host.name:
        return own(programme, host.name, language)
    if language != "en" and programme.in_language(host.full, language) is None:
        return phrase(language, "host.foreign", full=host.full, name=host.name)
    full = own(programme, host.full, language)
    full = with_article(full) if language == "en" else full
    return phrase(language, "host", full=full, name=host.name)


def _is_feminine(name: str) -> bool:
    """By the French article, or by the last letter of the first Arabic word."""
    return name.startswith("la ") or name.partition(" ")[0].endswith("ة")
