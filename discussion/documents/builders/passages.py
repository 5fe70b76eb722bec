"""Every place of a document where people may write, with what is generated there.

From the very builders that write the documents; it must not know what anybody has written.
"""

from discussion.documents.builders.guidelines import write_guidelines
from discussion.documents.builders.presentation import write_presentation
from discussion.documents.builders.proceedings import write_proceedings
from discussion.domain.drafting.passages import Generated
from discussion.domain.publications import EditionStamp, Record, document_kind


def generated_of(record: Record, document: str) -> tuple[Generated, ...]:
    """The slots of proceedings, guidelines or a presentation in reading order, with their words.

    None of any other document. Raises KeyError for a document or topic there is none of.
    """
    topic = document_kind(document)[1]
    stamp = _stamp(record)
    if topic is not None:
        return write_presentation(record, stamp, topic_number=topic)[1]
    if document == "guidelines":
        return write_guidelines(record, stamp)[1]
    return write_proceedings(record, stamp)[1] if document == "proceedings" else ()


def _stamp(record: Record) -> EditionStamp:
    """No word that people may change depends on it."""
    return EditionStamp("", "", 0, record.last_event_at, record.workshop.programme.timezone)
