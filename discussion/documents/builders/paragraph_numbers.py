"""The numbers of paragraphs as people say them; it must not know how a document prints them."""

from collections.abc import Iterator, Sequence

from discussion.documents.tree import letters, roman
from discussion.domain.drafting.numbering import Numbers, numbered
from discussion.domain.drafting.paragraphs import Paragraph


def numbers_of(standing: Sequence[Paragraph], held: Numbers) -> Iterator[str]:
    """The number of each standing paragraph: ``PP 3``, ``12``, ``7 bis``, ``(a)``, ``(ii)``."""
    heads = [p for p in standing if p.level == 0 and p.part == "operative"]
    operative = iter(numbered([(p.id, p.slot or "") for p in heads], held))
    preambular = first = second = 0
    for paragraph in standing:
        match paragraph.level:
            case 0:
                first = second = 0
                preambular += paragraph.part == "preamble"
                said = f"PP {preambular}" if paragraph.part == "preamble" else next(operative)
                yield str(said)
            case 1:
                first, second = first + 1, 0
                yield letters(first)
            case _:
                second += 1
                yield roman(second)
