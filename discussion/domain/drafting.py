"""How a declaration speaks: opening words, profiles, frames per kind of point, dates in words.

Standard library only; it must not know how a document is laid out or written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class Verb:
    """An operative verb with its forms and its force, 0 (stating) to 5 (deciding)."""

    bare: str  # after "We"
    third: str  # after "The Workshop"
    attitude: str
    force: int
    needs_addressee: bool = False
    offered: bool = True  # False: known, but too strong for a workshop of experts


@dataclass(frozen=True)
class Profile:
    """The punctuation culture of a family of organisations."""

    name: str
    opening_end: str
    preambular_end: str
    hereby: str | None  # the line between the preamble and the first operative paragraph
    item_end: str


OIC = Profile(name="OIC", opening_end=";", preambular_end=";", hereby="Hereby:", item_end=";")


@dataclass(frozen=True)
class Frame:
    """The words of a paragraph that carries points of one kind.

    The statements follow the colon as they were confirmed, whatever their grammar; that is why
    every frame announces them ("the following ...") instead of bending them into a sentence.
    """

    part: str  # "preamble" or "operative"
    opener: str
    announces: str


FRAMES: dict[str, Frame] = {
    "challenge": Frame("preamble", "Noting with concern", "the following challenges identified"),
    "good_practice": Frame("preamble", "Welcoming", "the following good practices shared"),
    "commitment": Frame("operative", "Agree", "on the following commitments"),
    "recommendation": Frame("operative", "Recommend", "the following"),
    "success_factor": Frame("operative", "Recognize", "the following factors of success"),
    "alternative_method": Frame("operative", "Take note", "of the following alternative methods"),
}
"""Kinds that become paragraphs, in the order of paragraphs inside a subtopic.

Questions, dissent and data have no frame: they stand in the proceedings.
"""


def repeated(opener: str, times_before: int) -> str:
    """The opener as it stands when the same one has just been used ``times_before`` times.

    The second use in a row takes "also", every later one "further" (editorial usage of
    intergovernmental texts): "Noting also with concern", "Recommend further".
    """
    if times_before == 0:
        return opener
    first, _, rest = opener.partition(" ")
    again = "also" if times_before == 1 else "further"
    return f"{first} {again} {rest}".strip()


def day_in_words(day: date) -> str:
    """``9 July 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(days: Sequence[date]) -> str:
    """``8–9 July 2025``, ``29 February – 1 March 2024``, one day alone, or "" for none.

    Days that do not follow each other are still given as first and last.
    """
    if not days:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


PREAMBULAR: dict[str, tuple[str, ...]] = {
    "basis": (
        "Recalling",
        "Recalling also",
        "Recalling further",
        "Reaffirming",
        "Reaffirming also",
        "Reiterating",
        "Guided by",
        "Inspired by",
        "Pursuant to",
        "Referring to",
        "Having adopted",
        "Having considered",
        "Having examined",
        "Having heard",
        "Having received",
        "Having reviewed",
        "Having studied",
        "Bearing in mind",
        "Keeping in mind",
        "Mindful of",
        "Taking into account",
        "Taking into consideration",
    ),
    "observe": (
        "Acknowledging",
        "Affirming",
        "Aware of",
        "Fully aware of",
        "Believing",
        "Cognizant of",
        "Confident",
        "Conscious of",
        "Considering",
        "Convinced",
        "Firmly convinced",
        "Noting",
        "Noting also",
        "Noting further",
        "Observing",
        "Realizing",
        "Recognizing",
        "Recognizing also",
        "Taking note of",
        "Taking note also of",
        "Emphasizing",
        "Stressing",
        "Underlining",
    ),
    "positive": (
        "Appreciating",
        "Commending",
        "Encouraged by",
        "Expressing appreciation to",
        "Expressing our gratitude to",
        "Noting with appreciation",
        "Noting with satisfaction",
        "Recognizing with satisfaction",
        "Viewing with appreciation",
        "Welcoming",
        "Welcoming also",
    ),
    "concern": (
        "Alarmed by",
        "Concerned",
        "Deeply concerned",
        "Gravely concerned",
        "Expressing concern at",
        "Noting with concern",
        "Noting with deep concern",
        "Regretting",
        "Deploring",
    ),
    "will": (
        "Desiring",
        "Desirous of",
        "Determined",
        "Resolved",
        "Resolving",
        "Seeking",
        "Committed to",
        "Proclaiming",
    ),
}
"""Words that open a preambular paragraph, by attitude."""

