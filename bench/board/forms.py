"""What a search should find, written by hand: the forms of each word that the notes hold.

Whoever begins a word also finds longer ones; those count as beside. It must not search.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from bench.figures import Row

QUERIES: tuple[tuple[str, tuple[str, ...]], ...] = (  # words of a query, with the forms of each
    ("counsellors", ("counsellor counsellors",)),
    ("verify", ("verify verified verifying",)),
    ("train", ("train trained training",)),
    ("agency", ("agency agencies",)),
    ("conseillers", ("conseiller conseillers",)),
    ("une offre", ("une", "offre offres d'offres l'offre")),
    ("demandeur d'emploi", ("demandeurs", "emploi d'emploi")),
    ("agence", ("agence agences l'agence",)),
    ("المرشد", ("مرشد المرشد المرشدين بالمرشدين",)),
    ("تدريب", ("التدريب تدريبية التدريبية",)),
    ("شباب", ("والشباب الشبابية",)),
    ("مكتب", ("مكتب مكاتب",)),  # a plural that changes the word within
)
WORD = re.compile(r"[\w'’]+")
VOWELS = re.compile("[\u064b-\u0652]")  # which Arabic is mostly written without


def holding(forms: Sequence[str], notes: Iterable[Mapping[str, str]]) -> set[str]:
    """Ids of the notes that hold a form of every word."""
    every = [set(each.split()) for each in forms]
    said = ((note["id"], VOWELS.sub("", note["text"].lower())) for note in notes)
    words = {note: set(WORD.findall(text)) for note, text in said}
    return {note for note, held in words.items() if all(held & each for each in every)}


def judged(found: Iterable[str], wanted: set[str]) -> Row:
    """How many of those that should be found are, and how many others."""
    said = set(found)
    return {"right": len(said & wanted), "missed": len(wanted - said), "beside": len(said - wanted)}
