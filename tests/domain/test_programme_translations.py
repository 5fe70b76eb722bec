"""A programme file's own words in other languages."""

from discussion.domain.programme_file import programme_to_json

from .programme_files import SAMPLE, parsed, problems_of, small


def test_words_of_the_file_may_stand_in_other_languages() -> None:
    term = {"of": "Portals", "fr": "Portails", "ar": "بوابات"}
    programme = parsed(small(translations=[term]))
    assert programme.in_language("Portals", "fr") == "Portails"
    assert programme.in_language("Portals", "en") == "Portals"
    assert programme.in_language("Search", "fr") is None
    assert programme_to_json(programme)["translations"] == [term]
    assert parsed(programme_to_json(programme)) == programme
    assert "translations[0].of" in problems_of(small(translations=[{"fr": "Portails"}]))
    assert "translations[0].de" in problems_of(small(translations=[{"of": "x", "de": "y"}]))


def test_the_sample_has_all_its_words_in_french_and_arabic() -> None:
    programme = parsed(SAMPLE)
    titles = [programme.title, *programme.objectives, *(t.title for t in programme.topics)]
    titles += [s.title for topic in programme.topics for s in topic.subtopics]
    titles += [item.title for item in programme.items]
    for language in ("fr", "ar"):
        assert all(programme.in_language(title, language) for title in titles)
