"""Titles of documents, kinds, states, reasons and rules, in French; data, no rules."""

PHRASES: dict[str, str] = {
    # titles of documents
    "title.proceedings": "Compte rendu des travaux",
    "title.guidelines": "Lignes directrices",
    "title.presentation-topic": "Présentation",
    "title.provenance": "Tableau des sources",
    "title.programme": "Programme",
    "title.participants": "Liste des participants",
    # kinds of note and point
    "kind.challenge": "Défi",
    "kind.success_factor": "Facteur de réussite",
    "kind.alternative_method": "Autre méthode",
    "kind.good_practice": "Bonne pratique",
    "kind.recommendation": "Recommandation",
    "kind.commitment": "Engagement",
    "kind.question": "Question",
    "kind.dissent": "Opinion divergente",
    "kind.data": "Données",
    # states of notes
    "note.writing": "en cours de rédaction",
    "note.submitted": "remise",
    "note.accepted": "retenue",
    "note.returned": "renvoyée avec une question",
    "note.parked": "en réserve",
    "note.out_of_scope": "hors sujet",
    "note.withdrawn": "retirée",
    # states of points
    "point.proposed": "proposé",
    "point.confirmed": "confirmé",
    "point.drafted": "repris dans le projet de texte",
    "point.noted_only": "noté seulement",
    "point.parked": "en réserve",
    "point.merged": "fusionné avec un autre",
    "point.removed": "supprimé",
    # how many tables raised a point
    "strength.none": "aucune table",
    "strength.one": "une table",
    "strength.two": "deux tables",
    "strength.all": "toutes les tables",
    "strength.most": "la plupart des tables",
    "strength.many": "de nombreuses tables",
    "strength.several": "plusieurs tables",
    # reasons of moderators
    "reason.for_later": "Réservée pour la suite : utile, mais pas dans l’immédiat",
    "reason.needs_echo": (
        "Réservée pour la suite : l’idée d’une seule table, tant qu’une autre ne l’exprime pas"
    ),
    "reason.other_topic": "Relève d’un autre thème",
    "reason.not_public_employment": "Étrangère à l’objet des travaux",
    "reason.named_person": "Nomme ou juge une personne ou une entreprise",
    "reason.said_elsewhere": "Déjà dite dans une autre note de cette table",
    "reason.unclear": "N’a pu être comprise, et la table n’a pas répondu",
    # attribution
    "attribution.none": (
        "Les propos ne sont attribués à aucune table, à aucun pays ni à aucune personne."
    ),
    "attribution.table": (
        "Les propos sont attribués aux tables, et non à un pays ou à une personne."
    ),
    "attribution.country": (
        "Les propos sont attribués aux tables et non aux personnes. Un pays est cité lorsque la "
        "note d’une table le mentionne et que le délégué y a consenti ; il ne s’ensuit pas que ce "
        "pays soit l’auteur des propos ni qu’il y souscrive."
    ),
    "attribution.person": (
        "Les propos sont attribués aux tables. Un pays ou un délégué est cité lorsque la note "
        "d’une table le nomme et que le délégué y a consenti ; il ne s’ensuit pas qu’un pays soit "
        "l’auteur des propos ni qu’il y souscrive."
    ),
    "attribution.on_topic": "Pour le thème {number} : {rule}",
    # what became of a note
    "became.writing": "En cours de rédaction",
    "became.accepted": "Retenue",
    "became.alone": "Retenue ; elle ne figure encore dans aucun point",
    "became.returned": "Renvoyée avec une question",
    "became.parked": "Mise en réserve",
    "became.out_of_scope": "Hors sujet",
    "became.withdrawn": "Retirée par la table",
    "became.unread": "Non encore lue",
    "became.answered": "La table a répondu ; la note n’a pas encore été relue",
    "became.again": "Reprise, sans décision pour l’instant",
    "became.since_accepted": "Modifiée depuis qu’elle a été retenue, et non encore relue",
    "became.since_returned": "Modifiée depuis son renvoi avec une question, et non encore relue",
    "became.since_parked": "Modifiée depuis sa mise en réserve, et non encore relue",
    "became.since_out_of_scope": (
        "Modifiée depuis qu’elle a été jugée hors sujet, et non encore relue"
    ),
    "kept.writing": "Son texte n’a pas encore été remis",
    "kept.withdrawn": "Son texte reste à la table",
    "kept.named_person": "Son texte reste à la table, car il nomme quelqu’un",
    # what is ahead of a point
    "ahead.proposed": "Point non encore confirmé : les documents le reprendront lorsqu’il le sera.",
    "ahead.aside": (
        "Point mis à part : seul le compte rendu des travaux l’énumère parmi les points de cette "
        "nature."
    ),
    "ahead.reworded": "Son libellé a changé depuis ; la prochaine édition le montrera.",
    "ahead.took_others": (
        "D’autres points y ont été fusionnés ; les documents antérieurs les présentent tels qu’ils "
        "étaient."
    ),
    "ahead.joined_later": (
        "La note a rejoint ce point après l’établissement des documents les plus récents."
    ),
    "ahead.nowhere": "Dans aucun document pour l’instant : les prochains le reprendront.",
}
