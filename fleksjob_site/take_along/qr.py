"""A link as a QR code, drawn here so that nobody else sees what is in it."""

import segno
from markupsafe import Markup
from segno.encoder import DataOverflowError

MAX_VERSION = 20
"""Above it the squares are too small for a phone's camera."""


def qr_code(link: str) -> Markup | None:
    """The code as SVG; None for a link that is too long for one."""
    try:
        code = segno.make(link, error="l", micro=False, boost_error=False)
    except DataOverflowError:
        return None
    if int(code.version) > MAX_VERSION:
        return None
    drawing = code.svg_inline(omitsize=True, border=4, light="#fff", svgclass="qr", lineclass=None)
    # The link beside it says the same to a screen reader.
    return Markup(drawing.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))
