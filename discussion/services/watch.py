"""The watch: how every table of a topic, or of the workshop, is doing; it changes nothing.

What is kept is read here; what pages say of themselves is handed in by whoever hears them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from discussion.domain.people import Actor
from discussion.domain.programme import Table
from discussion.domain.watch import LATELY, Doing, Heard, Kept, doing
from discussion.errors import NotFound
from discussion.services import views
from discussion.services.views import State
from discussion.services.work import allow
from discussion.storage import programme
from discussion.storage.database import Transaction
from discussion.storage.watch import kept_of_sheets


@dataclass(frozen=True)
class Place:
    """Which table and topic a sheet belongs to."""

    table: str
    topic: str


@dataclass(frozen=True)
class Watched:
    """What is kept of the tables on a watch, by sheet."""

    workshop: str
    topic: str | None  # None: all topics
    tables: tuple[Table, ...]
    places: Mapping[str, Place]  # every sheet of the workshop, also those not on this watch
    kept: Mapping[str, Kept]  # the sheets on this watch
    started: Mapping[str, datetime]  # by topic, of those being discussed


def watched(transaction: Transaction, workshop: str, topic: str | None, now: datetime) -> Watched:
    """Everything a watch rests on, read anew."""
    tables = programme.list_tables(transaction, workshop)
    at_work = {table.id for table in tables}
    places = {
        s.id: Place(s.table, s.topic)
        for s in programme.list_sheets(transaction, workshop)
        if s.table in at_work and s.table is not None and s.topic is not None
    }
    mine = [sheet for sheet, place in places.items() if topic in (None, place.topic)]
    return Watched(
        workshop=workshop,
        topic=topic,
        tables=tables,
        places=places,
        kept=kept_of_sheets(transaction, mine, begun_after=now - LATELY),
        started=_started(transaction, workshop),
    )


def renewed(
    transaction: Transaction, before: Watched, sheets: Collection[str], now: datetime
) -> Watched:
    """The same with these sheets read anew."""
    again = kept_of_sheets(transaction, sheets, begun_after=now - LATELY)
    return replace(before, kept={**before.kept, **again})


def hearing(
    on: Watched, open_sheets: Mapping[str, Collection[str]], sheet: str, heard: Heard
) -> Heard:
    """What a table's pages say, with the other topic they are at; ``open_sheets`` by table."""
    here = on.places[sheet]
    topics = [
        on.places[other].topic
        for other in open_sheets.get(here.table, ())
        if other in on.places and on.places[other].topic != here.topic
    ]
    if heard.connected and heard.silent_since is None or not topics:
        return heard
    elsewhere = min(topics, key=lambda topic: topic not in on.started)
    return replace(heard, elsewhere=elsewhere, rightly=elsewhere in on.started)


def cell(on: Watched, sheet: str, heard: Heard, now: datetime) -> State:
    """One table on one topic, as the watch shows it; what is not so is left out."""
    kept, place = on.kept[sheet], on.places[sheet]
    does = doing(kept, heard, now, on.started.get(place.topic))
    shown = {
        **_doing(does),
        "last_saved": views.moment(kept.last_saved),
        "notes": kept.notes,
        "lately": sum(at > now - LATELY for at in kept.lately),
        "returned": kept.returned,
        "returned_since": views.moment(kept.returned_since),
        "waiting_since": views.moment(heard.waiting_since),
        "here": list(heard.names),
        "elsewhere": heard.elsewhere if does.code == "wrong_topic" else None,
    }
    facts = {"sheet": sheet, "table": place.table, "topic": place.topic}
    return facts | {name: value for name, value in shown.items() if value or name == "rank"}


def subtopic_counts(on: Watched) -> dict[str, dict[str, int]]:
    """How many notes each subtopic has, by topic; one that is not there has none."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sheet, kept in on.kept.items():
        counts[on.places[sheet].topic].update(dict(kept.subtopics))
    return {topic: dict(found) for topic, found in counts.items()}


def table_states(on: Watched) -> list[State]:
    """The tables by number, for a watch that opens."""
    return [views.table_state(table) for table in on.tables]


def table_to_nudge(transaction: Transaction, actor: Actor, sheet: str) -> str:
    """The table of a sheet, if the actor may tell it something; raises ``NotFound`` when not."""
    held = programme.find_sheet(transaction, sheet=sheet)
    if held is None or held.table is None:
        raise NotFound
    allow(actor, "nudge_table", held.workshop, table=held.table, topic=held.topic)
    return held.table


def _doing(does: Doing) -> State:
    return {"doing": does.code, "since": views.moment(does.since), "rank": does.rank}


def _started(transaction: Transaction, workshop: str) -> dict[str, datetime]:
    return {
        held.topic: held.started_at
        for held in programme.list_discussions(transaction, workshop)
        if held.state == "running" and held.started_at is not None
    }
