"""The three tools for employers lead to each other, and what was entered in one is filled in in the next."""

import html as entities
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from salary.pages.stated_form import StatedWageForm, kept_stated_wage
from salary.pages.stated_start import first_values
from tests.salary.pages.test_employer import ADDRESSES, JOB, REST
from tests.salary.pages.test_stated_wage_page import GUIDE, PAGE, sent
from tests.salary.pages.test_wage_ceiling import figure
from tests.visitor import Visitor

TOOLS = ("employer-income", "employer-full-time-wage", "employer-steps")
EACH_LANGUAGE = pytest.mark.parametrize("language", ["da", "en"])


@EACH_LANGUAGE
@pytest.mark.parametrize("tool", TOOLS)
def test_each_tool_ends_with_the_other_two(client: Client, tool: str, language: str) -> None:
    with override(language):
        html = client.get(reverse(tool)).content.decode()
        end = html[html.index('class="next-chapter') : html.index("<footer")]
        assert [key for key in TOOLS if f'href="{reverse(key)}"' in end] == [key for key in TOOLS if key != tool]


@EACH_LANGUAGE
def test_the_guide_has_the_tools_as_cards_before_its_contents(client: Client, language: str) -> None:
    html = client.get(GUIDE[language]).content.decode()
    before = html[: html.index('id="on-this-page"')]
    with override(language):
        assert all(re.search(rf'<a class="card" href="{reverse(key)}"', before) for key in TOOLS)


@pytest.mark.parametrize("language", ADDRESSES)
def test_what_was_entered_for_the_cost_is_there_for_the_full_time_wage(client: Client, language: str) -> None:
    client.post(ADDRESSES[language], JOB | REST | {"holiday": "pay"})
    page = entities.unescape(client.get(PAGE[language]).content.decode())
    # 180 × 37 × 52/12 × 1.1 and 1,000 of supplements.
    assert figure(" ".join(page.split())) == {"da": "32.746 kr.", "en": "DKK 32,746"}[language]
    assert re.search(r'name="paid_hours_per_week" value="10"', page)
    assert re.search(r'value="supplement" checked', page)
    assert {
        "da": "Felterne er udfyldt med det, du skrev på siden om udgiften",
        "en": "on the cost page is already filled in",
    }[language] in page


def test_what_was_entered_for_the_full_time_wage_stays(client: Visitor) -> None:
    sent(client, wage="200")
    client.post(ADDRESSES["en"], JOB | REST)
    page = client.get(PAGE["en"]).content.decode()
    assert 'name="wage" value="200"' in page
    assert "is filled in" not in page


@pytest.mark.parametrize("wrong", [{"wage": ""}, {"wage": "32000"}, {"hours_per_week": "many"}, {"holiday": ""}])
def test_a_cost_that_is_not_finished_fills_nothing_in(wrong: dict[str, str]) -> None:
    assert "wage" not in first_values(JOB | REST | wrong)


def test_holiday_pay_is_left_open_as_the_cost_does_not_say_who_pays_it_out() -> None:
    values = first_values(JOB | REST)
    assert "holiday" not in values
    assert kept_stated_wage(values) is None
    assert StatedWageForm(values, require_all=False).is_complete
