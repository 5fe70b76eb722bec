"""Pictures in a line of an OpenDocument text; it must not know what they show."""

from discussion.documents.tree import Figure
from discussion.documents.writers.docx.pictures import size_of
from discussion.documents.writers.odt.xml import words_of


def picture(place: str, number: int, figure: Figure, *, look: str) -> str:
    """A frame as wide as the figure says, as high as its picture makes it, with its description."""
    across, down = size_of(figure.png)
    size = f'svg:width="{figure.width}mm" svg:height="{figure.width * down / across:.2f}mm"'
    link = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    return (
        f'<draw:frame draw:style-name="{look}" draw:name="Picture {number}" '
        f'text:anchor-type="as-char" {size}>'
        f'<draw:image xlink:href="{place}" {link} draw:mime-type="image/png"/>'
        f"<svg:desc>{words_of(figure.description)}</svg:desc></draw:frame>"
    )
