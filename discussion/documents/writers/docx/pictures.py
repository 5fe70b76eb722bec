"""Pictures as DrawingML in a line of a Word file; it must not know what they show."""

from discussion.documents.writers.docx.xml import attribute

_PER_MILLIMETRE = 36_000  # English metric units
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def picture(relation: str, number: int, png: bytes, description: str, width: int) -> str:
    """A run with a picture of that width in millimetres, as high as it must be."""
    across, down = size_of(png)
    wide = width * _PER_MILLIMETRE
    high = wide * down // across
    told = f'id="{number}" name="Picture {number}" descr={attribute(description)}'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr {told}/><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData '
        f'uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {told}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height in points, from the picture's own head; raises ValueError without one."""
    if png[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("not a PNG picture")
    return int.from_bytes(png[16:20]) or 1, int.from_bytes(png[20:24]) or 1
