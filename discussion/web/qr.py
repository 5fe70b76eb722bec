"""QR codes as pictures inside a page; must not know what they lead to."""

import io

import segno
from markupsafe import Markup


def qr_svg(address: str) -> Markup:
    """The address as an SVG drawing that scales with its box, dark on light in either theme."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing,
        kind="svg",
        xmldecl=False,
        svgns=True,
        omitsize=True,
        border=2,
        dark="#000",
        light="#fff",
        svgclass="qr",
        lineclass=None,
    )
    return Markup(drawing.getvalue().decode())  # noqa: S704 - drawn here, from no markup of others
