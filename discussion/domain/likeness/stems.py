"""Light stemming of folded words in Arabic, French and English; of words it knows plurals alone."""

from functools import lru_cache

from discussion.domain.likeness.plurals import SINGULARS

_ARTICLES = ("وبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل")
_ARABIC_ENDINGS = ("اتها", "اتهم", "ات", "ها", "هم", "ان", "ون", "ين", "يه", "نا", "ه", "ي")
_FRENCH_ENDINGS = ("ent", "ee", "er", "ez", "e")
_ROOTED = 5  # letters; in a word no longer "waw" may belong to the root
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """What forms of one word have in common; ``word`` is folded (``words.folded``).

    A word in Arabic letters is Arabic in any text; other words follow the text's ``language``.
    """
    if "\u0600" <= word[0] <= "\u06ff":
        return _arabic(word)
    if not word[0].isalpha():
        return word
    return _french(word) if language == "fr" else _english(word)


def _arabic(word: str) -> str:
    """Without conjunction, article and endings, after the light stemmers of Arabic retrieval.

    Plurals made inside the word are named: no ending tells them.
    """
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 3:
            word = word[len(article) :]
            break
    for ending in _ARABIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    bare = word[1:] if word[0] == "و" else word
    if bare in SINGULARS:
        return SINGULARS[bare]
    return bare if len(word) > _ROOTED else word


def _french(word: str) -> str:
    """Without the endings of number, gender, infinitive and participle."""
    if word.endswith("eaux"):  # reseaux: no form of a word in -al
        return word[:-1]
    if word.endswith("aux") and len(word) > 5:
        return f"{word[:-3]}al"
    if word[-1] in "sx" and len(word) > 3:
        word = word[:-1]
    for ending in _FRENCH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 + (ending == "ent"):
            return word[: -len(ending)]
    return word


def _english(word: str) -> str:
    """Without plural, -ed, -ing and a last e or y."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}i"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "suio'":
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWELS & set(rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    if len(word) > 3 and word[-1] == "e":
        return word[:-1]
    return f"{word[:-1]}i" if len(word) > 3 and word[-1] == "y" else word
