"""A Programme as the JSON of a programme file, for storage and for handing on."""

from collections.abc import Mapping
from typing import Any

from discussion.domain.programme import (
    Host,
    Mandate,
    Programme,
    ProgrammeItem,
    ProgrammePart,
    Term,
    Topic,
)


def programme_to_json(programme: Programme) -> dict[str, Any]:
    """The object that ``parse_programme`` reads back as an equal programme, except for ids.

    What is empty is left out, and so are ids: who keeps the JSON keeps them beside it.
    """
    return programme.extra | _without_empty(
        {
            "title": programme.title,
            "type": programme.type,
            "status": programme.status,
            "dates": [day.isoformat() for day in programme.dates],
            "venue": programme.venue,
            "city": programme.city,
            "country": programme.country,
            "timezone": programme.timezone,
            "language": programme.language,
            "hosts": [_host(host) for host in programme.hosts],
            "invited_international": list(programme.invited_international),
            "topics": [_topic(topic) for topic in programme.topics],
            "programme": [_item(item) for item in programme.items],
            "objectives": list(programme.objectives),
            "mandate": [_mandate(mandate) for mandate in programme.mandate],
            "participants": list(programme.participants),
            "method": programme.method,
            "translations": [_term(term) for term in programme.translations],
        }
    )


def _host(host: Host) -> dict[str, Any]:
    return _without_empty({"name": host.name, "full": host.full, "role": host.role})


def _term(term: Term) -> dict[str, Any]:
    return _without_empty({"of": term.of, "en": term.en, "fr": term.fr, "ar": term.ar})


def _topic(topic: Topic) -> dict[str, Any]:
    subtopics = [subtopic.title for subtopic in topic.subtopics]
    return _without_empty({"no": topic.number, "title": topic.title, "subtopics": subtopics})


def _item(item: ProgrammeItem) -> dict[str, Any]:
    return _without_empty(
        {
            "date": item.date.isoformat(),
            "start": f"{item.start:%H:%M}",
            "end": f"{item.end:%H:%M}",
            "title": item.title,
            "kind": item.kind,
            "topic": item.topic,
            "items": [_part(part) for part in item.parts],
            "speaker": item.speaker,
            "function": item.function,
            "tbc": item.tbc,
        }
    )


def _part(part: ProgrammePart) -> dict[str, Any]:
    return _without_empty(
        {
            "t": part.title,
            "speaker": part.speaker,
            "function": part.function,
            "tbc": part.tbc,
            "parties": list(part.parties),
        }
    )


def _mandate(mandate: Mandate) -> dict[str, Any]:
    return _without_empty(
        {
            "title": mandate.title,
            "adopted_by": mandate.adopted_by,
            "place": mandate.place,
            "dates": [day.isoformat() for day in mandate.dates],
        }
    )


def _without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, False, "", [])}
