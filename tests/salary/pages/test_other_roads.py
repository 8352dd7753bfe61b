"""The other roads: on a page of their own, and beside the income result."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.browser.sessions import INCOME, NOW
from tests.eligibility.law.answering import FITTING
from tests.visitor import Visitor

PAGE = {"da": "/indkomst/andre-veje/", "en": "/en/income/other-roads/"}


def page(address: str, **told: object) -> str:
    client = Visitor()
    if told:
        client.tells(**told)
    return client.get(address).content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "amounts"),
    [
        ("en", ["DKK 19,616", "DKK 17,736", "DKK 13,345", "DKK 22,035", "DKK 22,053", "DKK 18,745", "DKK 94,800"]),
        ("da", ["19.616 kr.", "17.736 kr.", "13.345 kr.", "22.035 kr.", "22.053 kr.", "18.745 kr.", "150.400 kr."]),
    ],
)
def test_it_names_every_amount_and_that_they_are_no_advice(language: str, amounts: list[str]) -> None:
    html = page(PAGE[language])
    assert [amount for amount in amounts if amount not in html] == []
    assert ("are no advice" if language == "en" else "er ikke et råd") in html
    assert ("Not seen printed" if language == "en" else "Ikke set trykt") in html


def test_what_is_dated_is_dated() -> None:
    html = page(PAGE["en"])
    for said in ("more than 22 weeks within 9 months", "1 January 2027", "12 November 2025", "before 1 July 2026"):
        assert said in html


def test_the_job_that_was_entered_stands_in_the_table() -> None:
    assert "Your flexi-job as you entered it" not in page(PAGE["en"])
    html = page(PAGE["en"], income=NOW)
    assert "Your flexi-job as you entered it" in html
    assert "Enter a flexi-job on" not in html


def test_the_income_page_has_the_table_once_there_is_a_result() -> None:
    income = "/en/income/"
    assert 'id="other-roads"' not in page(income)
    html = page(income, income=NOW)
    assert 'id="other-roads"' in html
    assert f'href="{PAGE["en"]}"' in html
    assert "Senior pension" in html
    earlier = page(income, income=INCOME)
    assert "from 2026 on only" in earlier
    assert "Senior pension" not in earlier.partition('id="other-roads"')[2].partition("</section>")[0]


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_linked_from_the_outcome(language: str) -> None:
    with override(language):
        outcome = reverse("eligibility:outcome")
    assert f'href="{PAGE[language]}"' in page(outcome, eligibility=FITTING)
