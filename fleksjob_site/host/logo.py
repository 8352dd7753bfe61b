"""The host's logo: an SVG file that draws, and does nothing else."""

import re
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

MAX_BYTES = 30_000
MIN_RATIO, MAX_RATIO = 0.5, 5
"""Width by height. A header of one line holds nothing narrower, and a phone nothing wider."""
SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_DRAWS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "filter"),
        *("feBlend", "feColorMatrix", "feComposite", "feFlood", "feGaussianBlur", "feMerge", "feMergeNode", "feOffset"),
    }
)
"""The elements that may stand in a logo. None of them runs a script, loads a file or changes over time."""
_REACHES_OUT = re.compile(r"url\(\s*(?!['\"]?#)|@import|@font-face|image-set\(|src\(|\\", re.IGNORECASE)
"""In CSS: whatever names a file. A backslash could hide any of them."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A checked SVG file, and how wide it is for each unit of height."""

    svg: bytes
    ratio: float


def read_logo(file: Path) -> Logo:
    """The logo in a file; ValueError, which says why, if it is not one to show."""
    try:
        svg = file.read_bytes()
    except OSError as error:
        raise ValueError(f"can't be read: {error.strerror}") from error
    return checked(svg)


def checked(svg: bytes) -> Logo:
    """The logo in these bytes; ValueError for the first thing that may not stand in one."""
    if len(svg) > MAX_BYTES:
        raise ValueError(f"has {len(svg)} bytes, and every page loads it; at most {MAX_BYTES} are allowed")
    try:
        text = svg.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError("must be an SVG file in UTF-8") from error
    # An entity could hide what is looked for below, and a stylesheet is another file.
    if found := re.search(r"<!DOCTYPE|<!ENTITY|<\?(?!xml\s)", text, re.IGNORECASE):
        raise ValueError(f"holds {found[0]}; save it as plain SVG, without document type and instructions")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        line, _column = error.position
        raise ValueError(f"must be an SVG file: line {line} is not XML") from error
    if root.tag != f"{SVG}svg":
        raise ValueError('must be an SVG file: it begins with <svg xmlns="http://www.w3.org/2000/svg">')
    for element in root.iter():
        _check_element(element)
    return Logo(svg, _ratio(root))


def _check_element(element: ElementTree.Element) -> None:
    name = element.tag.removeprefix(SVG)
    if name not in _DRAWS:
        raise ValueError(
            f"holds <{name.rpartition('}')[2]}>; only elements that draw are allowed. Save it as plain SVG"
        )
    for attribute, value in element.items():
        if attribute.lower().startswith("on"):
            raise ValueError(f"holds the event handler {attribute} in <{name}>")
        if attribute in {"href", XLINK_HREF} and not value.strip().startswith("#"):
            raise ValueError(f"refers to something outside the file in <{name}>")
        if attribute.endswith("}base"):
            raise ValueError(f"holds xml:base in <{name}>, which leads out of the file")
    css = chain(element.attrib.values(), [element.text or ""] if name == "style" else [])
    if any(map(_REACHES_OUT.search, css)):
        raise ValueError(f"refers to something outside the file in the styles of <{name}>")


def _ratio(root: ElementTree.Element) -> float:
    numbers = re.fullmatch(r"\s*(\S+)[\s,]+(\S+)[\s,]+(\S+)[\s,]+(\S+)\s*", root.get("viewBox", ""))
    try:
        width, height = (float(numbers[3]), float(numbers[4])) if numbers else (0.0, 0.0)
    except ValueError:
        width = height = 0.0
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        raise ValueError('needs a viewBox on <svg>, such as viewBox="0 0 120 40"')
    if not MIN_RATIO <= width / height <= MAX_RATIO:
        raise ValueError(f"is too narrow or too wide: the width must be {MIN_RATIO} to {MAX_RATIO} times the height")
    return width / height
