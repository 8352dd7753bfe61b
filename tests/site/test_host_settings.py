"""What a host may give the site at the start, and what is refused: logo, colour and municipality."""

import re
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.host import colour as colours
from fleksjob_site.host.colour import contrast, for_dark_pages, read_colour, sheet
from fleksjob_site.host.logo import MAX_BYTES, checked
from fleksjob_site.host.municipality import read_municipality
from tests.site.test_environment import WHOLE, started

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 30">{}</svg>'
EXAMPLE = settings.SITE_DIR / "deploy" / "municipality.toml"


def logo(inside: str) -> bytes:
    return LOGO.format(inside).encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9v9z" fill="#0a4f35"/>',
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>',
        '<style>.a{fill:#0a4f35}</style><g class="a"><use href="#b"/><use xlink:href=" #b"/></g>',
        "<title>A &amp; B</title><text>Eksempelby</text><!-- drawn by hand -->",
    ],
)
def test_a_drawing_is_a_logo(inside: str) -> None:
    assert checked(logo(inside)).ratio == 3


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        (logo("<script>alert(1)</script>"), "holds <script>"),
        (logo("<foreignObject/>"), "holds <foreignObject>"),
        (logo('<image href="data:image/png;base64,AA"/>'), "holds <image>"),
        (logo('<a href="#x"><path/></a>'), "holds <a>"),
        (logo('<set attributeName="href" to="javascript:1"/>'), "holds <set>"),
        (logo('<animate attributeName="x"/>'), "holds <animate>"),
        (logo('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>'), "holds <script>"),
        (logo('<g><iframe xmlns="http://www.w3.org/1999/xhtml"/></g>'), "holds <iframe>"),
        (logo('<path onclick="x"/>'), "event handler onclick in <path>"),
        (logo('<g OnLoad="x"/>'), "event handler OnLoad in <g>"),
        (LOGO.replace("viewBox", 'onload="x" viewBox').encode(), "event handler onload in <svg>"),
        (logo('<use href="https://x.example/a.svg#b"/>'), "outside the file in <use>"),
        (logo('<use xlink:href="//x.example/a.svg#b"/>'), "outside the file in <use>"),
        (logo('<use href="data:image/svg+xml,x#b"/>'), "outside the file in <use>"),
        (logo('<linearGradient href="javascript:1"/>'), "outside the file in <linearGradient>"),
        (logo('<g xml:base="https://x.example/"/>'), "xml:base in <g>"),
        (logo('<rect fill="url(https://x.example/a)"/>'), "styles of <rect>"),
        (logo("<rect style=\"fill: URL( '//x.example/a')\"/>"), "styles of <rect>"),
        (logo("<style>@import 'https://x.example/a.css';</style>"), "styles of <style>"),
        (logo("<style>@font-face{src:url(x)}</style>"), "styles of <style>"),
        (logo("<style>g{mask:image-set('x.png' 1x)}</style>"), "styles of <style>"),
        (logo("<style>g{fill:u\\72l(x)}</style>"), "styles of <style>"),
        (b"<!DOCTYPE svg>" + logo(""), "holds <!DOCTYPE"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]>' + logo("&a;"), "holds <!DOCTYPE"),
        (b'<?xml-stylesheet href="a.css"?>' + logo(""), "holds <?"),
        (logo("<path>"), "line 1 is not XML"),
        (b"\x89PNG\r\n\x1a\n\xff", "in UTF-8"),
        (b"", "is not XML"),
        (b"<svg viewBox='0 0 9 9'/>", "must be an SVG file"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "must be an SVG file"),
        (LOGO.replace("0 0 90 30", "0 0 90").encode(), "needs a viewBox"),
        (LOGO.replace("0 0 90 30", "0 0 0 30").encode(), "needs a viewBox"),
        (LOGO.replace("0 0 90 30", "0 0 nan 30").encode(), "needs a viewBox"),
        (LOGO.replace("0 0 90 30", "0 0 a b").encode(), "needs a viewBox"),
        (LOGO.replace("0 0 90 30", "0 0 900 30").encode(), "too narrow or too wide"),
        (LOGO.replace("0 0 90 30", "0 0 9 30").encode(), "too narrow or too wide"),
        (logo("<!--" + "x" * MAX_BYTES + "-->"), f"at most {MAX_BYTES}"),
    ],
)
def test_what_does_more_than_draw_is_no_logo(svg: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        checked(svg)


def test_the_grounds_of_the_colour_are_those_of_the_theme() -> None:
    theme = (settings.SITE_DIR / "assets" / "_theme.scss").read_text("utf-8")
    for name, grounds in (("light", colours.LIGHT_GROUNDS), ("dark", colours.DARK_GROUNDS)):
        block = theme.split(f"${name}: (")[1].split(");")[0]
        values = dict(re.findall(r'"([a-z0-9-]+)": (#[0-9a-f]+)', block))
        names = ("white", "gray-100", "success-light", "warning-light", "error-light", "info-light")
        assert [values[name].replace("#fff", "#ffffff")[:7] for name in names] == list(grounds)


@pytest.mark.parametrize("value", ["green", "#0a4", "#0a4f35ff", "0a4f35", "rgb(1,2,3)", "#0a4f35;}", "#0a4f3g", "##"])
def test_what_is_no_colour_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="must be a colour"):
        read_colour(value)


