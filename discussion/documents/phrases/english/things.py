"""Things that documents count, in English; data, no rules."""

THINGS: dict[str, tuple[str, str]] = {
    "country": ("country", "countries"),
    "day": ("day", "days"),
    "dissent": ("dissent", "dissents"),
    "note": ("note", "notes"),
    "organisation": ("organisation", "organisations"),
    "other participant": ("other", "others"),
    "paragraph": ("paragraph", "paragraphs"),
    "participant": ("participant", "participants"),
    "point": ("point", "points"),
    "presentation": ("presentation", "presentations"),
    "question": ("question", "questions"),
    "recommendation": ("recommendation", "recommendations"),
    "session": ("session", "sessions"),
    "subtopic": ("subtopic", "subtopics"),
    "table": ("table", "tables"),
    "topic": ("topic", "topics"),
}
"""One of it, several of it."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
