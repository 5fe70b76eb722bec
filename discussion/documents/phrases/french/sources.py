"""Sentences of the provenance table as a paper, in French; data, no rules."""

PHRASES: dict[str, str] = {
    "sources.status": (
        "À l’intention de ceux qui vérifient les projets : chaque passage y est ramené à sa source."
    ),
    "sources.about": (
        "Chaque ligne mène d’un passage d’un document à ce qui le fonde : le point, lorsque le "
        "passage n’en reprend pas exactement le libellé, et les notes retenues, dans les mots des "
        "tables. Le même tableau existe au format CSV, avec toutes les notes."
    ),
    "sources.of_topic": "{title}, thème {number}",
    "sources.place": "Passage",
    "sources.words": "Texte",
    "sources.behind": "Fondé sur",
    "sources.programme": "Texte du programme.",
    "sources.secretariat": "Texte du secrétariat : ne repose sur aucune note.",
    "sources.more": "Autres notes, au format CSV : {number}",
}
