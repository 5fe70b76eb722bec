"""Who attends: a list that the secretariat keeps; it must not know what anybody says at a table.

Nobody is named in what is published who has not agreed to it: of the others a document knows only
which country or organisation they come from, so that they can be counted.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from discussion.domain.countries import alphabetical, code_of_country, country_name
from discussion.domain.programme_file.fields import NAME_LIMIT, flaw_of
from discussion.domain.programme_file.problems import quoted
from discussion.errors import DiscussionError

GROUPS: Mapping[str, str] = {
    "country": "Countries",
    "organisation": "Organisations",
    "host": "Hosts and secretariat",
}
"""Whom people attend for, in the order of the list."""

COLUMNS = ("name", "function", "institution", "country", "group", "agreed")
"""What the secretariat's list says of each."""

LIST_LIMIT = 400_000  # code points of a list
MOST = 2_000  # participants
MOST_PROBLEMS = 50

_GROUP_WORDS = {
    "country": ("country", "countries", "delegation", "delegate", "member country"),
    "organisation": ("organisation", "organisations", "organization", "organizations"),
    "host": ("host", "hosts", "secretariat", "organiser", "organisers"),
}
_GROUP_OF = {word: group for group, words in _GROUP_WORDS.items() for word in words}
_YES = ("yes", "y", "true", "1", "x", "agreed")
_NO = ("", "no", "n", "false", "0", "not agreed")
_AGREED = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
_TEXTS = COLUMNS[:4]


@dataclass(frozen=True)
class Participant:
    """Somebody who attends. Texts may be empty; without agreement they never leave the list."""

    name: str
    function: str
    institution: str
    country: str  # code of a member state, or a name
    group: str  # of GROUPS
    agreed: bool  # to be named in documents

    @property
    def comes_from(self) -> str:
        """The country of who attends for one; else the institution, or failing that the country."""
        if self.group == "country":
            return self.country
        return self.institution or self.country


class ListProblems(DiscussionError):
    """A list that cannot be used; nothing of it was kept. ``problems``: line and sentence."""

    def __init__(self, problems: Sequence[tuple[int, str]]) -> None:
        super().__init__("participants_problems", status=422, count=len(problems))
        self.problems = tuple(problems)[:MOST_PROBLEMS]


def read_list(text: str) -> tuple[Participant, ...]:
    """The participants in a list as a spreadsheet gives it, by comma, semicolon or tab.

    The first line names the columns, in any order; ``name`` must be among them. Raises
    ``ListProblems`` with everything that is wrong.
    """
    whole = text.removeprefix("\ufeff").strip("\r\n")
    if len(whole) > LIST_LIMIT:
        raise ListProblems([(1, f"At most {LIST_LIMIT:,} characters are possible.")])
    if not whole.strip():
        return ()
    rows = _rows(whole)
    titles = [cell.strip().casefold() for cell in rows[0][1]] if rows else []
    _check_titles(titles)
    problems: list[tuple[int, str]] = []
    if len(rows) - 1 > MOST:
        problems.append((1, f"This has {len(rows) - 1} people; at most {MOST:,} are possible."))
    made = [_participant(dict(zip(titles, cells, strict=False)), line, problems)
            for line, cells in rows[1 : MOST + 1]]  # fmt: skip
    if problems:
        raise ListProblems(problems)
    return tuple(made)


def in_order(people: Iterable[Participant], language: str) -> tuple[Participant, ...]:
    """Countries by a language's alphabet, then organisations, then hosts and secretariat.

    Within each as the secretariat lists them: the head of a delegation comes first.
    """
    groups = list(GROUPS)
    return tuple(
        sorted(
            people,
            key=lambda one: (groups.index(one.group), alphabetical(place_of(one, language))),
        )
    )


def place_of(one: Participant, language: str = "en") -> str:
    """Under which name somebody stands in the list: ``Malaysia``, ``Malaisie``, ``ILO``."""
    return country_name(one.comes_from, language)


def as_published(people: Iterable[Participant]) -> tuple[Participant, ...]:
    """The same, without a word of whoever has not agreed but whom they attend for."""
    return tuple(one if one.agreed else _unnamed(one) for one in people)


def as_list(people: Iterable[Participant]) -> str:
    """The text that ``read_list`` reads back, for whoever changes it by hand."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in people:
        agreed = "yes" if one.agreed else "no"
        country = country_name(one.country)
        writer.writerow((one.name, one.function, one.institution, country, one.group, agreed))
    return "".join(lines)


class _Lines(list[str]):
    """What a writer of rows has written."""

    write = list.append


def _unnamed(one: Participant) -> Participant:
    """An institution stays where somebody attends for it, else it might tell who it is."""
    kept = replace(one, name="", function="")
    return replace(kept, institution="") if one.group == "country" else kept


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The lines that say something, each with its number in the text."""
    first = text.partition("\n")[0]
    separator = max("\t;,", key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    rows = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, cells))
    except csv.Error as error:
        message = f"This line cannot be read: {error}. Often a quotation mark is too many."
        raise ListProblems([(reader.line_num, message)]) from None
    return rows


def _check_titles(titles: Sequence[str]) -> None:
    problems = [
        (1, f"{quoted(title)} is no column. Columns are: {', '.join(COLUMNS)}.")
        for title in titles
        if title and title not in COLUMNS
    ]
    if "name" not in titles:
        problems.append((1, f"The first line must name the columns: {', '.join(COLUMNS)}."))
    if len(set(titles)) != len(titles):
        problems.append((1, "A column stands here twice. Keep one."))
    if problems:
        raise ListProblems(problems)


def _participant(
    cells: Mapping[str, str], line: int, problems: list[tuple[int, str]]
) -> Participant:
    told = {title: " ".join(cells.get(title, "").split()) for title in COLUMNS}
    for title in _TEXTS:
        if told[title] and (flaw := flaw_of(told[title], NAME_LIMIT, lines=False)):
            problems.append((line, f"{title}: {flaw}"))
    if not told["name"]:
        problems.append((line, "name: This is empty. Write it, or take the line out."))
    country = code_of_country(told["country"]) or told["country"]
    default = "country" if country else "organisation"
    group = _GROUP_OF.get(told["group"].casefold() or default)
    if group is None:
        words = ", ".join(GROUPS)
        problems.append((line, f"group: {quoted(told['group'])} is none. Groups are: {words}."))
    elif group == "country" and not country:
        problems.append((line, "country: This is empty. Who attends for a country needs it."))
    agreed = _AGREED.get(told["agreed"].casefold())
    if agreed is None:
        problems.append((line, f"agreed: Write yes or no, not {quoted(told['agreed'])}."))
    return Participant(
        told["name"],
        told["function"],
        told["institution"],
        country,
        group or "country",
        agreed or False,
    )
