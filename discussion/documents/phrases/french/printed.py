"""Words round pages, on slides' controls, table cards and listings, in French; data, no rules."""

PHRASES: dict[str, str] = {
    # how words stand together
    "labelled": "{label} : ",
    "semicolon": " ; ",
    "sentence": "{words}.",
    "comma": ", ",
    # round every page
    "printed.contents": "Table des matières",
    "printed.page": "Page {page} sur {pages}",
    "printed.rehearsal": "EXERCICE : contenu fictif, sans valeur de compte rendu",
    "printed.rehearsal_short": "EXERCICE : contenu fictif",
    "printed.rehearsal_mark": "EXERCICE",
    "printed.way_in": "Ce que les propos des tables sont devenus :",
    "printed.code": "Code QR",
    "printed.code_of": "Code QR de {address}",
    # slides in a browser
    "printed.slide": "Diapositive {number}",
    "printed.notes": "Notes de l’orateur",
    "printed.back": "Précédente",
    "printed.next": "Suivante",
    "printed.since": "depuis l’ouverture de cette fenêtre",
    # table cards
    "cards.title": "Cartes de table",
    "cards.square": "Code QR qui ouvre la feuille de {table}",
    "cards.scan": "1. Scannez le carré avec votre téléphone.",
    "cards.name": "2. Indiquez votre nom.",
    "cards.write": "3. Écrivez une idée par note.",
    "cards.type": "Pas d’appareil photo ? Ouvrez {address} et saisissez",
    # every note, as rows
    "notes.title": "Toutes les notes",
    "notes.workshop": "Réunion",
    "notes.of": "Notes de",
    "notes.as_of": "Au",
    "notes.head": "Empreinte du journal à ce moment",
    "notes.every": "Tous les thèmes et la plénière",
    "notes.moment": "{moment}, événement {number} du journal",
    "notes.for_whom": "Destinataires",
    "notes.for_whom_said": (
        "Le secrétariat et les modérateurs. Les notes mises en réserve, écartées ou retirées "
        "figurent ici et dans le rapport de leur propre table, et ne peuvent figurer dans aucun "
        "autre document."
    ),
    "notes.decision_said": (
        "L’effet de la dernière décision sur la note. Si la table en a ensuite modifié le texte, "
        "l’état est de nouveau « remise » : la note attend une autre décision."
    ),
    "notes.before_said": (
        "Ce que disait la note lors de la dernière décision, si elle dit autre chose aujourd’hui."
    ),
    "notes.points_said": (
        "Les points dont la note est une source, dans leur libellé actuel, chacun avec son état."
    ),
    "notes.agreed_said": (
        "Le délégué consent à être cité avec la note : les pays et le nom qui l’accompagnent "
        "peuvent être publiés dans la mesure où ils le sont de manière générale ; sans ce "
        "consentement, ils ne le sont jamais."
    ),
    "notes.late_said": "Du texte a été ajouté après la clôture de la feuille.",
    "notes.read_back_said": "La table l’a confirmée parmi ses trois à cinq notes prioritaires.",
    "notes.times": "Heures",
    "notes.times_said": (
        "Heure locale de la réunion, avec son écart par rapport au temps universel."
    ),
    "notes.taken_back": "annulée",
    "notes.plenary": "Plénière",
    "notes.topic": "Thème",
    "notes.subtopic": "Sous-thème",
    "notes.table": "Table",
    "notes.kind": "Nature",
    "notes.words": "Texte",
    "notes.status": "État",
    "notes.reason": "Motif",
    "notes.remark": "Remarque du modérateur",
    "notes.question": "Question",
    "notes.answer": "Réponse",
    "notes.points": "Points",
    "notes.before": "Texte antérieur",
    "notes.decision": "Décision",
    "notes.decided_by": "Décidé par",
    "notes.decided": "Date de la décision",
    "notes.countries": "Pays",
    "notes.agreed": "Consentement",
    "notes.yes_agreed": "donné",
    "notes.said_by": "Auteur des propos",
    "notes.language": "Langue",
    "notes.late": "Tardive",
    "notes.yes_late": "tardive",
    "notes.read_back": "Confirmée",
    "notes.yes_read_back": "confirmée",
    "notes.begun": "Commencée",
    "notes.typed": "Dernière saisie",
    "notes.submitted": "Remise",
    "notes.note": "Note",
    "notes.secretariat": "Secrétariat",
    "notes.moderator": "Modérateur",
}
