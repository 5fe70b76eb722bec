"""Every sentence that documents have in English, by its key; data, no rules."""

from discussion.documents.phrases.english import declaration, shared

ENGLISH: dict[str, str] = {**shared.PHRASES, **declaration.PHRASES}
