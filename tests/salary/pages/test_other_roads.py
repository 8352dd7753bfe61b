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
def test_it_names_every_amount_and_that_comparing_is_not_advice(language: str, amounts: list[str]) -> None:
    html = page(PAGE[language])
    assert [amount for amount in amounts if amount not in html] == []
    assert ("is not advice" if language == "en" else "er ikke et råd") in html
    assert ("Not seen printed" if language == "en" else "Ikke set trykt") in html


def test_what_is_dated_is_dated() -> None:
    html = page(PAGE["en"])
    for said in ("more than 22 weeks within 9 months", "1 January 2027", "12 November 2025", "before 1 July 2026"):
        assert said in html


@pytest.mark.parametrize(
    ("language", "said"),
    [
        # Arbejdsskadesikringsloven § 17 a, stk. 6 and 4-5.
        ("en", "Its decision is provisional while you get unemployment allowance"),
        ("en", "If you are in a flexi-job, you can ask for a final one."),
        ("en", "cut the compensation, by 10%"),
        ("da", "Afgørelsen er midlertidig, mens du får ledighedsydelse"),
        ("da", "sætter også erstatningen ned med 10 %"),
        # LSP § 32 a, stk. 4.
        ("en", "there is also a separate deduction in their other income"),
        ("da", "er der også et særligt fradrag i hans eller hendes øvrige indtægt"),
        ("en", 'and state pension (<i lang="da">folkepension</i>) are not in the table'),
        ("da", "Dagpenge, kontanthjælp, ressourceforløbsydelse, efterløn, tidlig pension og folkepension"),
        ("en", "The law sets when it ends."),
        ("da", "Loven bestemmer, hvornår de stopper."),
    ],
)
def test_it_says_what_the_acts_say_and_what_is_left_out(language: str, said: str) -> None:
    assert said in page(PAGE[language])


@pytest.mark.parametrize("entered", [{}, {"income": NOW}])
@pytest.mark.parametrize("address", ["/indkomst/", "/en/income/", *PAGE.values()])
def test_it_has_one_name_everywhere(address: str, entered: dict[str, object]) -> None:
    html = page(address, **entered)
    assert "The other roads" not in html
    assert "De andre veje" not in html


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("entered", [{}, {"income": NOW}, {"income": INCOME}])
def test_the_income_page_always_leads_to_it_and_to_the_allowance(language: str, entered: dict[str, object]) -> None:
    with override(language):
        income, allowance = reverse("income"), reverse("allowance")
    main = page(income, **entered).partition("<main")[2].partition("</main>")[0]
    assert f'href="{PAGE[language]}"' in main
    assert f'href="{allowance}"' in main
    assert ("uden at have et?" if language == "da" else "but have none now?") in main


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
    assert "only from 2026 on" in earlier
    assert "Senior pension" not in earlier.partition('id="other-roads"')[2].partition("</section>")[0]


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_linked_from_the_outcome(language: str) -> None:
    with override(language):
        outcome = reverse("eligibility:outcome")
    assert f'href="{PAGE[language]}"' in page(outcome, eligibility=FITTING)
