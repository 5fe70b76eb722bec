"""Every sentence that documents have in English, by its key; data, no rules."""

from discussion.documents.phrases.english import (
    declaration,
    papers,
    printed,
    proceedings,
    shared,
    slides,
    sources,
    words,
)

ENGLISH: dict[str, str] = {
    **shared.PHRASES,
    **words.PHRASES,
    **declaration.PHRASES,
    **papers.PHRASES,
    **printed.PHRASES,
    **proceedings.PHRASES,
    **slides.PHRASES,
    **sources.PHRASES,
}
