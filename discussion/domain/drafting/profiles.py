"""How a family of organisations punctuates and speaks; a profile is data, and must not know texts.

A profile file is TOML (docs/reference/profiles.md); what it does not say is as the OIC has it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Literal

from discussion.errors import DiscussionError


@dataclass(frozen=True)
class Profile:
    """The customs of a family of organisations; every default is the OIC's."""

    title: str = "OIC family"
    opening: str = "We, the participants"  # " of the Workshop on ..." follows, where they speak
    opening_fr: str = "Nous, participants"
    opening_ar: str = "نحن، المشاركين"
    opening_end: str = ";"
    preambular_end: str = ";"
    last_preambular_end: str = ";"
    hereby: str = "Hereby:"  # the line between preamble and operative part; "" for none
    hereby_fr: str = "Par les présentes :"
    hereby_ar: str = "وبناءً على ذلك:"
    opener: str = "italic"
    voice: str = "we"
    operative_end: str = ";"
    item_end: str = ";"
    numbers: Literal["1.", "1)", "(1)", ""] = "1."  # of operative paragraphs; "" for none
    single_numbered: bool = True  # whether the only operative paragraph has a number
    hijri: bool = False  # whether dates stand by the Hijri calendar too
    hijri_dates: str = ""  # of the event, where the computed ones are not those observed
    hijri_adopted: str = ""  # of the day of adoption, likewise
    most_words: int = 3_300  # of a declaration, before a warning
    longest_paragraph: int = 120  # words, before a warning

    def in_language(self, key: str, language: str) -> str:
        """``opening`` or ``hereby`` as a document in that language says it; "" if it says none."""
        own = f"{key}_{language}"
        english: str = getattr(self, key)
        words: str = getattr(self, own) if own in _KNOWN else english
        return words if english else ""


OIC = Profile()

VOICES = {"we": "words", "workshop": "third"}
"""Who speaks, and the form of their verbs: "We recommend", "The Workshop recommends"."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "opener": ("italic", "bold", "capitals"),
    "voice": tuple(VOICES),
    "opening_end": (",", ";", ":", ""),
    "preambular_end": (",", ";"),
    "last_preambular_end": (",", ";", ":", ""),
    "operative_end": (";", "."),
    "item_end": (";", ".", ""),
    "numbers": ("1.", "1)", "(1)", ""),
}
"""What may stand under a key that does not take any text."""

FILE_LIMIT = 20_000  # characters
_TEXT_LIMIT = 200
_NEVER_EMPTY = ("title", "opening", "opening_fr", "opening_ar")
_NUMBERS = range(1, 100_001)
_KNOWN: dict[str, type] = {field.name: type(field.default) for field in fields(Profile)}


@dataclass(frozen=True)
class ProfileProblem:
    """One thing to mend: the key at fault ("" for the file as a whole) and a sentence about it."""

    key: str
    message: str


class ProfileProblems(DiscussionError):
    """A profile file that cannot be used; nothing of it was kept."""

    def __init__(self, problems: tuple[ProfileProblem, ...]) -> None:
        told = " ".join(f"{p.key}: {p.message}" if p.key else p.message for p in problems)
        super().__init__(
            "profile_problems", status=422, count=len(problems), problems=told.rstrip(".")
        )
        self.problems = problems


def parse_profile(text: str) -> Profile:
    """The profile in a TOML file's text.

    Raises ``ProfileProblems`` with everything that is wrong, each with its key and what to do.
    """
    if len(text) > FILE_LIMIT:
        raise _failed(f"The file is too long; at most {FILE_LIMIT:,} characters are possible.")
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _failed(f"This is not TOML: {error}. Often a quotation mark is missing.") from None
    problems = tuple(problem for name, value in values.items() for problem in _check(name, value))
    if problems:
        raise ProfileProblems(problems)
    return Profile(**values)


def profile_to_toml(profile: Profile) -> str:
    """The profile as a file, every key written out, to be copied and changed."""
    lines = (f"{name} = {_written(getattr(profile, name))}" for name in _KNOWN)
    return "\n".join(lines) + "\n"


def _check(name: str, value: object) -> Iterator[ProfileProblem]:
    wanted = _KNOWN.get(name)
    if wanted is None:
        near = get_close_matches(name, _KNOWN, 1)
        meant = f" Is {near[0]} meant?" if near else ""
        yield ProfileProblem(name[:40], f"A profile has no such key.{meant} Take it out.")
    elif type(value) is not wanted:
        yield ProfileProblem(name, f"This must be {_IN_WORDS[wanted]}.")
    elif name in CHOICES and value not in CHOICES[name]:
        offered = ", ".join(f'"{choice}"' for choice in CHOICES[name])
        yield ProfileProblem(name, f"This must be one of {offered}.")
    elif isinstance(value, str) and (len(value) > _TEXT_LIMIT or not _printable(value)):
        yield ProfileProblem(name, f"Write one line of at most {_TEXT_LIMIT} characters.")
    elif isinstance(value, str) and name in _NEVER_EMPTY and not value.strip():
        yield ProfileProblem(name, "This is empty. Write it, please.")
    elif wanted is int and value not in _NUMBERS:
        yield ProfileProblem(name, f"This must be from 1 to {_NUMBERS[-1]:,}.")


_IN_WORDS = {str: "text in quotation marks", bool: "true or false", int: "a whole number"}


def _printable(value: str) -> bool:
    return all(character.isprintable() for character in value)


def _written(value: object) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value).lower()


def _failed(message: str) -> ProfileProblems:
    return ProfileProblems((ProfileProblem("", message),))
