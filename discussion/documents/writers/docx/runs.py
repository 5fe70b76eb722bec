"""What shows by itself as runs, each stretch with its own direction; must not know ranges."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from discussion.documents.direction import runs
from discussion.documents.tree import JOINT
from discussion.documents.vocabulary import bookmark_of, complex_script, language_tag
from discussion.documents.writers.docx.xml import attribute, words_of

_LEFT_TO_RIGHT = "\u200e"  # else the brackets of an English remark turn round in Arabic text


@dataclass(frozen=True)
class Look:
    """How a run looks: what all its letters have in common."""

    style: str = ""  # a character style's id
    bold: bool = False
    italic: bool = False
    deleted: bool = False  # its words stand in a deletion, which Word writes in other elements
    around: bool = False  # the paragraph runs from right to left


PLAIN = Look()


def text(words: str, look: Look, language: str | None = None) -> str:
    """Runs of one direction each: only a run marked ``rtl`` gets the Arabic font and size."""
    before, after = _properties(look, language)
    tag = "delText" if look.deleted else "t"
    written = []
    for piece, right_to_left in _pieces(words, look):
        turn = "<w:rtl/>" if right_to_left else ""
        properties = f"{before}{turn}{after}"
        properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        if "\n" in piece or "\t" in piece:
            shown = _with_breaks(piece, tag)
        else:
            shown = f'<w:{tag} xml:space="preserve">{words_of(piece)}</w:{tag}>'
        written.append(f"<w:r>{properties}{shown}</w:r>")
    return "".join(written)


def line_break(look: Look) -> str:
    """A new line inside the paragraph."""
    return _run("<w:br/>", look)


def editorial(words: str, look: Look) -> str:
    """A remark of the makers in square brackets that keep their sides in Arabic text, too."""
    held = _LEFT_TO_RIGHT if look.around else ""
    return text(f"{held}[{words}]{held}", look)


def reference(places: tuple[str, ...], labels: Mapping[str, str], look: Look) -> str:
    """The number of the last of these places under the others: one field for each part.

    Word would print "25.(a)" of one field alone; the fields before the last lead nowhere. What
    is stored is right before anything is counted. A place without a number is its anchor.
    """
    if not labels[places[-1]]:
        return text(places[-1], look)
    written, told = "", ""
    for place in places:
        own, told = labels[place].removeprefix(told), labels[place]
        written += text(JOINT, look) if own.startswith(JOINT) else ""
        leads = " \\h" if place == places[-1] else ""
        written += field(f"REF {bookmark_of(place)} \\n{leads}", own.lstrip(JOINT), look)
    return written


def page_of(target: str, look: Look) -> str:
    """The number of the page that a place stands on, counted by whatever opens the file."""
    return field(f"PAGEREF {bookmark_of(target)} \\h", "", look, dirty=True)


def field(instruction: str, result: str, look: Look, *, dirty: bool = False) -> str:
    """A field with what it shows until it is counted; a dirty one is counted on opening."""
    tag = "delInstrText" if look.deleted else "instrText"
    told = f'<w:{tag} xml:space="preserve"> {instruction} </w:{tag}>'
    return (
        _char("begin", look, ' w:dirty="true"' if dirty else "")
        + _run(told, look)
        + _char("separate", look)
        + (text(result, look) if result else "")
        + _char("end", look)
    )


def footnote_sign(number: int, style: str, look: Look) -> str:
    """The number of a footnote where it is called."""
    return _run(f'<w:footnoteReference w:id="{number}"/>', replace(look, style=style))


def comment_sign(number: int) -> str:
    """Where a comment is told of, after what it is about."""
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def _char(kind: str, look: Look, extra: str = "") -> str:
    return _run(f'<w:fldChar w:fldCharType="{kind}"{extra}/>', look)


def _run(shown: str, look: Look) -> str:
    before, after = _properties(look, None)
    properties = f"<w:rPr>{before}{after}</w:rPr>" if before or after else ""
    return f"<w:r>{properties}{shown}</w:r>"


def _properties(look: Look, language: str | None) -> tuple[str, str]:
    """What stands before and after the direction among a run's properties."""
    if look == PLAIN and language is None:
        return "", ""
    before = f'<w:rStyle w:val="{look.style}"/>' if look.style else ""
    before += "<w:b/><w:bCs/>" if look.bold else ""
    before += "<w:i/><w:iCs/>" if look.italic else ""
    if language is None:
        return before, ""
    slot = "bidi" if complex_script(language) else "val"
    return before, f"<w:lang w:{slot}={attribute(language_tag(language))}/>"


def _pieces(words: str, look: Look) -> list[tuple[str, bool]]:
    """Stretches of one direction; signs and digits alone go with the paragraph."""
    if not look.around:
        return list(runs(words))
    if any(c.isalpha() for c in words):
        return list(runs(words))
    return [(words, True)]


def _with_breaks(piece: str, tag: str) -> str:
    """Words with line breaks and tabs; breaks alone keep an empty text, to be told from one."""
    lines = []
    for line in piece.split("\n"):
        pieces = (
            f'<w:{tag} xml:space="preserve">{words_of(words)}</w:{tag}>' if words else ""
            for words in line.split("\t")
        )
        lines.append("<w:tab/>".join(pieces))
    return "<w:br/>".join(lines) + ("" if piece.strip("\n") else f"<w:{tag}/>")
