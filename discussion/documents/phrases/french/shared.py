"""Sentences several documents share, in French; data, no rules."""

PHRASES: dict[str, str] = {
    "place.both": "{city.bare} ({country.bare})",
    "place.city": "{city.bare}",
    "place.country": "{country.bare}",
    "in.both": "{city.at} ({country.bare})",
    "in.city": "{city.at}",
    "in.country": "{country.at}",
    "where_when": "{where}, {when}",
    "held": "{event.held} {where_when}",
    "was_held": "{event.was_held} {where_when}",
    "event.on": "{event.bare} sur le thème {title}",
    "organised": "organisé par {hosts}",
    "co_organised": "organisé conjointement par {hosts}",
    "original": "Original : {language}",
    "language.en": "anglais",
    "language.fr": "français",
    "language.ar": "arabe",
    "stamp": "PROJET · {label} · {time}",
    "stage": "{label} · {time}",
    "zone": "{time} (heure {place.of})",
    "zone.plain": "{time} ({place.bare})",
    "snapshot": "État arrêté au {time}",
    "tbc": "{words} (à confirmer)",
    "slot": "{day}, de {start} à {end}",
    "host": "{full} ({name})",
    "host.foreign": "{name} ({full})",
    "part": "{title} : {who}",
    "mandate": "{title}",
    "mandate.foreign": "le document intitulé {title}",
    "mandate.adopted": "{title}, adopté par {body}{held}",
    "mandate.held": ", {where_when}",
    "mandate.only": ", adopté {where_when}",
    "next_meeting": "la prochaine réunion ({body})",
    "mark.to be translated": "à traduire",
    "mark.draft translation": "traduction provisoire",
    "mark.translation out of date": "traduction à actualiser",
    "tables": "Tables {numbers}",
    "table": "Table {number}",
    "attribution.none": (
        "Les propos ne sont attribués à aucune table, aucun pays ni aucune personne."
    ),
    "attribution.table": (
        "Les propos sont attribués à des tables, et à aucun pays ni aucune personne."
    ),
    "attribution.country": (
        "Les propos sont attribués à des tables et non à des personnes. Un pays est nommé "
        "lorsqu’une note d’une table le mentionne et que le délégué y a consenti ; cela ne "
        "signifie pas que ce pays a tenu ces propos ni qu’il les partage."
    ),
    "attribution.on_topic": "Thème {number} : {statement}",
    "document.declaration": "Déclaration",
    "document.proceedings": "Compte rendu",
    "document.guidelines": "Lignes directrices",
    "document.presentation-topic": "Exposé",
    "document.provenance": "Tableau des sources",
    "document.programme": "Programme",
    "document.participants": "Liste des participants",
}
