"""The punctuation cultures of families of organisations; it must not know any text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    """The punctuation culture of a family of organisations."""

    name: str
    opening_end: str
    preambular_end: str
    hereby: str | None  # the line between the preamble and the first operative paragraph
    item_end: str


OIC = Profile(name="OIC", opening_end=";", preambular_end=";", hereby="Hereby:", item_end=";")
