"""A link that is opened, and what was pasted in error, wait in a cookie of their own as far as they fit."""

import random

import pytest

from fleksjob_site.serving import seal as sealing
from fleksjob_site.serving.parts import Entry, Part
from fleksjob_site.take_along.link import write
from fleksjob_site.visitor import VisitorData
from tests.take_along.carrying import OWN, TOLD, address, told_by
from tests.visitor import Visitor

LINK = {"link": write(TOLD)}
USE = "Use these answers?"


def noise(letters: int) -> str:
    """Text that does not compress."""
    return "".join(map(chr, random.Random(letters).choices(range(0x10000, 0x30000), k=letters)))


def test_a_link_waits_in_its_own_cookie_and_only_until_it_is_used_or_declined(client: Visitor) -> None:
    client.tells(eligibility=OWN)
    for decision, told in (({"decline": "1"}, VisitorData(OWN)), (LINK, TOLD)):
        answer = client.post(address("open-link"), LINK)
        assert set(answer.cookies) - {Part.TOKEN.cookie} == {Part.LINK.cookie}
        assert told_by(client) == VisitorData(OWN)
        client.post(address("use-link"), decision)
        assert not client.cookies[Part.LINK.cookie].value
        assert told_by(client) == told
        again = client.get(f"{address('open-link')}?show=link").content.decode()
        assert USE not in again
        assert "alert-error" not in again


def test_a_link_waits_only_where_the_page_is_asked_to_show_it(client: Visitor) -> None:
    client.post(address("open-link"), LINK)
    assert USE not in client.get(address("open-link")).content.decode()
    assert USE not in client.get(f"{address('open-link')}?show=errors").content.decode()
    assert USE in client.get(f"{address('open-link')}?show=link").content.decode()


def test_a_link_too_long_for_the_cookie_is_shown_at_once(client: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    client.tells(opened={"typed": "pasted before"})
    monkeypatch.setattr(sealing, "_MAX_PACKED", 400)
    answer = client.post(address("open-link"), LINK)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert USE in html
    # Loading this page again would send the form again.
    assert "data-reloads" not in html
    assert f'<a href="{address("open-link", "da")}#{LINK["link"]}" lang="da"' in html
    assert Entry.OPENED not in client.session
    assert "What you sent last was not saved" not in client.get(address("open-link")).content.decode()


@pytest.mark.parametrize(("letters", "kept"), [(100, True), (1500, False)])
def test_what_is_wrong_is_said_even_where_the_pasted_text_does_not_fit(
    client: Visitor, letters: int, kept: bool
) -> None:
    text = noise(letters)
    html = client.post(address("open-link"), {"link": text}, follow=True).content.decode()
    assert html.count("It contains no answers from this site.") == 2
    assert (text in html) is kept
    assert "What you sent last was not saved" not in html


def test_what_was_pasted_is_there_in_the_other_language_without_an_error(client: Visitor) -> None:
    html = client.post(address("open-link", "da"), {"link": "half a li", "switch": "1"}, follow=True).content.decode()
    assert "half a li</textarea>" in html
    assert "alert-error" not in html
