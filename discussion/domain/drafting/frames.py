"""The words that carry points of each kind; it must not know the points."""

from dataclasses import dataclass


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
