"""What a document in its language says for each kept paragraph; it must not know where it stands.

A translation first; else, for words that nobody has edited, what is called for at that place in
that language; else the words as they are, which a draft marks.
"""

from collections.abc import Mapping

from discussion.documents.phrases import framed, phrase
from discussion.domain.drafting.paragraphs import Paragraph
from discussion.domain.drafting.rebuilding import Proposed
from discussion.domain.languages import language_of
from discussion.domain.publications import Record
from discussion.domain.translations import Said, said_in

Called = Mapping[str, Proposed]  # by slot, in the record's language


def said_of(record: Record, kept: Paragraph, called: Called) -> Said:
    """The words to print for a paragraph; their language is "" for that of the frames."""
    now = called.get(kept.slot or "")
    if now is not None and now.words == kept.text:
        return Said(now.words, now.language, now.mark)
    if _is_translated(record, kept) or not _is_untouched(kept) or now is None:
        return _as_kept(record, kept)
    return Said(now.words, now.language, now.mark) if _is_abroad(record) else _as_kept(record, kept)


def _as_kept(record: Record, kept: Paragraph) -> Said:
    """Frames are in the language of all frames at home, whatever their letters look like.

    A paragraph without words holds its number: a draft shows its place, a final text waits.
    """
    if not kept.text.strip():
        return Said(f"[{phrase(framed(record.written_in), 'body.open_cell')}]", "")
    own = kept.points or kept.slot is None
    language = kept.language if own else framed(record.workshop.programme.language)
    said = said_in(record, kept.id, kept.text, language)
    if not own and not _is_abroad(record):
        return Said(kept.text, said.language if own else "")
    return said


def _is_translated(record: Record, kept: Paragraph) -> bool:
    return record.written_in in record.translations.get(kept.id, {})


def _is_untouched(kept: Paragraph) -> bool:
    return kept.made is not None and kept.text == kept.made.words


def _is_abroad(record: Record) -> bool:
    """Whether the document's frames are others than those paragraphs were made with."""
    return framed(record.written_in) != framed(record.workshop.programme.language)


def said_by_hand(record: Record, passage: str, words: str) -> Said:
    """The words to print for what people wrote in a document that is no declaration.

    At home they are nowhere marked: whoever writes there writes for its readers.
    """
    home = record.workshop.programme.language
    said = said_in(record, passage, words, language_of(words, home))
    if said.mark == "to be translated" and record.written_in == home:
        return Said(words, home)
    return said