@given(st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#{:02x}{:02x}{:02x}".format(*parts)))
def test_a_colour_can_be_read_on_every_ground_or_is_refused(colour: str) -> None:
    tint = colours.mixed("#ffffff", colour, 0.06)
    if min(contrast(colour, ground) for ground in (*colours.LIGHT_GROUNDS, tint)) < 7:
        with pytest.raises(ValueError, match="must have at least 7:1"):
            read_colour(colour)
        return
    assert read_colour(colour) == colour
    light, dark = (dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", part)) for part in sheet(colour).split("@media"))
    for name in ("primary", "primary-dark", "primary-darker"):
        assert all(contrast(light[name], ground) >= 7 for ground in (*colours.LIGHT_GROUNDS, light["primary-light"]))
        assert all(contrast(dark[name], ground) >= 7 for ground in (*colours.DARK_GROUNDS, dark["primary-light"]))
    assert dark["primary"] == for_dark_pages(colour)
    for ground in ("#ffffff", colours.DARK_GROUNDS[0]):
        assert contrast(light["area"], ground) >= 3
    assert contrast("#1d161c", light["primary-light"]) >= 7
    assert contrast("#f4eff3", dark["primary-light"]) >= 7


def test_the_example_of_a_municipality_can_be_used() -> None:
    assert read_municipality(EXAMPLE).tel == "tel:+4500000000"
    assert read_municipality(EXAMPLE).site == "eksempelby.example/fleksjob"


NAME = 'name = "Eksempelby Kommune"\n'
WHOLE_FILE = NAME + 'phone = "00 00 00 00"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "name"),
        ('phone = "00 00 00 00"', "name"),
        (NAME, "address, phone or url is missing"),
        (NAME + 'phone = "call us"', "line 2: phone"),
        (NAME + "phone = 12345678", "line 2: phone"),
        (NAME + 'url = "http://x.example"', "line 2: url"),
        (NAME + 'url = "javascript:alert(1)"', "line 2: url"),
        (NAME + 'url = "https://x.example/\\" onclick"', "line 2: url"),
        (NAME + 'address = "<b>here</b>"', "line 2: address"),
        (NAME + 'address = ""', "line 2: address"),
        (NAME + f'address = "{"x" * 121}"', "line 2: address"),
        (WHOLE_FILE + 'hours_da = "9-15"', "hours_en is missing"),
        (WHOLE_FILE + 'apply_en = "Call"', "apply_da is missing"),
        (WHOLE_FILE + 'hours = "9-15"', "hours needs a language: hours_da, hours_en"),
        (WHOLE_FILE + 'hours_da = "9"\nhours_en = "<9"', "hours"),
        (WHOLE_FILE + 'hours_da = ""\nhours_en = ""', "hours"),
        (WHOLE_FILE + 'mail = "x@x.example"', "line 3: mail"),
        (WHOLE_FILE + "name\n", "line 3"),
    ],
)
def test_a_municipality_that_says_too_little_or_too_much_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "municipality.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=re.escape(said)):
        read_municipality(file)


def test_a_wrong_setting_of_each_kind_stops_the_start_with_its_name_and_reason(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(logo("<script/>"))
    (tmp_path / "drawn.svg").write_bytes(logo("<path/>"))
    (tmp_path / "here.toml").write_text(NAME, "utf-8")
    owner = {"SITE_OWNER": "Eksempelby Kommune"}
    wrong = [
        ({"SITE_LOGO": str(tmp_path / "logo.svg"), **owner}, "SITE_LOGO: holds <script>"),
        ({"SITE_LOGO": str(tmp_path / "none.svg"), **owner}, "SITE_LOGO: can't be read: No such file"),
        ({"SITE_LOGO": str(tmp_path), **owner}, "SITE_LOGO: can't be read"),
        ({"SITE_LOGO": str(tmp_path / "drawn.svg")}, "SITE_LOGO: needs SITE_OWNER"),
        ({"SITE_COLOUR": "#ff8800"}, "SITE_COLOUR: has a contrast of 2."),
        ({"SITE_COLOUR": "green"}, "SITE_COLOUR: must be a colour such as"),
        ({"MUNICIPALITY": str(tmp_path / "here.toml")}, "MUNICIPALITY: here.toml: address, phone or url"),
        ({"MUNICIPALITY": str(tmp_path / "none.toml")}, "MUNICIPALITY: none.toml: No such file"),
    ]
    for environment, said in wrong:
        start = started(**WHOLE | environment)
        assert start.returncode == 1
        assert f"  {said}" in start.stderr, start.stderr
    together = dict(chain.from_iterable(environment.items() for environment, _said in wrong[4:7]))
    assert len(started(**WHOLE | together).stderr.splitlines()) == 3
    right = owner | {"SITE_LOGO": str(tmp_path / "drawn.svg"), "SITE_COLOUR": "#0A4F35", "MUNICIPALITY": str(EXAMPLE)}
    for environment in (right, dict.fromkeys(right, "")):
        start = started(**WHOLE | environment)
        assert (start.returncode, start.stderr) == (0, "")
