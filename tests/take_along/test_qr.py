"""The QR code of a link: inline SVG that holds the link, or none if the link is too long."""

import re

import pytest
import segno
from django.test import Client

from fleksjob_site.take_along.qr import MAX_VERSION, qr_code
from tests.eligibility.law.answering import FITTING
from tests.visitor import Visitor

LINK = "https://fleksjob.example/en/open/#v1."


def squares(svg: str) -> set[tuple[int, int]]:
    """The dark squares of a drawing: strokes along rows, written as moves and runs."""
    x, y, found = 0.0, 0.0, set()
    path = re.findall(r'stroke="#000" d="([^"]+)"', svg)[0]
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            found |= {(int(x) + step, int(y)) for step in range(int(values[0]))}
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return found


def test_it_draws_the_code_of_the_link_with_a_quiet_border() -> None:
    link = LINK + "a" * 500
    code = segno.make(link, error="l", micro=False, boost_error=False)
    dark = {(x + 4, y + 4) for y, row in enumerate(code.matrix) for x, module in enumerate(row) if module}
    assert squares(str(qr_code(link))) == dark


@pytest.mark.parametrize(("letters", "drawn"), [(10, True), (700, True), (900, False), (5000, False)])
def test_a_link_that_is_too_long_for_a_camera_has_none(letters: int, drawn: bool) -> None:
    assert (qr_code(LINK + "a" * letters) is not None) == drawn
    assert MAX_VERSION == 20


def test_the_page_shows_the_code_of_its_link(client: Visitor) -> None:
    client.tells(eligibility=FITTING)
    html = client.get("/en/take-along/").content.decode()
    link = re.findall(r'id="link-to-copy" value="([^"]+)"', html)[0]
    assert str(qr_code(link)) in html


def test_without_answers_there_is_neither(client: Client) -> None:
    assert 'class="qr"' not in client.get("/en/take-along/").content.decode()
