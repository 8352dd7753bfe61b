"""The page of unemployment allowance: what it shows, what it asks for, and what it keeps."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from salary.pages.allowance_form import HINTS, AllowanceForm
from tests.visitor import Visitor

PAGE = {"da": "/indkomst/ledighedsydelse/", "en": "/en/income/unemployment-allowance/"}
MAY = {"month-month": "5", "month-year": "2026"}
WAGE = MAY | {"level": "higher", "wage": "20.000"}


def shown(client: Client, typed: dict[str, str], language: str = "en") -> str:
    """The page as it answers while somebody types."""
    return client.post(PAGE[language], typed | {"live": "1"}).content.decode().replace("\u00a0", " ")


def figure(html: str) -> str | None:
    """The amount in the result panel; None without one."""
    _, mark, after = html.partition("data-result>")
    return after.partition("<")[0].replace("\u00a0", " ") if mark else None


@pytest.mark.parametrize(("language", "amount"), [("da", "13.034 kr."), ("en", "DKK 13,034")])
def test_a_wage_above_the_threshold(client: Client, language: str, amount: str) -> None:
    assert figure(shown(client, WAGE, language)) == amount


@pytest.mark.parametrize(
    ("level", "amount"), [("higher", "DKK 19,616"), ("parent", "DKK 17,736"), ("other", "DKK 13,345")]
)
def test_without_income_the_rate_alone_is_enough(client: Client, level: str, amount: str) -> None:
    html = shown(client, MAY | {"level": level})
    assert figure(html) == amount
    assert "Wage, pension and the like" not in html


def test_it_shows_the_rates_of_the_month_and_opens_with_this_one(client: Client) -> None:
    html = client.get(PAGE["en"]).content.decode()
    assert figure(html) is None
    assert "The lower rate with a duty to support a child" in html
    early = shown(client, {"month-month": "5", "month-year": "2020", "level": "higher"})
    assert "in June 2020:" in early
    assert "The lower rate with a duty" not in early.partition('id="levels"')[2]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"level": ""}, {"level"}),
        ({"level": "most"}, {"level"}),
        ({"month-month": "", "month-year": ""}, {"month"}),
        ({"month-year": "2012"}, {"month"}),
        ({"month-year": "2031"}, {"month"}),
        ({"month-month": "11", "month-year": "2023", "level": "other"}, {"month"}),
        ({"wage": "much"}, {"wage"}),
        ({"wage": "-1"}, {"wage"}),
        ({"wage": "100 kr. i timen"}, {"wage"}),
        ({"employer_pension": "x"}, {"employer_pension"}),
        ({"paid_pension": "x"}, {"paid_pension"}),
        ({"instead_of_wage": "x"}, {"instead_of_wage"}),
        ({"owed": "x"}, {"owed"}),
        ({"side_hours": "8"}, {"conversion_rate"}),
        ({"conversion_rate": "280"}, {"side_hours"}),
        ({"side_hours": "8", "conversion_rate": "280 kr. om måneden"}, {"conversion_rate"}),
        ({"side_hours": "8 timer om ugen", "conversion_rate": "280"}, {"side_hours"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client: Client, typed: dict[str, str], wrong: set[str]) -> None:
    client.post(PAGE["en"], WAGE | typed)
    html = client.get(PAGE["en"] + "?show=errors").content.decode()
    assert {name for name in _NAMES if f'id="id_{name}-error"' in html} == wrong
    assert figure(html) is None


_NAMES = ["month", "level", "wage", "employer_pension", "instead_of_wage", "paid_pension", "side_hours",
          "conversion_rate", "owed"]  # fmt: skip


def test_the_result_says_what_is_kept_where_it_ends_and_when_it_is_taken_off(client: Client) -> None:
    html = shown(client, WAGE)
    assert "With DKK 1,000 more in wage the allowance would be DKK 550 lower. You would keep DKK 450" in html
    assert "Nothing is left of the allowance from an income of DKK 43,698 a month." in html
    assert "taken off the allowance of the month after, June 2026" in html


def panel_of(html: str) -> str:
    return html.partition('id="result"')[2].partition("</section>")[0].replace("&#39;", "'")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Choose your rate, and the allowance is shown here."),
        ({"level": "higher", "month-month": "", "month-year": ""}, "Enter the month, and the allowance is shown here."),
        ({"level": "higher", "side_hours": "12"}, "Enter the conversion rate, and the allowance is shown here."),
        ({"level": "higher", "conversion_rate": "280"}, "Enter the hours of the side business, and"),
        ({"level": "higher", "wage": "-300"}, "The messages by the fields say what."),
        ({"level": "higher", "wage": "-300", "typing": "wage"}, "what is in the field can't be used yet"),
        ({"level": "higher", "month-month": "2", "month-year": "2027"}, "The messages by the fields say what."),
        ({"level": "higher", "month-year": "2027", "typing": "month-year"}, "what is in the field can't be used yet"),
    ],
)
def test_without_a_result_the_panel_names_what_is_missing(client: Client, typed: dict[str, str], said: str) -> None:
    panel = panel_of(shown(client, MAY | typed))
    assert said in panel
    assert ("Choose your rate" in panel) == (not typed)


def test_every_field_that_may_be_missing_has_a_hint() -> None:
    assert set(HINTS) == set(AllowanceForm.required_messages)


@pytest.mark.parametrize(
    "said",
    [
        # LAS § 74 a, stk. 2, nr. 4 is about the day of the assessment, § 74 f, stk. 2 about work after a flexi-job.
        "Or you got unemployment allowance after a job on ordinary terms.",
        "Jobs on ordinary terms can give it too, for 9 months in all within 18 months after a flexi-job ended.",
        # BEK 4/2026 § 12, nr. 4, § 11, stk. 2 and § 5, stk. 4.
        "Survivor&#39;s pension after a spouse or partner, and child pension.",
        "including one from work abroad",
        "But if your old job could give standby pay",
        "Severance pay counts too if the old job could give standby pay",
    ],
)
def test_it_says_what_the_act_and_the_order_say(client: Client, said: str) -> None:
    assert said in client.get(PAGE["en"]).content.decode()


def test_december_is_shown_with_the_rate_of_january(client: Client) -> None:
    december = {"month-month": "12", "level": "higher", "wage": "5.000"}
    html = shown(client, december | {"month-year": "2025"}, "da")
    assert figure(html) == "18.116 kr."
    assert "Din ydelse for januar 2026, med indtægten i december 2025" in html
    assert "er ikke kendt" not in html
    html = shown(client, december | {"month-year": "2026"}, "da")
    assert "Satsen for januar 2027 er ikke kendt endnu. Vi har brugt satsen for 2026." in panel_of(html)


def test_subsidy_paid_too_much_is_carried_on_and_nothing_is_said_of_more_wage(client: Client) -> None:
    html = shown(client, WAGE | {"owed": "15000"})
    assert figure(html) == "DKK 0"
    assert "With DKK 1,000 more wage" not in html
    assert "DKK 1,966 of the overpaid subsidy is taken off the allowance in the next months." in html


def test_a_side_business_counts_by_its_hours_and_is_not_added_to_the_money(client: Client) -> None:
    html = shown(client, MAY | {"level": "higher", "side_hours": "20", "conversion_rate": "280"})
    assert figure(html) == "DKK 17,936"
    assert "What the side business earns comes on top." in html
    assert "Wage, pension and the like" not in html
    assert '<details class="details" id="more" open>' in html


def test_what_is_typed_is_kept_and_deleted_with_the_rest(client: Visitor) -> None:
    client.post(PAGE["en"], WAGE)
    html = client.get(PAGE["en"]).content.decode()
    assert figure(html) == "DKK 13,034"
    assert 'value="20.000"' in html
    assert client.get("/en/go-on/").headers["Location"] == PAGE["en"]
    client.post("/en/delete-my-answers/", {})
    assert figure(client.get(PAGE["en"]).content.decode()) is None


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("page", ["income", "while-you-wait"])
def test_it_is_linked_from_the_income_page_and_the_guide(language: str, page: str) -> None:
    with override(language):
        address = reverse(page)
    assert f'href="{PAGE[language]}"' in Visitor().get(address).content.decode()
