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
    several: str
    one: str

    def announces(self, count: int) -> str:
        """What stands between the opener and so many statements."""
        return self.one if count == 1 else self.several


FRAMES: dict[str, Frame] = {
    "challenge": Frame(
        "preamble",
        "Noting with concern",
        "the following challenges identified",
        "the following challenge identified",
    ),
    "good_practice": Frame(
        "preamble",
        "Welcoming",
        "the following good practices shared",
        "the following good practice shared",
    ),
    "commitment": Frame(
        "operative", "Agree on", "the following commitments", "the following commitment"
    ),
    "recommendation": Frame("operative", "Recommend", "the following", "the following"),
    "success_factor": Frame(
        "operative",
        "Recognize",
        "the following factors of success",
        "the following factor of success",
    ),
    "alternative_method": Frame(
        "operative",
        "Take note of",
        "the following alternative methods",
        "the following alternative method",
    ),
}
"""Kinds that become paragraphs, in the order of paragraphs inside a subtopic.

Questions, dissent and data have no frame: they stand in the proceedings.
"""

_OTHERS = {
    "fr": {
        "challenge": (
            "Notant avec préoccupation",
            "les difficultés suivantes, recensées",
            "la difficulté suivante, recensée",
        ),
        "good_practice": (
            "Nous félicitant",
            "des bonnes pratiques suivantes, partagées",
            "de la bonne pratique suivante, partagée",
        ),
        "commitment": ("Convenons", "des engagements suivants", "de l’engagement suivant"),
        "recommendation": ("Recommandons", "ce qui suit", "ce qui suit"),
        "success_factor": (
            "Reconnaissons",
            "les facteurs de réussite suivants",
            "le facteur de réussite suivant",
        ),
        "alternative_method": (
            "Prenons note",
            "d’autres méthodes, proposées",
            "d’une autre méthode, proposée",
        ),
    },
    "ar": {
        "challenge": (
            "إذ نلاحظ مع القلق",
            "التحديات التالية التي جرى تحديدها",
            "التحدي التالي الذي جرى تحديده",
        ),
        "good_practice": (
            "إذ نرحب",
            "بالممارسات الجيدة التالية التي جرى تبادلها",
            "بالممارسة الجيدة التالية التي جرى تبادلها",
        ),
        "commitment": ("نتفق", "على الالتزامات التالية", "على الالتزام التالي"),
        "recommendation": ("نوصي", "بما يلي", "بما يلي"),
        "success_factor": ("نقر", "بعوامل النجاح التالية", "بعامل النجاح التالي"),
        "alternative_method": ("نحيط علماً", "بالأساليب البديلة التالية", "بالأسلوب البديل التالي"),
    },
}


def frame_of(kind: str, language: str) -> Frame:
    """The frame of a kind in a language, in English for one without frames of its own."""
    english = FRAMES[kind]
    words = _OTHERS.get(language, {}).get(kind)
    return Frame(english.part, *words) if words else english
