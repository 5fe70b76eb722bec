"""Sentences of guidelines, programme, participants and reports, in French; data, no rules."""

PHRASES: dict[str, str] = {
    # guidelines
    "guidelines.draft": "Projet de lignes directrices",
    "guidelines.status": "Facultatif et non contraignant. Projet soumis à consultation.",
    "guidelines.purpose": "Statut, objet et portée",
    "guidelines.voluntary": (
        "Les présentes lignes directrices sont facultatives et non contraignantes. Elles "
        "réunissent ce que les tables {event.of} ont recommandé ; elles ne créent aucune "
        " obligation et ne se substituent à aucune législation ni politique nationale."
    ),
    "guidelines.origin": "Elles sont issues {event.of} sur le thème {title}{held}.",
    "guidelines.whom": "Elles s’adressent aux destinataires du programme :",
    "guidelines.scope_open": "portée et destinataires des lignes directrices.",
    "guidelines.terms": "Terminologie",
    "guidelines.terms_open": "termes employés et leur définition.",
    "guidelines.principles": "Principes",
    "guidelines.principles_open": "cinq à sept principes valables pour toutes les parties.",
    "guidelines.part": "Partie {letter}",
    "guidelines.none": (
        "Aucune recommandation n’avait été confirmée sur ce thème à la date de la présente édition."
    ),
    "guidelines.place": "Ligne directrice {number}",
    "guidelines.why": "Motif",
    "guidelines.steps": "Mesures par acteur",
    "guidelines.example": "Exemple",
    "guidelines.indicator": "Indicateur",
    "guidelines.basis": "Fondement",
    "guidelines.raised": (
        "Parmi les tables ayant débattu du thème, ce point a été soulevé par {strength}."
    ),
    "guidelines.review": "Mise en œuvre et révision",
    "guidelines.focal_open": "points focaux et modalités du partage d’expériences.",
    "guidelines.review_open": (
        "date de la révision des lignes directrices et organe qui en est chargé."
    ),
    "guidelines.checklist": "Grille d’autoévaluation",
    "guidelines.checklist_place": "Grille d’autoévaluation, {number}",
    "guidelines.annex": "Annexe",
    "guidelines.stand": "Où nous en sommes",
    "guidelines.number": "N°",
    "guidelines.one": "Ligne directrice",
    "guidelines.in_place": "En place",
    "guidelines.in_part": "En partie",
    "guidelines.not_yet": "Pas encore",
    # programme
    "programme.provisional": (
        "Provisoire. Les éléments suivis de la mention (à confirmer) restent à confirmer."
    ),
    "programme.day": "Jour {number}",
    "programme.day_place": "Jour {number}, {time}",
    "programme.zone": "Les horaires sont donnés à l’heure {place.of}.",
    "programme.date": "{weekday} {day}",
    "weekday.0": "Lundi",
    "weekday.1": "Mardi",
    "weekday.2": "Mercredi",
    "weekday.3": "Jeudi",
    "weekday.4": "Vendredi",
    "weekday.5": "Samedi",
    "weekday.6": "Dimanche",
    "programme.venue": "Lieu",
    "programme.invited": "Invités",
    "programme.time": "Horaire",
    "programme.session": "Séance",
    "programme.next_day": "{hours} (le lendemain)",
    # participants
    "participants.status": "Les rectifications sont à adresser au secrétariat.",
    "participants.none": "Aucune liste de participants n’a encore été communiquée.",
    "participants.country": "Pays",
    "participants.organisation": "Organisations",
    "participants.host": "Organisateurs et secrétariat",
    "participants.one_country": "Pays",
    "participants.one_organisation": "Organisation",
    "participants.column": "Participants",
    "participants.place": "{group}, {name}",
    "participants.attendance": "{people}, représentant {places}",
    "participants.unnamed.one": "{people} est compté sans être nommé.",
    "participants.unnamed.many": "{people} sont comptés sans être nommés.",
    "participants.others": "et {others}",
    # what became of what a table said
    "report.title": "Ce que nos propos sont devenus",
    "report.one": "{table} : {title}",
    "report.all": "Toutes les tables : {title}",
    "report.status": (
        "À l’intention de la table et de ceux qui travaillent avec ses notes. Le présent document "
        "contient aussi les notes mises en réserve, écartées ou retirées, qui ne figurent dans "
        "aucun autre document."
    ),
    "report.as_of": "Au {time}",
    "report.number": "N°",
    "report.note": "Note",
    "report.became": "Suite donnée",
    "report.note_place": "Note {number}",
    "report.note_link": "la note {number}",
    "report.see": "Sa destination est indiquée à {note}.",
    "report.noted_as": "Consignée comme",
    "report.reason": "Motif",
    "report.question": "Question",
    "report.answer": "Réponse",
    "report.no_answer": "non encore donnée",
    "report.point": "Point",
    "report.no_words_yet": "pas encore de texte",
    "report.no_words_left": "il ne reste aucun texte",
    "report.agreed": "{names} (consentement à être nommé)",
    "report.top": "l’un des points prioritaires de la table",
    "report.late": "tardive : rédigée après la clôture de la feuille",
    "report.document_topic": "{document}, thème {number}",
    "report.stands_in": "{document} ({label}), {spots}.",
    "report.stands_as": "{document} ({label}), {spots} : {words}.",
    "report.moment": "{day}, {time}",
    "report.count.none": "Aucune note.",
    "report.count.unsaid": "{notes}, dont aucune ne figure encore dans un point.",
    "report.count.one": "Sur {notes}, une figure dans {points}.",
    "report.count.many": "Sur {notes}, {number} figurent dans {points}.",
    "report.rest.unread": "à lire : {number}",
    "report.rest.returned": "en attente de la réponse de la table : {number}",
    "report.rest.accepted": "retenues sans figurer dans un point : {number}",
    "report.rest.parked": "en réserve : {number}",
    "report.rest.out_of_scope": "hors sujet : {number}",
}
