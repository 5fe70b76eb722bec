"""Which documents a workshop publishes, and in which formats; it must not know what they say."""

from dataclasses import dataclass

from discussion.domain.programme import Programme


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document: its name for people, its part of the symbol, the formats it has."""

    title: str
    symbol: str
    formats: tuple[str, ...]
    per_topic: bool = False  # one document for each topic
    made_of: str = "points"  # what was said; else "programme" or "list of participants"

    @property
    def slides(self) -> bool:
        """Whether it is shown slide by slide and not read."""
        return "pptx" in self.formats


DOCUMENTS: dict[str, DocumentKind] = {
    "declaration": DocumentKind("Declaration", "DECL", ("akn", "docx", "html", "md", "odt", "pdf")),
    "proceedings": DocumentKind("Proceedings", "PROC", ("docx", "html", "md", "odt", "pdf")),
    "guidelines": DocumentKind("Guidelines", "GUID", ("docx", "html", "md", "odt", "pdf")),
    "presentation-topic": DocumentKind(
        "Presentation", "PRES", ("html", "pdf", "pptx"), per_topic=True
    ),
    "provenance": DocumentKind("Provenance table", "PROV", ("csv", "docx", "html", "pdf")),
    "programme": DocumentKind(
        "Programme", "INF.2", ("csv", "docx", "html", "ics", "pdf", "toml"), made_of="programme"
    ),
    "participants": DocumentKind(
        "List of participants",
        "INF.1",
        ("csv", "docx", "html", "pdf"),
        made_of="list of participants",
    ),
}
"""What a workshop publishes. A presentation's own key is ``presentation-topic-2`` for topic 2."""


def file_key(form: str, language: str = "") -> str:
    """What an edition's file is known by: ``docx``, or ``docx.fr`` in a further language."""
    return f"{form}.{language}" if language else form


def read_file_key(key: str) -> tuple[str, str]:
    """The format and the further language of a file; "" for the workshop's own."""
    form, _, language = key.partition(".")
    return form, language


def documents_of(programme: Programme) -> tuple[str, ...]:
    """The keys of every document a workshop with that programme publishes, in reading order."""
    keys: list[str] = []
    for key, kind in DOCUMENTS.items():
        keys += [f"{key}-{t.number}" for t in programme.topics] if kind.per_topic else [key]
    return tuple(keys)


def document_kind(document: str) -> tuple[DocumentKind, int | None]:
    """The kind and the topic number of a document's key; raises KeyError for an unknown one."""
    if document in DOCUMENTS and not DOCUMENTS[document].per_topic:
        return DOCUMENTS[document], None
    key, _, number = document.rpartition("-")
    if key not in DOCUMENTS or not DOCUMENTS[key].per_topic or not number.isdecimal():
        raise KeyError(document)
    return DOCUMENTS[key], int(number)
