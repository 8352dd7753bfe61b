"""Changes of a year's job: on top of each other, at the ends of the year, and judged like a job given whole."""

from itertools import product
from typing import Any

import pytest
from django.test import Client

from fleksjob_site.kernel.calendar import Month
from tests.api.asking import post
from tests.api.years import EVENT, FIRST, NEWEST, planned, wages


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


def test_events_at_the_ends_of_the_months_and_lists_at_their_limits_are_taken(client: Client) -> None:
    changes = [{"from": str(Month(2026, 2).plus(months=number))} for number in range(24)]
    events = [EVENT | {"month": month} for month in ("2026-01", "2028-01")] * 24
    assert len(planned(client, months=24, changes=changes, events=events)["rows"]) == 24
    for days in ("2026-01-01", "2027-02-28"):
        assert planned(client, job_starts=days)


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
