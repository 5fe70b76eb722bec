"""The words that carry points of each kind; it must not know the points."""

from dataclasses import dataclass

from discussion.domain.drafting.openers import Part


@dataclass(frozen=True)
class Frame:
    """The words of a paragraph that carries points of one kind.

    The statements follow the colon as they were confirmed, whatever their grammar; that is why
    every frame announces them ("the following ...") instead of bending them into a sentence.
    """

    part: Part
    opener: str
    announces: str


FRAMES: dict[str, Frame] = {
    "challenge": Frame("preamble", "Noting with concern", "the following challenges identified"),
    "good_practice": Frame("preamble", "Welcoming", "the following good practices shared"),
    "commitment": Frame("operative", "Agree on", "the following commitments"),
    "recommendation": Frame("operative", "Recommend", "the following"),
    "success_factor": Frame("operative", "Recognize", "the following factors of success"),
    "alternative_method": Frame("operative", "Take note of", "the following alternative methods"),
}
"""Kinds that become paragraphs, in the order of paragraphs inside a subtopic.

Questions, dissent and data have no frame: they stand in the proceedings.
"""
