"""To whom a note may be attributed, before whom; must not know any screen or document.

What is captured and what is published are different decisions, taken for a workshop and, where
it differs, for a topic. Who typed is no part of either: it never leaves the house.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from discussion.domain.countries import ORGANISATIONS, alphabetical, code_of_country

LEVELS = ("none", "table", "country", "person")
"""What a note may be attributed to; each level holds those before it."""

CAPTURING = LEVELS[1:]
"""What moderators may see: always the table, since they send questions back to it."""

PLACES = ("own_table", "moderators", "room_screen", "participants", "documents")
"""Before whom a note may stand: its own table; boards and whoever works at them; the projector;
everybody else who reads; what is handed out."""


@dataclass(frozen=True)
class Policy:
    """What two groups may see of whose words they read."""

    capturing: str = "person"  # moderators, the chair and the secretariat at work; of CAPTURING
    published: str = "table"  # everybody else, and every document; of LEVELS


@dataclass(frozen=True)
class Attribution:
    """A workshop's policy, and those of its topics that have one of their own."""

    workshop: Policy = Policy()
    topics: Mapping[str, Policy] = field(default_factory=dict)  # by topic id

    def on(self, topic: str | None) -> Policy:
        """The policy in force on a topic; the workshop's for what was said in plenary."""
        return self.topics.get(topic or "", self.workshop)

    def publishes(self, topic: str | None, level: str) -> bool:
        """Whether what is published on a topic goes as far as a level."""
        return allows(self.on(topic).published, level)

    def published_of(self, topic: str | None, topics: Collection[str]) -> str:
        """The level of what is published on a topic; where it is of none, the least of them all."""
        levels = [self.on(one).published for one in ((topic,) if topic else topics)]
        return min(levels or [self.workshop.published], key=LEVELS.index)


class Attributed(Protocol):
    """What is known of whose words a note holds, besides its table."""

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries and organisations chosen beside it."""

    @property
    def agreed(self) -> bool:
        """Whether the delegate agrees to be named with it."""

    @property
    def said_by(self) -> str | None:
        """The delegate's name, which stands there by that agreement alone."""


@dataclass(frozen=True)
class Named:
    """What may be shown of whose words a note holds."""

    table: bool
    countries: tuple[str, ...]
    said_by: str | None


def shown(policy: Policy, note: Attributed, place: str) -> Named:
    """What a place, one of ``PLACES``, may show of a note; the one function all of them ask.

    Whatever is published needs the delegate's agreement for anything nearer than the table.
    """
    level = level_at(policy, place)
    agreed = note.agreed or place in ("own_table", "moderators")
    return Named(
        table=allows(level, "table"),
        countries=note.countries if agreed and allows(level, "country") else (),
        said_by=note.said_by if agreed and allows(level, "person") else None,
    )


def parties_shown(
    published: str, parties: Collection[str], tables: Collection[str]
) -> tuple[str, ...]:
    """Those of the parties typed behind a bracket that documents may name, at a level.

    ``tables``: the names of all tables. A party that is neither a table nor a country or an
    organisation known here may be anybody, and is named where persons are.
    """
    named = {alphabetical(name) for name in tables}
    return tuple(party for party in parties if allows(published, _nearness(party, named)))


def level_at(policy: Policy, place: str) -> str:
    """The level up to which a policy lets a place see."""
    match place:
        case "own_table":
            return LEVELS[-1]
        case "moderators":
            return policy.capturing
        case "room_screen" | "participants" | "documents":
            return policy.published
        case _:
            raise ValueError(place)


def widened(was: Policy, now: Policy) -> tuple[str, ...]:
    """Which of the two decisions name more than before, as the fields of a policy are called."""
    grown = {
        "published": not allows(was.published, now.published),
        "capturing": not allows(was.capturing, now.capturing),
    }
    return tuple(decision for decision, more in grown.items() if more)


def kept_from_boards(policy: Policy) -> tuple[str, ...]:
    """The facts of a note that boards are not told, as ``shown`` says of moderators."""
    level = level_at(policy, "moderators")
    facts = {"countries": "country", "said_by": "person"}
    return tuple(fact for fact, wanted in facts.items() if not allows(level, wanted))


def _nearness(party: str, tables: Collection[str]) -> str:
    """The level that names a party."""
    if _TABLES.match(party) or alphabetical(party) in tables:
        return "table"
    if code_of_country(party) is not None or alphabetical(party) in _ORGANISATIONS:
        return "country"
    return "person"


def allows(level: str, wanted: str) -> bool:
    """Whether a level holds another one."""
    return LEVELS.index(level) >= LEVELS.index(wanted)


_TABLES = re.compile(r"tables?\s[\d\s,&and]+\Z", re.IGNORECASE)
_ORGANISATIONS = frozenset(map(alphabetical, ORGANISATIONS))


@dataclass(frozen=True)
class Choice:
    """A level in the words of whoever chooses it."""

    title: str
    means: str
    example: str


PUBLISHED: Mapping[str, Choice] = {
    "none": Choice(
        "No one",
        "Neither tables nor countries nor persons are named; tables are only counted.",
        "Raised by several tables (2 of 9).",
    ),
    "table": Choice(
        "Tables",
        "Tables are named. Countries and persons are not.",
        "Raised by Tables 3 and 7.",
    ),
    "country": Choice(
        "Countries that agree",
        "Tables are named, and a country or organisation on notes that are marked as agreed.",
        "Raised by Tables 3 and 7; Malaysia.",
    ),
    "person": Choice(
        "Persons who agree",
        "Tables are named, and on notes that are marked as agreed the country, the organisation "
        "and, where the table has written it down, the delegate.",
        "Raised by Tables 3 and 7; Malaysia; the delegate's name.",
    ),
}
"""What documents, the room screen and everybody outside the table are shown."""

SEEN_BY_MODERATORS: Mapping[str, Choice] = {
    "table": Choice(
        "The table",
        "Countries and names stay on the table's sheet, and moderators cannot open it.",
        "Table 3.",
    ),
    "country": Choice(
        "The table and countries",
        "Names stay on the table's sheet, and moderators cannot open it.",
        "Table 3; Malaysia.",
    ),
    "person": Choice(
        "All that the table writes",
        "Also countries whose delegates have not agreed to be published.",
        "Table 3; Malaysia; the delegate's name.",
    ),
}
"""What boards show to moderators and the chair while they work."""

assert tuple(PUBLISHED) == LEVELS
assert tuple(SEEN_BY_MODERATORS) == CAPTURING

STATEMENTS: Mapping[str, str] = {
    "none": "Statements are attributed to no table, country or person.",
    "table": "Statements are attributed to tables, and to no country or person.",
    "country": (
        "Statements are attributed to tables and not to persons. A country is named where a "
        "note of a table mentions it and the delegate agreed; this does not mean that the "
        "country made or holds the statement."
    ),
    "person": (
        "Statements are attributed to tables. A country or a delegate is named where a note of "
        "a table names them and the delegate agreed; this does not mean that a country made or "
        "holds the statement."
    ),
}
"""What a document says of its own attribution."""
