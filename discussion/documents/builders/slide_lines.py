"""The lines of a deck that people may word themselves; it must not know what they say."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from discussion.documents.builders import wording
from discussion.documents.builders.spoken import said_by_hand
from discussion.documents.deck import BulletSlide, Slide
from discussion.documents.phrases import phrase
from discussion.domain.drafting.passages import Generated, words_for
from discussion.domain.publications import Record
from discussion.domain.translations import Said

PRESENTER = "S-title-presenter"
"""Where the presenter is named: a line of the first slide, which is no bullet."""


class Lines:
    """What is said at each slot: generated, or by whoever wrote there.

    What somebody wrote is never cut; a line that was emptied says what is generated, since a
    slide without a title, or a point that is left out, would be a mistake.
    """

    def __init__(self, record: Record, document: str) -> None:
        self._record = record
        self._begun = {slot: p for (where, slot), p in record.passages.items() if where == document}
        self._generated: dict[str, tuple[str, Generated]] = {}
        self._edited: set[str] = set()

    def line(
        self, slot: str, words: str, place: str, *, points: tuple[str, ...] = (), whole: str = ""
    ) -> str:
        """The words of a slot. ``place`` is the anchor where they stand, the first if it is many.

        ``whole``: what the words were cut from, if they were.
        """
        made = Generated(slot, "", "line", words, points, whole, needed=True)
        self._generated.setdefault(slot, (place, made))
        passage = self._begun.get(slot)
        said = words_for(passage, made)
        if passage is None or said == words:
            return words
        self._edited.add(slot)
        told = said_by_hand(self._record, passage.id, said)
        line = " ".join(told.words.split())
        return self.marked(line, told)

    def marked(self, line: str, said: Said) -> str:
        """A line with what is still to be done of its translation, if anything is."""
        return " ".join(filter(None, (line, self.remark(said))))

    def remark(self, said: Said) -> str:
        """``[to be translated]``; "" where nothing is to be done."""
        return self.say("slides.remark", mark=self.say(f"mark.{said.mark}")) if said.mark else ""

    @property
    def language(self) -> str:
        """The language of the deck."""
        return self._record.written_in

    def say(self, key: str, /, **values: object) -> str:
        """A sentence in that language."""
        return phrase(self.language, key, **values)

    def own(self, words: str) -> str:
        """Words of the programme in that language, if its file has them in it."""
        return wording.own(self._record.workshop.programme, words, self.language)

    def edited(self, slot: str) -> bool:
        """Whether somebody worded that line by hand."""
        return slot in self._edited

    def generated(self, slides: Iterable[Slide]) -> tuple[Generated, ...]:
        """What is generated at each slot, in the order of the slides, with names for people."""
        named = dict(_places(slides, self.language))
        found = dict(self._generated.values())
        return tuple(replace(found[place], title=named[place]) for place in named if place in found)


def _places(slides: Iterable[Slide], language: str) -> Iterator[tuple[str, str]]:
    """Anchors of slides, for their titles, and of their bullets, with how they are called."""
    for number, slide in enumerate(slides, 1):
        yield slide.anchor, phrase(language, "slides.title_place", number=number)
        if number == 1:
            yield PRESENTER, phrase(language, "slides.presenter_place", number=number)
        if isinstance(slide, BulletSlide):
            for index, bullet in enumerate(slide.bullets, 1):
                place = phrase(language, "slides.place", number=number, bullet=index)
                yield bullet.anchor, place
