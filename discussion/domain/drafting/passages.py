"""Passages: live texts of a document that are no paragraphs of the declaration.

A narrative section of the proceedings or guidelines, what is to be filled in there, or a text on
a slide. A document says at each *slot* what
is generated there; a passage is kept only from the moment somebody begins to write there, and an
edited one is never overwritten. It must not know which slots there are or how words are generated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from discussion.domain.drafting.rebuilding import basis_of

PASSAGE_LIMIT = 12_000  # code points: some four pages; longer sections have headings of their own

Form = Literal["markdown", "line"]
Standing = Literal["generated", "edited", "left_behind", "unfounded"]

_NAMED_BY = 8  # words of a text by which it is named when its place is gone

STANDINGS: dict[Standing, str] = {
    "generated": "Generated",
    "edited": "Edited by hand",
    "left_behind": "Edited by hand, and its sources have changed since",
    "unfounded": "Edited by hand, and nothing calls for it any more",
}
"""What is said of each standing."""

LEFT: dict[Standing, str] = {
    "left_behind": "What it was made from had changed; the words were left as they are.",
    "unfounded": "Nothing called for it any more; it is not in the document.",
}
"""Why a build left words as they were, said afterwards."""


@dataclass(frozen=True)
class Generated:
    """What a document says by itself at one slot now."""

    slot: str  # tells the place from every other of its document, whatever is said there
    title: str  # for people: "1.1 Background", "Slide 5, bullet 2"
    form: Form  # a section in Markdown, or one plain line
    words: str
    points: tuple[str, ...] = ()  # ids of the points the words rest on
    whole: str = ""  # of words cut to fit, what they were cut from; how they are cut is no source
    needed: bool = False  # something must stand there: emptied, it says what is generated

    @property
    def basis(self) -> str:
        """What tells whether the words would be made anew."""
        return basis_of(self.whole or self.words, self.points)


@dataclass(frozen=True)
class Passage:
    """The text that stands at a slot since somebody began to write there."""

    id: str
    document: str  # a document's key: "proceedings", "presentation-topic-2"
    slot: str
    text: str
    version: int
    basis: str  # of what was generated when it was begun or last settled
    made: str  # and its words


@dataclass(frozen=True)
class HandEdit:
    """A place where a document says, or would say, what somebody wrote by hand."""

    slot: str
    title: str  # for people; of a text whose place is gone, its first words
    standing: Standing  # never "generated"
    passage: str  # the id of its text

    @property
    def left(self) -> bool:
        """Whether a build leaves it as it is although something changed."""
        return self.standing != "edited"


def has_passages(document: str) -> bool:
    """Whether people may write in that document, known by its key."""
    return document in ("proceedings", "guidelines") or document.startswith("presentation-topic-")


def begun_in(passages: Mapping[tuple[str, str], Passage], document: str) -> Mapping[str, Passage]:
    """The passages of one document, by slot."""
    return {slot: each for (where, slot), each in passages.items() if where == document}


def hand_edits(
    begun: Mapping[str, Passage], generated: Sequence[Generated]
) -> tuple[HandEdit, ...]:
    """Where a document does not say what is generated, in reading order.

    Last those whose place is gone: they stand in no document until it comes back.
    """
    called = [(one, begun[one.slot]) for one in generated if one.slot in begun]
    slots = {one.slot for one in generated}
    gone = (each for slot, each in begun.items() if slot not in slots and each.text != each.made)
    return (
        *(
            HandEdit(one.slot, one.title, standing, passage.id)
            for one, passage in called
            if (standing := standing_of(passage, one)) != "generated"
        ),
        *(HandEdit(each.slot, _first_words(each), "unfounded", each.id) for each in gone),
    )


def standing_of(passage: Passage | None, generated: Generated | None) -> Standing:
    """Whose words stand at a slot, and whether what they were made from is still the same.

    Words that are as they were made are nobody's edit: they follow their sources. So are those
    that say by hand what is generated now. Words nobody calls for are "unfounded" either way.
    """
    if generated is None:
        return "unfounded"
    if passage is None or passage.text in (passage.made, generated.words):
        return "generated"
    if generated.needed and not passage.text.strip():
        return "generated"
    return "edited" if passage.basis == generated.basis else "left_behind"


def words_for(passage: Passage | None, generated: Generated) -> str:
    """What a document says at a slot: the generated words unless somebody has edited them.

    On a slide line breaks are spaces, whatever was typed.
    """
    if passage is None or passage.text == passage.made:
        return generated.words
    if generated.needed and not passage.text.strip():
        return generated.words
    return " ".join(passage.text.split()) if generated.form == "line" else passage.text


def _first_words(passage: Passage) -> str:
    words = passage.text.split()
    more = " …" if len(words) > _NAMED_BY else ""
    return f"“{' '.join(words[:_NAMED_BY])}{more}”" if words else "An empty text"
