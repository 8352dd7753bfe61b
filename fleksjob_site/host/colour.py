"""The host's colour in place of the site's own: whether it can be read, and what follows from it.

The host names one colour, for the light pages. Its darker and lighter neighbours, and the colour of the dark pages,
are derived, so that no page mixes two hosts' colours and the host has one thing to choose.
"""

import re

MIN_CONTRAST = 7
"""Level AAA for text: links, headings and buttons have this colour."""
MIN_CONTRAST_DARK = 8
"""For the derived one, which may be as light as it takes."""
MIN_CONTRAST_AREA = 4
"""On white, for an area in a chart. It holds on the dark ground too."""
LIGHT_GROUNDS = ("#ffffff", "#f6f4f6", "#e3f6d7", "#ffefcf", "#ffe6e6", "#e4f2fb")
DARK_GROUNDS = ("#191419", "#262026", "#1d3311", "#3a2a08", "#451719", "#0f2f42")
"""What text of the colour stands on: the page, grey, and the grounds of messages. A test compares them to the theme."""
WHITE, BLACK = "#ffffff", "#000000"
_TINT, _DARK_TINT = 0.06, 0.2
"""How much of the colour is in the ground of panels."""


def read_colour(value: str) -> str:
    """The colour in small letters; ValueError if it is not one, or too pale to read on the light pages."""
    colour = value.strip().lower()
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        raise ValueError("must be a colour such as #0a4f35")
    ratio, ground = min((contrast(colour, ground), ground) for ground in (*LIGHT_GROUNDS, _light_tint(colour)))
    if ratio < MIN_CONTRAST:
        # Cut off and not rounded: 6.98 is not 7.
        shown = int(ratio * 10) / 10
        raise ValueError(
            f"has a contrast of {shown}:1 on {ground}, one of the grounds of the pages;"
            f" it must have at least {MIN_CONTRAST}:1. A darker one has more"
        )
    return colour


def sheet(colour: str) -> str:
    """The style sheet that puts the colour in place of the site's own, on light and on dark pages."""
    light = {
        "primary": colour,
        "primary-dark": mixed(colour, BLACK, 0.25),
        "primary-darker": mixed(colour, BLACK, 0.45),
        "primary-light": _light_tint(colour),
        "area": area(colour),
    }
    tint = mixed(DARK_GROUNDS[0], colour, _DARK_TINT)
    pale = for_dark_pages(colour)
    dark = {
        "primary": pale,
        "primary-dark": mixed(pale, WHITE, 0.35),
        "primary-darker": mixed(pale, WHITE, 0.7),
        "primary-light": tint,
    }
    return f":root{{{_values(light)}}}@media screen and (prefers-color-scheme:dark){{:root{{{_values(dark)}}}}}"


def for_dark_pages(colour: str) -> str:
    """The colour with as much white in it as it takes to be read on every dark ground."""
    grounds = (*DARK_GROUNDS, mixed(DARK_GROUNDS[0], colour, _DARK_TINT))
    steps = (mixed(colour, WHITE, step / 100) for step in range(101))
    return next(pale for pale in steps if min(contrast(pale, ground) for ground in grounds) >= MIN_CONTRAST_DARK)


def area(colour: str) -> str:
    """A lighter one for areas in charts, that still stands out on the page; of a light colour itself."""
    steps = (mixed(colour, WHITE, step / 100) for step in range(99, -1, -1))
    return next((pale for pale in steps if contrast(pale, WHITE) >= MIN_CONTRAST_AREA), colour)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with this share of the other one in it."""
    parts = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in parts)


def _light_tint(colour: str) -> str:
    return mixed(WHITE, colour, _TINT)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


_DARKEST_LINEAR = 0.04045


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (
        share / 12.92 if share <= _DARKEST_LINEAR else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _values(colours: dict[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in colours.items())
