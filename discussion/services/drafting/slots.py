"""The texts of a document as their page shows them: what is generated, what somebody wrote instead.

It changes nothing. Words are rendered by the code that writes the documents, and by no other.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from discussion.documents.builders.passages import generated_of
from discussion.documents.narrative import read_markdown
from discussion.documents.tree import Document, Meta, Paragraph, Text
from discussion.documents.writers.html.blocks import write_blocks
from discussion.domain.drafting.passages import (
    Form,
    Generated,
    Passage,
    begun_in,
    words_for,
)
from discussion.domain.publications import document_kind
from discussion.errors import NotFound
from discussion.services.publications.reading import record_of
from discussion.storage import drafting, programme
from discussion.storage.database import Transaction

State = dict[str, Any]


def slots_of(
    transaction: Transaction, workshop: str, document: str, since: int | None = None
) -> State | None:
    """Every slot of a document in reading order, with what it says now and what it rests on.

    None when nothing has happened after event ``since``. Raises ``workshop_unknown``.
    """
    if since is not None and programme.log_position(transaction, workshop)[0] == since:
        return None
    record = record_of(transaction, workshop)
    begun = begun_in(record.passages, document)
    statements = {point.id: point.statement for point in record.points}
    language = record.workshop.programme.language
    return {
        "sequence": record.sequence,
        "slots": [
            _slot(one, begun.get(one.slot), statements, language)
            for one in generated_of(record, document)
        ],
    }


def shown(transaction: Transaction, workshop: str, document: str, passage: str) -> str:
    """A passage's words as they are saved, rendered; raises ``NotFound``."""
    found = drafting.find_passage(transaction, passage)
    if found is None or (found[0], found[2].document) != (workshop, document):
        raise NotFound
    held = programme.find_workshop(transaction, workshop)
    form: Form = "line" if document_kind(document)[0].slides else "markdown"
    return _rendered(found[2].text, passage, form, held.programme.language if held else "")


def _slot(
    one: Generated, passage: Passage | None, statements: Mapping[str, str], language: str
) -> State:
    """``now`` is how it reads if somebody's words stand there, ``shown`` how it would by itself."""
    now = None
    if passage is not None and words_for(passage, one) != one.words:
        now = _rendered(passage.text, passage.id, one.form, language)
    return {
        "slot": one.slot,
        "title": one.title,
        "form": one.form,
        "words": one.words,
        "basis": one.basis,
        "needed": one.needed,
        "shown": _rendered(one.words, one.slot, one.form, language),
        "now": now,
        "points": [statements[point] for point in one.points if point in statements],
    }


def _rendered(words: str, name: str, form: Form, language: str) -> str:
    """Words as elements of a page; ``name`` tells their anchors from every other's on it."""
    line = Paragraph((Text(" ".join(words.split())),), "", ())
    blocks = (line,) if form == "line" else read_markdown(words)
    named = (replace(each, anchor=f"{name}-{number}") for number, each in enumerate(blocks, 1))
    return write_blocks(Document(replace(_META, language=language), tuple(named)))


_META = Meta(
    document="",
    title="",
    symbol="",
    stamp="",
    status="",
    language="",
    created=datetime(1970, 1, 1, tzinfo=UTC),
    creator="",
    subject="",
    draft=True,
    rehearsal=False,
)
"""Of no document at all: a text is rendered by itself."""
