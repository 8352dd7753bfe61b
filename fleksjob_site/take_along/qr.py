"""A link as a QR code, made on this server so that no third party sees the link."""

from io import BytesIO

import segno
from markupsafe import Markup
from segno.encoder import DataOverflowError

MAX_VERSION = 20
"""Above it the squares are too small for a phone's camera."""


def qr_code(link: str) -> Markup | None:
    """The code as SVG for a page; None for a link that is too long for one."""
    code = _code(link)
    if code is None:
        return None
    drawing = code.svg_inline(omitsize=True, border=4, light="#fff", svgclass="qr", lineclass=None)
    # Screen readers get the link next to it instead.
    return Markup(drawing.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))


def qr_picture(link: str) -> str | None:
    """The code as SVG for a file; None for a link that is too long for one."""
    code = _code(link)
    if code is None:
        return None
    drawing = BytesIO()
    code.save(drawing, kind="svg", xmldecl=False, omitsize=True, border=2)
    return drawing.getvalue().decode()


def _code(link: str) -> segno.QRCode | None:
    try:
        code = segno.make(link, error="l", micro=False, boost_error=False)
    except DataOverflowError:
        return None
    return code if int(code.version) <= MAX_VERSION else None
