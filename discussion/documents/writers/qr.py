"""An address as a code to be scanned, as a picture in files; must not know what it leads to."""

import io

import segno


def qr_png(address: str) -> bytes:
    """The code as PNG, black on white with its quiet edge, for white and dark slides alike."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=6, border=3)
    return drawn.getvalue()


def qr_svg(address: str) -> str:
    """The same as an SVG drawing that fills its box."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn,
        kind="svg",
        xmldecl=False,
        svgns=True,
        omitsize=True,
        border=3,
        dark="#000",
        light="#fff",
        svgclass=None,
        lineclass=None,
    )
    return drawn.getvalue().decode()
