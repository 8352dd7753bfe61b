"""How holiday is paid in the full-time wage that an employer states: everybody has wages and a supplement, or pay."""

import html as entities
import re

import pytest
from django.test import Client

from fleksjob_site.serving.parts import Entry
from salary.law.full_time_wage import PART_LABELS, Part
from tests.salary.pages.test_payout import words
from tests.salary.pages.test_stated_wage_page import PAGE, WAGE, sent
from tests.salary.pages.test_wage_ceiling import figure
from tests.visitor import Visitor


@pytest.mark.parametrize(
    ("holiday", "said", "not_said"),
    [
        ("supplement", "In May it is DKK 34,343.40", "holiday is taken"),
        ("paid-out", "holiday difference (the employee gets holiday pay (feriegodtgørelse) when", "In May"),
        ("account", "holiday difference (the employee gets holiday pay (feriegodtgørelse), which is paid to", "In May"),
    ],
)
def test_the_text_says_how_holiday_is_paid_and_never_that_there_is_none(
    client: Client, holiday: str, said: str, not_said: str
) -> None:
    page = sent(client, holiday=holiday)
    text = page[page.index("What it says") : page.index("The page to sign", page.index("What it says"))]
    text = entities.unescape(re.sub(r"<[^>]+>", "", text)).replace("\u00a0", " ")
    assert "Not in the job" not in page
    assert "Not counted: Performance pay" in text
    assert said in text
    assert not_said not in text


def test_until_holiday_is_chosen_the_sum_is_shown_and_the_text_waits(client: Client) -> None:
    live = words(client.post(PAGE["en"], WAGE | {"holiday": "", "live": "1"}))
    assert figure(live) == "DKK 31,746"
    assert PART_LABELS[Part.HOLIDAY_PAY] in live[live.index("Not in the sum yet") :][:200]
    assert "textarea" not in live


def test_holiday_pay_on_the_account_empties_the_amount_of_the_month(client: Visitor) -> None:
    sent(client, holiday="account", holiday_pay="1500", holiday_pay_5="on")
    assert not [name for name in client.session[Entry.STATED_WAGE] if name.startswith("holiday_pay")]
