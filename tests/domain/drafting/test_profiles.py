"""Profiles: the files that ship, and what is said of a file that cannot be used."""

import pytest

from discussion import assets
from discussion.domain.drafting.profiles import (
    OIC,
    ProfileProblems,
    parse_profile,
    profile_to_toml,
)

SHIPPED = {path.stem: path.read_text() for path in (assets.folder("data") / "profiles").iterdir()}


def test_the_oic_s_file_says_what_holds_where_a_file_says_nothing() -> None:
    assert parse_profile(SHIPPED["oic"]) == parse_profile("") == OIC


def test_the_un_ends_its_preamble_with_commas_and_asean_opens_in_capitals() -> None:
    assert set(SHIPPED) == {"oic", "un", "asean"}
    un, asean = parse_profile(SHIPPED["un"]), parse_profile(SHIPPED["asean"])
    assert (un.preambular_end, un.voice, un.hereby) == (",", "workshop", "")
    assert (asean.preambular_end, asean.opener) == (";", "capitals")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_profile_written_out_is_the_same_profile(name: str) -> None:
    profile = parse_profile(SHIPPED[name])
    assert parse_profile(profile_to_toml(profile)) == profile


def test_everything_wrong_with_a_file_is_said_at_once() -> None:
    text = """
    preambular_ends = ","
    operative_end = ","
    single_numbered = "yes"
    most_words = 0
    title = " "
    hereby = "a\\nb"
    """
    with pytest.raises(ProfileProblems) as caught:
        parse_profile(text)
    told = {problem.key: problem.message for problem in caught.value.problems}
    assert told == {
        "preambular_ends": "A profile has no such key. Is preambular_end meant? Take it out.",
        "operative_end": 'This must be one of ";", ".".',
        "single_numbered": "This must be true or false.",
        "most_words": "This must be from 1 to 100,000.",
        "title": "This is empty. Write it, please.",
        "hereby": "Write one line of at most 200 characters.",
    }


@pytest.mark.parametrize("text", ['title = "open', "[[[[" * 3_000, "x" * 20_001, "title = true"])
def test_what_is_no_profile_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ProfileProblems) as caught:
        parse_profile(text)
    assert caught.value.problems[0].message.endswith(".")
