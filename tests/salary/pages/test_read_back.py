"""What a form shows of a number after its button: the number, without the words that were typed with it."""

import re

import pytest
from django.test import Client

from fleksjob_site.serving.parts import Entry
from tests.salary.pages.test_income import TYPED


def fields(client: Client, address: str) -> dict[str, str]:
    html = client.get(address).content.decode()
    return dict(re.findall(r'<input type="text"[^>]* name="([^"]+)" value="([^"]*)"', html))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ({"hours_per_week": "12 hrs a week"}, {"en": "12", "da": "12"}),
        ({"hours_per_week": "12,5 timer om ugen"}, {"en": "12.5", "da": "12,5"}),
        ({"efficiency_percent": "60 percent"}, {"en": "60", "da": "60"}),
        ({"wage": "DKK 180.50 an hour"}, {"en": "180.5", "da": "180,5"}),
        ({"goal_month": "21.092,50 kr. om måneden"}, {"en": "21092.5", "da": "21092,5"}),
        # Without words it stays as it was typed, and so does what is wrong.
        ({"goal_month": "21.092,50"}, {"en": "21.092,50", "da": "21.092,50"}),
        ({"goal_month": ""}, {"en": "", "da": ""}),
        ({"hours_per_week": "200 hours"}, {"en": "200 hours", "da": "200 hours"}),
        ({"hours_per_week": "12 apples"}, {"en": "12 apples", "da": "12 apples"}),
    ],
)
@pytest.mark.parametrize(("language", "address"), [("en", "/en/income/"), ("da", "/indkomst/")])
def test_the_page_after_the_button_shows_the_number_and_keeps_what_was_typed(
    client: Client, language: str, address: str, typed: dict[str, str], shown: dict[str, str]
) -> None:
    client.post(address, TYPED | typed)
    [(name, text)] = typed.items()
    assert fields(client, address)[name] == shown[language]
    assert client.session[Entry.INCOME][name] == text
