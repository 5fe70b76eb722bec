"""Sentences of the provenance table as a paper, in English; data, no rules."""

PHRASES: dict[str, str] = {
    "sources.status": "For whoever checks the drafts. It leads back from every place in them.",
    "sources.about": (
        "Each row leads from a place in a document to what stands behind it: the point, where the "
        "place says more or less than it, and the accepted notes in the words of the tables. The "
        "same as rows for spreadsheets, with every note, is the table in its CSV form."
    ),
    "sources.of_topic": "{title}, topic {number}",
    "sources.place": "Place",
    "sources.words": "Words",
    "sources.behind": "Rests on",
    "sources.programme": "Words of the programme.",
    "sources.secretariat": "Secretariat text: rests on no note.",
    "sources.more": "Further notes, in the CSV form: {number}",
}
