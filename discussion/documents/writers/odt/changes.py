"""Tracked changes as the part of an OpenDocument file that holds them; must not know the text."""

from dataclasses import dataclass, field

from discussion.documents.tree import Change
from discussion.documents.writers.odt.xml import moment, words_of


@dataclass
class Changes:
    """The changes so far, numbered as they come."""

    _regions: list[str] = field(default_factory=list)

    def inserted(self, change: Change) -> tuple[str, str]:
        """The marks at both ends of what was inserted."""
        id_ = self._add(f"<text:insertion>{_info(change)}</text:insertion>")
        return (
            f'<text:change-start text:change-id="{id_}"/>',
            f'<text:change-end text:change-id="{id_}"/>',
        )

    def deleted(self, change: Change, gone: str, inserted: Change | None = None) -> str:
        """The mark where ``gone`` stood; it is whole paragraphs, of which the ends run on.

        ``inserted``: what brought it before, where it was not there from the beginning.
        """
        told = f"<text:deletion>{_info(change)}{gone}</text:deletion>"
        if inserted:
            told += f"<text:insertion>{_info(inserted)}</text:insertion>"
        return f'<text:change text:change-id="{self._add(told)}"/>'

    def written(self) -> str:
        """The element that stands before the text; nothing where nothing was changed."""
        if not self._regions:
            return ""
        regions = "".join(self._regions)
        tag = "text:tracked-changes"
        return f'<{tag} text:track-changes="false">{regions}</{tag}>'

    def _add(self, told: str) -> str:
        id_ = f"ct{len(self._regions) + 1}"
        tag = "text:changed-region"
        self._regions.append(f'<{tag} xml:id="{id_}" text:id="{id_}">{told}</{tag}>')
        return id_


def _info(change: Change) -> str:
    return (
        f"<office:change-info><dc:creator>{words_of(change.author)}</dc:creator>"
        f"<dc:date>{moment(change.at)}</dc:date></office:change-info>"
    )
