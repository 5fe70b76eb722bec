"""Sentences of the proceedings, in French; data, no rules."""

PHRASES: dict[str, str] = {
    # the parts of a body
    "body.to_complete": "À compléter par le secrétariat : {what}",
    "body.open_cell": "à compléter",
    "body.annex": "Annexe {number}",
    "body.paragraph": "Paragraphe {number}",
    "body.scheduled": "La séance était prévue {when}.",
    "body.topic": "Thème {number} : {title}",
    "body.topic_short": "Thème {number}",
    "body.whole_topic": "Le thème dans son ensemble",
    # proceedings
    "proceedings.draft": "Projet de compte rendu des travaux",
    "proceedings.status": "Projet soumis aux participants pour rectification des faits.",
    "proceedings.disclaimer": (
        "Le présent projet est distribué aux seules fins de rectification. Il rend compte, sous "
        "forme résumée, de ce que les tables {event.of} ont consigné ; aucune délégation, "
        "institution ou personne n’est liée par des propos qui y sont rapportés."
    ),
    "proceedings.summary": "Résumé analytique",
    "proceedings.summary_place": "Résumé analytique, thème {topic}",
    "body.message": "{place}, message {number}",
    "proceedings.none": (
        "Aucun point n’avait été confirmé sur ce thème à la date de la présente édition."
    ),
    "proceedings.introduction": "Introduction",
    "proceedings.background": "Contexte",
    "proceedings.held": "{event.start} sur le thème {title} {event.was_held}{where_when}.",
    "proceedings.venue": " ({venue})",
    "proceedings.organised.one": "L’organisation en a été assurée par {hosts}.",
    "proceedings.organised.many": "L’organisation en a été assurée conjointement par {hosts}.",
    "proceedings.roles": "Les rôles étaient répartis comme suit : {roles}.",
    "proceedings.role": "{host} ({role})",
    "proceedings.mandate": "Les travaux faisaient suite au mandat suivant : {mandate}.",
    "proceedings.objectives": "Objectifs",
    "proceedings.objectives_of": "Le programme fixait les objectifs suivants {event.to} :",
    "proceedings.method": "Méthode, partenaires et participation",
    "proceedings.method_said": "Le programme décrivait la méthode comme suit : {method}.",
    "proceedings.seated": (
        "Les participants ont été répartis entre {tables}. Chaque table a consigné ses idées sous "
        "forme de notes au fil de ses échanges ; les modérateurs ont examiné ces notes et les ont "
        "regroupées dans les points présentés ci-après. Les notes sont conservées sans "
        "modification."
    ),
    "proceedings.invited": (
        "Les institutions internationales ci-après ont été invitées : {invited}."
    ),
    "proceedings.foreseen": "Le programme prévoyait les participants suivants :",
    "proceedings.took_part": "Ont pris part aux travaux : {people}.",
    "proceedings.attendance_open": "nombre de participants et de pays représentés.",
    "proceedings.summary_of": "résumé de {title}.",
    "proceedings.on_programme": "Le programme en était le suivant :",
    "proceedings.delivered": (
        "résumé de l’intervention « {title} » de {speaker}, telle que prononcée."
    ),
    "proceedings.presented": "Cette présentation était prévue {when}.",
    "proceedings.presented_by": "Cette présentation, confiée à {speaker}, était prévue {when}.",
    "proceedings.presentation_open": (
        "nom de l’intervenant et résumé de la présentation telle que faite."
    ),
    "proceedings.outcome": "Document final",
    "proceedings.outcome_said": (
        "Un projet de texte, intitulé « {title} », a été établi à partir des points présentés "
        "ci-dessus ; il fait l’objet d’un document distinct."
    ),
    "proceedings.outcome_open": (
        "adoption ou non du document final, date et forme de cette adoption."
    ),
    "proceedings.follow_up": "Suivi",
    "proceedings.follow_up_none": (
        "Aucune recommandation et aucun engagement n’avaient encore été confirmés."
    ),
    "proceedings.follow_up_said": (
        "Le tableau ci-après énumère les mesures appelées par les recommandations et engagements."
    ),
    "proceedings.matrix": "Tableau de suivi",
    "proceedings.action": "Mesure",
    "proceedings.who": "Responsable",
    "proceedings.when": "Échéance",
    "proceedings.paragraph": "Paragraphe",
    "proceedings.follow_up_place": "Suivi {number}",
    "proceedings.programme": "Programme",
    "proceedings.programme_place": "Programme, {time}",
    "proceedings.item": "Point",
    "proceedings.tables": "Tables et notes retenues",
    "proceedings.tables_caption": "Notes retenues, par table et par thème",
    "proceedings.table": "Table",
    "proceedings.table_place": "{annex}, {table}",
    # a topic's chapter
    "chapter.presentation": "Présentation du thème",
    "chapter.presented": "Le thème a été présenté {when}.",
    "chapter.presenter": "La présentation en était confiée à {speaker}.",
    "chapter.discussion": "Discussions de groupe",
    "chapter.discussion_scheduled": "Les discussions de groupe étaient prévues {when}.",
    "chapter.no_notes": (
        "Aucune table n’avait remis de note sur ce thème à la date de la présente édition."
    ),
    "chapter.discussed.one": "{tables} a débattu du thème et remis des notes.",
    "chapter.discussed.many": "{tables} ont débattu du thème et remis des notes.",
    "chapter.accepted.none": "Aucune de ces notes n’a été retenue.",
    "chapter.accepted.one": (
        "Au total, {notes} a été retenue et a servi de base aux constats ci-après."
    ),
    "chapter.accepted.many": (
        "Au total, {notes} ont été retenues et ont servi de base aux constats ci-après."
    ),
    "chapter.subtopics": "Les tables étaient invitées à examiner les sous-thèmes suivants :",
    "chapter.findings": "Constats par sous-thème",
    "chapter.findings_said": (
        "Les tableaux ci-après présentent chaque point dans les termes où il a été confirmé et "
        "indiquent dans quelle mesure il a été soulevé. Cette indication ne préjuge en rien d’un "
        "accord."
    ),
    "chapter.findings_said.table": (
        "Les tableaux ci-après présentent chaque point dans les termes où il a été confirmé, les "
        "tables sur les notes desquelles il repose et dans quelle mesure il a été soulevé. Cette "
        "dernière indication ne préjuge en rien d’un accord."
    ),
    "chapter.findings_said.who": (
        "Les tableaux ci-après présentent chaque point dans les termes où il a été confirmé, les "
        "tables sur les notes desquelles il repose, ceux qui ont consenti à être cités avec ces "
        "notes et dans quelle mesure il a été soulevé. Cette dernière indication ne préjuge en "
        "rien d’un accord."
    ),
    "chapter.ref": "Réf.",
    "chapter.point": "Point",
    "chapter.raised_by": "Soulevé par",
    "chapter.who.country": "Pays",
    "chapter.who.person": "Pays et personnes",
    "chapter.strength": "Ampleur",
    "chapter.finding_place": "Constat {ref}",
    "chapter.challenges": "Défis",
    "chapter.challenges_said": "Ce qui suit a été recensé au titre des défis :",
    "chapter.factors": "Facteurs de réussite et autres méthodes",
    "chapter.factors_said": (
        "Ce qui suit a été avancé au titre des facteurs de réussite et des autres méthodes :"
    ),
    "chapter.recommendations": "Recommandations et engagements",
    "chapter.recommendations_said": "Il a été recommandé ce qui suit :",
    "chapter.commitments_said": "Ce qui suit a été exprimé au titre des engagements :",
    "chapter.nothing": "Rien n’avait été confirmé à ce titre à la date de la présente édition.",
    "chapter.practices": "Bonnes pratiques",
    "chapter.practices_said": "Ce qui suit a été décrit aux tables au titre des bonnes pratiques :",
    "chapter.practice": "Pratique",
    "chapter.result": "Résultat et contact",
    "chapter.practice_place": "Bonne pratique {ref}",
    "chapter.not_agreed": "Points sans accord et points mis à part",
    "chapter.commitments": "engagements",
    "chapter.dissent": "opinions divergentes",
    "chapter.question": "questions ouvertes",
    "chapter.data": "données",
    "chapter.aside": "points mis à part",
    "chapter.dissent_said": "Ce qui suit s’écartait des opinions d’autres tables :",
    "chapter.question_said": "Ce qui suit est resté sans réponse :",
    "chapter.data_said": "Ce qui suit a été mentionné et restait à vérifier :",
    "chapter.aside_said": "Ce qui suit a été mis à part et ne figure qu’ici :",
    "chapter.reference": " ({ref}, {strength})",
    "chapter.no_such": (
        "Aucun point de cette nature n’était consigné à la date de la présente édition."
    ),
    "chapter.second_day": "Présentation des résultats et questions",
    "chapter.results_presented": "Les résultats ont été présentés {when}.",
    "chapter.second_day_open": "nom de l’intervenant, questions de la salle et réponses.",
}
