"""Texts and changes that no person would think of, for the laws; must not know the laws."""

from typing import Any

from hypothesis import strategies as st

ALPHABET = "ab 5\n\u0301\u00e9\u0645\u064f\ufeff\u200f\U0001f600\U0001d400"  # 1 and 2 UTF-16 units

texts = st.text(ALPHABET, max_size=12)
words = st.text(ALPHABET, min_size=1, max_size=4)


@st.composite
def changes_of(draw: Any, text: str) -> list[Any]:
    """A change that fits the text, not always in its shortest form."""
    change: list[Any] = []
    left = len(text)
    for _ in range(draw(st.integers(0, 6))):
        size = draw(st.integers(0, left))
        kind = draw(st.sampled_from("kdi"))
        if kind == "i":
            change.append(draw(words))
        elif size:
            change.append(size if kind == "k" else -size)
            left -= size
    return change


@st.composite
def edited(draw: Any, changes: int) -> tuple[Any, ...]:
    """A text and changes made on it side by side."""
    text = draw(texts)
    return text, *(draw(changes_of(text)) for _ in range(changes))
