"""Every sentence that documents have in Arabic, by its key; data, no rules."""

from discussion.documents.phrases.arabic import (
    declaration,
    papers,
    printed,
    proceedings,
    shared,
    slides,
    sources,
    words,
)

ARABIC: dict[str, str] = {
    **shared.PHRASES,
    **words.PHRASES,
    **declaration.PHRASES,
    **papers.PHRASES,
    **printed.PHRASES,
    **proceedings.PHRASES,
    **slides.PHRASES,
    **sources.PHRASES,
}
