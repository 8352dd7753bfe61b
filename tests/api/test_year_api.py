"""The year in the API: the rows of the law code, changes on top of each other, and what a body can't say."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from django.test import Client

from fleksjob_site.kernel.calendar import Month
from salary.law.case import Case
from salary.law.net import MainCard, TaxCard
from salary.law.rates import newest_month_with_rates
from salary.law.year.plan import EARLIEST_FIRST, Event, EventKind, Plan, Terms
from salary.law.year.remarks import RemarkKey, remarks_on
from salary.law.year.rows import Row, Sums, year_of
from tests.api.asking import ABOUT, post

JOB: dict[str, Any] = {
    "hours_per_week": 15, "efficiency_percent": 60, "hourly_wage": 180, "pension_on_top_percent": 10,
    "own_atp_month": 33,
}  # fmt: skip
BODY: dict[str, Any] = {"from": "2026-02"} | JOB
CARD = {"percent": 38, "deduction_month": 5400, "main_card": "municipality"}
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
FIRST, NEWEST = EARLIEST_FIRST, newest_month_with_rates()


def planned(client: Client, language: str = "en", **given: Any) -> dict[str, Any]:
    answer = post(client, "year", BODY | given, language)
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def wages(found: dict[str, Any]) -> list[str]:
    return [row["wage_month"] for row in found["rows"]]


def wrong(client: Client, **given: Any) -> list[tuple[str, str]]:
    answer = post(client, "year", BODY | given)
    assert answer.status_code == 422
    return [(error["field"], error["code"]) for error in answer.json()["errors"]]


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
        == "You get DKK\xa05,000 in parental benefit. Your ATP of the benefit is not taken off here."
    )
    assert [source["paragraph"] for source in said["event"]["sources"]] == ["§ 9", "§ 124, stk. 3"]
    # The job starts in the month before the first row.
    assert set(said) == set(RemarkKey) - {RemarkKey.START}
    assert [row["month"] for row in danish["rows"]] == [row["month"] for row in english["rows"]]
    assert danish["rows"][0]["remarks"][0]["sources"] != english["rows"][0]["remarks"][0]["sources"]


def test_changes_build_on_each_other_in_the_order_of_their_months(client: Client) -> None:
    later, first = {"from": "2026-05", "hourly_wage": 200}, {"from": "2026-03", "hours_per_week": 20}
    found = planned(client, months=4, pension_on_top_percent=0, own_atp_month=0, changes=[later, first])
    assert wages(found) == ["7020.00", "9360.00", "9360.00", "10400.00"]
    assert found["rows"][3]["remarks"][0]["key"] == "change"
    # The subsidy follows a month later.
    assert [row["subsidy_paid_month"] for row in found["rows"][:3]] == ["19494.00", "19494.00", "18792.00"]


def test_a_change_from_the_first_month_leaves_the_month_before_as_it_was(client: Client) -> None:
    found = planned(client, months=2, changes=[{"from": "2026-02", "hourly_wage": 200}])
    assert found["rows"][0]["subsidy_paid_month"] == planned(client, months=1)["rows"][0]["subsidy_paid_month"]
    assert wages(found) == wages(planned(client, months=2, hourly_wage=200))


def test_null_clears_a_field_and_so_another_way_of_giving_the_wage_can_begin(client: Client) -> None:
    as_before = {"hours_per_week": None, "efficiency_percent": None, "paid_hours_per_week": 9}
    # 15 hours at 60 % are 9 paid hours.
    assert len(set(wages(planned(client, changes=[{"from": "2026-05"} | as_before])))) == 1
    cleared = planned(client, months=2, changes=[{"from": "2026-03", "pension_on_top_percent": None}])
    assert wages(cleared) == ["7689.00", "6987.00"]
    gone = planned(client, ceiling_month=20000, months=3, changes=[{"from": "2026-03", "ceiling_month": None}])
    assert [row["subsidy_paid_month"] for row in gone["rows"]] == ["12311.00", "12311.00", "19293.00"]


def test_a_year_can_begin_with_every_month_between_its_limits(client: Client) -> None:
    for first in (FIRST, NEWEST.plus(months=24)):
        last = first.plus(months=23)
        events = [EVENT | {"month": str(month)} for month in (first.plus(months=-1), last)]
        changes = [{"from": str(month)} for month in (first, last)]
        found = planned(client, **{"from": str(first)}, months=24, events=events, changes=changes)
        assert found["rows"][-1]["month"] == str(last)


EVENT = {"month": "2026-05", "kind": "free-choice", "amount": 100}
LEAVE = {"month": "2026-05", "kind": "unpaid-leave", "days": 2}


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"from": str(FIRST.plus(months=-1))}, "from", "month-out-of-range"),
        ({"from": str(NEWEST.plus(months=25))}, "from", "month-out-of-range"),
        ({"from": "2026"}, "from", "not-a-month"),
        ({"first": "2026-02"}, "first", "unknown-field"),
        ({"month": "2026-02"}, "month", "unknown-field"),
        *(({"months": months}, "months", "months-out-of-range") for months in (0, 25, 1.5, True, "13", None, [1])),
        ({"job_starts": "soon"}, "job_starts", "not-a-day"),
        ({"job_starts": "2025-12-31"}, "job_starts", "not-a-day"),
        ({"job_starts": "2027-03-01"}, "job_starts", "not-a-day"),
        ({"tax": CARD | {"percent": 101}}, "tax.percent", "out-of-range"),
        ({"assume_newest_rates": 1}, "assume_newest_rates", "not-a-boolean"),
        ({"hours_per_week": None}, "hours_per_week", "missing"),
        ({"wage_month": 9000}, "hours_per_week", "one-of-two"),
        ({"changes": {"from": "2026-05"}}, "changes", "wrong-form"),
        ({"changes": [5]}, "changes.0", "wrong-form"),
        ({"changes": [{"from": "2026-05"}] * 25}, "changes", "too-many"),
        ({"changes": [{}]}, "changes.0.from", "missing"),
        ({"changes": [{"from": "May"}]}, "changes.0.from", "not-a-month"),
        ({"changes": [{"from": "2026-01"}]}, "changes.0.from", "month-out-of-range"),
        ({"changes": [{"from": "2027-03"}]}, "changes.0.from", "month-out-of-range"),
        ({"changes": [{"from": "2026-05"}, {"from": "2026-05"}]}, "changes.1.from", "month-twice"),
        ({"changes": [{"from": "2026-05", "tax": None}]}, "changes.0.tax", "unknown-field"),
        ({"changes": [{"from": "2026-05", "since": "2026-05"}]}, "changes.0.since", "unknown-field"),
        ({"changes": [{"from": "2026-05", "hours_per_week": 169}]}, "changes.0.hours_per_week", "out-of-range"),
        ({"changes": [{"from": "2026-05", "hourly_wage": 30000}]}, "changes.0.hourly_wage", "monthly-wage"),
        ({"changes": [{"from": "2026-05", "hourly_wage": None}]}, "changes.0.hourly_wage", "missing"),
        (
            {"changes": [{"from": "2026-05", "pension_on_top_month": 500}]},
            "changes.0.pension_on_top_month",
            "one-of-two",
        ),
        (
            {
                "changes": [
                    {"from": "2026-06", "employer_pension_month": 900},
                    {"from": "2026-05", "hours_per_week": None, "efficiency_percent": None, "wage_month": 800},
                ]
            },
            "changes.0.employer_pension_month",
            "parts-above-whole",
        ),
        ({"events": 5}, "events", "wrong-form"),
        ({"events": [EVENT] * 49}, "events", "too-many"),
        ({"events": [EVENT | {"month": "2025-12"}]}, "events.0.month", "month-out-of-range"),
        ({"events": [EVENT | {"month": "2027-03"}]}, "events.0.month", "month-out-of-range"),
        ({"job_starts": "2026-06-01", "events": [LEAVE, EVENT]}, "events.0.month", "month-out-of-range"),
        ({"events": [EVENT | {"month": 5}]}, "events.0.month", "not-a-month"),
        ({"events": [EVENT | {"kind": "party"}]}, "events.0.kind", "wrong-form"),
        ({"events": [EVENT | {"kind": 5}]}, "events.0.kind", "wrong-form"),
        ({"events": [EVENT | {"amount": None}]}, "events.0.amount", "missing"),
        ({"events": [EVENT | {"amount": -1}]}, "events.0.amount", "out-of-range"),
        ({"events": [EVENT | {"days": 2}]}, "events.0.days", "not-of-this-kind"),
        ({"events": [LEAVE | {"days": None}]}, "events.0.days", "missing"),
        ({"events": [LEAVE | {"amount": 0}]}, "events.0.amount", "not-of-this-kind"),
        *(({"events": [LEAVE | {"days": days}]}, "events.0.days", "days-out-of-range") for days in (0, 24, 1.5, True)),
        ({"events": [LEAVE | {"size": 1}]}, "events.0.size", "unknown-field"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client: Client, given: dict[str, Any], field: str, code: str) -> None:
    assert wrong(client, **given)[0] == (field, code)
    danish = post(client, "year", BODY | given, "da").json()["errors"][0]
    assert danish["message"] != post(client, "year", BODY | given).json()["errors"][0]["message"]


def test_a_body_without_a_first_month_is_refused(client: Client) -> None:
    (error,) = post(client, "year", JOB).json()["errors"]
    assert (error["field"], error["code"]) == ("from", "missing")


def test_events_at_the_ends_of_the_months_and_lists_at_their_limits_are_taken(client: Client) -> None:
    changes = [{"from": str(Month(2026, 2).plus(months=number))} for number in range(24)]
    events = [EVENT | {"month": month} for month in ("2026-01", "2028-01")] * 24
    assert len(planned(client, months=24, changes=changes, events=events)["rows"]) == 24
    for days in ("2026-01-01", "2027-02-28"):
        assert planned(client, job_starts=days)


def test_everything_wrong_is_said_at_once_and_what_a_change_does_not_cause_only_once(client: Client) -> None:
    given = {
        "hourly_wage": None,
        "months": 30,
        "changes": [
            {"from": "2026-07", "hours_per_week": None},
            {"from": "2026-05", "full_time_wage_month": "many", "paid_hours_per_week": 9},
            {"from": "2026-06", "full_time_wage_month": 30000, "paid_hours_per_week": None},
            {"from": "x", "wage_month": 5},
        ],
        "events": [EVENT | {"days": 2}, EVENT | {"month": "2020-01"}],
    }
    assert wrong(client, **given) == [
        ("months", "months-out-of-range"),
        ("changes.1.full_time_wage_month", "not-a-number"),
        ("changes.3.from", "not-a-month"),
        ("events.0.days", "not-of-this-kind"),
        ("events.1.month", "month-out-of-range"),
        ("hourly_wage", "missing"),
        ("changes.1.paid_hours_per_week", "one-of-two"),
        ("changes.1.efficiency_percent", "one-of-two"),
        ("changes.0.hours_per_week", "missing"),
    ]


def test_a_field_of_a_change_that_cannot_be_read_is_not_called_missing(client: Client) -> None:
    unreadable = {"from": "2026-05", "hourly_wage": "many"}
    assert wrong(client, changes=[unreadable]) == [("changes.0.hourly_wage", "not-a-number")]


def test_what_was_wrong_before_a_change_is_not_said_again(client: Client) -> None:
    changes = [{"from": "2026-05", "hours_per_week": 16}, {"from": "2026-06", "pension_on_top_month": 100}]
    later = {"from": "2026-07", "efficiency_percent": 70}
    assert wrong(client, hourly_wage=None, changes=[*changes, later]) == [
        ("hourly_wage", "missing"),
        ("changes.1.pension_on_top_month", "one-of-two"),
    ]


def test_an_error_names_what_can_be_given_instead(client: Client) -> None:
    given = {
        "changes": [{"from": "2027-03", "size": 1}],
        "events": [EVENT | {"month": "2027-03", "kind": "x"}, LEAVE | {"amount": 1}],
    }
    listed = post(client, "year", BODY | given).json()["errors"]
    limits = {error["field"]: error["limits"] for error in listed}
    assert limits["changes.0.from"] == {"minimum": "2026-02", "maximum": "2027-02", "values": None}
    assert limits["events.0.month"] == {"minimum": "2026-01", "maximum": "2027-02", "values": None}
    assert limits["events.0.kind"]["values"] == list(EventKind)
    assert limits["events.1.amount"]["values"] == ["days"]
    assert {"from", *JOB} <= set(limits["changes.0.size"]["values"])


WAYS: tuple[dict[str, Any], ...] = (
    {"wage_month": 9000},
    {"wage_month": 9000, "hourly_wage": 150},
    {"wage_month": 9000, "full_time_wage_month": 28000},
    {"hours_per_week": 15, "efficiency_percent": 60, "hourly_wage": 180},
    {"hours_per_week": 15, "efficiency_percent": 60, "full_time_wage_month": 28000},
    {"paid_hours_per_week": 9, "hourly_wage": 180},
    {"paid_hours_per_week": 9, "full_time_wage_month": 28000},
)


@pytest.mark.parametrize("nulls", [False, True])
@pytest.mark.parametrize(("before", "after"), [*product(WAYS, repeat=2)])
def test_a_job_that_has_changed_is_judged_like_one_given_whole(
    client: Client, before: dict[str, Any], after: dict[str, Any], nulls: bool
) -> None:
    change = (dict.fromkeys(before) if nulls else {}) | after
    year = post(client, "year", {"from": "2026-02"} | before | {"changes": [{"from": "2026-05"} | change]})
    whole = post(client, "income", {"month": "2026-05"} | before | change)
    assert year.status_code == whole.status_code
    if whole.status_code == 200:
        assert year.json()["rows"][3]["wage_month"] == whole.json()["wage_month"]
        assert year.json()["rows"][4]["subsidy_paid_month"] == whole.json()["subsidy_month"]
    else:
        expected = [error | {"field": f"changes.0.{error['field']}"} for error in whole.json()["errors"]]
        assert year.json()["errors"] == expected
