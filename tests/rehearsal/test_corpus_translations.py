"""What the points of the sample say in other languages is complete and clean."""

from discussion.domain.languages import language_of
from discussion.rehearsal.corpus import translations, written_topics
from tests.rehearsal.test_corpus import FORBIDDEN


def test_every_written_statement_is_said_in_french_and_in_arabic() -> None:
    statements = [point.statement for topic in written_topics() for point in topic.points]
    assert list(translations()) == statements
    for told in translations().values():
        languages = {language: language_of(words) for language, words in told.items()}
        assert languages == {"fr": "fr", "ar": "ar"}


def test_no_translation_names_anybody_or_any_figure_or_ends_a_sentence() -> None:
    for told in translations().values():
        for words in told.values():
            assert not FORBIDDEN.search(words), words
            assert words == words.strip().rstrip(".;"), words
