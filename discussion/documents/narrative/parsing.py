"""The one parser of sections: Python-Markdown with what a section knows, and nothing else of it.

Raw HTML, pictures, tables, code and definitions of links are not parsed: they stay the words they
were typed as. It must not know the tree.
"""

import re
from typing import Any
from urllib.parse import quote

from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import LinkInlineProcessor, SimpleTagInlineProcessor
from markdown.util import AtomicString

from discussion.documents.narrative.lines import even_lines

REMARK = "remark"
"""The name of what stands in double brackets: ``[[to be completed]]``."""

_PLAIN_BLOCKS = ("code", "setextheader", "hr", "reference")
_PLAIN_LINES = (
    *("backtick", "reference", "image_link", "image_reference", "short_reference"),
    *("short_image_ref", "autolink", "automail", "linebreak", "html", "entity"),
)
_HEADING = re.compile(r"(?:^|\n)(?P<level>#{1,6}) +(?P<header>[^\n]+)(?:\n|$)")
"""A sign and a space, so that "#1" is no heading; nothing is taken away at the end."""

_REMARK = r"(\[\[)((?:(?!\[\[|\]\]).)+)\]\]"
_ADDRESS = r"https?://[\w.-]{1,253}(?::\d{1,5})?(?:[/?#][^\s<>]*)?"
"""A host and what follows it: Word opens no file with an address of another form."""
_LINK = rf"(?<!\!)\[(?=[^\[\]]+\]\((?:<{_ADDRESS}>|{_ADDRESS})\))"
"""To an address of the web alone; one glance tells, where the library would read to the end."""

_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~"
"""Signs that stand in an address as they are; all others but letters are told by numbers."""
_LONGEST = 2_000  # signs of an address; Word opens no file with one of more than 2,083


class _Link(LinkInlineProcessor):  # type: ignore[misc]
    """One whose words are seen: an address is not printed."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # noqa: N802 - the library's name
        link, start, end = super().handleMatch(m, data)
        if link is None or link.get("title") is not None or not link.text.strip():
            return None, None, None
        address = quote(link.get("href"), safe=_IN_ADDRESSES)
        link.set("href", address)
        return (link, start, end) if len(address) <= _LONGEST else (None, None, None)


class _Remark(SimpleTagInlineProcessor):  # type: ignore[misc]
    """Words as they are: nothing is set apart or linked inside a remark."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # noqa: N802 - the library's name
        remark, start, end = super().handleMatch(m, data)
        remark.text = AtomicString(remark.text)
        return remark, start, end


def parse(text: str) -> Any:
    """The element that holds the section's blocks, by the names HTML has for them."""
    parser = _parser()
    lines = parser.preprocessors["normalize_whitespace"].run(text.split("\n"))
    root = parser.parser.parseDocument(list(even_lines(lines))).getroot()
    for step in parser.treeprocessors:
        root = step.run(root) or root
    return root


def _parser() -> Markdown:
    """A new one each time: it remembers what it was in the middle of."""
    parser = Markdown(extensions=[SaneListExtension()])
    parser.ESCAPED_CHARS += ["•"]
    for name in _PLAIN_BLOCKS:
        parser.parser.blockprocessors.deregister(name)
    for name in _PLAIN_LINES:
        parser.inlinePatterns.deregister(name)
    parser.treeprocessors.deregister("prettify")
    parser.parser.blockprocessors["hashheader"].RE = _HEADING
    parser.inlinePatterns.register(_Remark(_REMARK, REMARK), REMARK, 170)
    parser.inlinePatterns.register(_Link(_LINK, parser), "link", 160)
    return parser
