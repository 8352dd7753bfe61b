"""What a flexi-job costs the employer: worked examples by hand, any job by other arithmetic, and what is not known."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Hours
from salary.law.case import Case, FullTimeWage, HourlyWage, HoursAtWork, PaidHours
from salary.law.employer_contributions import contributions_of
from salary.law.employer_cost import EmployerCost, employer_cost, unknown_costs
from salary.law.employer_job import Holiday, Job
from salary.law.step import StepKey

NOW = Month(2026, 11)


def job(
    paid: str,
    pay: HourlyWage | FullTimeWage,
    *,
    at_work: str | None = None,
    pension: str = "0",
    holiday: Holiday = Holiday.PAY,
    month: Month = NOW,
) -> Job:
    case = Case(month, PaidHours(Hours(Decimal(paid)), pay), pension_on_top_percent=Decimal(pension))
    return Job(case, holiday, None if at_work is None else Decimal(at_work))


def amounts(cost: EmployerCost) -> dict[str, tuple[str, str]]:
    return {line.step.key.value: (f"{line.step.amount:.2f}", f"{line.year:.2f}") for line in cost.lines}


def test_ten_paid_hours_of_twenty_at_work_with_pay_during_holiday() -> None:
    cost = employer_cost(job("10", HourlyWage(Decimal(180)), at_work="20", pension="10"))
    # 180 × 10 × 52 / 12; 20 hours a week are 86.67 a month, which is two thirds of full ATP.
    assert amounts(cost) == {
        "employer-wage": ("7800.00", "93600.00"),
        "employer-pension": ("780.00", "9360.00"),
        "employer-holiday": ("78.00", "936.00"),
        "employer-atp": ("132.00", "1584.00"),
        "employer-training-fund": ("174.94", "2099.33"),
        "employer-financing": ("24.28", "291.33"),
        "employer-parental-fund": ("75.00", "900.00"),
    }
    assert (f"{cost.month:.2f}", f"{cost.year:.2f}", f"{cost.paid_hour:.2f}") == ("9064.22", "108770.67", "209.17")


def test_the_same_with_holiday_pay_instead() -> None:
    cost = employer_cost(job("10", HourlyWage(Decimal(180)), at_work="20", pension="10", holiday=Holiday.MONEY))
    # 47 weeks with wage; 12.5% of 84,600 is 10,575.
    assert amounts(cost)["employer-wage"] == ("7800.00", "84600.00")
    assert amounts(cost)["employer-pension"] == ("780.00", "8460.00")
    assert amounts(cost)["employer-holiday"] == ("975.00", "10575.00")
    assert amounts(cost)["employer-atp"] == ("132.00", "1584.00")
    # Divided by 470 paid hours.
    assert (f"{cost.month:.2f}", f"{cost.year:.2f}", f"{cost.paid_hour:.2f}") == ("9961.22", "108509.67", "230.87")


def test_few_hours_pay_neither_atp_nor_contributions() -> None:
    cost = employer_cost(job("2", HourlyWage(Decimal(150)), at_work="8"))
    assert amounts(cost) == {
        "employer-wage": ("1300.00", "15600.00"),
        "employer-holiday": ("13.00", "156.00"),
        "employer-atp": ("0.00", "0.00"),
        "employer-training-fund": ("0.00", "0.00"),
        "employer-financing": ("0.00", "0.00"),
        "employer-parental-fund": ("0.00", "0.00"),
    }


@pytest.mark.parametrize(
    ("at_work", "atp"), [("8.99", 0), ("9", 66), ("17.99", 66), ("18", 132), ("26.99", 132), ("27", 198), ("37", 198)]
)
def test_atp_goes_by_hours_at_work_in_three_steps(at_work: str, atp: int) -> None:
    cost = employer_cost(job("5", HourlyWage(Decimal(150)), at_work=at_work))
    assert next(line.step.amount for line in cost.lines if line.step.key is StepKey.EMPLOYER_ATP) == atp


def test_without_hours_at_work_the_paid_hours_stand_for_them_and_the_line_says_so() -> None:
    known = employer_cost(job("9", HourlyWage(Decimal(150)), at_work="9"))
    assumed = employer_cost(job("9", HourlyWage(Decimal(150))))
    assert known.year == assumed.year
    remarks = [len(line.step.remarks) for cost in (known, assumed) for line in cost.lines if "atp" in line.step.key]
    assert remarks == [1, 2]


def test_the_contributions_are_those_of_the_newest_year_read_and_later_years_say_so() -> None:
    this_year = employer_cost(job("30", HourlyWage(Decimal(150)), month=Month(2024, 5)))
    later = employer_cost(job("30", HourlyWage(Decimal(150)), month=Month(2026, 5)))
    assert this_year.contributions_year == later.contributions_year == 2024
    keys = {StepKey.EMPLOYER_TRAINING_FUND, StepKey.EMPLOYER_FINANCING, StepKey.EMPLOYER_PARENTAL_FUND}
    counts = [{len(line.step.remarks) for line in cost.lines if line.step.key in keys} for cost in (this_year, later)]
    assert counts == [{1}, {2}]
    assert contributions_of(2023) is None


def test_before_2024_atp_and_contributions_are_named_as_unknown() -> None:
    cost = employer_cost(job("20", HourlyWage(Decimal(150)), month=Month(2023, 5)))
    assert set(amounts(cost)) == {"employer-wage", "employer-holiday"}
    assert (cost.atp_is_known, cost.contributions_year) == (False, None)
    now = employer_cost(job("20", HourlyWage(Decimal(150))))
    assert len(tuple(unknown_costs(cost))) == len(tuple(unknown_costs(now))) + 1


def test_every_line_has_a_source_and_a_contribution_names_its_year() -> None:
    cost = employer_cost(job("20", FullTimeWage(Decimal(30_000)), pension="12"))
    assert all(line.step.sources for line in cost.lines)
    contributions = contributions_of(2026)
    assert contributions
    year, figures = contributions
    assert all(str(year) in named.figure.paragraph for named in figures.figures())


@given(
    paid=st.decimals(0, 37, places=2),
    extra=st.decimals(0, 37, places=2),
    wage=st.decimals(0, 1_000, places=2),
    full_time=st.booleans(),
    pension=st.decimals(0, 25, places=1),
    holiday=st.sampled_from(Holiday),
)
def test_any_job_by_other_arithmetic(
    paid: Decimal, extra: Decimal, wage: Decimal, full_time: bool, pension: Decimal, holiday: Holiday
) -> None:
    pay = FullTimeWage(wage * 160) if full_time else HourlyWage(wage)
    at_work = paid + extra
    found = employer_cost(Job(Case(NOW, PaidHours(Hours(paid), pay), pension_on_top_percent=pension), holiday, at_work))
    hourly = Fraction(wage) * 160 * 12 / (37 * 52) if full_time else Fraction(wage)
    weeks = 52 if holiday is Holiday.PAY else 47
    wages = hourly * Fraction(paid) * weeks
    thirds = min(3, int(Fraction(at_work) / 9))
    expected = wages * (1 + Fraction(pension) / 100 + (Fraction(1, 100) if holiday is Holiday.PAY else Fraction(1, 8)))
    expected += thirds * (66 * 12 + Fraction(3149 + 437 + 1350, 3))
    assert abs(Fraction(found.year) - expected) < Fraction(1, 10**6)
    if paid:
        assert found.paid_hour is not None
        assert abs(Fraction(found.paid_hour) - expected / (Fraction(paid) * weeks)) < Fraction(1, 10**6)
    else:
        assert found.paid_hour is None


def test_a_slower_pace_pays_fewer_hours_but_the_atp_of_all_of_them() -> None:
    slow = Case(NOW, HoursAtWork(Decimal(18), Decimal(50), HourlyWage(Decimal(200))))
    cost = employer_cost(Job(slow, Holiday.PAY, Decimal(18)))
    assert cost.wage == 7800
    assert amounts(cost)["employer-atp"][0] == "132.00"
