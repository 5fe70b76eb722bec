"""Things that documents count, in French; data, no rules."""

THINGS: dict[str, tuple[str, str, str]] = {
    "country": ("m", "pays", "pays"),
    "day": ("m", "jour", "jours"),
    "dissent": ("f", "opinion divergente", "opinions divergentes"),
    "note": ("f", "note", "notes"),
    "organisation": ("f", "organisation", "organisations"),
    "other participant": ("m", "autre participant", "autres participants"),
    "paragraph": ("m", "paragraphe", "paragraphes"),
    "participant": ("m", "participant", "participants"),
    "point": ("m", "point", "points"),
    "presentation": ("f", "présentation", "présentations"),
    "question": ("f", "question", "questions"),
    "recommendation": ("f", "recommandation", "recommandations"),
    "session": ("f", "séance", "séances"),
    "subtopic": ("m", "sous-thème", "sous-thèmes"),
    "table": ("f", "table", "tables"),
    "topic": ("m", "thème", "thèmes"),
}
"""Gender, one of it, several of it."""

FEW = {"m": ("aucun", "un"), "f": ("aucune", "une")}
NUMBERS = ("", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
