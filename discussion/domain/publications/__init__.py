"""What leaves the house: documents, their editions, and the Record every edition is built from."""

from discussion.domain.publications.editions import (
    FINAL,
    Edition,
    EditionStamp,
    edition_label,
    published_levels,
    stages,
    suggested_symbol,
    symbol_of,
)
from discussion.domain.publications.kinds import (
    DOCUMENTS,
    DocumentKind,
    document_kind,
    documents_of,
)
from discussion.domain.publications.record import (
    Decider,
    EveryNote,
    NoteLine,
    Record,
    SourceLine,
    notes_behind,
    notes_for_outputs,
    points_for_outputs,
    points_set_aside,
    tables_discussing,
    tables_raising,
)

__all__ = [
    "DOCUMENTS",
    "Decider",
    "DocumentKind",
    "Edition",
    "EditionStamp",
    "EveryNote",
    "FINAL",
    "NoteLine",
    "Record",
    "SourceLine",
    "document_kind",
    "documents_of",
    "edition_label",
    "notes_behind",
    "notes_for_outputs",
    "points_for_outputs",
    "points_set_aside",
    "published_levels",
    "stages",
    "suggested_symbol",
    "symbol_of",
    "tables_discussing",
    "tables_raising",
]
