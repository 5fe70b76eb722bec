"""The words that carry points of each kind, in each language; it must not know the points."""

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

_OTHERS = {
    "fr": {
        "challenge": ("Notant avec préoccupation", "les difficultés suivantes, recensées"),
        "good_practice": ("Nous félicitant", "des bonnes pratiques suivantes, partagées"),
        "commitment": ("Convenons", "des engagements suivants"),
        "recommendation": ("Recommandons", "ce qui suit"),
        "success_factor": ("Reconnaissons", "les facteurs de réussite suivants"),
        "alternative_method": ("Prenons note", "des autres méthodes suivantes"),
    },
    "ar": {
        "challenge": ("إذ نلاحظ مع القلق", "التحديات التالية التي جرى تحديدها"),
        "good_practice": ("إذ نرحب", "بالممارسات الجيدة التالية التي جرى تبادلها"),
        "commitment": ("نتفق", "على الالتزامات التالية"),
        "recommendation": ("نوصي", "بما يلي"),
        "success_factor": ("نقر", "بعوامل النجاح التالية"),
        "alternative_method": ("نحيط علماً", "بالأساليب البديلة التالية"),
    },
}


def frame_of(kind: str, language: str) -> Frame:
    """The frame of a kind in a language, in English for one without frames of its own."""
    english = FRAMES[kind]
    opener, announces = _OTHERS.get(language, {}).get(kind, (english.opener, english.announces))
    return Frame(english.part, opener, announces)
