"""A whole document and what is true of all of it; it must not know file formats."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from discussion.documents.tree.blocks import Block
from discussion.documents.tree.numbers import Numbering

TREE_VERSION = 1
"""Of the tree as it is kept; counted up when a tree of before would be read as something else."""

Variant = Literal["working", "clean", "redline", "provenance"]


@dataclass(frozen=True)
class Meta:
    """What is true of the whole document; Dublin Core words where there is one."""

    document: str  # key, as in DOCUMENTS
    title: str
    symbol: str
    stamp: str  # "" on a final text
    status: str
    language: str
    created: datetime
    creator: str
    subject: str
    draft: bool
    rehearsal: bool
    snapshot: str = ""  # slides: says of which moment they are
    variant: Variant = "working"
    numbering: Numbering = Numbering()

    @property
    def marked(self) -> bool:
        """Whether ids, attributions and comments are shown: in drafts, unless they are clean."""
        return self.draft and self.variant != "clean"


@dataclass(frozen=True)
class Document:
    """A whole prose document."""

    meta: Meta
    blocks: tuple[Block, ...]
