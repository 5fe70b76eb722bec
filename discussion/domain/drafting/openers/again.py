"""How each language says that an opener is used again; it must not know the tables."""

AGAIN: dict[str, tuple[str, str]] = {
    "en": ("also", "further"),
    "fr": ("également", "en outre"),
    "ar": ("أيضاً", "كذلك"),
}
"""What says it the second time, and every later one."""

_FRENCH_LEADS = ("Nous", "se", "Se", "Pleinement", "Fermement", "Vivement")
_NOTE = "علماً"  # of "take note", which is two words in Arabic


def repeated(opener: str, times_before: int, language: str = "en") -> str:
    """The opener as it stands when the same one has just been used ``times_before`` times.

    The second use in a row takes "also", every later one "further" (editorial usage of
    intergovernmental texts): "Noting also with concern", "Recommandons en outre".
    """
    return said_again(opener, min(times_before, 2), language)


def said_again(opener: str, again: int, language: str) -> str:
    """The opener with the word for its second (1) or a later (2) use; as it is for 0."""
    if again == 0:
        return opener
    words = opener.split(" ")
    first = _place(words, language)
    return " ".join([*words[:first], AGAIN[language][min(again, 2) - 1], *words[first:]])


def joining(opener: str, language: str, *, first: bool) -> str:
    """An Arabic preambular opener with the "and" that all but the first paragraph begin with."""
    if language != "ar" or opener.split(" ")[0] not in ("إذ", "وإذ"):
        return opener
    bare = opener.removeprefix("و")
    return bare if first else f"و{bare}"


def _place(words: list[str], language: str) -> int:
    """After how many words of an opener it stands: after the verb, and what is one with it."""
    match language:
        case "fr":
            return 2 if words[0] in _FRENCH_LEADS else 1
        case "ar":
            place = 2 if words[0] in ("إذ", "وإذ", "وقد") or words[1:2] == ["المشاركون"] else 1
            place += words[place : place + 1] == [_NOTE]
            return place
        case _:
            return 2 if words[0] == "Strongly" or words[1:2] == ["note"] else 1
