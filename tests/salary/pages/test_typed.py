"""What is typed into the forms about pay: units that do not fit, dates in boxes, and fields too long to keep."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.take_along.link import read, write
from fleksjob_site.texts.forms import DecimalField
from fleksjob_site.visitor import VisitorData
from salary.pages.ceiling_form import CeilingForm
from salary.pages.employer import EmployerForm
from salary.pages.forms import IncomeForm
from salary.pages.pay_form import PayForm
from salary.pages.payout_forms import PayoutForm
from salary.pages.stated_form import StatedWageForm
from salary.pages.year_form import YearForm, income_form
from tests.salary.pages.test_income import shown
from tests.salary.pages.test_payout import sent
from tests.salary.pages.test_year import INCOME, JOB, YEAR, planned, words
from tests.visitor import Visitor, in_boxes

FORMS: dict[str, Callable[[dict[str, str]], PayForm]] = {
    "income": lambda typed: IncomeForm(typed, require_all=False),
    "employer": lambda typed: EmployerForm(typed, require_all=False),
    "ceiling": lambda typed: CeilingForm(typed, require_all=False),
    "stated": lambda typed: StatedWageForm(typed, require_all=False),
    "payout": lambda typed: PayoutForm(typed, require_all=False, last_month=Month(2026, 10)),
    "year": lambda typed: YearForm(
        typed, income=income_form({}, Month(2026, 11)), today=Month(2026, 11), require_all=False
    ),
}
CHOSEN = {
    "income": ("wage_kind", "wage"),
    "employer": ("wage_kind", "wage"),
    "ceiling": ("wage_kind", "wage"),
    "stated": ("wage_kind", "wage"),
    "payout": ("ceiling_kind", "ceiling"),
}


@pytest.mark.parametrize("name", CHOSEN)
def test_a_long_wage_for_another_time_than_chosen_stays_refused_when_it_is_stored(name: str) -> None:
    kind, wage = CHOSEN[name]
    for chosen, typed in (("hourly", "1.850,50 kr. om måneden før skat"), ("stated", "185,50 kr. i timen før skat"),
                          ("full-time", "185,50 kr. i timen før skat")):  # fmt: skip
        form = FORMS[name]({kind: chosen, wage: typed + " " * 40})
        if kind not in form.errors:
            assert wage in form.errors
            assert wage in FORMS[name](form.typed()).errors, form.typed()


@pytest.mark.parametrize("name", CHOSEN)
def test_a_wage_for_another_time_than_chosen_is_refused(name: str) -> None:
    kind, wage = CHOSEN[name]
    monthly = "stated" if name == "payout" else "full-time"
    for chosen, typed, fits in (
        ("hourly", "200 kr. i timen", True),
        ("hourly", "200 kr. om måneden", False),
        (monthly, "30.000 kr./md.", True),
        (monthly, "30.000 kr./t", False),
    ):
        assert (wage not in FORMS[name]({kind: chosen, wage: typed}).errors) == fits, (chosen, typed)


@pytest.mark.parametrize("name", ["employer", "ceiling", "stated", "payout"])
def test_an_hourly_wage_in_the_place_of_a_monthly_one_is_asked_about(name: str) -> None:
    kind, wage = CHOSEN[name]
    monthly = "stated" if name == "payout" else "full-time"
    for amount, fits in (("165", False), ("999,99", False), ("2000", False), ("2001", True), ("28860", True)):
        with override("en"):
            errors = FORMS[name]({kind: monthly, wage: amount.replace(",", ".")}).errors.get(wage, [])
        assert [error[:23] for error in errors] == ([] if fits else ["Is this an hourly wage?"]), amount


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", CHOSEN)
def test_a_question_about_an_amount_names_the_choices_that_it_fits(name: str, language: str) -> None:
    kind, wage = CHOSEN[name]
    asked = 0
    with override(language):
        for amount in ("165", "32000"):
            keys = {str(label): key for key, label in FORMS[name]({}).fields[kind].choices}
            for chosen in keys.values():
                for error in FORMS[name]({kind: chosen, wage: amount}).errors.get(wage, []):
                    for choice in re.findall("[“»](.+?)[”«]", error):
                        asked += 1
                        assert choice in keys, error
                        assert wage not in FORMS[name]({kind: keys[choice], wage: amount}).errors, error
    assert asked


@pytest.mark.parametrize("language", ["da", "en"])
def test_hours_of_another_time_are_asked_for_as_hours(language: str) -> None:
    words = {"da": "Skriv timerne for en måned, ikke »om ugen«.", "en": "Enter the hours for a month, not “om ugen”."}
    with override(language):
        assert CeilingForm({"paid_hours_month": "10 timer om ugen"}, require_all=False).errors["paid_hours_month"] == [
            words[language]
        ]


def test_pension_is_in_the_unit_that_was_chosen(client: Client) -> None:
    said = "Enter it as you have chosen above: in kroner or as a percentage."
    assert sent(client, own_pension="4 %").count(said) == 2
    assert said in sent(client, pension_unit="percent", own_pension="400 kr.", employer_pension="8")
    assert said not in sent(client, pension_unit="percent", own_pension="4 %", employer_pension="8 procent")


@pytest.mark.parametrize(
    ("kind", "number", "fits"),
    [("unpaid-leave", "5 dage", True), ("unpaid-leave", "500 kr.", False), ("free-choice", "5 days", False),
     ("free-choice", "500 kr.", True)],
)  # fmt: skip
def test_an_event_takes_days_or_kroner(kind: str, number: str, fits: bool) -> None:
    client = Visitor()
    client.post(INCOME["en"], JOB)
    typed = {"event1_kind": kind, "event1_month": "2027-02", "event1_number": number}
    assert client.post(YEAR["en"], typed)["Location"].endswith("?show=errors") != fits


def boxes_shown(html: str, name: str) -> dict[str, str]:
    return dict(re.findall(rf'name="{name}-(day|month|year)" value="([^"]*)"', html))


@pytest.mark.parametrize(
    "typed",
    [in_boxes("job_starts", "14", "12", "2026"), in_boxes("job_starts", "14. december 2026", "", ""),
     in_boxes("job_starts", "", "", "2026-12-14"), {"job_starts": "2026-12-14"}, {"job_starts": "14-12-2026"}],
)  # fmt: skip
def test_a_day_is_stored_as_a_date_and_shown_in_three_boxes(typed: dict[str, str]) -> None:
    client = planned(**typed)
    assert client.session["year"]["job_starts"] == "2026-12-14"
    assert not [name for name in client.session["year"] if name.startswith("job_starts-")]
    html = client.get(YEAR["en"]).content.decode()
    assert boxes_shown(html, "job_starts") == {"day": "14", "month": "12", "year": "2026"}
    assert "Your job starts on 14 December 2026" in words(html)
    told = VisitorData(income=client.session["income"], year=client.session["year"])
    assert read(write(told), date(2026, 11, 21)).visitor.year["job_starts"] == "2026-12-14"


def test_a_day_that_cannot_be_read_stays_as_it_was_typed() -> None:
    client = Visitor()
    client.post(INCOME["en"], JOB)
    client.post(YEAR["en"], in_boxes("job_starts", "31", "2", "2027"))
    again = client.get(YEAR["en"]).content.decode()
    assert boxes_shown(again, "job_starts") == {"day": "31", "month": "2", "year": "2027"}
    client.post(YEAR["en"], in_boxes("job_starts", "28", "2", "2027"))
    assert client.session["year"].get("job_starts") == "2027-02-28"
    assert not [name for name in client.session["year"] if "-" in name]


def test_a_pasted_date_fills_month_and_year(client: Visitor) -> None:
    html = shown(client, month__month="12.05.2024", month__year="")
    assert boxes_shown(html, "month") == {"month": "5", "year": "2024"}
    assert client.session["income"]["month-month"] == "5"
    assert "data-result" in html
    # The box in focus keeps what it holds in a live answer, so nothing is divided before the button.
    live = client.post(INCOME["en"], JOB | {"month-month": "12.05.2024", "month-year": "", "live": "1"})
    assert boxes_shown(live.content.decode(), "month") == {"month": "12.05.2024", "year": ""}
    html = shown(client, month__month="maj", month__year="2024")
    assert boxes_shown(html, "month") == {"month": "maj", "year": "2024"}
    assert "data-result" in html


def test_no_field_cuts_what_is_typed_or_shows_a_day_when_it_is_empty(client: Client) -> None:
    for language in ("da", "en"):
        client.post(INCOME[language], JOB)
        for page in (INCOME[language], YEAR[language]):
            html = client.get(page).content.decode()
            assert '<input type="text"' in html
            assert "maxlength" not in html
            assert 'type="date"' not in html
            assert "bday" not in html


NUMBERS = ("21.092,50", "1.234.567,89 kr. om måneden", "200 kr. i timen før skat", "7½ timer om ugen", "33,5 procent")
FIELDS = [(name, field) for name in FORMS for field in FORMS[name]({}).fields if field not in ("first", "replaces")]


@given(
    st.sampled_from(FIELDS),
    st.sampled_from(NUMBERS),
    st.integers(0, 40),
    st.sampled_from([" ", "\u00a0", "\u200b", "1"]),
)
def test_what_is_kept_of_a_field_is_read_as_the_same_or_refused(
    field: tuple[str, str], number: str, more: int, mark: str
) -> None:
    name, key = field
    for language in ("da", "en"):
        with override(language):
            assert_kept(FORMS[name], key, mark * more + number)
            assert_kept(FORMS[name], key, number + mark * more)


def assert_kept(form_of: Callable[[dict[str, str]], PayForm], key: str, typed: str) -> None:
    form = form_of({key: typed})
    kept: dict[str, Any] = form.typed()
    assert all(len(text) <= form.max_length for text in kept.values())
    again = form_of(kept)
    assert (key in again.errors) == (key in form.errors), kept
    assert again.cleaned_data.get(key) == form.cleaned_data.get(key), kept
    if isinstance(form.fields[key], DecimalField):
        assert again.written(key) == form.written(key), kept
