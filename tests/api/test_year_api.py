"""The year in the API: its names, and the rows of the law code."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from fleksjob_site.kernel.calendar import Month
from salary.law.case import Case
from salary.law.net import MainCard, TaxCard
from salary.law.year.plan import Event, EventKind, Plan, Terms
from salary.law.year.remarks import RemarkKey, remarks_on
from salary.law.year.rows import Row, Sums, year_of
from tests.api.asking import ABOUT, post
from tests.api.years import BODY, CARD, NEWEST, planned

EVERYTHING: dict[str, Any] = BODY | {
    "months": 24,
    "job_starts": "2026-01-19",
    "own_pension_percent": "2.5",
    "other_wage_month": 1200,
    "side_business_month": 300,
    "tax": CARD,
    "assume_newest_rates": True,
    "changes": [
        {"from": "2026-11", "hourly_wage": None, "full_time_wage_month": 30000, "ceiling_month": 31000},
        {"from": "2026-06", "hourly_wage": 190, "pension_on_top_percent": None, "pension_on_top_month": 800},
        {
            "from": "2027-03", "hours_per_week": None, "efficiency_percent": None, "wage_month": "9000.50",
            "employer_pension_month": 900, "other_wage_month": 0, "own_pension_percent": None, "own_pension_month": 300,
        },
    ],
    "events": [
        {"month": "2026-02", "kind": "unpaid-leave", "days": 2},
        {"month": "2026-05", "kind": "holiday-supplement", "amount": 700.25},
        {"month": "2026-07", "kind": "holiday-unpaid", "days": 3, "amount": None},
        {"month": "2026-07", "kind": "holiday-with-unemployment-allowance", "days": 5},
        {"month": "2026-12", "kind": "free-choice", "amount": "1500"},
        {"month": "2027-04", "kind": "sickness-benefit", "amount": 4000},
        {"month": "2027-05", "kind": "parental-benefit", "amount": 5000},
    ],
}  # fmt: skip
AMOUNTS = {
    "wage_month", "wage_paid_month", "subsidy_paid_month", "subsidy_paid_most_month", "benefit_paid_month",
    "atp_month", "account_before_tax_month", "net_month",
}  # fmt: skip


def test_names_never_change(client: Client) -> None:
    # Callers hold them: add to these lists, and take nothing away.
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    job = {
        "wage_month", "hours_per_week", "efficiency_percent", "paid_hours_per_week", "hourly_wage",
        "full_time_wage_month", "pension_on_top_percent", "pension_on_top_month", "own_atp_month",
        "supplements_full_time_month", "other_wage_month", "side_business_month", "ceiling_month",
        "full_time_hours_per_week", "own_pension_percent", "own_pension_month", "employer_pension_month",
    }  # fmt: skip
    assert set(schemas["IncomeIn"]["properties"]) == job | {"month", "tax", "assume_newest_rates"}
    assert set(schemas["YearIn"]["properties"]) == job | {
        "from", "months", "job_starts", "changes", "events", "tax", "assume_newest_rates",
    }  # fmt: skip
    assert set(schemas["ChangeIn"]["properties"]) == job | {"from"}
    assert set(schemas["EventIn"]["properties"]) == {"month", "kind", "amount", "days"}
    assert schemas["EventIn"]["properties"]["kind"]["enum"] == [
        "holiday-supplement", "free-choice", "holiday-unpaid", "holiday-with-unemployment-allowance", "unpaid-leave",
        "sickness-benefit", "parental-benefit",
    ]  # fmt: skip
    assert set(schemas["MonthRemarkOut"]["properties"]["key"]["enum"]) == {
        "start", "arrears", "new-rates", "rates-assumed", "change", "event", "part-of-month", "follows", "open",
        "poorest",
    }  # fmt: skip


@pytest.mark.parametrize("given", [{}, EVERYTHING])
def test_the_answer_has_its_names(client: Client, given: dict[str, Any]) -> None:
    found = planned(client, **given)
    assert set(found) == {"rows", "poorest_month", "sums", *ABOUT}
    assert set(found["sums"]) == AMOUNTS
    for row in found["rows"]:
        assert set(row) == AMOUNTS | {"month", "subsidy_for", "rates_month", "rates_assumed", "remarks"}
        assert all(set(remark) == {"key", "text", "sources"} for remark in row["remarks"])


def test_a_year_is_thirteen_months_where_nothing_else_is_said(client: Client) -> None:
    rows = planned(client, tax=CARD)["rows"]
    assert [row["month"] for row in rows][::12] == ["2026-02", "2027-02"]
    assert [row["subsidy_for"] for row in rows][::12] == ["2026-01", "2027-01"]
    assert {key: rows[4][key] for key in AMOUNTS} == {
        "wage_month": "7689.00",
        "wage_paid_month": "6987.00",
        "subsidy_paid_month": "19293.00",
        "subsidy_paid_most_month": "19293.00",
        "benefit_paid_month": "0.00",
        "atp_month": "500.00",
        "account_before_tax_month": "25780.00",
        "net_month": "17689.04",
    }


def test_months_without_rates_use_the_newest_and_say_so_whatever_the_caller_assumes(client: Client) -> None:
    given = {"from": str(NEWEST), "months": 3}
    found = planned(client, **given)
    assert [row["rates_assumed"] for row in found["rows"]] == [False, False, True]
    assert [row["rates_month"] for row in found["rows"]] == [str(NEWEST.plus(months=-1)), str(NEWEST), str(NEWEST)]
    assert planned(client, **given, assume_newest_rates=True) == found


def test_where_all_months_are_alike_none_is_the_poorest(client: Client) -> None:
    assert planned(client, months=10)["poorest_month"] is None
    assert planned(client, events=[{"month": "2026-05", "kind": "unpaid-leave", "days": 1}])["poorest_month"] == (
        "2026-05"
    )


def test_without_a_card_nothing_after_tax_is_there_and_without_a_pension_nothing_of_the_account(client: Client) -> None:
    bare = planned(client)
    assert bare["sums"]["account_before_tax_month"]
    unknown = post(client, "year", {"from": "2026-02", "wage_month": 8000, "tax": CARD}).json()
    for amounts in (*bare["rows"], bare["sums"], *unknown["rows"], unknown["sums"]):
        assert amounts["net_month"] is None
    for amounts in (*unknown["rows"], unknown["sums"]):
        assert amounts["account_before_tax_month"] is amounts["wage_paid_month"] is None


def _everything() -> Plan:
    """The plan of EVERYTHING, made here field by field."""

    def terms(since: str, employer: Decimal, own: Decimal, **given: Any) -> Terms:
        month = Month.parse(since)
        numbers = {name: Decimal(value) for name, value in ({"own_atp_month": 33} | given).items()}
        return Terms(month, Case.from_fields(month, **numbers), employer, own)

    def event(month: str, kind: EventKind, amount: str = "0", days: int = 0) -> Event:
        return Event(Month.parse(month), kind, Decimal(amount), days)

    hours = {"hours_week": 15, "pace_percent": 60, "other_wage_month": 1200, "side_business_month": 300}
    at_180, at_190, at_30000 = Decimal(7020), Decimal(7410), 30000 * Decimal(9) / 37
    with_800 = {"pension_on_top_percent": 80000 / at_190}
    stated = {"pension_on_top_percent": 80000 / at_30000, "full_time_wage_month": 30000, "ceiling_month": 31000}
    own = Decimal("0.025")
    return Plan(
        Month(2026, 2),
        (
            terms("2026-01", at_180 / 10, at_180 * own, **hours, hourly_wage=180, pension_on_top_percent=10),
            terms("2026-06", Decimal(800), at_190 * own, **hours, hourly_wage=190, **with_800),
            terms("2026-11", Decimal(800), at_30000 * own, **hours, **stated),
            terms(
                "2027-03", Decimal(900), Decimal(300), wage_month="9000.50", full_time_wage_month=30000,
                ceiling_month=31000, side_business_month=300,
                pension_on_top_percent=Decimal(80000) / Decimal("9000.50"),
            ),
        ),
        months=24,
        events=(
            event("2026-02", EventKind.UNPAID_LEAVE, days=2),
            event("2026-05", EventKind.HOLIDAY_SUPPLEMENT, "700.25"),
            event("2026-07", EventKind.HOLIDAY_UNPAID, days=3),
            event("2026-07", EventKind.HOLIDAY_WITH_UNEMPLOYMENT_ALLOWANCE, days=5),
            event("2026-12", EventKind.FREE_CHOICE, "1500"),
            event("2027-04", EventKind.SICKNESS_BENEFIT, "4000"),
            event("2027-05", EventKind.PARENTAL_BENEFIT, "5000"),
        ),
        job_starts=date(2026, 1, 19),
        card=TaxCard(Decimal(38), Decimal(5400), MainCard.MUNICIPALITY),
    )  # fmt: skip


def _same(answered: dict[str, Any], found: Row | Sums, net: Decimal | None) -> None:
    for name in AMOUNTS - {"net_month"}:
        amount = getattr(found, name.removesuffix("_month"))
        assert Decimal(answered[name]) == round(amount, 2), name
    assert net is not None
    assert Decimal(answered["net_month"]) == round(net, 2)


def test_a_year_with_everything_is_that_of_the_law_code(client: Client) -> None:
    found, year = planned(client, **EVERYTHING), year_of(_everything())
    assert len(found["rows"]) == len(year.rows) == 24
    for answered, row in zip(found["rows"], year.rows, strict=True):
        _same(answered, row, row.net_paid)
        assert answered["month"] == str(row.month)
        assert answered["subsidy_for"] == str(row.before.income.month)
        assert (answered["rates_month"], answered["rates_assumed"]) == (str(row.rates_month), row.rates_assumed)
        assert [remark["key"] for remark in answered["remarks"]] == [remark.key for remark in remarks_on(row, year)]
    _same(found["sums"], year.sums, year.sums.net)
    assert year.poorest
    assert found["poorest_month"] == str(year.poorest.month)
    assert any(row["subsidy_paid_month"] != row["subsidy_paid_most_month"] for row in found["rows"])


def test_remarks_are_sentences_with_sources_in_the_language_of_the_caller(client: Client) -> None:
    english, danish = (planned(client, language, **EVERYTHING) for language in ("en", "da"))
    said = {remark["key"]: remark for row in english["rows"] for remark in row["remarks"]}
    assert (
        said["event"]["text"]
        == "You get DKK\xa05,000 in parental benefit. Your ATP on the benefit is not taken off here."
    )
    assert [source["paragraph"] for source in said["event"]["sources"]] == ["§ 9", "§ 124, stk. 3"]
    # The job starts in the month before the first row.
    assert set(said) == set(RemarkKey) - {RemarkKey.START}
    assert [row["month"] for row in danish["rows"]] == [row["month"] for row in english["rows"]]
    assert danish["rows"][0]["remarks"][0]["sources"] != english["rows"][0]["remarks"][0]["sources"]
