"""Plain notes and points for a topic the corpus has no words for, made from its titles alone."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from discussion.domain.contributions import KINDS
from discussion.domain.programme import Topic
from discussion.rehearsal.corpus.hands import Card, Hand, point_key, said_elsewhere
from discussion.rehearsal.corpus.library import plain_words
from discussion.rehearsal.corpus.values import Note, PlannedPoint, Verdict

LANGUAGES = ("en", "ar", "fr")
_TITLE_LIMIT = 120  # code points; longer titles are cut, a note is not the place for them
_NOTED_ONLY = ("question", "dissent")
_KINDS = tuple(KINDS)  # plain.json keeps their order


def plain_notes(
    topic_title: str,
    subtopic_titles: Sequence[str],
    table_number: int,
    language: str,
    rng: Random,
    *,
    topic: int = 1,
) -> list[Note]:
    """The notes of one table: one of each kind, then one kind said a second time.

    Works without subtopics and for titles in any script. The last note repeats an earlier one
    of the same table in other words. An unknown language gives English sentences.
    """
    language = known_language(language)
    turn = rng.randrange(2)
    notes = [
        _note(topic, topic_title, subtopic_titles, index, (turn + table_number) % 2, language)
        for index in range(len(_KINDS))
    ]
    rng.shuffle(notes)
    again = rng.randrange(len(_KINDS))
    wording = (turn + table_number + 1) % 2
    return [*notes, _note(topic, topic_title, subtopic_titles, again, wording, language)]


def plain_hands(topic: Topic, languages: Sequence[str], rng: Random) -> list[Hand]:
    """One hand for each table, in the order of ``languages``."""
    titles = [subtopic.title for subtopic in topic.subtopics]
    hands = []
    for table, language in enumerate(languages, start=1):
        made = plain_notes(topic.title, titles, table, language, rng, topic=topic.number)
        notes = [replace(note, subtopic=_number(topic, note.subtopic)) for note in made]
        cards = [*(_card(note) for note in notes[:-1]), said_elsewhere(notes[-1])]
        hands.append(Hand(table, len(cards), cards))
    return hands


def plain_points(topic: Topic, language: str) -> list[PlannedPoint]:
    """One point for each kind, in which all tables' notes of that kind come together."""
    titles = [subtopic.title for subtopic in topic.subtopics]
    return [_point(topic, titles, index, known_language(language)) for index in range(len(_KINDS))]


def known_language(language: str) -> str:
    """The language itself when there are sentences in it, else English."""
    bare = language.split("-")[0].casefold()
    return bare if bare in LANGUAGES else LANGUAGES[0]


def _card(note: Note) -> Card:
    point = point_key(note.topic, _KINDS.index(note.kind) + 1)
    return Card(note, Verdict(note="", decision="accept", point=point), once=False)


def _point(topic: Topic, titles: Sequence[str], index: int, language: str) -> PlannedPoint:
    title, place = _subject(topic.title, titles, index)
    entry = plain_words()["kinds"][index]
    return PlannedPoint(
        key=point_key(topic.number, index + 1),
        topic=topic.number,
        subtopic=_number(topic, place),
        kind=entry["kind"],
        statement=_filled(entry["statement"][language], title, language),
        language=language,
        status="noted_only" if entry["kind"] in _NOTED_ONLY else "confirmed",
        sources=(),
    )


def _number(topic: Topic, place: int | None) -> int | None:
    return None if place is None else topic.subtopics[place - 1].number


def _note(
    topic: int, title: str, subtopics: Sequence[str], kind: int, wording: int, language: str
) -> Note:
    subject, number = _subject(title, subtopics, kind)
    entry = plain_words()["kinds"][kind]
    return Note(
        key=f"{topic}.{kind + 1:02}.{language}{wording + 1}",
        topic=topic,
        subtopic=number,
        kind=entry["kind"],
        text=_filled(entry["notes"][language][wording], subject, language),
        countries=(),
        language=language,
        twin=f"{topic}.{kind + 1:02}",
    )


def _subject(title: str, subtopics: Sequence[str], kind: int) -> tuple[str, int | None]:
    if not subtopics:
        return title, None
    index = kind % len(subtopics)
    return subtopics[index], index + 1


def _filled(sentence: str, title: str, language: str) -> str:
    # str.replace, not str.format: a title may hold braces.
    title = title.strip()
    if len(title) > _TITLE_LIMIT:
        title = title[: _TITLE_LIMIT - 1].rstrip() + "…"
    quoted: str = plain_words()["quotes"][language].replace("{title}", title)
    return sentence.replace("{title}", quoted)
