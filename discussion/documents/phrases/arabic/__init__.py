"""Every sentence that documents have in Arabic, by its key; data, no rules."""

from discussion.documents.phrases.arabic import declaration, shared

ARABIC: dict[str, str] = {**shared.PHRASES, **declaration.PHRASES}
