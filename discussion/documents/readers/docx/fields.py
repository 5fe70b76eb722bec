"""A field of a Word file while it is being read; it must not know the line around it."""

import re
from dataclasses import dataclass
from typing import Any

from discussion.documents.readers.docx.xml import W
from discussion.documents.tree import Reference, Text
from discussion.documents.vocabulary import anchor_of

_REFERENCE = re.compile(r"\s*(?P<kind>REF|PAGEREF)\s+(?P<bookmark>\w+)\b.*", re.DOTALL)


@dataclass
class Field:
    """What it asks for and what it shows, so far."""

    outer: "Field | None" = None
    asks: str = ""
    shows: bool = False
    said: str = ""

    def takes(self, run: Any, words: str) -> bool:
        """Takes in a run between the field's signs."""
        told = run.iter(f"{W}instrText", f"{W}delInstrText")
        self.asks += "".join(element.text or "" for element in told)
        self.said += words if self.shows else ""
        return True

    def leaf(self) -> Reference | Text | None:
        """A reference to a place of the document, or the words that any other field shows.

        One that leads nowhere is the first part of the number that follows it: "25" of "25(a)".
        """
        found = _REFERENCE.fullmatch(self.asks)
        anchor = anchor_of(found["bookmark"]) if found else None
        if found and anchor is not None:
            if found["kind"] == "REF" and "\\h" not in self.asks:
                return None
            return Reference(anchor, "page" if found["kind"] == "PAGEREF" else "number")
        return Text(self.said) if self.said else None
