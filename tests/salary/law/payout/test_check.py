"""What a check says of payouts: right ones, wrong ones, and those that the rules leave open."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from fleksjob_site.kernel.calendar import Month
from salary.law.payout.check import Check, CheckedMonth, Verdict, check
from salary.law.payout.month import Ceiling, PaidMonth
from salary.law.payout.remarks import NEXT_RATES_UNKNOWN, OLD_CEILING, THE_MOST, TWO_RATES
from salary.law.rates import newest_month_with_rates

TODAY = date(2026, 11, 21)
STATED = Ceiling(stated_month=Decimal(34_000))


def paid(month: str = "2026-05", **given: Any) -> PaidMonth:
    """A month with a wage of 8.000 kr., 1.200 kr. of pension and a ceiling of 34.000 kr., paid as the rules give."""
    usual = {
        "wage_month": Decimal(8000),
        "own_pension_month": Decimal(400),
        "employer_pension_month": Decimal(800),
        "paid_subsidy_month": Decimal(18839),
        "ceiling": STATED,
    }
    return PaidMonth(month=Month.parse(month), **(usual | given))


def checked(*months: PaidMonth) -> Check:
    return check(months, TODAY)


def only(month: PaidMonth) -> CheckedMonth:
    (found,) = checked(month).months
    return found


def test_a_right_payout_fits() -> None:
    # 98 % of 22.041 kr., less 30 % of 9.200 kr.
    found = only(paid())
    assert (found.verdict, found.difference_month, found.reasons) == (Verdict.FITS, 0, ())
    assert found.due.result.subsidy.rounded == 21600 - 2760 == 18840


def test_differences_are_what_the_rules_give_less_what_was_paid() -> None:
    found = only(paid(paid_subsidy_month=Decimal(18000)))
    assert (found.verdict, found.difference_month) == (Verdict.TOO_LITTLE, 840)
    found = only(paid(paid_subsidy_month=Decimal(19100)))
    assert (found.verdict, found.difference_month) == (Verdict.TOO_MUCH, -260)


def test_pension_counted_twice_is_a_reason_with_its_amount_and_paragraph() -> None:
    # 30 % of another 1.200 kr. is 360 kr.
    (reason,) = only(paid(paid_subsidy_month=Decimal(18480))).reasons
    assert (reason.key, reason.subsidy_month) == ("pension-counted-twice", 18480)
    assert reason.text.values == {"pension": 1200}
    assert "LAB § 123, stk. 2" in [source.place for source in reason.sources]


def test_no_known_reason_is_an_answer() -> None:
    # A counted wage of 12.743 kr. gives the amount; that is no error of its own.
    (reason,) = only(paid(paid_subsidy_month=Decimal(17777))).reasons
    assert reason.key == "counted-wage-too-high"
    assert not reason.key.is_known_error
    assert only(paid(paid_subsidy_month=Decimal(19000))).reasons == ()


def test_without_a_known_ceiling_a_lower_payout_is_not_called_wrong() -> None:
    found = only(paid(ceiling=Ceiling(), paid_subsidy_month=Decimal(15000)))
    assert (found.verdict, found.difference_month) == (Verdict.DEPENDS_ON_CEILING, 0)
    assert (found.due.least, found.due.most) == (0, 18840)
    # 9.200 kr. of wage and 15.000 kr. of subsidy.
    assert found.ceiling_that_fits_month == 24200


def test_without_a_known_ceiling_a_higher_payout_is_too_much_all_the_same() -> None:
    found = only(paid(ceiling=Ceiling(), paid_subsidy_month=Decimal(19000)))
    assert (found.verdict, found.difference_month) == (Verdict.TOO_MUCH, -160)
    assert found.ceiling_that_fits_month is None


def test_an_hourly_wage_gives_the_least_that_is_due() -> None:
    # 150 kr. × 37 × 52/12 = 24.050 kr., so at least 14.850 kr. of subsidy, and at most 18.840 kr.
    hourly = Ceiling(hourly_wage=Decimal(150))
    assert only(paid(ceiling=hourly, paid_subsidy_month=Decimal(14800))).verdict == Verdict.TOO_LITTLE
    assert only(paid(ceiling=hourly, paid_subsidy_month=Decimal(14800))).difference_month == 50
    assert only(paid(ceiling=hourly, paid_subsidy_month=Decimal(14850))).verdict == Verdict.DEPENDS_ON_CEILING
    assert only(paid(ceiling=hourly, paid_subsidy_month=Decimal(18840))).verdict == Verdict.FITS


def test_pay_for_several_months_is_spread_over_those_it_was_earned_in() -> None:
    bonus = paid("2026-05", several_months_pay=Decimal(3000), several_months=3, wage_month=Decimal(11000))
    months = checked(*(paid(month) for month in ("2026-02", "2026-03", "2026-04")), bonus).months
    assert [found.due.spread for found in months] == [0, 1000, 1000, 1000]
    assert [found.due.wage for found in months] == [9200, 10200, 10200, 10200]


def test_holiday_money_counts_when_the_holiday_is_held() -> None:
    earned = paid(wage_month=Decimal(9000), holiday_earned_month=Decimal(1000))
    held = paid(holiday_held_month=Decimal(2000))
    assert only(earned).due.wage == 9200
    assert only(held).due.wage == 11200


def test_the_income_of_the_next_month_is_recognised_where_it_is_known() -> None:
    april = paid("2026-04", wage_month=Decimal(10000), paid_subsidy_month=Decimal(18240))
    # May was paid by the wage of April: 21.600 kr. less 30 % of 11.200 kr.
    found = checked(april, paid(paid_subsidy_month=Decimal(18240))).months
    assert found[0].verdict == Verdict.FITS
    assert [reason.key for reason in found[1].reasons] == ["wrong-month"]
    alone = only(paid(paid_subsidy_month=Decimal(18240))).reasons
    assert not any(reason.key.is_known_error for reason in alone)


def test_only_the_last_twelve_months_are_in_the_sum_that_can_be_corrected() -> None:
    months = [paid(month, paid_subsidy_month=Decimal(15000)) for month in ("2025-10", "2025-11", "2026-05")]
    found = checked(*months[::-1])
    assert [one.paid.month for one in found.months] == [month.month for month in months]
    assert [one.can_be_corrected for one in found.months] == [False, True, True]
    assert found.first_correctable == Month(2025, 11)
    first, *others = (one.difference_month for one in found.months)
    assert (found.earlier_difference, found.correctable_difference) == (first, sum(others))


def test_in_december_the_rates_of_both_years_are_right_and_a_remark_says_so() -> None:
    # 9.200 kr. of wage: 20.670 − 2.760 kr. by the rates of 2025, and 21.600 − 2.760 kr. by those of 2026.
    old, new = (only(paid("2025-12", paid_subsidy_month=Decimal(amount))) for amount in (17910, 18840))
    assert old.verdict == new.verdict == Verdict.FITS
    assert (old.due.rates_month, new.due.rates_month) == (Month(2025, 12), Month(2026, 1))
    assert [remark.message for remark in old.remarks] == [TWO_RATES]
    other = only(paid("2025-11", paid_subsidy_month=Decimal(18840)))
    assert [reason.key for reason in other.reasons] == ["wrong-year"]


def test_the_last_month_with_rates_says_that_the_next_are_not_known() -> None:
    assert [remark.message for remark in only(paid(str(newest_month_with_rates()))).remarks] == [NEXT_RATES_UNKNOWN]


def test_atp_that_does_not_fit_the_subsidy_is_remarked_on() -> None:
    assert only(paid(paid_atp_month=Decimal(500))).remarks == ()
    (remark,) = only(paid(paid_atp_month=Decimal(942))).remarks
    assert remark.values == {"paid": 942, "atp": 500}


def test_the_amount_after_atp_is_recognised() -> None:
    assert [reason.key for reason in only(paid(paid_subsidy_month=Decimal(18340))).reasons] == ["after-atp"]


def test_before_2024_a_payout_whose_ceiling_leaves_benefit_out_is_not_called_wrong() -> None:
    # Wage and benefit are 15.200 kr., so that 4.800 kr. fit below the ceiling; of the wage alone, 10.800 kr. do.
    low = Ceiling(stated_month=Decimal(20000))
    then, now = (paid(month, benefit_month=Decimal(6000), ceiling=low) for month in ("2023-05", "2024-05"))
    for month, verdict in ((then, Verdict.DEPENDS_ON_CEILING), (now, Verdict.TOO_MUCH)):
        found = only(replace(month, paid_subsidy_month=Decimal(9000)))
        assert found.verdict == verdict
        assert found.due.least == 20000 - 9200 - 6000
        assert (OLD_CEILING in [remark.message for remark in found.remarks]) is (month is then)


def test_a_stated_ceiling_is_doubted_only_where_no_reason_explains_the_amount() -> None:
    twice, unexplained = (only(paid(paid_subsidy_month=Decimal(amount))) for amount in (18480, 17777))
    assert [reason.key for reason in twice.reasons] == ["pension-counted-twice"]
    assert twice.ceiling_that_fits_month is None
    # 9.200 kr. of wage and 17.777 kr. of subsidy.
    assert [reason.key for reason in unexplained.reasons] == ["counted-wage-too-high"]
    assert (unexplained.ceiling_that_fits_month, unexplained.counted_wage_that_fits_month) == (26977, 12743)
    assert twice.counted_wage_that_fits_month is None


def test_a_ceiling_below_the_lowest_there_can_be_is_not_offered_as_an_explanation() -> None:
    # 150 kr. an hour gives 24.050 kr. at least; with 14.000 kr. of subsidy the ceiling would be 23.200 kr.
    found = only(paid(ceiling=Ceiling(hourly_wage=Decimal(150)), paid_subsidy_month=Decimal(14000)))
    assert (found.verdict, found.ceiling_that_fits_month) == (Verdict.TOO_LITTLE, None)


def test_the_most_without_a_known_ceiling_fits_with_a_remark_on_low_ones() -> None:
    unknown, stated = (
        only(paid(ceiling=ceiling, paid_subsidy_month=Decimal(18840))) for ceiling in (Ceiling(), STATED)
    )
    assert unknown.verdict == stated.verdict == Verdict.FITS
    assert [remark.message for remark in unknown.remarks] == [THE_MOST]
    assert stated.remarks == ()


def test_before_2024_a_payout_whose_ceiling_leaves_holiday_money_out_is_not_called_wrong() -> None:
    low = Ceiling(stated_month=Decimal(28000))
    held = {"wage_month": Decimal(13800), "holiday_held_month": Decimal(5000), "ceiling": low}
    # 20.000 kr. of wage leave 8.000 kr. below the ceiling; without the holiday money 13.000 kr.
    found = only(paid("2023-07", paid_subsidy_month=Decimal(12000), **held))
    assert found.verdict == Verdict.DEPENDS_ON_CEILING
    assert found.due.least == 8000


def test_a_ceiling_without_the_employers_pension_alone_is_recognised() -> None:
    # Of the wage 800 / 9.200 is the employer's share. So much less of 24.000 kr. is 21.913 kr., and 12.713 kr. remain.
    low = Ceiling(stated_month=Decimal(24000))
    (reason,) = only(paid(ceiling=low, paid_subsidy_month=Decimal(12713))).reasons
    assert (reason.key, reason.subsidy_month) == ("ceiling-without-pension", 12713)
    assert round(reason.text.values["ceiling"]) == 21913
