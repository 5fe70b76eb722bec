"""What the event itself is called, with the forms sentences need; it must not know which it is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """A type of event in one language: "{event.of}" in a phrase is one of its forms."""

    bare: str  # Workshop, Atelier, ورشة عمل
    the: str  # the Workshop, l’Atelier, ورشة العمل
    of: str  # of the Workshop, de l’Atelier, ورشة العمل
    to: str  # to the Workshop, à l’Atelier, لورشة العمل
    held: str  # held, tenu or tenue, المنعقدة or المنعقد
    was_held: str  # was held, s’est tenu or s’est tenue, انعقدت or انعقد

    @property
    def start(self) -> str:
        """``The Workshop``, ``L’Atelier``: at the start of a sentence."""
        return self.the[:1].upper() + self.the[1:]


def event(language: str, type_: str) -> Event:
    """The event of a type as programmes write it; a type nobody knows is a meeting, but in English.

    English says whatever word was given, for any word has the same forms there.
    """
    key = (type_ or "workshop").strip().casefold()
    match language:
        case "fr":
            return _FRENCH.get(key, _FRENCH["meeting"])
        case "ar":
            return _ARABIC.get(key, _ARABIC["meeting"])
        case _:
            bare = key.capitalize()
            return Event(
                bare, f"the {bare}", f"of the {bare}", f"to the {bare}", "held", "was held"
            )


def _elided(word: str, e: str = "") -> Event:
    held = f"tenu{e}"
    return Event(word, f"l’{word}", f"de l’{word}", f"à l’{word}", held, f"s’est {held}")


def _masculine(word: str) -> Event:
    return Event(word, f"le {word}", f"du {word}", f"au {word}", "tenu", "s’est tenu")


def _feminine(word: str) -> Event:
    return Event(word, f"la {word}", f"de la {word}", f"à la {word}", "tenue", "s’est tenue")


_FRENCH = {
    "workshop": _elided("Atelier"),
    "seminar": _masculine("Séminaire"),
    "symposium": _masculine("Symposium"),
    "conference": _feminine("Conférence"),
    "meeting": _feminine("Réunion"),
    "forum": _masculine("Forum"),
    "training": _feminine("Formation"),
    "training course": _feminine("Formation"),
    "session": _feminine("Session"),
    "summit": _masculine("Sommet"),
    "consultation": _feminine("Consultation"),
}


def _in_arabic(bare: str, the: str, to: str, *, feminine: bool) -> Event:
    held, was_held = ("المنعقدة", "انعقدت") if feminine else ("المنعقد", "انعقد")
    return Event(bare, the, the, to, held, was_held)


_ARABIC = {
    "workshop": _in_arabic("ورشة عمل", "ورشة العمل", "لورشة العمل", feminine=True),
    "seminar": _in_arabic("ندوة", "الندوة", "للندوة", feminine=True),
    "symposium": _in_arabic("ندوة", "الندوة", "للندوة", feminine=True),
    "conference": _in_arabic("مؤتمر", "المؤتمر", "للمؤتمر", feminine=False),
    "meeting": _in_arabic("اجتماع", "الاجتماع", "للاجتماع", feminine=False),
    "forum": _in_arabic("منتدى", "المنتدى", "للمنتدى", feminine=False),
    "training": _in_arabic("دورة تدريبية", "الدورة التدريبية", "للدورة التدريبية", feminine=True),
    "training course": _in_arabic(
        "دورة تدريبية", "الدورة التدريبية", "للدورة التدريبية", feminine=True
    ),
    "session": _in_arabic("دورة", "الدورة", "للدورة", feminine=True),
    "summit": _in_arabic("مؤتمر قمة", "مؤتمر القمة", "لمؤتمر القمة", feminine=False),
    "consultation": _in_arabic("مشاورة", "المشاورة", "للمشاورة", feminine=True),
}
