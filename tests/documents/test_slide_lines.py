"""Lines of slides that people word themselves: used as they are, told to who speaks."""

from dataclasses import replace

from discussion.documents.builders.passages import generated_of
from discussion.documents.deck import BulletSlide, Deck, TitleSlide
from discussion.documents.writers.pptx import write_pptx
from discussion.domain.drafting.passages import standing_of
from tests.documents.by_hand import DECK, RECORD, deck, written
from tests.documents.reading import notes_text, slides_text


def test_a_hand_shortened_bullet_is_used_as_it_is_and_the_notes_have_the_point_whole() -> None:
    words = "Counsellors " + "trust tools they chose and " * 12 + "use them"
    slot = "findings-point-04"
    record = written({slot: f"{words}\n"}, DECK)
    (bullet,) = bullets(deck(record), slot)
    (before,) = bullets(deck(), slot)
    assert replace(bullet, words=before.words) == before
    assert bullet.words == words
    notes = notes_text(write_pptx(deck(record)))
    point = next(p for p in RECORD.points if p.id == "point-04")
    assert f"2. {point.statement}\n    The words on the slide were edited by hand." in notes
    assert notes.count("edited by hand") == 1
    assert words in slides_text(write_pptx(deck(record)))


def bullets(made: Deck, slot: str) -> list:
    slides = [slide for slide in made.slides if isinstance(slide, BulletSlide)]
    return [b for slide in slides for b in slide.bullets if b.anchor == f"S-{slot}"]


def test_titles_and_the_presenter_are_worded_once_for_all_their_slides() -> None:
    record = written({"draft": "Text to discuss", "presenter": "Presenter: the chair"}, DECK)
    titles = [slide.title for slide in deck(record).slides]
    assert titles[-4:-1] == [f"Text to discuss ({n} of 3)" for n in (1, 2, 3)]
    first = deck(record).slides[0]
    assert isinstance(first, TitleSlide)
    assert first.lines[-1] == "Presenter: the chair"


def test_an_emptied_line_says_what_is_generated() -> None:
    assert deck(written({"title": " ", "findings-point-04": ""}, DECK)) == deck()


def test_a_slide_that_grows_fuller_leaves_no_words_behind() -> None:
    slot = "challenges-point-00"
    edited = written({slot: "Poor data, poor advice"}, DECK)
    fewer = replace(edited, points=tuple(p for p in edited.points if p.id != "point-12"))
    now = {one.slot: one for one in generated_of(fewer, DECK)}
    assert standing_of(fewer.passages[DECK, slot], now[slot]) == "edited"
    changed = tuple(
        replace(p, statement=f"{p.statement} still") if p.id == "point-00" else p
        for p in edited.points
    )
    later = {one.slot: one for one in generated_of(replace(edited, points=changed), DECK)}
    assert standing_of(edited.passages[DECK, slot], later[slot]) == "left_behind"
