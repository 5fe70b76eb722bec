"""Single marks of an OpenDocument text: styled words, fields, links, remarks; no lines."""

from discussion.documents.tree import Attribution, Comment
from discussion.documents.vocabulary import bookmark_of
from discussion.documents.writers.odt.xml import attribute, moment, style_id, words_of

LINK = "Index Link"
"""The character style of links, under the name LibreOffice gives it."""


def styled(style: str, shown: str) -> str:
    """Words in a character style, by the name people see; "" for none."""
    if not style:
        return shown
    return f'<text:span text:style-name="{style_id(style)}">{shown}</text:span>'


def bookmark(anchor: str, kind: str = "par") -> tuple[str, str]:
    """The marks at both ends of a bookmark."""
    name = f'text:name="{bookmark_of(anchor, kind)}"'
    return f"<text:bookmark-start {name}/>", f"<text:bookmark-end {name}/>"


def to_place(anchor: str, shown: str) -> str:
    """Words that lead to a place of the document."""
    return linked(f"#{bookmark_of(anchor)}", shown)


def linked(target: str, shown: str) -> str:
    """Words that lead somewhere, and look like all others on paper."""
    style = style_id(LINK)
    look = f'text:style-name="{style}" text:visited-style-name="{style}"'
    return f'<text:a xlink:type="simple" xlink:href={attribute(target)} {look}>{shown}</text:a>'


def number_of(anchor: str, number: str) -> str:
    """A field with the number that is printed at a place."""
    name = f'text:ref-name="{bookmark_of(anchor, "num")}"'
    shown = words_of(number)
    return f'<text:bookmark-ref text:reference-format="text" {name}>{shown}</text:bookmark-ref>'


def page_of(anchor: str) -> str:
    """A field with the number of the page a place stands on; only who lays pages out can know."""
    name = f'text:ref-name="{bookmark_of(anchor)}"'
    return f'<text:bookmark-ref text:reference-format="page" {name}/>'


def footnote(number: int, said: str) -> str:
    """A note at the foot of the page, where it is called."""
    return (
        f'<text:note text:id="ftn{number}" text:note-class="footnote">'
        f"<text:note-citation>{number}</text:note-citation><text:note-body>"
        f'<text:p text:style-name="{style_id("Footnote Text")}">{said}</text:p>'
        "</text:note-body></text:note>"
    )


def remark(number: int, told: Comment | Attribution, creator: str) -> tuple[str, str]:
    """A remark beside the text: what stands before and after the words it is about.

    ``creator`` says who stands behind a bracket.
    """
    name = f'office:name="comment{number}"'
    match told:
        case Comment(author=author, at=at):
            when = f"<dc:date>{moment(at)}</dc:date>" if at else ""
        case Attribution():
            author, when = creator, ""
    lines = "".join(f"<text:p>{words_of(line)}</text:p>" for line in told.words.split("\n"))
    said = f"<dc:creator>{words_of(author)}</dc:creator>{when}{lines}"
    return (
        f"<office:annotation {name}>{said}</office:annotation>",
        f"<office:annotation-end {name}/>",
    )