OPERATIVE: tuple[Verb, ...] = (
    Verb("Decide", "Decides", "deciding", 5),
    Verb("Adopt", "Adopts", "deciding", 5),
    Verb("Approve", "Approves", "deciding", 5),
    Verb("Establish", "Establishes", "deciding", 5),
    Verb("Authorize", "Authorizes", "deciding", 5),
    Verb("Designate", "Designates", "deciding", 5),
    Verb("Demand", "Demands", "directive", 5, needs_addressee=True, offered=False),
    Verb("Agree", "Agrees", "deciding", 4),
    Verb("Resolve", "Resolves", "deciding", 4),
    Verb("Endorse", "Endorses", "deciding", 4),
    Verb("Urge", "Urges", "directive", 4, needs_addressee=True),
    Verb("Strongly urge", "Strongly urges", "directive", 4, needs_addressee=True),
    Verb("Request", "Requests", "directive", 3, needs_addressee=True),
    Verb("Call upon", "Calls upon", "directive", 3, needs_addressee=True),
    Verb("Entrust", "Entrusts", "directive", 3, needs_addressee=True),
    Verb("Call for", "Calls for", "directive", 3),
    Verb("Instruct", "Instructs", "directive", 3, needs_addressee=True, offered=False),
    Verb("Pledge", "Pledges", "deciding", 3),
    Verb("Commit to", "Commits to", "deciding", 3),
    Verb("Recommend", "Recommends", "directive", 2, needs_addressee=True),
    Verb("Appeal to", "Appeals to", "directive", 2, needs_addressee=True),
    Verb("Strongly encourage", "Strongly encourages", "directive", 2, needs_addressee=True),
    Verb("Propose", "Proposes", "directive", 2, needs_addressee=True),
    Verb("Suggest", "Suggests", "directive", 2, needs_addressee=True),
    Verb("Advise", "Advises", "directive", 2, needs_addressee=True),
    Verb("Invite", "Invites", "directive", 1, needs_addressee=True),
    Verb("Encourage", "Encourages", "directive", 1, needs_addressee=True),
    Verb("Draw the attention of", "Draws the attention of", "directive", 1, needs_addressee=True),
    Verb("Welcome", "Welcomes", "positive", 0),
    Verb("Welcome with appreciation", "Welcomes with appreciation", "positive", 0),
    Verb("Commend", "Commends", "positive", 0),
    Verb("Appreciate", "Appreciates", "positive", 0),
    Verb("Congratulate", "Congratulates", "positive", 0),
    Verb("Support", "Supports", "positive", 0),
    Verb("Express our appreciation to", "Expresses its appreciation to", "positive", 0),
    Verb("Take note with appreciation of", "Takes note with appreciation of", "positive", 0),
    Verb("Note", "Notes", "neutral", 0),
    Verb("Take note of", "Takes note of", "neutral", 0),
    Verb("Acknowledge", "Acknowledges", "neutral", 0),
    Verb("Recognize", "Recognizes", "neutral", 0),
    Verb("Consider", "Considers", "neutral", 0),
    Verb("Confirm", "Confirms", "neutral", 0),
    Verb("Observe", "Observes", "neutral", 0),
    Verb("Reaffirm", "Reaffirms", "emphasis", 0),
    Verb("Recall", "Recalls", "emphasis", 0),
    Verb("Reiterate", "Reiterates", "emphasis", 0),
    Verb("Emphasize", "Emphasizes", "emphasis", 0),
    Verb("Stress", "Stresses", "emphasis", 0),
    Verb("Underline", "Underlines", "emphasis", 0),
    Verb("Underscore", "Underscores", "emphasis", 0),
    Verb("Affirm", "Affirms", "emphasis", 0),
    Verb("Express concern at", "Expresses concern at", "negative", 0),
    Verb("Regret", "Regrets", "negative", 0),
    Verb("Deplore", "Deplores", "negative", 0, offered=False),
    Verb("Condemn", "Condemns", "negative", 0, offered=False),
    Verb(
        "Express our gratitude to", "Expresses its gratitude to", "closing", 0, needs_addressee=True
    ),
    Verb("Thank", "Thanks", "closing", 0, needs_addressee=True),
)
"""Verbs that open an operative paragraph, strongest first within their use."""
