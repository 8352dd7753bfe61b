"""What holds for any case, in every period and for every way of giving the wage."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import Hours, Kroner, Percent, Text
from salary.law.calculation import Result, calculate
from salary.law.case import Case, HoursAtWork, MonthWage, PaidHours
from salary.law.rates import periods


def plain(text: Text) -> str:
    """The text with its values put in; a place without a value is a KeyError."""
    values = {name: plain(value) if isinstance(value, Text) else value for name, value in text.values.items()}
    return text.message.format(**values)


def arithmetic(text: Text) -> str:
    """The text with its values as bare numbers, and shares as what they are of one."""
    values = {
        name: arithmetic(value)
        if isinstance(value, Text)
        else f"({value:f} / 100)"
        if isinstance(value, Percent)
        else f"{value:f}"
        if isinstance(value, Decimal)
        else value
        for name, value in text.values.items()
    }
    return text.message.replace("100%", "1").format(**values)


def computed(written: str) -> Fraction:
    numbers = re.sub(r"[0-9]+(\.[0-9]+)?", r"Fraction('\g<0>')", written.replace("×", "*").replace("−", "-"))
    found = eval(numbers, {"Fraction": Fraction})
    assert isinstance(found, Fraction)
    return found


def said(found: Result) -> list[Text]:
    return [
        *found.notes,
        *(text for step in found.steps for text in (step.label, step.sentence, step.sum, *step.remarks)),
    ]


amounts = st.decimals(0, 60_000, places=2)
hours = st.decimals(0, 60, places=2)
month_of_rates = st.sampled_from([month for rates in periods() for month in (rates.valid_from, rates.valid_to)])
full_time_hours = st.sampled_from([Decimal(30), Decimal("34.5"), Decimal(37), Decimal(40)])
paid = st.one_of(
    st.fixed_dictionaries({"paid_hours_week": hours}),
    st.fixed_dictionaries({"hours_week": hours, "pace_percent": st.decimals(1, 100, places=1)}),
)
pay = st.one_of(
    st.fixed_dictionaries({"hourly_wage": st.decimals(0, 600, places=2)}),
    st.fixed_dictionaries({"full_time_wage_month": amounts}),
)
ways = st.one_of(
    st.builds(lambda paid, pay: paid | pay, paid, pay),
    st.builds(lambda wage, pay: {"wage_month": wage} | pay, amounts, st.one_of(st.just({}), pay)),
)
cases = st.builds(
    lambda month, way, rest: Case.from_fields(month, **way, **rest),
    month_of_rates,
    ways,
    st.fixed_dictionaries(
        {
            "ceiling_month": st.one_of(st.none(), amounts),
            "pension_on_top_percent": st.one_of(st.just(Decimal(0)), st.decimals(0, 30, places=2)),
            "supplements_full_time_month": st.one_of(st.just(Decimal(0)), st.decimals(0, 9000, places=2)),
            "other_wage_month": st.one_of(st.just(Decimal(0)), st.decimals(0, 30_000, places=2)),
            "side_business_month": st.one_of(st.just(Decimal(0)), st.decimals(0, 30_000, places=2)),
            "benefit_month": st.one_of(st.just(Decimal(0)), st.decimals(0, 25_000, places=2)),
            "full_time_hours_week": full_time_hours,
        }
    ),
)
# Its reduction is exactly 6,5 kr., while the wage, 21 2/3 kr., has no end: the half krone must survive that.
TWO_THIRDS = Case.from_fields(Month(2024, 5), paid_hours_week=Decimal(1), hourly_wage=Decimal(5))


@settings(deadline=None)
@example(TWO_THIRDS)
@given(cases)
def test_whatever_the_case_the_subsidy_stays_between_nothing_and_its_limits(case: Case) -> None:
    found = calculate(case)
    subsidy = found.subsidy.unrounded
    assert 0 <= subsidy <= found.rates.max_subsidy_month.amount
    if subsidy and found.wage.ceiling_month is not None:
        assert subsidy + found.wage.month + case.other_income_month + case.benefit_month <= found.wage.ceiling_month
    assert abs(found.subsidy.rounded - subsidy) <= Decimal("0.50")
    assert found.subsidy.rounded == found.subsidy.rounded.to_integral_value()
    assert subsidy == found.subsidy.before_ceiling - found.subsidy.ceiling_cut
    assert found.subsidy.ceiling_binds is (found.subsidy.ceiling_cut > 0)
    assert found.total_month == found.wage.month + case.other_income_month + case.benefit_month + found.subsidy.rounded


@settings(deadline=None)
@given(cases)
def test_whatever_the_case_what_is_withheld_and_added_is_whole_and_within_its_limits(case: Case) -> None:
    found = calculate(case)
    assert 0 <= found.atp_month <= found.subsidy.rounded
    assert abs(found.atp_month - min(Decimal(500), found.subsidy.rounded / 20)) <= Decimal("0.50")
    assert found.payout_month == found.subsidy.rounded - found.atp_month
    for amount in (found.atp_month, found.payout_month, found.obligatory_pension_month):
        assert amount == amount.to_integral_value()
    assert (found.obligatory_pension_month == 0) or case.month >= Month(2020, 1)


@settings(deadline=None)
@given(cases)
def test_whatever_the_case_every_step_says_all_it_must(case: Case) -> None:
    found = calculate(case)
    keys = [step.key for step in found.steps]
    assert ("paid-hours" in keys) is (not isinstance(case.work, MonthWage))
    assert ("other-wage" in keys) is (case.other_wage_month > 0)
    assert ("side-business" in keys) is (case.side_business_month > 0)
    assert ("benefit" in keys) is (case.benefit_month > 0)
    for step in found.steps:
        assert step.sources
        assert step.amount is None or isinstance(step.amount, Kroner | Hours)
    for text in said(found):
        assert plain(text)
        # The law stands in the sources, never in the plain sentence.
        assert "§" not in plain(text)


@settings(deadline=None)
@given(cases)
def test_whatever_the_case_every_sum_that_is_shown_comes_out(case: Case) -> None:
    for step in calculate(case).steps:
        # What follows a comma says how the amount was rounded; what precedes a semicolon, how the daily rate was.
        left, equals, right = arithmetic(step.sum).rpartition("; ")[2].partition(" = ")
        if equals:
            assert abs(computed(left) - computed(right.split(",")[0])) < Fraction(1, 10**9)


@settings(deadline=None)
@given(cases)
@example(Case.from_fields(Month(2026, 11), wage_month=Decimal(10_000)))
def test_whatever_the_case_a_number_is_rounded_only_to_another_one(case: Case) -> None:
    for step in calculate(case).steps:
        for before, after in re.findall(r"\{(\w+)\}, rounded to \{(\w+)\}", step.sum.message):
            assert step.sum.values[before] != step.sum.values[after]


@settings(deadline=None)
@given(month_of_rates, amounts, amounts, st.one_of(st.none(), amounts), st.decimals(0, 20_000, places=2))
def test_the_total_never_falls_when_the_wage_rises_under_a_fixed_ceiling(
    month: Month, wage: Decimal, raised: Decimal, ceiling: Decimal | None, other: Decimal
) -> None:
    lower, higher = (
        calculate(Case.from_fields(month, wage_month=wage, ceiling_month=ceiling, other_wage_month=other))
        for wage in sorted((wage, raised))
    )
    assert lower.subsidy.all_wage + lower.subsidy.unrounded <= higher.subsidy.all_wage + higher.subsidy.unrounded


@settings(deadline=None)
@given(month_of_rates, hours, hours, pay, st.one_of(st.none(), amounts), full_time_hours)
def test_the_total_never_falls_when_paid_hours_rise(
    month: Month,
    some_hours: Decimal,
    more_hours: Decimal,
    pay: dict[str, Decimal],
    ceiling: Decimal | None,
    full_time: Decimal,
) -> None:
    fewer, more = (
        calculate(
            Case.from_fields(month, paid_hours_week=hours, ceiling_month=ceiling, full_time_hours_week=full_time, **pay)
        )
        for hours in sorted((some_hours, more_hours))
    )
    assert fewer.wage.month + fewer.subsidy.unrounded <= more.wage.month + more.subsidy.unrounded


@settings(deadline=None)
@given(cases)
def test_entered_hours_and_efficiency_give_the_same_as_the_paid_hours_they_make(case: Case) -> None:
    if not isinstance(case.work, HoursAtWork):
        return
    paid = PaidHours(case.work.paid_hours_week, case.work.pay)
    one, other = calculate(case), calculate(replace(case, work=paid))
    assert (one.wage.month, one.subsidy.unrounded, one.total_month) == (
        other.wage.month,
        other.subsidy.unrounded,
        other.total_month,
    )
