"""What the speaker says, on the sheet of notes of each slide; it must not know what is shown.

The library lays out each sheet anew, and looks through the whole file for a free name: that took a
third of the time of a deck. All sheets look alike, so here each is a copy of the first.
"""

from copy import deepcopy
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart

from discussion.documents.writers.package import xml_safe


class Notes:
    """The sheets of one deck."""

    def __init__(self) -> None:
        self._first: NotesSlidePart | None = None
        self._empty: Any = None
        self._count = 0

    def write(self, page: Any, paragraphs: tuple[str, ...]) -> None:
        """Adds a slide's sheet with these words, an empty line between paragraphs."""
        sheet = self._laid_out(page) if self._first is None else self._copied(page, self._first)
        sheet.notes_slide.notes_text_frame.text = xml_safe("\n\n".join(paragraphs))

    def _laid_out(self, page: Any) -> Any:
        self._first = sheet = page.notes_slide.part
        self._empty = deepcopy(sheet._element)
        self._count = sheet.partname.idx
        return sheet

    def _copied(self, page: Any, first: NotesSlidePart) -> NotesSlidePart:
        self._count += 1
        sheet = NotesSlidePart(
            PackURI(f"/ppt/notesSlides/notesSlide{self._count}.xml"),
            CONTENT_TYPE.PML_NOTES_SLIDE,
            page.part.package,
            deepcopy(self._empty),
        )
        master = first.part_related_by(RELATIONSHIP_TYPE.NOTES_MASTER)
        sheet.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
        sheet.relate_to(page.part, RELATIONSHIP_TYPE.SLIDE)
        page.part.relate_to(sheet, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return sheet
