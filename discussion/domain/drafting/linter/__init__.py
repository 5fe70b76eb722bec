"""What a careful reader would remark on a draft: never blocks, never rewrites.

It must not know where the paragraphs are kept.
"""

from collections.abc import Sequence

from discussion.domain.drafting.linter.lines import Context, Finding, Line, with_leads
from discussion.domain.drafting.linter.order import acronyms, repeats
from discussion.domain.drafting.linter.rules import ALONE

__all__ = ["Context", "Finding", "Line", "lint"]


def lint(lines: Sequence[Line], context: Context) -> tuple[tuple[Finding, ...], ...]:
    """What was found in each line, in the order of the text; an empty line is no paragraph."""
    read = with_leads(lines)
    found = [[f for rule in ALONE for f in rule(line, context)] for line in read]
    for number, finding in (*repeats(read), *acronyms(read, context)):
        found[number].append(finding)
    return tuple(tuple(sorted(each, key=lambda f: (f.start, f.end, f.code))) for each in found)
