"""Every sentence that documents have in French, by its key; it must not know any document."""

import re

from discussion.documents.phrases.french import (
    declaration,
    papers,
    printed,
    proceedings,
    shared,
    slides,
    sources,
    words,
)

_TIED = re.compile(r" (?=[;:!?»])|(?<=«) ")


def tied(words: str) -> str:
    """The words with a space that no line ends at before ``;``, ``:``, ``!``, ``?`` and in « »."""
    return _TIED.sub("\N{NO-BREAK SPACE}", words)


_WRITTEN = {
    **shared.PHRASES,
    **words.PHRASES,
    **declaration.PHRASES,
    **papers.PHRASES,
    **printed.PHRASES,
    **proceedings.PHRASES,
    **slides.PHRASES,
    **sources.PHRASES,
}

FRENCH: dict[str, str] = {key: tied(words) for key, words in _WRITTEN.items()}
"""Written with ordinary spaces in the files beside this one."""
