"""Sentences of the presentations, in French; data, no rules."""

PHRASES: dict[str, str] = {
    # a topic's slides
    "slides.status": "Texte non agréé",
    "slides.results": "Résultats des discussions de groupe",
    "slides.presenter": "Intervenant : {speaker}",
    "slides.unnamed": "[à désigner]",
    "slides.mandate": "Mandat et question posée",
    "slides.mandate_label": "Mandat",
    "slides.mandate_said": "Dans le prolongement de : {mandate}",
    "slides.asked_label": "Question posée aux tables",
    "slides.asked": "Défis, facteurs de réussite et autres méthodes : {title}",
    "slides.objective_label": "Objectif {event.of}",
    "slides.who": "Qui a contribué",
    "slides.tables.one": "table a contribué",
    "slides.tables.many": "tables ont contribué",
    "slides.notes.one": "note retenue",
    "slides.notes.many": "notes retenues",
    "slides.points.one": "point confirmé",
    "slides.points.many": "points confirmés",
    "slides.countries.one": "pays cité",
    "slides.countries.many": "pays cités",
    "slides.tables_named": "Tables dont des notes ont été retenues : {tables}.",
    "slides.countries_named": "Pays cités avec l’accord du délégué : {countries}.",
    "slides.none_yet": "aucun à ce stade",
    "slides.country_because": (
        "Un pays est cité parce qu’une note le mentionne ; rien n’est dit en son nom."
    ),
    "slides.countries_line": "Pays cités : {countries}",
    "slides.map": "Répartition par sous-thème",
    "slides.map_line": "{subtopic} : {notes} notes, {points} points",
    "slides.notes_series": "Notes retenues",
    "slides.points_series": "Points confirmés",
    "slides.findings": "Constats",
    "slides.no_finding": "Aucun point n’a encore été confirmé sur ce thème",
    "slides.of_several": "{title} ({number} sur {count})",
    "slides.practices": "Pratiques des pays",
    "slides.good_practices": "Bonnes pratiques",
    "slides.challenges": "Défis les plus largement soulevés",
    "slides.recommendations": "Recommandations et engagements",
    "slides.goes_to": "→ {place}",
    "slides.remark": "[{mark}]",
    "slides.open": "Questions encore ouvertes",
    "slides.nothing_open": (
        "Aucune question et aucune opinion divergente ne figurent parmi les points de ce thème"
    ),
    "slides.next": "Prochaines étapes",
    "slides.comments": (
        "Observations sur les projets de paragraphes : à adresser au secrétariat [date limite : à "
        "compléter]"
    ),
    "slides.draft_text": "Projet de texte : {title}, à l’heure indiquée ci-dessous",
    "slides.closing": "{title} : {day}, {time}",
    "slides.drafts": "Projets de paragraphes",
    "slides.further": (
        "Autres projets de paragraphes sur ce thème, {span} : voir le projet de texte « {title} »"
    ),
    "slides.span": "{first} à {last}",
    "slides.raised": "Soulevé par {strength} ({count}).",
    "slides.raised_named": "Soulevé par {strength} ({count}) : {tables}.",
    "slides.of_tables": "tables : {raising} sur {discussing}",
    "slides.note": "{number}. {words}",
    "slides.said_by": "Propos de {persons}.",
    "slides.sources": "Notes d’origine : {notes}.",
    "slides.none": "aucune",
    "slides.edited": "Le texte de la diapositive a été rédigé à la main.",
    "slides.title_place": "Diapositive {number}, titre",
    "slides.presenter_place": "Diapositive {number}, intervenant",
    "slides.place": "Diapositive {number}, puce {bullet}",
}
