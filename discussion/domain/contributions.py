"""Notes of tables: their kinds, their life-cycle and that of the sheet they stand on."""

from dataclasses import dataclass
from datetime import datetime

from discussion.domain.moves import LifeCycle, move

NOTE_TYPING_LIMIT = 2_000  # code points at which the screen stops typing
NOTE_LIMIT = 2_400  # code points above which the server refuses, so two valid edits stay valid
QUIET_SECONDS = 20  # a note nobody has typed in for this long counts as submitted
READ_BACK_CHOICES = (3, 5)  # a table confirms this many of its notes, or all when it has fewer

KINDS: dict[str, str] = {
    "challenge": "Challenge",
    "success_factor": "Success factor",
    "alternative_method": "Alternative method",
    "good_practice": "Good practice",
    "recommendation": "Recommendation",
    "commitment": "Commitment",
    "question": "Question",
    "dissent": "Dissent",
    "data": "Data",
}
"""Kinds of contribution in the order of their digits 1 to 9.

The first three are the ones the workshop's concept note asks tables for.
"""

REASONS: dict[str, str] = {
    "for_later": "Kept for later: worth having, though not in this hour",
    "needs_echo": "Kept for later: one table's idea, until another table says it too",
    "other_topic": "Belongs to another topic",
    "not_public_employment": "Outside the subject of the workshop",
    "named_person": "Names or judges a person or a company",
    "said_elsewhere": "Already said in another note of this table",
    "unclear": "Could not be understood, and the table did not answer",
}
"""Why a moderator may decide against a note; the list is agreed before the workshop."""

REASONS_TO_PARK = ("for_later", "needs_echo", "other_topic", "unclear")
REASONS_TO_RULE_OUT = (
    "not_public_employment", "named_person", "said_elsewhere", "other_topic", "unclear",
)  # fmt: skip
"""Which of them are offered for what; any of them is taken for either, and stays readable."""

CONTRIBUTION = LifeCycle(
    subject="contribution",
    start="writing",
    moves={
        "submit": move("writing", to="submitted"),
        "accept": move("submitted", "returned", "parked", "out_of_scope", to="accepted"),
        "return": move("submitted", "accepted", "parked", "out_of_scope", to="returned"),
        "park": move("submitted", "accepted", "returned", "out_of_scope", to="parked"),
        "rule_out": move("submitted", "accepted", "returned", "parked", to="out_of_scope"),
        "reconsider": move("accepted", "returned", "parked", "out_of_scope", to="submitted"),
        "answer": move("returned", to="submitted"),
        "withdraw": move(
            "writing", "submitted", "accepted", "returned", "parked", "out_of_scope", to="withdrawn"
        ),
        "restore": move("withdrawn", to="submitted"),
    },
)

DECIDED = frozenset({"accepted", "returned", "parked", "out_of_scope"})
"""States that a moderator's decision led to; a change of words leads back to submitted."""

UNSAID = frozenset({"writing", "withdrawn"})
"""States of notes that do not count as said: not handed in yet, or taken back."""

SHEET = LifeCycle(
    subject="sheet",
    start="open",
    moves={
        "read_back": move("open", "reopened", "read_back", to="read_back"),
        "lock": move("open", "read_back", "reopened", to="locked"),
        "reopen": move("locked", "read_back", to="reopened"),
    },
)

STATUS_WORDS: dict[str, str] = {
    "writing": "being written",
    "submitted": "submitted",
    "accepted": "accepted",
    "returned": "returned with a question",
    "parked": "parked",
    "out_of_scope": "out of scope",
    "withdrawn": "withdrawn",
}


@dataclass(frozen=True)
class Contribution:
    """One idea on a sheet, as a reviewable item; on the rapporteur's screen: a note."""

    id: str
    sheet: str
    table: str | None  # table id; None on a plenary sheet
    topic: str | None  # topic id; None on a plenary sheet
    text: str
    version: int
    kind: str
    subtopic: str | None
    countries: tuple[str, ...]  # ISO 3166-1 alpha-2, or names of organisations, as chosen
    status: str
    position: str
    question: str | None  # asked by a moderator when returned
    answer: str | None  # the table's words
    reason: str | None  # code out of REASONS, when parked or out of scope
    remark: str | None  # the moderator's own words beside the reason
    late: bool
    read_back: bool  # one of the table's confirmed top points
    language: str
    created_at: datetime
    agreed: bool = False  # the delegate, to be named with it: ``countries`` and ``said_by``
    said_by: str | None = None  # the delegate's name, as far as agreed
    agreement_ended: int = 0  # how often it was taken back, or ended by another country or words
    agreement_lost_by: str | None = None  # role of whoever changed the words it was given to


def says_something(text: str) -> bool:
    """Whether anything in a text can be seen."""
    return any(sign.isprintable() and not sign.isspace() for sign in text)


def same_words(before: str, after: str) -> bool:
    """Whether two texts differ in nothing but spaces.

    Only a change of words brings a decided note back to its moderator.
    """
    return before.split() == after.split()
